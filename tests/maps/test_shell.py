"""The page that folium made, and what may be asked for beside it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.maps.assets import asset, served
from renkei_desktop.maps.pins import looks
from renkei_desktop.maps.shell import PAGE, address, kept_page, render


@pytest.fixture(scope="module")
def page() -> str:
    return render()


def test_the_kept_page_is_the_one_that_folium_makes_today(page: str) -> None:
    assert kept_page().read_text("utf-8") == page


def test_the_page_names_no_address_but_ours_and_each_of_them_is_served(page: str) -> None:
    links = re.findall(r"""(?:src|href)=["']([^"']*)["']""", page)
    assert links
    assert {link for link in links if not link.startswith(address("/"))} == set()
    for link in links:
        assert asset(link.removeprefix(address(""))) is not None
    assert "http" not in re.sub(r"http-equiv", "", page)
    for path in served():
        found = asset(path)
        assert found is not None and found[1]
        if path.startswith("/own/"):
            assert b"http://" not in found[1] and b"https://" not in found[1]


def test_the_policy_allows_our_scheme_and_the_written_scripts_only(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    rules = dict(rule.split(" ", 1) for rule in policy[1].split("; "))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in policy[1] and "*" not in policy[1]
    for kind in ("script", "style"):
        texts = re.findall(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        hashes = {
            "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
            for text in texts
        }
        assert set(rules[f"{kind}-src"].split()) == {"'self'", *hashes}
    assert page.index("Content-Security-Policy") < page.index("<script")


def test_the_page_is_in_japanese_and_holds_no_names(page: str) -> None:
    assert '<html lang="ja">' in page
    setup = re.search(r'type="application/json">(.*?)</script>', page, re.DOTALL)
    assert setup
    assert set(json.loads(setup[1])) == {"looks", "rough"}
    assert json.loads(setup[1])["looks"] == looks()


@given(
    st.lists(
        st.sampled_from(
            [
                "..",
                ".",
                "own",
                "font",
                "asset",
                "page.html",
                "map.css",
                "",
                "etc",
                "passwd",
                "%2e%2e",
                "leaflet.js",
                "C:",
                "\\",
                "\0",
            ]
        ),
        max_size=7,
    )
)
def test_no_path_leads_outside(parts: list[str]) -> None:
    path = "/" + "/".join(parts)
    assert (asset(path) is not None) == (path in served())


def test_what_is_served_has_its_media_type() -> None:
    kinds = {path: asset(path) for path in (PAGE, "/own/map.css", "/asset/leaflet.js")}
    assert [found[0] for found in kinds.values() if found] == [
        "text/html",
        "text/css",
        "text/javascript",
    ]
    assert asset("/own/nothing.js") is None
    assert asset("/own/../own/map.css") is None


def test_folium_is_not_imported_to_show_a_map() -> None:
    script = (
        "import sys\n"
        "from renkei_desktop.maps import assets, pins, shell, sources, lettering\n"
        "assets.asset(shell.PAGE)\n"
        "heavy = ('folium', 'numpy', 'requests', 'PySide6')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"

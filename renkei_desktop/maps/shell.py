"""The page of the map: made by folium, with its links turned to our own scheme.

folium takes half a second to import and needs no data of ours, so its page is rendered once,
kept in `resources/map/page.html` and only read at run time. A test renders it anew and compares;
after a change here or in folium, `python -m renkei_desktop.maps.shell` writes it again.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

from renkei_desktop import paths
from renkei_desktop.maps.pins import ROUGH_LABEL, looks

SCHEME = "renkei"
HOST = "map"
PAGE = "/page.html"

_OWN_SCRIPTS = ("sprites", "pins", "chosen", "moving", "furniture", "page")
_MIDDLE_OF_JAPAN = (38.0, 138.0)
_INLINE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)


def address(path: str) -> str:
    """The whole address of something that the map's scheme serves."""
    return f"{SCHEME}://{HOST}{path}"


def kept_page() -> Path:
    """Where the rendered page lies."""
    return paths.resources() / "map" / "page.html"


def render() -> str:
    """The page as folium makes it. Imports folium; the same input gives the same text."""
    import folium

    town = folium.Map(
        location=_MIDDLE_OF_JAPAN,
        zoom_start=5,
        tiles=None,
        zoom_control=False,
        attribution_control=False,
        prefer_canvas=True,
        zoom_animation=False,
        fade_animation=False,
        max_bounds_viscosity=0.8,
    )
    town._id = SCHEME
    town.default_js = [("leaflet", address("/asset/leaflet.js"))]
    town.default_css = [
        ("leaflet_css", address("/asset/leaflet.css")),
        ("own_css", address("/own/map.css")),
    ]
    return _guarded(_joined(town.get_root().render()))


def _joined(page: str) -> str:
    """folium's page in Japanese, with our own scripts behind it."""
    setup = json.dumps({"looks": looks(), "rough": ROUGH_LABEL}, ensure_ascii=True)
    tail = [f'<script id="renkei-setup" type="application/json">{_harmless(setup)}</script>']
    tail += [f'<script src="{address(f"/own/{name}.js")}"></script>' for name in _OWN_SCRIPTS]
    page = page.replace("<html>", '<html lang="ja">', 1)
    return page.replace("</html>", "\n".join([*tail, "</html>"]), 1).rstrip() + "\n"


def _harmless(data: str) -> str:
    return data.replace("<", "\\u003c")


def _guarded(page: str) -> str:
    """The page with a policy that lets it use our scheme and the very scripts written in it."""
    lines = "\n".join(line.rstrip() for line in page.splitlines()) + "\n"
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for kind, text in _INLINE.findall(lines):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        hashes[kind].append(f"'sha256-{digest}'")
    policy = "; ".join(
        (
            "default-src 'none'",
            " ".join(["script-src 'self'", *hashes["script"]]),
            " ".join(["style-src 'self'", *hashes["style"]]),
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return lines.replace("<head>", f"<head>\n    {meta}", 1)


if __name__ == "__main__":
    kept_page().write_text(render(), encoding="utf-8", newline="\n")

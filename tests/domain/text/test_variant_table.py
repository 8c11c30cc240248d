"""The table of 異体字 in the package is what its builder makes, and is directed."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "build_variant_table", ROOT / "db/build_variant_table.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def lines(builder: ModuleType) -> list[str]:
    return str(builder.TABLE.read_text(encoding="utf-8")).splitlines(keepends=True)


def table(builder: ModuleType) -> dict[str, str]:
    pairs = (line.rstrip("\n").split("\t") for line in lines(builder) if not line.startswith("#"))
    return {form: common for common, forms in pairs for form in forms}


def test_nobody_changed_the_table_by_hand(builder: ModuleType) -> None:
    body = "".join(line for line in lines(builder) if not line.startswith("#"))
    recorded = next(line for line in lines(builder) if line.startswith(builder.CHECK))
    assert recorded.strip() == builder.CHECK + hashlib.sha256(body.encode()).hexdigest()


def test_the_file_names_its_source_and_licence(builder: ModuleType) -> None:
    credit = "".join(lines(builder)[:4])
    assert "MJ縮退マップ" in credit and "CC BY-SA 2.1 JP" in credit


def test_the_table_comes_out_of_the_builder_again(builder: ModuleType) -> None:
    """With the map at hand all of it; without, at least every pair that was written by hand."""
    if importlib.util.find_spec("jntajis") is not None:
        made = builder.fold_table(builder.all_kanji(), builder.mj_candidates)
        assert builder.table_text(made) == "".join(lines(builder))
    by_hand = builder.fold_table((), lambda _: ())
    assert len(by_hand) > 90
    assert by_hand.items() <= table(builder).items()


def test_no_common_form_folds_further(builder: ModuleType) -> None:
    pairs = table(builder)
    assert not set(pairs) & set(pairs.values())
    assert len(pairs) > 10_000


def test_a_chain_is_followed_to_its_end(builder: ModuleType) -> None:
    named = {"𣘺": ["橋"], "㐂": ["𣘺"]}
    made = builder.fold_table(["𣘺", "㐂"], lambda c: named.get(c, []))
    assert made["㐂"] == made["𣘺"] == "橋"


def test_a_circle_ends_at_one_member(builder: ModuleType) -> None:
    named = {"㐀": ["㐁"], "㐁": ["㐀"]}
    made = builder.fold_table(named, named.__getitem__)
    assert {form: common for form, common in made.items() if form in named} == {"㐁": "㐀"}


def test_two_common_characters_are_never_joined(builder: ModuleType) -> None:
    named = {"功": ["切"], "㓛": ["功", "切"]}
    made = builder.fold_table(named, named.__getitem__)
    assert "功" not in made
    assert made["㓛"] == "功"

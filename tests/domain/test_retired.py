"""Old registers under today's names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.retired import (
    is_retired,
    retired_label,
    split_hours_note,
    upgraded,
)


@pytest.mark.parametrize(
    ("note", "avoid", "best"),
    [
        (None, None, None),
        ("", None, None),
        ("火曜の午後は避ける。FAX がよい", "火曜の午後は避ける", "FAX がよい"),
        ("昼はだめ。夜は出られない", "昼はだめ。夜は出られない", None),
        ("店の電話へ\n夕方がよい", None, "店の電話へ。夕方がよい"),
    ],
)
def test_one_text_became_two(note: str | None, avoid: str | None, best: str | None) -> None:
    assert split_hours_note(note) == {"avoid_hours": avoid, "best_way": best}


@given(st.text(alphabet="避だめ電話昼夜。\n 　", max_size=30))
def test_no_word_is_dropped(note: str) -> None:
    parts = split_hours_note(note).values()
    kept = sorted("".join(part or "" for part in parts).replace("。", "").split())
    assert sorted("".join(kept)) == sorted("".join(note.replace("。", "").split()))


def test_what_is_not_retired_is_itself() -> None:
    assert upgraded("contact", "name", "林") == {"name": "林"}
    assert upgraded("person", "hours_note", "x") == {"hours_note": "x"}
    assert not is_retired("person", "hours_note")
    assert retired_label("contact", "name") is None


def test_an_old_register_keeps_its_label() -> None:
    assert is_retired("contact", "hours_note")
    assert retired_label("contact", "hours_note") == "連絡のしかた"
    assert set(upgraded("contact", "hours_note", None)) == {"avoid_hours", "best_way"}

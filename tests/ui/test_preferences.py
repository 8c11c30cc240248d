"""What a PC remembers of the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from renkei_desktop.ui.preferences import LOCK_MINUTES, Preferences
from renkei_desktop.ui.theme import SCALES


def test_a_new_pc_has_ordinary_type_and_locks_after_ten_minutes(tmp_path: Path) -> None:
    fresh = Preferences(tmp_path)
    assert (fresh.scale, fresh.lock_minutes, fresh.begun()) == (1.0, 10, {})


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("minutes", LOCK_MINUTES)
def test_choices_last_over_the_end_of_the_program(
    tmp_path: Path, scale: float, minutes: int
) -> None:
    first = Preferences(tmp_path)
    first.scale, first.lock_minutes = scale, minutes
    del first
    again = Preferences(tmp_path)
    assert (again.scale, again.lock_minutes) == (scale, minutes)


@pytest.mark.parametrize("written", ["", "千", "-1", "99", "1e400", "nan"])
def test_a_damaged_file_counts_as_nothing_chosen(tmp_path: Path, written: str) -> None:
    text = f"[type]\nscale={written}\n[lock]\nminutes={written}\n"
    (tmp_path / "window.ini").write_text(text, encoding="utf-8")
    damaged = Preferences(tmp_path)
    assert (damaged.scale, damaged.lock_minutes) == (1.0, 10)


def test_the_first_steps_are_noted_and_forgotten(tmp_path: Path) -> None:
    words = {"name": "見本町", "folder": "C:\\Users\\町\\見本町.renkei", "step": "folder"}
    Preferences(tmp_path).note_begun(words)
    again = Preferences(tmp_path)
    assert again.begun() == words
    again.note_begun({})
    assert Preferences(tmp_path).begun() == {}

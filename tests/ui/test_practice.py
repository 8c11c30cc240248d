"""«練習する»: no password, a band, and nothing of it is left afterwards."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from renkei_desktop.office import leaving
from renkei_desktop.ui.bands import PRACTICE
from renkei_desktop.ui.unlock import UnlockView
from tests.ui.house import House, button, texts, wait
from tests.ui.keys import click


@pytest.fixture
def practice(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    house.window.begin()
    click(button(house.window, "練習する"))
    house.settle(60)
    yield house


def towns(room: Path) -> list[Path]:
    return list(room.glob(f"{leaving.PRACTICE_FOLDER}*"))


def test_practice_wears_a_band_and_asks_no_password(practice: House, tmp_path: Path) -> None:
    assert practice.window.session is not None and practice.window.session.practice
    bands = [t for t in texts(practice.office.bands) if t == PRACTICE]
    assert bands and len(towns(tmp_path)) == 1
    assert not practice.office.status.undo_button.isVisible(), "the town cannot be undone"

    practice.window.lock()
    view = practice.window.centralWidget()
    assert isinstance(view, UnlockView)
    assert view.password.isHidden() or not view.password.isVisible()
    click(view.open_button)
    practice.settle()
    assert practice.view is not None and practice.window.is_throwaway

    practice.window.close()
    wait(lambda: not practice.window.isVisible())
    assert towns(tmp_path) == []


def test_a_practice_town_that_is_closed_while_locked_goes_too(
    practice: House, tmp_path: Path
) -> None:
    practice.window.lock()
    practice.settle()
    assert len(towns(tmp_path)) == 1
    practice.window.close()
    assert towns(tmp_path) == []
    assert not (tmp_path / "state" / "last-office.json").exists()

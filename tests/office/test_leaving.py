"""Getting up from the desk, and sitting down with the paper code."""

from __future__ import annotations

from pathlib import Path

import pytest

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office import leaving, offices
from renkei_desktop.office.machine import Machine
from tests.office.conftest import NEW


def test_a_desk_that_was_left_can_be_opened_again(folder: Path, machine: Machine) -> None:
    leaving.leave(offices.found(folder, NEW, machine).desk)
    again = offices.open_office(folder, NEW.clerk, NEW.password, machine)
    assert again.clerk == NEW.clerk
    leaving.leave(again)


def test_the_paper_code_gives_a_new_password(folder: Path, machine: Machine) -> None:
    founded = offices.found(folder, NEW, machine)
    leaving.leave(founded.desk)
    desk = leaving.recover(folder, founded.paper_code, NEW.clerk, "はるの小川はさらさら", machine)
    assert desk.clerk == NEW.clerk
    leaving.leave(desk)
    with pytest.raises(RenkeiError):
        offices.open_office(folder, NEW.clerk, NEW.password, machine)


def test_a_wrong_code_changes_nothing_and_locks_nobody_out(folder: Path, machine: Machine) -> None:
    leaving.leave(offices.found(folder, NEW, machine).desk)
    with pytest.raises(RenkeiError):
        leaving.recover(folder, "0000-0000", NEW.clerk, "はるの小川はさらさら", machine)
    leaving.leave(offices.open_office(folder, NEW.clerk, NEW.password, machine))


def test_only_a_throw_away_practice_town_is_removed(tmp_path: Path) -> None:
    real = tmp_path / "見本町.renkei"
    thrown = tmp_path / f"{leaving.PRACTICE_FOLDER}x1" / "見本町.renkei"
    for folder in (real, thrown):
        folder.mkdir(parents=True)
        (folder / "ledger.db").write_bytes(b"x")
        leaving.remove_practice(folder)
    assert (real / "ledger.db").is_file()
    assert not thrown.parent.exists()

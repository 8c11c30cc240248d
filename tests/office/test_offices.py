"""Founding, opening, locking out, closing with a backup, coming back from one."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office import backups, entrance, offices, town
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from tests.office.conftest import NEW, StandingClock
from tests.office.people_in import enter


def reopened(desk: Desk, machine: Machine) -> Desk:
    desk.vault.close()
    return offices.open_office(desk.folder, NEW.clerk, NEW.password, machine)


def test_a_founded_office_knows_its_town(desk: Desk, machine: Machine) -> None:
    again = reopened(desk, machine)
    assert town.town(again).name == "見本町"
    assert again.clerk == NEW.clerk
    again.vault.close()


def test_nothing_of_the_people_can_be_read_in_the_folder(desk: Desk) -> None:
    enter(desk, "a", "小野寺 フミ")
    desk.vault.close()
    for file in (p for p in desk.folder.rglob("*") if p.is_file()):
        content = file.read_bytes()
        assert "小野寺".encode() not in content
        assert "旭町".encode() not in content
        assert "小野寺" not in file.name


def test_a_wrong_password_is_a_sentence(desk: Desk, machine: Machine) -> None:
    desk.vault.close()
    with pytest.raises(RenkeiError) as caught:
        offices.open_office(desk.folder, NEW.clerk, "ちがう", machine)
    assert "ちがう" not in str(caught.value)


def test_a_second_window_is_refused(desk: Desk, machine: Machine) -> None:
    with pytest.raises(RenkeiError, match="開"):
        offices.open_office(desk.folder, NEW.clerk, NEW.password, machine)


def test_the_paper_code_gives_a_clerk_a_new_password(folder: Path, machine: Machine) -> None:
    founded = offices.found(folder, NEW, machine)
    enter(founded.desk, "a", "小野寺 フミ")
    founded.desk.vault.close()
    by_code = offices.open_with_code(folder, founded.paper_code, machine)
    offices.renew_password(by_code, NEW.clerk, "はつゆき-2026")
    by_code.vault.close()
    with pytest.raises(RenkeiError):
        offices.open_office(folder, NEW.clerk, NEW.password, machine)
    again = offices.open_office(folder, NEW.clerk, "はつゆき-2026", machine)
    assert [row.name for row in again.rows.people()] == ["小野寺 フミ"]
    again.vault.close()


def test_a_second_clerk_has_a_password_of_her_own(desk: Desk, machine: Machine) -> None:
    offices.add_clerk(desk, "保健 二葉", "こなゆき-2026")
    assert entrance.clerks(desk.folder) == (NEW.clerk, "保健 二葉")
    desk.vault.close()
    second = offices.open_office(desk.folder, "保健 二葉", "こなゆき-2026", machine)
    assert second.clerk == "保健 二葉"
    second.vault.close()


def test_closing_leaves_a_backup_that_opens_elsewhere_under_a_new_seat(
    desk: Desk, machine: Machine, tmp_path: Path, clock: StandingClock
) -> None:
    enter(desk, "a", "𠮷田 花子")
    seat = desk.vault.seat
    closed = offices.close(desk)
    assert closed.trouble is None
    assert closed.backup is not None
    elsewhere = tmp_path / "戻した町.renkei"
    restored = backups.restore(closed.backup, elsewhere, NEW.clerk, NEW.password, machine)
    assert [row.name for row in restored.rows.people()] == ["𠮷田 花子"]
    enter(restored, "b", "林 正")
    assert restored.vault.seat.id != seat.id
    notice = backups.restored_notice(restored)
    assert notice is not None and "令和8年11月24日" in notice
    backups.tick_restored(restored)
    assert backups.restored_notice(restored) is None
    restored.vault.close()


def test_a_backup_that_fails_keeps_nothing_open(
    desk: Desk, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> Path:
        raise RenkeiError("控えを作れませんでした。", kept="前の控えはそのままです。")

    monkeypatch.setattr(offices, "back_up_on_close", no_room)
    closed = offices.close(desk)
    assert closed.backup is None
    assert closed.trouble is not None and "前の控え" in closed.trouble
    reopened(desk, machine).vault.close()


def test_the_last_office_is_remembered(desk: Desk, machine: Machine) -> None:
    assert entrance.last_office(machine) is None
    entrance.remember(machine, desk.folder)
    assert entrance.last_office(machine) == desk.folder
    gone = dataclasses.replace(machine, state=machine.state / "elsewhere")
    assert entrance.last_office(gone) is None


def test_a_folder_that_is_no_office_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RenkeiError):
        entrance.clerks(tmp_path)


def test_the_unlock_window_waits_for_no_heavy_library() -> None:
    heavy = "sqlalchemy", "alembic", "folium", "reportlab", "openpyxl", "PySide6", "numpy"
    code = (
        "import sys; import renkei_desktop.office.entrance as e; "
        f"print([m for m in {heavy!r} if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"

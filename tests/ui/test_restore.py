"""Coming back from a backup, from the start page."""

from __future__ import annotations

from pathlib import Path

import pytest

from renkei_desktop.office import backups, offices, people
from renkei_desktop.ui.folders import free
from renkei_desktop.ui.restore import RestoreView
from tests.ui.house import SECOND, SECOND_PASSWORD, House, button, texts
from tests.ui.keys import click


@pytest.fixture
def backup(house: House) -> Path:
    house.found()
    desk = offices.open_office(house.folder, SECOND, SECOND_PASSWORD, house.machine)
    file = backups.back_up(desk, house.room / "stick" / "控え-2-見本町.renkei-backup")
    desk.vault.close()
    return file


def restore_view(house: House) -> RestoreView:
    house.window.threshold.show_start()
    click(button(house.window, "控えから戻す"))
    view = house.window.centralWidget()
    assert isinstance(view, RestoreView)
    return view


def test_an_office_comes_back_from_a_stick(house: House, backup: Path) -> None:
    view = restore_view(house)
    view.take_file(backup)
    house.settle()
    assert [view.clerk.itemText(i) for i in range(view.clerk.count())][-1] == SECOND
    target = house.room / "新しい" / "見本町.renkei"
    view.folder_line.setText(str(target))
    view.clerk.setCurrentText(SECOND)
    view.password.setText(SECOND_PASSWORD)
    click(view.restore_button)
    house.settle()
    assert house.window.session is not None
    assert house.window.session.folder == target
    assert house.window.session.clerk == SECOND
    assert len(house.ask(people.people)) > 5
    notice = house.ask(backups.restored_notice)
    assert notice.startswith("控えは令和8年11月24日のものです。")


def test_what_has_to_be_checked_on_paper_is_said_until_ticked(house: House, backup: Path) -> None:
    test_an_office_comes_back_from_a_stick(house, backup)
    house.office.go("settings", "backup")
    house.settle()
    assert any("紙で確かめてください" in text for text in texts(house.office.pages["settings"]))
    click(button(house.office, "紙で確かめました"))
    house.settle()
    assert house.ask(backups.restored_notice) is None


def test_a_wrong_password_makes_no_folder(house: House, backup: Path) -> None:
    view = restore_view(house)
    view.take_file(backup)
    house.settle()
    target = house.room / "新しい.renkei"
    view.folder_line.setText(str(target))
    view.clerk.setCurrentText(SECOND)
    view.password.setText("ちがう")
    click(view.restore_button)
    house.settle()
    assert "合言葉が違います" in view.sentence.text()
    assert view.restore_button.isEnabled() and view.password.text() == ""
    assert not target.exists()


def test_a_file_that_is_no_backup_is_told(house: House) -> None:
    view = restore_view(house)
    file = house.room / "写真.jpg"
    file.write_bytes(b"\xff\xd8")
    view.take_file(file)
    house.settle()
    assert view.sentence.text()
    assert view.clerk.count() == 0


def test_a_stick_is_no_place_to_come_back_to(house: House, backup: Path) -> None:
    view = restore_view(house)
    view.take_file(backup)
    house.settle()
    view.folder_line.setText(str(house.room / "OneDrive" / "見本町.renkei"))
    view.password.setText(SECOND_PASSWORD)
    click(view.restore_button)
    assert view.sentence.text() == "戻す場所を確かめてください。"
    assert any("同期" in text for text in texts(view))


def test_the_way_back_leads_to_where_the_clerk_was(house: House) -> None:
    view = restore_view(house)
    click(button(view, "もどる"))
    assert not isinstance(house.window.centralWidget(), RestoreView)


def test_a_free_name_is_found(tmp_path: Path) -> None:
    assert free(tmp_path, "見本町") == tmp_path / "見本町.renkei"
    (tmp_path / "見本町.renkei").mkdir()
    assert free(tmp_path, "見本町.renkei") == tmp_path / "見本町（2）.renkei"
    assert free(tmp_path, "") == tmp_path / "台帳.renkei"

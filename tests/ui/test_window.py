"""The way through the window: unlock, lock, another clerk, close."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt

from renkei_desktop.office import backups, entrance, offices
from renkei_desktop.ui import arriving
from renkei_desktop.ui.program import PROGRAM
from renkei_desktop.ui.recover import RecoverView
from renkei_desktop.ui.start import StartView
from renkei_desktop.ui.unlock import UnlockView
from renkei_desktop.work import Progress
from tests.ui.house import SECOND, SECOND_PASSWORD, House, button, panels, texts, wait
from tests.ui.invented import NEW
from tests.ui.keys import click, press


def test_a_new_pc_begins_with_the_start_page(house: House) -> None:
    house.window.begin()
    assert isinstance(house.window.centralWidget(), StartView)
    assert house.window.windowTitle() == PROGRAM


def test_the_last_office_is_asked_for_at_the_next_start(house: House) -> None:
    house.found()
    house.window.begin()
    view = house.window.centralWidget()
    assert isinstance(view, UnlockView)
    assert {NEW.clerk, SECOND} <= set(texts(view))


def test_a_clerk_comes_in_with_name_and_password(office: House) -> None:
    assert office.window.session is not None
    assert office.window.session.clerk == NEW.clerk
    assert office.office.current == "home"


def test_a_wrong_password_is_told_and_can_be_typed_again(house: House) -> None:
    house.found()
    house.window.begin()
    house.unlock(NEW.clerk, "ちがう合言葉")
    view = house.window.centralWidget()
    assert isinstance(view, UnlockView)
    assert "合言葉が違います" in view.sentence.text()
    assert view.password.text() == ""
    house.unlock(NEW.clerk, NEW.password)
    assert house.view is not None
    assert not panels()


def test_the_password_is_sent_with_enter(house: House) -> None:
    house.found()
    house.window.begin()
    view = house.window.centralWidget()
    assert isinstance(view, UnlockView)
    click(button(view, SECOND))
    view.password.setText(SECOND_PASSWORD)
    press(view.password, Qt.Key.Key_Return)
    house.settle()
    assert house.window.session is not None
    assert house.window.session.clerk == SECOND


def test_a_name_has_to_be_chosen_first(house: House) -> None:
    house.found()
    house.window.begin()
    view = house.window.centralWidget()
    assert isinstance(view, UnlockView)
    view.password.setText(NEW.password)
    click(view.open_button)
    assert "名前を選んで" in view.sentence.text()


def test_the_other_clerk_comes_in_after_the_lock(office: House) -> None:
    office.window.lock()
    office.sit_down(SECOND, SECOND_PASSWORD)
    assert office.window.session is not None
    assert office.window.session.clerk == SECOND


def test_the_same_clerk_finds_the_page_again_that_was_in_view(office: House) -> None:
    office.office.go("settings")
    office.window.lock()
    office.sit_down()
    assert office.office.current == "settings"
    office.window.lock()
    office.sit_down(SECOND, SECOND_PASSWORD)
    assert office.office.current == "home"


def test_a_folder_that_is_gone_leads_back_to_the_start_page(house: House) -> None:
    house.found()
    (house.folder / "keys.json").unlink()
    house.window.begin()
    assert isinstance(house.window.centralWidget(), StartView)
    assert len(panels()) == 1
    assert any("keys.json" in text for text in texts(panels()[0]))


def test_closing_makes_a_verified_backup(office: House) -> None:
    office.window.close()
    wait(lambda: not office.window.isVisible())
    files = list((office.folder / "backups").glob("*.renkei-backup"))
    assert len(files) == 1
    assert NEW.clerk in backups.clerks_of(files[0])
    desk = offices.open_office(office.folder, NEW.clerk, NEW.password, office.machine)
    offices.close(desk)


def test_a_backup_that_fails_is_told_before_the_window_goes(office: House) -> None:
    for old in (office.folder / "backups").iterdir():
        old.unlink()
    (office.folder / "backups").rmdir()
    (office.folder / "backups").write_text("これはフォルダーではない", encoding="utf-8")
    office.window.close()
    wait(lambda: bool(panels()))
    panel = panels()[0]
    assert any("控えを取れませんでした" in text for text in texts(panel))
    assert any("台帳そのものは保存してあります" in text for text in texts(panel))
    assert office.window.isVisible()
    click(button(panel, "閉じて終わる"))
    wait(lambda: not office.window.isVisible())


def test_the_office_that_was_open_is_the_last_one(office: House) -> None:
    assert entrance.last_office(office.machine) == office.folder


def test_larger_type_keeps_the_page_and_is_remembered(office: House) -> None:
    office.office.go("settings", "window")
    before = office.office.rail.width()
    office.window.restyle(1.5)
    office.settle()
    assert office.office.current == "settings"
    assert office.office.rail.width() > before * 1.3
    assert office.window.workplace.preferences.scale == 1.5


def test_the_paper_code_opens_with_a_new_password(house: House) -> None:
    house.found()
    house.window.begin()
    click(button(house.window, "紙の合言葉で開く"))
    view = house.window.centralWidget()
    assert isinstance(view, RecoverView)
    view.code.setText(house.code.lower().replace("-", " "))
    view.clerk.setCurrentText(SECOND)
    view.password.first.setText("あたらしい長い合言葉")
    view.password.second.setText("あたらしい長い合言葉")
    click(view.open_button)
    house.settle()
    assert house.window.session is not None
    assert house.window.session.clerk == SECOND
    house.window.lock()
    house.sit_down(SECOND, "あたらしい長い合言葉")


def test_a_mistyped_paper_code_names_its_group_and_stays(house: House) -> None:
    house.found()
    house.window.begin()
    house.window.threshold.show_recover(house.folder)
    view = house.window.centralWidget()
    assert isinstance(view, RecoverView)
    wrong = "0000" if house.code[5:9] != "0000" else "1111"
    typed = house.code[:5] + wrong + house.code[9:]
    view.code.setText(typed)
    for line in (view.password.first, view.password.second):
        line.setText("あたらしい長い合言葉")
    click(view.open_button)
    house.settle()
    assert "2番目のまとまり" in view.sentence.text()
    assert view.code.text() == typed
    assert house.window.session is None


def test_an_office_that_is_open_elsewhere_is_told(house: House) -> None:
    house.found()
    other = offices.open_office(house.folder, SECOND, SECOND_PASSWORD, house.machine)
    house.window.begin()
    house.unlock(NEW.clerk, NEW.password)
    view = house.window.centralWidget()
    assert isinstance(view, UnlockView)
    assert view.sentence.text() and view.open_button.isEnabled()
    other.vault.close()
    house.unlock(NEW.clerk, NEW.password)
    assert house.view is not None


def test_opening_can_be_given_up_and_tried_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_rest: object) -> object:
        def work(progress: Progress) -> object:
            for number in range(1_000):
                progress(number, 1_000, "台帳を開いています")
                time.sleep(0.01)
            raise AssertionError("it was not stopped")

        return work

    house.found()
    house.window.begin()
    with monkeypatch.context() as patched:
        patched.setattr(arriving, "by_password", slow)
        view = house.window.centralWidget()
        assert isinstance(view, UnlockView)
        click(button(view, NEW.clerk))
        view.password.setText(NEW.password)
        click(view.open_button)
        wait(lambda: bool(panels()))
        click(button(panels()[0], "やめる"))
        house.settle()
    assert "やめました" in view.sentence.text()
    house.unlock(NEW.clerk, NEW.password)
    assert house.view is not None


def test_the_start_page_takes_one_click_only(house: House) -> None:
    house.window.threshold.show_start()
    practise = button(house.window, "練習する")
    assert practise.isEnabled()
    house.window.workplace.background.forget()
    click(practise)
    assert not practise.isEnabled()
    house.window.workplace.background.stop_all()
    house.settle(30)

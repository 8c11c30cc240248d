"""The progress window: late, honest, and able to stop."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar

from renkei_desktop.ui.background import Aside
from renkei_desktop.ui.dialogs.progress import ProgressWindow
from renkei_desktop.work import Progress
from tests.ui.house import House, button, panels, texts, wait
from tests.ui.keys import click, press


def counting(seconds: float) -> Any:
    def work(progress: Progress) -> str:
        for number in range(100):
            progress(number, 100, "一覧を読んでいます")
            time.sleep(seconds / 100)
        return "終わり"

    return work


def begin(house: House, seconds: float, **more: Any) -> list[Any]:
    answers: list[Any] = []
    house.window.workplace.background.run(Aside(counting(seconds), answers.append, **more))
    return answers


def test_it_shows_what_is_done_and_goes_by_itself(house: House) -> None:
    answers = begin(house, 1.5, label="取り込んでいます")
    wait(lambda: bool(panels()))
    panel = panels()[0]
    assert isinstance(panel, ProgressWindow)
    wait(lambda: any("一覧を読んでいます（" in text for text in texts(panel)))
    assert panel.findChildren(QProgressBar)[0].value() > 10
    house.settle()
    assert answers == ["終わり"]
    assert not panels()


def test_quick_work_shows_nothing(house: House) -> None:
    answers = begin(house, 0.05)
    house.settle()
    assert answers == ["終わり"] and not panels()


def test_the_button_stops_the_work(house: House) -> None:
    stopped: list[bool] = []
    answers = begin(house, 10, stopped=lambda: stopped.append(True))
    wait(lambda: bool(panels()))
    click(button(panels()[0], "やめる"))
    house.settle(3)
    assert (answers, stopped) == ([], [True])
    assert not panels()


def test_escape_stops_it_too_but_never_hides_it(house: House) -> None:
    answers = begin(house, 10)
    wait(lambda: bool(panels()))
    press(panels()[0], Qt.Key.Key_Escape)
    house.settle(3)
    assert answers == [] and not panels()


def test_it_cannot_be_closed_while_the_work_goes_on(house: House) -> None:
    begin(house, 1.2)
    wait(lambda: bool(panels()))
    panel = panels()[0]
    panel.close()
    assert panel.isVisible()
    house.settle()
    assert not panels()

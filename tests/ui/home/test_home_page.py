"""ホーム: what waits, and in a new office the ten things to begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from renkei_desktop.domain.choice import ProvisionState
from renkei_desktop.office import provisions
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.offices import found
from renkei_desktop.office.plans import Paper, Request, plan
from renkei_desktop.ui import theme
from renkei_desktop.ui.home.page import HomePage
from tests.ui.invented import NEW
from tests.ui.keys import click
from tests.ui.stage import Stage

Show = Callable[..., HomePage]


def words(widget: QWidget) -> str:
    return "\n".join(x.text() for x in widget.findChildren(QLabel) if x.isVisibleTo(widget))


def went(stage: Stage) -> list[tuple[str, str | None]]:
    places: list[tuple[str, str | None]] = []
    stage.session.on_go = lambda name, record: places.append((name, record))
    return places


def open_button(page: HomePage, about: str) -> QPushButton:
    buttons = page.findChildren(QPushButton)
    return next(button for button in buttons if about in button.accessibleName())


def test_what_waits_is_told_with_the_way_there(show: Show, stage: Stage) -> None:
    page = show(HomePage)
    told = words(page.today)
    assert "同意をまだ聞いていない登録住民が2人います" in told
    assert "地図に位置のない登録住民が2人います" in told
    places = went(stage)
    click(open_button(page, "地図に位置のない"))
    assert places == [("residents", "nowhere")]


def test_the_day_and_the_figures(show: Show) -> None:
    page = show(HomePage)
    assert "令和8年11月24日（火）" in words(page.header)
    figures = words(page.figures)
    for part in ("9人", "5人（55％）", "10人", "まだありません"):
        assert part in figures


def test_a_copy_nobody_has_decided_on_comes_first(show: Show, stage: Stage) -> None:
    page = show(HomePage)
    stage.session.write(_unsettled)
    stage.settle()
    first = words(page.today).splitlines()
    assert first[:3] == ["今朝すること", "先に", "渡したかどうか分からない控えが1部あります"]


def _unsettled(desk: Desk):  # type: ignore[no-untyped-def]
    wanted = Request(paper=Paper.ROSTER, recipient="t-fire", reason="冬の見守り")
    record = provisions.enter(desk, plan(desk, wanted))
    return provisions.settle(desk, record.id, ProvisionState.UNKNOWN)


def test_the_first_things_are_ticked_as_they_are_done(show: Show, stage: Stage) -> None:
    page = show(HomePage)
    assert "10のうち6が済みました。" in words(page.first)
    places = went(stage)
    click(open_button(page, "同意の取り方を決める"))
    assert places == [("settings", "consent")]


def bare(folder: Path, machine: Machine) -> Desk:
    return found(folder, NEW, machine).desk


@pytest.fixture
def new_office(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    theme.apply(qapp)
    made = Stage(tmp_path / "new", bare)
    yield made
    made.close()


def test_a_new_office_begins_with_the_ten_things(new_office: Stage, qtbot: QtBot) -> None:
    page = HomePage(new_office.session)
    qtbot.addWidget(page)
    page.resize(1170, 660)
    page.show()
    page.shown()
    new_office.settle()
    assert "10のうち1が済みました。" in words(page.first)
    assert "0人" in words(page.figures)
    marks = [line for line in words(page.first).splitlines() if line.isdigit()]
    assert marks == ["2", "3", "4", "5", "6", "7", "8", "9", "10"]


def test_locking_leaves_nothing(show: Show, qtbot: QtBot) -> None:
    page = show(HomePage)
    page.cleared()
    qtbot.wait(10)
    assert "登録住民" not in words(page)

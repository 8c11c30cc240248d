"""The fixtures of every test of a page: an open office and the look in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from renkei_desktop.ui import theme
from renkei_desktop.ui.page import Page
from tests.ui.stage import Stage

AnyPage = TypeVar("AnyPage", bound=Page)
ShowPage = Callable[..., Page]


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    """An office of invented people with its desk thread."""
    theme.apply(qapp)
    made = Stage(tmp_path)
    yield made
    made.close()
    assert made.troubles == []


@pytest.fixture
def show(stage: Stage, qtbot: QtBot) -> Callable[[type[AnyPage]], AnyPage]:
    """Makes a page, connects it as the frame does and shows it in a window of its own."""

    def show_page(
        cls: type[AnyPage], *, prepare: Callable[[AnyPage], object] = lambda _page: None
    ) -> AnyPage:
        page = cls(stage.session)
        prepare(page)
        stage.session.broadcast.changed.connect(page.changed)
        qtbot.addWidget(page)
        page.resize(1170, 660)
        with qtbot.waitExposed(page):
            page.show()
        with qtbot.waitActive(page):
            page.activateWindow()
        page.shown()
        stage.settle()
        qtbot.held_page = page  # type: ignore[attr-defined]
        return page

    return show_page

"""From the search box of the window into the list of the page, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from renkei_desktop.office.standing import standing
from renkei_desktop.ui.office_view import OfficeView
from renkei_desktop.ui.residents.page import ResidentsPage
from tests.ui.invented import FUMI
from tests.ui.keys import convert, press
from tests.ui.stage import Stage


@pytest.fixture
def view(stage: Stage, qtbot: QtBot) -> Iterator[OfficeView]:
    made = OfficeView(stage.session, stage.ask(standing))
    qtbot.addWidget(made)
    # Too narrow for the map, which has tests of its own.
    made.resize(980, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.go("residents")
    stage.settle()
    yield made
    made.cleared()


def page_of(view: OfficeView) -> ResidentsPage:
    page = view.pages["residents"]
    assert isinstance(page, ResidentsPage)
    return page


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_typed_entered_and_on_the_card(
    view: OfficeView, stage: Stage, qtbot: QtBot, key: Qt.Key
) -> None:
    view.search.take_focus()
    convert(view.search.line, "おのでら", "小野寺")
    qtbot.wait(80)
    press(view.search.line, key)
    QTest.qWait(90)
    stage.settle()
    page = page_of(view)
    assert QApplication.focusWidget() is page.list_card.list
    assert page.list_card.list.current.person == "p-taro"
    press(page.list_card.list, Qt.Key.Key_Down)
    assert page.list_card.list.current.person == FUMI


def test_a_call_comes_while_a_form_is_half_written(view: OfficeView, stage: Stage) -> None:
    page = page_of(view)
    page.begin_new()
    convert(page.focusWidget(), "はやし", "林")
    view.search.take_focus()
    convert(view.search.line, "おのでら", "小野寺")
    assert page.list_card.isVisible()
    assert [draft.record for draft in page.parked.drafts.values()] == [""]
    page.parked.on_button.click()
    assert page.desk.open is not None
    assert page.desk.open.form.line("person.name").editor.value() == "林"


def test_a_search_for_a_resource_still_picks_it(view: OfficeView, stage: Stage) -> None:
    went: list[tuple[str, str | None]] = []
    view.search.picked.disconnect()
    view.search.picked.connect(lambda name, record: went.append((name, record)))
    view.search.take_focus()
    convert(view.search.line, "しんりょうじょ", "診療所")
    QTest.qWait(80)
    press(view.search.line, Qt.Key.Key_Return)
    assert went == [("resources", "x-clinic")]

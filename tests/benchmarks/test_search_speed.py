"""A keystroke in the search box until the list is painted, among 20,000 people.

Against the repaint alone, and against the same list behind a QSortFilterProxyModel.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle, islice, product
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from renkei_desktop.domain.choice import Answer, Sex
from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.searching import PART, digits
from renkei_desktop.domain.text.fold import fold
from renkei_desktop.domain.text.kana import sort_key
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.office.search import SearchIndex
from renkei_desktop.office.standing import standing
from renkei_desktop.ui import theme
from renkei_desktop.ui.office_view import OfficeView
from renkei_desktop.ui.pieces.row_model import Index, RowModel
from renkei_desktop.ui.residents.columns import columns
from renkei_desktop.ui.residents.page import ResidentsPage
from tests.ui.keys import commit
from tests.ui.stage import Stage

PEOPLE = 20_000
TODAY = date(2026, 11, 24)
FAMILY = (
    ("佐藤", "さとう"),
    ("林", "はやし"),
    ("髙橋", "たかはし"),
    ("小林", "こばやし"),
    ("﨑山", "さきやま"),
    ("渡邉", "わたなべ"),
    ("山田", "やまだ"),
    ("石倉", "いしくら"),
    ("小野寺", "おのでら"),
    ("五十嵐", "いがらし"),
    ("工藤", "くどう"),
    ("阿部", "あべ"),
)
GIVEN = (("フミ", "ふみ"), ("清", "きよし"), ("花子", "はなこ"), ("正", "ただし"), ("ウメ", "うめ"))
TYPED = ("佐藤", "林", "たかは")
RUNS = 15
"""The quickest of so many counts on both sides: what else the machine does is not measured."""

pytestmark = pytest.mark.benchmark


def person(number: int, family: tuple[str, str], given: tuple[str, str]) -> PersonRow:
    name, reading = f"{family[0]} {given[0]}", f"{family[1]} {given[1]}"
    phone = f"0999-{number // 10_000 + 30}-{number % 10_000:04}"
    address = f"旭町{number % 9 + 1}丁目{number % 40 + 1}-{number % 13 + 1}"
    folded = PART.join((fold(name), fold(reading), fold(address), digits(phone)))
    return PersonRow(
        person=f"p{number}",
        resident=f"r{number}",
        name=name,
        reading=reading,
        sort_key=sort_key(reading),
        birth=PartialDate(1930 + number % 30, number % 12 + 1, number % 28 + 1),
        sex=Sex.FEMALE,
        address=address,
        association=None,
        association_name=f"旭町{number % 9 + 1}",
        household=None,
        yago="",
        phones=(phone,),
        care_level="要介護2",
        reasons="独居",
        power="",
        consent=Answer.GIVEN,
        latitude=None,
        longitude=None,
        accuracy=None,
        folded=folded,
    )


@pytest.fixture(scope="module")
def everybody() -> list[PersonRow]:
    names = islice(cycle(product(FAMILY, GIVEN)), PEOPLE)
    return [person(number, *name) for number, name in enumerate(names)]


class FoldedModel(RowModel):
    """The same rows with the folded text where a proxy looks for it."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.UserRole:
            return self.rows[index.row()].folded
        return super().data(index, role)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[OfficeView]:
    """The window of an open office on its page of residents, without the map."""
    theme.apply(qapp)
    stage = Stage(tmp_path)
    view = OfficeView(stage.session, stage.ask(standing))
    qtbot.addWidget(view)
    view.resize(1366, 768)
    view.go("residents")
    page_of(view).pane.show_map(False, by_hand=True)
    with qtbot.waitExposed(view):
        view.show()
    stage.settle()
    yield view
    stage.close()


def page_of(view: OfficeView) -> ResidentsPage:
    page = view.pages["residents"]
    assert isinstance(page, ResidentsPage)
    return page


def test_a_keystroke_is_painted_at_once(
    window: OfficeView, qtbot: QtBot, everybody: list[PersonRow]
) -> None:
    page = page_of(window)
    index = SearchIndex(everybody)
    window.session.search.hold(index)
    # What a keystroke changes on the screen: the box, the words beside the title, the list.
    changed = (window.search.line, page.header, page.list_card.list.viewport())

    def paint() -> None:
        for part in changed:
            part.update()
        # One repaint brings everything onto the screen that waits for it.
        changed[-1].repaint()

    proxy, behind = behind_a_proxy(index, qtbot)
    for typed in TYPED:
        found = scan(everybody, typed)
        ours, floor, theirs = [], [], []
        for _ in range(RUNS):
            window.search.line.clear()
            paint()
            ours.append(taken(lambda typed=typed: (commit(window.search.line, typed), paint())))
            floor.append(taken(paint))
            proxy.setFilterFixedString("")
            theirs.append(taken(lambda typed=typed: filtered(proxy, behind, typed)))
        assert [row.person for row in page.list_card.model.rows] == found
        assert proxied(proxy) == found
        key, alone, other = min(ours), min(floor), min(theirs)
        print(
            f"\n{typed}: {len(found)} found; key to painted {key * 1000:.1f} ms,"
            f" repaint alone {alone * 1000:.1f} ms ({key / alone:.2f}×),"
            f" proxy {other * 1000:.0f} ms ({other / key:.0f}×)"
        )
        assert key <= 2 * alone
        assert other >= 20 * key


def behind_a_proxy(index: SearchIndex, qtbot: QtBot) -> tuple[QSortFilterProxyModel, QTableView]:
    """The usual way: the same rows in a table behind a QSortFilterProxyModel."""
    rows = FoldedModel(columns(TODAY), lambda row: row.person)
    rows.show_rows(index.people())
    view = QTableView()
    proxy = QSortFilterProxyModel(view)
    rows.setParent(proxy)
    proxy.setSourceModel(rows)
    proxy.setFilterRole(Qt.ItemDataRole.UserRole)
    view.setModel(proxy)
    qtbot.addWidget(view)
    view.resize(760, 620)
    with qtbot.waitExposed(view):
        view.show()
    return proxy, view


def filtered(proxy: QSortFilterProxyModel, view: QTableView, typed: str) -> None:
    proxy.setFilterFixedString(fold(typed))
    view.viewport().repaint()


def taken(work: Callable[[], object]) -> float:
    """Seconds that something takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def scan(everybody: list[PersonRow], typed: str) -> list[str]:
    """What a plain look through everybody finds, in the order of the list."""
    found = [row for row in everybody if fold(typed) in row.folded]
    return [row.person for row in sorted(found, key=lambda row: (row.sort_key, row.name))]


def proxied(proxy: QSortFilterProxyModel) -> list[str]:
    rows = proxy.sourceModel()
    assert isinstance(rows, FoldedModel)
    return [
        rows.rows[proxy.mapToSource(proxy.index(line, 0)).row()].person
        for line in range(proxy.rowCount(QModelIndex()))
    ]

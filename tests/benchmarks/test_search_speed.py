"""A keystroke in the search box until the list is painted, among 20,000 people.

Against the repaint alone, and against the same list behind a QSortFilterProxyModel.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date
from itertools import cycle, islice, product

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
from renkei_desktop.ui import theme
from renkei_desktop.ui.pieces.row_model import Index, RowModel
from renkei_desktop.ui.residents.columns import columns
from renkei_desktop.ui.residents.list_card import ListCard

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


def seconds(work: Callable[[], object], times: int = 9) -> float:
    """The middle of several runs."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def test_a_keystroke_is_painted_at_once(
    qapp: QApplication, qtbot: QtBot, everybody: list[PersonRow]
) -> None:
    theme.apply(qapp)
    index = SearchIndex(everybody)
    card = ListCard(TODAY)
    qtbot.addWidget(card)
    card.resize(760, 700)
    with qtbot.waitExposed(card):
        card.show()
    card.hold(index)
    viewport = card.list.viewport()

    proxy = QSortFilterProxyModel()
    rows = FoldedModel(columns(TODAY), lambda row: row.person)
    rows.show_rows(index.people())
    proxy.setSourceModel(rows)
    proxy.setFilterRole(Qt.ItemDataRole.UserRole)
    behind = QTableView()
    behind.setModel(proxy)
    qtbot.addWidget(behind)
    behind.resize(760, 620)
    with qtbot.waitExposed(behind):
        behind.show()

    for typed in TYPED:
        found = scan(everybody, typed)
        ours, floor, theirs = [], [], []
        for _ in range(7):
            card.search("")
            viewport.repaint()
            begin = time.perf_counter()
            card.search(typed)
            viewport.repaint()
            ours.append(time.perf_counter() - begin)
            floor.append(seconds(viewport.repaint, 3))
            proxy.setFilterFixedString("")
            begin = time.perf_counter()
            proxy.setFilterFixedString(fold(typed))
            behind.viewport().repaint()
            theirs.append(time.perf_counter() - begin)
        assert [row.person for row in card.model.rows] == found
        assert proxied(proxy, rows) == found
        key, paint, other = map(statistics.median, (ours, floor, theirs))
        print(
            f"\n{typed}: {len(found)} found; key to painted {key * 1000:.1f} ms,"
            f" repaint alone {paint * 1000:.1f} ms ({key / paint:.2f}×),"
            f" proxy {other * 1000:.0f} ms ({other / key:.0f}×)"
        )
        assert key <= 2 * paint
        assert other >= 20 * key


def scan(everybody: list[PersonRow], typed: str) -> list[str]:
    """What a plain look through everybody finds, in the order of the list."""
    found = [row for row in everybody if fold(typed) in row.folded]
    return [row.person for row in sorted(found, key=lambda row: (row.sort_key, row.name))]


def proxied(proxy: QSortFilterProxyModel, rows: RowModel) -> list[str]:
    return [
        rows.rows[proxy.mapToSource(proxy.index(line, 0)).row()].person
        for line in range(proxy.rowCount(QModelIndex()))
    ]

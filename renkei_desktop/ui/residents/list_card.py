"""The left card: tabs, the filter that unfolds, the list, and what an empty list says."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QStackedWidget, QVBoxLayout

from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.office.search import SearchIndex
from renkei_desktop.ui.pieces import EmptyState
from renkei_desktop.ui.pieces.row_list import RowList
from renkei_desktop.ui.pieces.row_model import RowModel
from renkei_desktop.ui.residents.columns import columns
from renkei_desktop.ui.residents.filters import Filter, FilterBar
from renkei_desktop.ui.residents.kana_tabs import KanaTabs
from renkei_desktop.ui.theme import px

_NOBODY = "まだ誰も登録されていません。「住民を登録する」から一人目を登録してください。"
_NOT_FOUND = "見つかりません。字を減らすか、よみや電話で探してください。"
_FILTERED = "この絞り込みに合う人はいません。絞り込みを外すと全員が出ます。"


class ListCard(QFrame):
    """Shows the people of an index as tab, filter and typed text want it."""

    shown_changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._index: SearchIndex | None = None
        self._text = ""
        self.wanted: RecordId | None = None
        """Who is to be marked wherever the list comes to hold that person."""
        self.tabs = KanaTabs()
        self.filters = FilterBar()
        self.model = RowModel(columns(today), lambda row: row.person)
        self.list = RowList(self.model, "住民の一覧")
        self._empty = EmptyState("people", _NOBODY)
        self._room = QStackedWidget()
        self._room.addWidget(self.list)
        self._room.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(8), px(8), px(8), px(8))
        layout.setSpacing(px(6))
        for part in (self.tabs, self.filters, self._room):
            layout.addWidget(part)
        layout.setStretch(2, 1)
        self.filters.hide()
        self.tabs.turned.connect(lambda _tab: self.fill())
        self.filters.turned.connect(self.fill)
        self.list.step_wanted.connect(self._turn)

    @property
    def filter(self) -> Filter:
        return self.filters.filter

    def hold(self, index: SearchIndex | None, changed: Collection[RecordId] = ()) -> None:
        """Another index; where the same people stand in it, only the changed ones are painted."""
        self._index = index
        rows = self._wanted()
        if changed and self.model.renew(rows, changed):
            self.shown_changed.emit()
            return
        self._show(rows)

    def search(self, text: str) -> None:
        """What stands in the search box; an empty text shows the registered ones."""
        self._text = text
        self.fill()

    def fill(self) -> None:
        """Works out anew who is in the list."""
        self._show(self._wanted())

    def _wanted(self) -> tuple[PersonRow, ...]:
        if self._index is None:
            return ()
        wanted = self.filter
        keep = wanted.keeps if wanted.narrows else None
        return self._index.people(self._text, self.tabs.current, not wanted.everybody, keep)

    def _show(self, rows: tuple[PersonRow, ...]) -> None:
        self.model.show_rows(rows)
        self._room.setCurrentIndex(0 if rows or self._index is None else 1)
        self._empty.say(self._why_empty())
        if self.wanted is not None:
            self.list.choose(self.wanted)
        self.shown_changed.emit()

    def _why_empty(self) -> str:
        if self._text.strip():
            return _NOT_FOUND
        return _FILTERED if self.filter.narrows or self.tabs.current else _NOBODY

    def _turn(self, words: str) -> None:
        self.tabs.turn(words)
        self.list.setFocus()

    def show_filters(self, shown: bool) -> None:
        """Unfolds the filter or folds it away; what it filters stays in force."""
        self.filters.setVisible(shown)

    def choose_columns(self, button: QPushButton) -> None:
        """A list of columns under the button; ticked ones are shown."""
        menu = QMenu(button)
        shown = {column.key for column in self.model.columns}
        for column in self.model.all_columns:
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(column.key in shown)
            action.setEnabled(column.key != "name")
            action.toggled.connect(partial(self._show_column, column.key))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _show_column(self, key: str, on: bool) -> None:
        shown = {column.key for column in self.model.columns}
        self.model.show_columns(shown | {key} if on else shown - {key})
        self.list.fit_columns()

    def clear(self) -> None:
        """Nothing readable is left."""
        self._index, self._text, self.wanted = None, "", None
        self.model.show_rows(())
        self._room.setCurrentIndex(0)

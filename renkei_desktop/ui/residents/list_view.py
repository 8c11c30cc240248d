"""The list: arrows move, ← → change the tab, Enter opens, a kana or letter jumps to its tab."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.ui import theme
from renkei_desktop.ui.residents.list_model import PeopleModel
from renkei_desktop.ui.residents.list_paint import ListPaint
from renkei_desktop.ui.theme import px

_LETTERS = dict(zip("AKSTNHMYRW", "あかさたなはまやらわ", strict=True))
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NARROWEST = 96


class PeopleList(QTableView):
    """`chosen` when another person is current, `opened` at Enter or a double click."""

    chosen = Signal(str)
    opened = Signal(str)
    tab_wanted = Signal(str)
    """A tab's kana, or «+1» and «-1» for its neighbours."""

    def __init__(self, model: PeopleModel) -> None:
        super().__init__()
        self.people = model
        self.setModel(model)
        self.setItemDelegate(ListPaint(self))
        self.setAccessibleName("住民の一覧")
        self._look()
        self.doubleClicked.connect(self._open_current)

    def _look(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(px(theme.now().space.row))
        rows.setDefaultSectionSize(px(theme.now().space.row))
        titles = self.horizontalHeader()
        titles.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        titles.setSectionsClickable(False)
        titles.setHighlightSections(False)
        titles.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @property
    def current(self) -> PersonRow | None:
        """The person whose card is shown."""
        return self.people.row_at(self.currentIndex())

    def choose(self, person: RecordId | None) -> bool:
        """Makes somebody current and brings the line into sight; False if not in the list."""
        place = None if person is None else self.people.place_of(person)
        if place is None:
            self.clearSelection()
            return False
        index = self.people.index(place, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        row = self.current
        if row is not None and selected.count():
            self.chosen.emit(row.person)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._open_current()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.tab_wanted.emit("+1" if event.key() == Qt.Key.Key_Right else "-1")
        elif event.text().upper() in _LETTERS and not event.modifiers():
            self.tab_wanted.emit(_LETTERS[event.text().upper()])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _typed: str) -> None:
        """Letters choose tabs; the search box looks for names."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Gives every column its width and what is left to the one that takes it."""
        titles = self.horizontalHeader()
        fixed = sum(px(column.width) for column in self.people.columns)
        left = max(self.viewport().width() - fixed, px(_NARROWEST))
        for place, column in enumerate(self.people.columns):
            titles.resizeSection(place, px(column.width) if column.width else left)

    def _open_current(self) -> None:
        row = self.current
        if row is not None:
            self.opened.emit(row.person)

"""A long list: arrows move, Enter opens, columns step aside where there is no room."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, Qt, Signal
from PySide6.QtGui import QCursor, QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from renkei_desktop.domain.moment import RecordId
from renkei_desktop.ui import theme
from renkei_desktop.ui.pieces.row_model import Column, RowModel
from renkei_desktop.ui.pieces.row_paint import RowPaint
from renkei_desktop.ui.theme import px

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowList(QTableView):
    """`chosen` when another record is current, `opened` at Enter or a double click.

    `step_wanted` gives «+1» and «-1» for → and ←, or the letter that was typed: tabs beside the
    list listen to it.
    """

    chosen = Signal(str)
    opened = Signal(str)
    step_wanted = Signal(str)

    def __init__(self, model: RowModel, words: str) -> None:
        super().__init__()
        self.records = model
        self.setModel(model)
        self._paint = RowPaint(self, model)
        self.setItemDelegate(self._paint)
        self.setAccessibleName(words)
        self._look()
        self.doubleClicked.connect(self._open_current)
        self.entered.connect(lambda _index: self.viewport().update())
        self.viewportEntered.connect(self.viewport().update)

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
    def current(self) -> Any:
        """The row whose card is shown, or None."""
        return self.records.row_at(self.currentIndex())

    def choose(self, record: RecordId | None) -> bool:
        """Makes a record current and brings its line into sight; False if not in the list."""
        place = None if record is None else self.records.place_of(record)
        if place is None:
            self.clearSelection()
            return False
        index = self.records.index(place, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def begin(self) -> None:
        """Takes the keys; where nothing is chosen the first line is."""
        self.setFocus()
        if not self.selectionModel().hasSelection() and self.records.rows:
            self.setCurrentIndex(self.records.index(0, 0))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        row = self.current
        if row is not None and selected.count():
            self.chosen.emit(self.records.id_of(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        if event.key() in _ENTER:
            self._open_current()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.step_wanted.emit("+1" if event.key() == Qt.Key.Key_Right else "-1")
        elif letter.isalpha() and not event.modifiers():
            self.step_wanted.emit(letter)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _typed: str) -> None:
        """Letters choose tabs; the search box looks for names."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        # The table would choose the first line by itself; only the clerk chooses.
        if self.currentIndex().isValid():
            super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        chosen = self.selectionModel().hasSelection()
        self._paint.prepare(self.currentIndex().row() if chosen else -1, self._touched())
        super().paintEvent(event)

    def _touched(self) -> int:
        """The line under the mouse."""
        if not self.viewport().underMouse():
            return -1
        return self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())).row()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()
        if self.selectionModel().hasSelection():
            self.scrollTo(self.currentIndex())

    def fit_columns(self) -> None:
        """Gives every column its width and what is left to the one that takes it.

        In a narrow list (large type) the least needed columns step aside; the card has them.
        """
        titles, room = self.horizontalHeader(), self.viewport().width()
        kept = list(self.records.columns)
        while _least(kept) > room and any(column.gives_way for column in kept):
            kept.remove(max(kept, key=lambda column: column.gives_way))
        left = max(room - sum(px(column.width) for column in kept), px(40))
        for place, column in enumerate(self.records.columns):
            self.setColumnHidden(place, column not in kept)
            titles.resizeSection(place, px(column.width) if column.width else left)

    def _open_current(self) -> None:
        row = self.current
        if row is not None:
            self.opened.emit(self.records.id_of(row))


def _least(columns: list[Column]) -> int:
    """The width that these columns need at least."""
    return sum(px(column.width or column.least) for column in columns)

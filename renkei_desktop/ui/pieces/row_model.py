"""Rows of a long list as Qt asks for them: only what is painted is ever worked out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.text.fold import has_variants
from renkei_desktop.ui.pieces.chip import Tone

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Look(Enum):
    """How a column is painted."""

    PLAIN = auto()
    NAME = auto()
    CHIP = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """What a column says about a row. `width` in units; 0 takes what the others leave."""

    key: str
    title: str
    width: int
    words: Callable[[Any], str]
    shown: bool = True
    """Whether it stands in the list until the clerk chooses otherwise."""
    gives_way: int = 0
    """Which columns step aside first where there is no room: the largest number."""
    look: Look = Look.PLAIN
    tone: Callable[[Any], Tone] = lambda _row: Tone.PLAIN
    least: int = 96
    """What a column that takes the rest needs at least, in units."""


class RowModel(QAbstractTableModel):
    """Holds the rows that are shown, in order; tells the view only what changed."""

    def __init__(self, columns: Sequence[Column], id_of: Callable[[Any], RecordId]) -> None:
        super().__init__()
        self.all_columns = tuple(columns)
        self.columns = tuple(c for c in columns if c.shown)
        self.id_of = id_of
        self.rows: Sequence[Any] = ()
        self._places: dict[RecordId, int] | None = None

    def show_columns(self, keys: Collection[str]) -> None:
        """Shows these columns, in the order of the declaration."""
        self.beginResetModel()
        self.columns = tuple(c for c in self.all_columns if c.key in keys)
        self.endResetModel()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Another selection of rows."""
        self.beginResetModel()
        self.rows, self._places = rows, None
        self.endResetModel()

    def renew(self, rows: Sequence[Any], changed: Collection[RecordId]) -> bool:
        """The same records in the same order with fresh contents; False where that is not so.

        Only the lines of `changed` records are painted again.
        """
        same = len(rows) == len(self.rows) and all(
            self.id_of(new) == self.id_of(old) for new, old in zip(rows, self.rows, strict=True)
        )
        if not same:
            return False
        self.rows, self._places = rows, None
        last = self.columnCount() - 1
        for record in changed:
            place = self.place_of(record)
            if place is not None:
                self.dataChanged.emit(self.index(place, 0), self.index(place, last))
        return True

    def place_of(self, record: RecordId) -> int | None:
        """Where in the list a record stands, or None."""
        if self._places is None:
            self._places = {self.id_of(row): place for place, row in enumerate(self.rows)}
        return self._places.get(record)

    def row_at(self, index: Index) -> Any:
        """The row behind an index, or None."""
        return self.rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.words(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(column, column.words(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title} {column.words(row)}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None


def _tip(column: Column, words: str) -> str:
    if column.look is Look.NAME and has_variants(words):
        return f"{words}（字の形は右の票で確かめられます）"
    return words

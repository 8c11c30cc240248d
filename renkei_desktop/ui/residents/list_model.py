"""The rows of the list as Qt asks for them: only what is painted is ever worked out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.text.fold import has_variants
from renkei_desktop.ui.residents.columns import COLUMNS, Column

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PeopleModel(QAbstractTableModel):
    """Holds the rows that are shown, in order. `show_rows` says to the view only what changed."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._rows: Sequence[PersonRow] = ()
        self._columns: tuple[Column, ...] = tuple(c for c in COLUMNS if c.shown)
        self._places: dict[RecordId, int] | None = None

    @property
    def rows(self) -> Sequence[PersonRow]:
        return self._rows

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    def show_columns(self, keys: Collection[str]) -> None:
        """Shows these columns, in the order of the declaration."""
        self.beginResetModel()
        self._columns = tuple(c for c in COLUMNS if c.key in keys)
        self.endResetModel()

    def show_rows(self, rows: Sequence[PersonRow]) -> None:
        """Another selection of people."""
        self.beginResetModel()
        self._rows, self._places = rows, None
        self.endResetModel()

    def renew(self, rows: Sequence[PersonRow], changed: Collection[RecordId]) -> bool:
        """The same people in the same order with fresh contents; False where that is not so.

        Only the rows of `changed` people are painted again.
        """
        same = len(rows) == len(self._rows) and all(
            new.person == old.person for new, old in zip(rows, self._rows, strict=True)
        )
        if not same:
            return False
        self._rows, self._places = rows, None
        last = self.columnCount() - 1
        for person in changed:
            place = self.place_of(person)
            if place is not None:
                self.dataChanged.emit(self.index(place, 0), self.index(place, last))
        return True

    def place_of(self, person: RecordId) -> int | None:
        """Where in the list somebody stands, or None."""
        if self._places is None:
            self._places = {row.person: place for place, row in enumerate(self._rows)}
        return self._places.get(person)

    def row_at(self, index: Index) -> PersonRow | None:
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.words(row, self._today)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title} {column.words(row, self._today)}"
        return None

    def _tip(self, row: PersonRow, column: Column) -> str:
        words = column.words(row, self._today)
        if column.key == "name" and has_variants(row.name):
            return f"{words}（字の形は右の票で確かめられます）"
        return words

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return None

"""A quiet table of words for previews: columns with titles, rows of text, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from renkei_desktop.ui import theme
from renkei_desktop.ui.theme import px

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class LinesModel(QAbstractTableModel):
    """Rows of text. `ticked` is None, or says for every row whether it is ticked (None: no box)."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = tuple(titles)
        self._rows: list[tuple[str, ...]] = []
        self.ticked: list[bool | None] = []

    def show_rows(
        self, rows: Sequence[tuple[str, ...]], ticked: Sequence[bool | None] = ()
    ) -> None:
        """Other rows; those without a box have None in `ticked`."""
        self.beginResetModel()
        self._rows = list(rows)
        self.ticked = list(ticked) or [None] * len(self._rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            tick = self.ticked[index.row()]
            if tick is not None:
                return Qt.CheckState.Checked if tick else Qt.CheckState.Unchecked
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        has_box = index.column() == 0 and self.ticked[index.row()] is not None
        return usual | Qt.ItemFlag.ItemIsUserCheckable if has_box else usual

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or self.ticked[index.row()] is None:
            return False
        self.ticked[index.row()] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index, [role])
        return True


class LinesTable(QTableView):
    """The view: rows 40 units high, columns in fixed shares of whatever width there is.

    `told` carries all that stands in the last column of the chosen row, which may be cut off there.
    """

    told = Signal(str)

    def __init__(self, titles: Sequence[str], shares: Sequence[int]) -> None:
        super().__init__()
        self._shares = tuple(shares)
        self.lines = LinesModel(titles)
        self.setModel(self.lines)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(px(theme.now().space.row))
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setStretchLastSection(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        columns.setMinimumHeight(px(32))
        self.setMinimumHeight(px(160))
        self.selectionModel().currentRowChanged.connect(lambda now, _was: self._tell(now.row()))

    def show_rows(
        self, rows: Sequence[tuple[str, ...]], ticked: Sequence[bool | None] = ()
    ) -> None:
        """Other rows, the first of them chosen."""
        self.lines.show_rows(rows, ticked)
        if rows:
            self.selectRow(0)
        else:
            self.told.emit("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = sum(self._shares)
        for column, share in enumerate(self._shares[:-1]):
            self.setColumnWidth(column, self.viewport().width() * share // whole)

    def _tell(self, row: int) -> None:
        last = self.lines.index(row, self.lines.columnCount() - 1)
        self.told.emit(str(self.lines.data(last) or "") if row >= 0 else "")

"""The list beside the map: everything on it, found by typing; and what is chosen, in short."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.office.search import Query
from renkei_desktop.ui.mappage.layers import COLUMNS, LayerSwitches, Row, where_words
from renkei_desktop.ui.mappage.pins import id_of
from renkei_desktop.ui.pieces import columns, label, quiet, secondary, stack
from renkei_desktop.ui.pieces.line import Line
from renkei_desktop.ui.pieces.room import cramped
from renkei_desktop.ui.pieces.row_list import RowList
from renkei_desktop.ui.pieces.row_model import RowModel
from renkei_desktop.ui.theme import px


class PlaceList(QFrame):
    """`chosen(record)` when a line is chosen, `opened(row)` when its card is wanted."""

    chosen = Signal(str)
    opened = Signal(object)
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._all: tuple[Row, ...] = ()
        self.wanted: RecordId | None = None
        self.switches = LayerSwitches()
        self.line = Line(hint="この一覧から探す", moves_on=False)
        self.model = RowModel(COLUMNS, id_of)
        self.list = RowList(self.model, "地図の一覧")
        self.short = _Short()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(10), px(10), px(10), px(10))
        layout.setSpacing(px(8))
        self.turn_button = quiet("出すものを選ぶ", self._turn_switches)
        self.turn_button.setVisible(False)
        for part in (self.turn_button, self.switches, self.line, self.list, self.short):
            layout.addWidget(part)
        layout.setStretch(3, 1)
        if cramped():
            self.turn_button.setVisible(True)
            self.switches.hide()
        self.switches.turned.connect(self._turn)
        self.line.textChanged.connect(self.fill)
        self.line.entered.connect(self.list.setFocus)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda _record: self._open())
        self.short.open_button.clicked.connect(lambda _on: self._open())

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows whose layer is on."""
        return tuple(row for row in self._all if self.switches.shows(row))

    def hold(self, rows: tuple[Row, ...]) -> None:
        """Fresh rows."""
        self._all = rows
        self.fill()

    def fill(self) -> None:
        """Works out anew what is in the list."""
        query = Query.of(self.line.text())
        keeps = self.switches.keeps
        rows = tuple(row for row in self._all if keeps(row) and query.matches(row.folded))
        self.model.show_rows(rows)
        self.list.choose(self.wanted)
        self.short.show_row(self.row_of(self.wanted))

    def row_of(self, record: RecordId | None) -> Row | None:
        """The row of a record, whether it is in the list or not."""
        return next((row for row in self._all if id_of(row) == record), None)

    def choose(self, record: RecordId) -> None:
        """Marks a line; where it is filtered away the list shows everything again."""
        self.wanted = record
        if self.model.place_of(record) is None:
            self.line.clear()
            self.switches.nowhere.setChecked(False)
            self.fill()
        self.list.choose(record)
        self.short.show_row(self.row_of(record))

    def _chosen(self, record: RecordId) -> None:
        if record != self.wanted:
            self.wanted = record
            self.short.show_row(self.row_of(record))
            self.chosen.emit(record)

    def _open(self) -> None:
        row = self.row_of(self.wanted)
        if row is not None:
            self.opened.emit(row)

    def _turn_switches(self) -> None:
        self.switches.setVisible(self.switches.isHidden())

    def _turn(self) -> None:
        self.fill()
        self.turned.emit()

    def clear(self) -> None:
        """Nothing readable is left."""
        self._all, self.wanted = (), None
        self.line.clear()
        self.fill()


class _Short(QWidget):
    """The chosen one in three lines."""

    def __init__(self) -> None:
        super().__init__()
        self._name = label("", "name", wrap=True)
        self._where = label("", wrap=True)
        self._how = label("", wrap=True)
        self.open_button = secondary("票を開く")
        words = stack(self._name, self._where, self._how, spacing=2)
        row = columns(words, self.open_button)
        row.setStretch(0, 1)
        self.setLayout(row)
        self.hide()

    def show_row(self, row: Row | None) -> None:
        self.setVisible(row is not None)
        if row is None:
            for line in (self._name, self._where, self._how):
                line.setText("")
            return
        self._name.setText(row.name)
        self._where.setText(where_words(row))
        phones = row.phones if isinstance(row, PersonRow) else (row.phone,)
        self._how.setText("　".join(phone for phone in phones if phone))
        self._how.setVisible(bool(self._how.text()))

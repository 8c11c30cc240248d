"""The map with its words and «位置を直す»: beside a card, in a form, or as a whole page."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from renkei_desktop.domain.listing import PersonRow, ResourceRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.place import Accuracy
from renkei_desktop.maps.pins import Pin
from renkei_desktop.ui import theme
from renkei_desktop.ui.map.view import MapView
from renkei_desktop.ui.mappage.ground import Ground, GroundKeeper
from renkei_desktop.ui.mappage.pins import id_of, kind_of, pin_of
from renkei_desktop.ui.pieces import columns, label, primary, quiet, secondary, stack
from renkei_desktop.ui.session import Session

Row = PersonRow | ResourceRow

_HOW = "印が正しい場所に来たら、決めてください。"


class MapPane(QWidget):
    """Pins for rows, the selection in step, and setting one pin right.

    `chosen` gives the record of a pin that was clicked. `placed(kind, id, latitude, longitude)`
    comes when the clerk has confirmed a new place; whoever listens saves it.
    """

    chosen = Signal(str)
    placed = Signal(str, str, float, float)
    move_ended = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.view = MapView()
        self._ground = GroundKeeper(session, self._take_ground, self)
        self._rows: dict[RecordId, Row] = {}
        self._selected: RecordId | None = None
        self._been_near = False
        self._for_now: set[RecordId] = set()
        self._moving: tuple[str, RecordId] | None = None
        self._place: tuple[float, float] | None = None
        self._words = label("", "remark", wrap=True)
        self._begin = quiet("位置を直す", self.begin_move_of_selected)
        self._foot = QWidget()
        self.more_deeds = columns()
        self._foot.setLayout(columns(self._words, self._begin, self.more_deeds))
        self._foot.layout().setStretch(0, 1)  # type: ignore[union-attr]
        self._bar = self._moving_bar()
        self.setLayout(stack(self.view, self._foot, self._bar, spacing=4))
        self.layout().setStretch(0, 1)  # type: ignore[union-attr]
        self.view.pin_chosen.connect(self.chosen)
        self.view.pin_moved.connect(self._moved)
        self.view.move_given_up.connect(lambda _id: self.end_move())
        self.view.ready.connect(self._show_all)
        self.view.set_type_scale(theme.now().scale)
        self._tell()

    def _moving_bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("role", "notice")
        how = label(_HOW, "", wrap=True)
        self.confirm_button = primary("この位置に決める", self._confirm)
        self.stop_button = secondary("やめる", self.end_move)
        line = columns(how, self.stop_button, self.confirm_button)
        line.setContentsMargins(*[theme.px(8)] * 4)
        line.setStretch(0, 1)
        bar.setLayout(line)
        bar.hide()
        return bar

    def look_for_ground(self) -> None:
        """Takes the map in use; cheap where it is still the same."""
        self._ground.look()

    def show_rows(self, rows: Iterable[Row]) -> None:
        """All pins anew."""
        self._rows = {id_of(row): row for row in rows}
        self.view.set_pins(pin for row in self._rows.values() if (pin := pin_of(row)))
        self._tell()

    def renew(self, rows: Iterable[Row], gone: Collection[RecordId] = ()) -> None:
        """Some rows are fresh or gone; only their pins are sent to the map."""
        fresh = {id_of(row): row for row in rows}
        self._rows.update(fresh)
        for record in gone:
            self._rows.pop(record, None)
        pins = [pin for row in fresh.values() if (pin := pin_of(row))]
        without = [record for record, row in fresh.items() if pin_of(row) is None]
        self.view.change_pins(pins, [*gone, *without])
        self._tell()

    @property
    def known(self) -> frozenset[RecordId]:
        """The records whose rows were handed over, on the map or without a position."""
        return frozenset(self._rows)

    def select(self, record: RecordId | None, *, near: bool = False) -> None:
        """Raises the pin of a record."""
        self._selected = record
        # The first one brings the map from the whole town into the street.
        self.view.select(record, near=near or not self._been_near)
        self._been_near = self._been_near or record is not None
        self._tell()

    def offer_moving(self, offered: bool) -> None:
        """Whether «位置を直す» stands under the map."""
        self._begin.setVisible(offered)

    @property
    def selected(self) -> RecordId | None:
        """The record whose pin is raised."""
        return self._selected

    @property
    def is_moving(self) -> bool:
        return self._moving is not None

    def begin_move_of_selected(self) -> None:
        """«位置を直す» for the record that is selected."""
        row = self._rows.get(self._selected or "")
        if row is not None:
            self.begin_move(kind_of(row), id_of(row), row.name)

    def begin_move(self, kind: str, record: RecordId, words: str) -> None:
        """Lets the clerk put the pin of a record in its place."""
        self._moving, self._place = (kind, record), None
        self.confirm_button.setEnabled(False)
        self._bar.show()
        self._foot.hide()
        self.view.begin_move(record, words)

    def place_for_now(
        self, record: RecordId, words: str, latitude: float, longitude: float
    ) -> None:
        """Shows a pin where a form wants it that is not saved yet; `take_back` undoes it."""
        self._for_now.add(record)
        pin = Pin(record, latitude, longitude, words, accuracy=Accuracy.SURVEYED)
        self.view.change_pins([pin])

    def take_back(self) -> None:
        """Pins shown for a form are where the register has them, or gone."""
        records, self._for_now = self._for_now, set()
        rows = [self._rows[record] for record in records if record in self._rows]
        pins = [pin for row in rows if (pin := pin_of(row))]
        if records:
            standing = {pin.record_id for pin in pins}
            self.view.change_pins(pins, [r for r in records if r not in standing])

    def end_move(self) -> None:
        """Ends it; what was not confirmed is back in its old place."""
        if self._moving is None:
            return
        self._moving = self._place = None
        self.view.end_move()
        self._bar.hide()
        self._foot.show()
        self.move_ended.emit()

    def clear(self) -> None:
        """Nothing readable is left on the map."""
        self.end_move()
        self._rows, self._selected = {}, None
        self.view.clear()
        self._ground.forget()
        self._tell()

    def _moved(self, _record: str, latitude: float, longitude: float) -> None:
        self._place = (latitude, longitude)
        self.confirm_button.setEnabled(True)
        self.confirm_button.setFocus()

    def _confirm(self) -> None:
        if self._moving is None or self._place is None:
            return
        kind, record = self._moving
        latitude, longitude = self._place
        self.placed.emit(kind, record, latitude, longitude)
        self.end_move()

    def _show_all(self) -> None:
        """Only now the map has its size: everything in sight, then the chosen pin."""
        self.view.fit()
        self.view.select(self._selected, near=True)

    def _take_ground(self, ground: Ground) -> None:
        self.view.show_ground(ground.shape)
        self.view.fit()
        if ground.trouble:
            self._words.setText(ground.trouble)

    def _tell(self) -> None:
        row = self._rows.get(self._selected or "")
        self._begin.setEnabled(row is not None)
        if row is None:
            self._words.setText("")
            return
        known = pin_of(row) is not None
        self._begin.setText("位置を直す" if known else "位置を決める")
        accuracy = row.accuracy.label if row.accuracy else "確かさ不明"
        self._words.setText(f"位置: {accuracy}" if known else "地図に位置がありません。")

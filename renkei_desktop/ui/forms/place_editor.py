"""Where somebody lives: the address, and what is known of its place on the map."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from renkei_desktop.domain.place import Accuracy, Place, Point
from renkei_desktop.domain.wire import Json, from_wire, to_wire
from renkei_desktop.ui.forms.editor import Editor, refused
from renkei_desktop.ui.pieces import Chip, Tone, columns, quiet, stack
from renkei_desktop.ui.pieces.line import Line

_MOVED = "住所が変わりました。地図の位置は前の住所のものです。"


class PlaceEditor(Editor):
    """An address with its point. `map_wanted` asks the page to let the clerk set the pin."""

    map_wanted = Signal()

    def __init__(self, hint: str = "") -> None:
        super().__init__(QWidget())
        self._line = Line(hint=hint)
        self._state = Chip()
        self._right = quiet("地図で位置を直す", self.map_wanted.emit)
        self._drop = quiet("位置を消す", self._forget_point)
        under = columns(self._state, self._right, self._drop, 1)
        self.field.setLayout(stack(self._line, under, spacing=2))
        self.field.setFocusProxy(self._line)
        self._stored: Place | None = None
        self._point: Point | None = None
        self._accuracy: Accuracy | None = None
        self._line.textEdited.connect(self._typed)
        self._tell()

    def offer_map(self, offered: bool) -> None:
        """Whether «地図で位置を直す» stands under the address."""
        self._right.setVisible(offered)

    @property
    def point(self) -> Point | None:
        return self._point

    def set_point(self, latitude: float, longitude: float) -> None:
        """The pin was put in its place by hand (degrees)."""
        self._point, self._accuracy = Point(latitude, longitude), Accuracy.SURVEYED
        self._stored = replace(self._stored or Place(), address=self._address())
        self._tell()
        self.edited.emit()

    def value(self) -> Place | None:
        address = self._address()
        if address is None and self._point is None:
            return None
        return Place(address=address, point=self._point, accuracy=self._accuracy)

    def show_value(self, value: Any) -> None:
        self._stored = value
        self._point = value.point if value else None
        self._accuracy = value.accuracy if value else None
        self._line.setText((value.address if value else "") or "")
        self._tell()

    def trouble(self) -> str:
        return refused(self._line.text())

    def gloss(self) -> str:
        was = self._stored.address if self._stored else None
        return _MOVED if self._point is not None and was and was != self._address() else ""

    def draft(self) -> Json:
        place = Place(address=self._line.text(), point=self._point, accuracy=self._accuracy)
        return to_wire(place)

    def resume(self, draft: Json) -> None:
        try:
            place = from_wire(Place, draft) or Place()
        except (TypeError, ValueError):
            place = Place()
        self._point, self._accuracy = place.point, place.accuracy
        self._line.setText(place.address or "")
        self._tell()

    def _address(self) -> str | None:
        return self._line.text().strip() or None

    def _typed(self) -> None:
        self._tell()
        self.edited.emit()

    def _forget_point(self) -> None:
        self._point = self._accuracy = None
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        known = self._point is not None
        self._state.say(position_words(self._point, self._accuracy), position_tone(self._accuracy))
        self._drop.setVisible(known)
        self._right.setText("地図で位置を直す" if known else "地図で位置を決める")


def position_words(point: Point | None, accuracy: Accuracy | None) -> str:
    """What is known of a place on the map, in words."""
    if point is None:
        return "位置なし"
    return f"位置: {accuracy.label}" if accuracy else "位置: 確かさ不明"


def position_tone(accuracy: Accuracy | None) -> Tone:
    """Exact positions look settled, the others ask for a look."""
    exact = accuracy in (Accuracy.SURVEYED, Accuracy.HOUSE)
    return Tone.GOOD if exact else Tone.WARNING

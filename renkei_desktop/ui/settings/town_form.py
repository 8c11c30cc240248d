"""The fields of the town and its office, in the settings and in the first step of the wizard."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from renkei_desktop.domain.provision import Town
from renkei_desktop.domain.text.town_code import is_town_code, plain_town_code
from renkei_desktop.domain.wire import by_wire
from renkei_desktop.ui.pieces.field_row import FieldRow, Fields
from renkei_desktop.ui.pieces.line import Line

WIRES = ("name", "code", "office", "phone", "fax", "area_code")
_MUST = ("name", "office")
_SIX_DIGITS = "団体コードは6けたの数字です。"
_WRONG_DIGIT = "団体コードの数字が合いません。もう一度見くらべてください。"
_HINTS = {
    "name": "見本町",
    "code": "例: 014389（6けた。わからなければ空けておけます）",
    "office": "保健福祉課",
    "phone": "0164-35-2111",
    "fax": "0164-35-2112",
    "area_code": "0164（電話が市内局番から書かれているときに補います）",
}


class TownForm(QWidget):
    """Says `edited` at every change; `trouble` is the first thing that is missing or wrong."""

    edited = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, Line] = {}
        self._rows: dict[str, FieldRow] = {}
        fields = Fields(label_width=132)
        declared = by_wire(Town)
        for wire in WIRES:
            line = Line(hint=_HINTS[wire])
            self.lines[wire] = line
            must = wire in _MUST
            self._rows[wire] = fields.add(declared[wire].field.label, line, must=must)
            line.textChanged.connect(lambda _text: self._edited())
        self.lines["area_code"].entered.connect(self.entered)
        self.lines["area_code"].moves_on = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(fields)

    def values(self) -> dict[str, str]:
        """What is typed, by wire name; the code as plain digits."""
        typed = {wire: line.text().strip() for wire, line in self.lines.items()}
        typed["code"] = plain_town_code(typed["code"])
        return typed

    def show_values(self, values: Mapping[str, str]) -> None:
        for wire, line in self.lines.items():
            line.setText(values.get(wire, ""))

    @property
    def trouble(self) -> str:
        """A sentence about the first field that cannot stay so, or an empty text."""
        values = self.values()
        if not values["name"]:
            return "町の名前を入れてください。"
        if not values["office"]:
            return "課の名前を入れてください。"
        if self.lines["code"].text().strip() and len(values["code"]) != 6:
            return _SIX_DIGITS
        return ""

    def take_focus(self) -> None:
        first = next((w for w in _MUST if not self.values()[w]), "name")
        self.lines[first].setFocus()

    def _edited(self) -> None:
        self._rows["code"].wrong(self._code_doubt(self.values()["code"]))
        self.edited.emit()

    def _code_doubt(self, digits: str) -> str:
        """A check digit that does not fit is said, and refused to nobody."""
        if not self.lines["code"].text().strip() or is_town_code(digits):
            return ""
        return _SIX_DIGITS if len(digits) != 6 else _WRONG_DIGIT

"""The layers of the map page: who and what stands on the map, switched on and off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from renkei_desktop.domain.choice import ResourceClass
from renkei_desktop.domain.listing import PersonRow, ResourceRow
from renkei_desktop.ui.mappage.pins import pin_of
from renkei_desktop.ui.pieces import quiet
from renkei_desktop.ui.pieces.chip import Tone
from renkei_desktop.ui.pieces.flow import Flow
from renkei_desktop.ui.pieces.row_model import Column, Look
from renkei_desktop.ui.resources.columns import TONES
from renkei_desktop.ui.theme import px

Row = PersonRow | ResourceRow


class Layer(Enum):
    """One switch."""

    RESIDENTS = "登録住民"
    FORMAL = ResourceClass.FORMAL.label
    INFORMAL = ResourceClass.INFORMAL.label
    NATURAL = ResourceClass.NATURAL.label


_OF_CLASS = {
    ResourceClass.FORMAL: Layer.FORMAL,
    ResourceClass.INFORMAL: Layer.INFORMAL,
    ResourceClass.NATURAL: Layer.NATURAL,
}


def layer_of(row: Row) -> Layer:
    """The layer of a row; a resource without a class counts as formal."""
    if isinstance(row, PersonRow):
        return Layer.RESIDENTS
    return _OF_CLASS.get(row.resource_class or ResourceClass.FORMAL, Layer.FORMAL)


def layer_words(row: Row) -> str:
    return "住民" if isinstance(row, PersonRow) else layer_of(row).value


def layer_tone(row: Row) -> Tone:
    if isinstance(row, PersonRow) or row.resource_class is None:
        return Tone.PLAIN
    return TONES[row.resource_class]


def where_words(row: Row) -> str:
    """The address, or that there is no position."""
    return row.address if pin_of(row) is not None else "位置なし"


COLUMNS = (
    Column("name", "名前", 0, lambda r: r.name, look=Look.NAME, tone=lambda _r: Tone.GOOD),
    Column("layer", "区分", 104, layer_words, look=Look.CHIP, tone=layer_tone, gives_way=1),
)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows a layer has, and how many of them are on no map."""

    rows: int = 0
    nowhere: int = 0


def counted(rows: Iterable[Row]) -> dict[Layer, Counted]:
    """The numbers that stand beside the switches."""
    found = dict.fromkeys(Layer, Counted())
    for row in rows:
        before = found[layer_of(row)]
        nowhere = before.nowhere + (pin_of(row) is None)
        found[layer_of(row)] = Counted(before.rows + 1, nowhere)
    return found


class LayerSwitches(QWidget):
    """`turned` when a layer is switched, or only those without a position are wanted."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes = {layer: QCheckBox(layer.value) for layer in Layer}
        layout = Flow(px(12), px(2))
        self.setLayout(layout)
        for box in self.boxes.values():
            box.setChecked(True)
            box.toggled.connect(lambda _on: self.turned.emit())
            layout.addWidget(box)
        self.nowhere = quiet("", self.turned.emit)
        self.nowhere.setCheckable(True)
        layout.addWidget(self.nowhere)

    def show_counts(self, counts: dict[Layer, Counted]) -> None:
        """«登録住民 300», «位置のない人と資源 12件»."""
        for layer, box in self.boxes.items():
            box.setText(f"{layer.value} {counts[layer].rows:,}")
        people = counts[Layer.RESIDENTS].nowhere
        things = sum(c.nowhere for layer, c in counts.items() if layer is not Layer.RESIDENTS)
        parts = [f"人 {people:,}"] if people else []
        parts += [f"資源 {things:,}"] if things else []
        self.nowhere.setText("位置のない" + "・".join(parts))
        self.nowhere.setVisible(bool(parts))
        if not parts:
            self.nowhere.setChecked(False)

    def keeps(self, row: Row) -> bool:
        """Whether a row is in the list as the switches stand."""
        return self.shows(row) and not (self.nowhere.isChecked() and pin_of(row) is not None)

    def shows(self, row: Row) -> bool:
        """Whether the layer of a row is on."""
        return self.boxes[layer_of(row)].isChecked()

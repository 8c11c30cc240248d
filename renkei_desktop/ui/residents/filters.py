"""絞り込み: 町内会, consent, what is missing; in words as well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame

from renkei_desktop.domain.choice import Answer
from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation
from renkei_desktop.ui.forms.choice_editors import ComboEditor, Option
from renkei_desktop.ui.pieces import columns, quiet, stack
from renkei_desktop.ui.pieces.flow import FlowRow
from renkei_desktop.ui.theme import px

CONSENTS = (
    Option(Answer.GIVEN, "同意あり"),
    Option(Answer.UNASKED, "同意はまだ"),
    Option(Answer.REFUSED, "同意なし"),
    Option(Answer.WITHDRAWN, "同意を取り消し"),
)


@dataclass(frozen=True, slots=True)
class Filter:
    """What a row must be like; the empty filter keeps everybody who is registered."""

    association: RecordId | None = None
    consent: Answer | None = None
    nowhere: bool = False
    nobody: bool = False
    everybody: bool = False
    """Also people who are known but not registered."""

    names: dict[RecordId, str] = field(default_factory=dict, compare=False)

    @property
    def narrows(self) -> bool:
        return bool(self.association or self.consent or self.nowhere or self.nobody)

    def keeps(self, row: PersonRow) -> bool:
        if self.association is not None and row.association != self.association:
            return False
        if self.consent is not None and (row.consent or Answer.UNASKED) is not self.consent:
            return False
        if self.nowhere and row.latitude is not None:
            return False
        return not (self.nobody and row.phones)

    @property
    def words(self) -> str:
        """«旭町一 / 同意あり»."""
        consent = next((o.label for o in CONSENTS if o.value is self.consent), "")
        parts = (
            self.names.get(self.association or "", ""),
            consent,
            "位置なし" if self.nowhere else "",
            "電話なし" if self.nobody else "",
        )
        return " / ".join(part for part in parts if part)


class FilterBar(QFrame):
    """The filter as a row of fields; `turned` whenever it changes."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._names: dict[RecordId, str] = {}
        self._association = ComboEditor((), empty="町内会: すべて")
        self._consent = ComboEditor(CONSENTS, empty="同意: すべて")
        self._nowhere = QCheckBox("位置なし")
        self._nobody = QCheckBox("電話なし")
        self._everybody = QCheckBox("登録していない人も")
        for editor in (self._association, self._consent):
            editor.edited.connect(self.turned)
        for box in (self._nowhere, self._nobody, self._everybody):
            box.toggled.connect(lambda _on: self.turned.emit())
        lists = columns(self._association.field, self._consent.field)
        boxes = FlowRow(px(14))
        for part in (self._nowhere, self._nobody, self._everybody):
            boxes.flow.addWidget(part)
        boxes.flow.addWidget(quiet("すべて外す", self.take_off))
        layout = stack(lists, boxes, spacing=4)
        layout.setContentsMargins(px(10), px(8), px(10), px(4))
        self.setLayout(layout)

    def offer(self, associations: Iterable[NeighbourhoodAssociation]) -> None:
        """The 町内会 to choose from."""
        chosen = self._association.value()
        self._names = {a.id: a.name or "" for a in associations}
        self._association.offer(Option(i, name) for i, name in self._names.items())
        self._association.show_value(chosen if chosen in self._names else None)

    @property
    def filter(self) -> Filter:
        return Filter(
            association=self._association.value(),
            consent=self._consent.value(),
            nowhere=self._nowhere.isChecked(),
            nobody=self._nobody.isChecked(),
            everybody=self._everybody.isChecked(),
            names=self._names,
        )

    def show_filter(self, wanted: Filter) -> None:
        """Shows a filter and puts it in force."""
        self.blockSignals(True)
        self._association.show_value(wanted.association)
        self._consent.show_value(wanted.consent)
        self._nowhere.setChecked(wanted.nowhere)
        self._nobody.setChecked(wanted.nobody)
        self._everybody.setChecked(wanted.everybody)
        self.blockSignals(False)
        self.turned.emit()

    def take_off(self) -> None:
        """Keeps everybody again."""
        self.show_filter(Filter())

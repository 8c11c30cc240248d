"""The card of a resource: what it is, how to reach it, whom to talk to and when not."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from renkei_desktop.domain.resource import Contact
from renkei_desktop.office.resources import ResourceCard
from renkei_desktop.ui.forms.section_box import SectionBox
from renkei_desktop.ui.pieces import Chip, Tone, columns, group, label, quiet, secondary, stack
from renkei_desktop.ui.pieces.emptying import refill
from renkei_desktop.ui.pieces.flow import FlowRow
from renkei_desktop.ui.pieces.labels import name as name_label
from renkei_desktop.ui.pieces.room import cramped
from renkei_desktop.ui.records.change_words import Names
from renkei_desktop.ui.records.history_box import history_box
from renkei_desktop.ui.resources.columns import TONES
from renkei_desktop.ui.resources.face import Face
from renkei_desktop.ui.theme import px

_LABEL_WIDTH = 84


class ResourceCardView(QWidget):
    """Shows one card. `change`, `on_map` and `end` say what the clerk wants."""

    change = Signal()
    on_map = Signal()
    end = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reading = label("", "reading")
        self.name = name_label()
        self.name.setWordWrap(True)
        self._chips = FlowRow(px(8))
        self.map_button = secondary("地図で見る", self.on_map.emit)
        self.change_button = secondary("変更する", self.change.emit)
        self.end_button = quiet("一覧から外す", self.end.emit)
        self._body = QVBoxLayout()
        self._body.setSpacing(px(10))
        names = stack(self.reading, self.name, self._chips, spacing=6)
        deeds = columns(self.map_button, self.change_button)
        head = stack(names, deeds) if cramped() else columns(names, deeds)
        head.setStretchFactor(names, 1)
        head.setAlignment(deeds, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, px(6), 0)
        layout.setSpacing(px(10))
        layout.addLayout(head)
        layout.addLayout(self._body)
        layout.addStretch(1)
        layout.addLayout(columns(1, self.end_button))

    def show_card(self, card: ResourceCard, names: Names) -> None:
        """Shows a card; `names` are the words of terms for it."""
        resource = card.sheet.resource
        self.reading.setText(resource.reading or "")
        self.name.setText(resource.name or "（名前なし）")
        self._show_chips(card, names)
        self.map_button.setVisible(card.row.latitude is not None)
        parts: list[QWidget] = [_facts(card)]
        if card.sheet.contacts:
            parts.append(group("担当者"))
        parts += [_contact(contact, card) for contact in card.sheet.contacts]
        history = history_box(card.history, names)
        refill(self._body, [*parts, *([history] if history else [])])
        if resource.note:
            note = label(resource.note, wrap=True)
            self._body.addWidget(SectionBox("メモ", note, folded=True, ruled=False))

    def _show_chips(self, card: ResourceCard, names: Names) -> None:
        resource = card.sheet.resource
        chips = []
        if resource.resource_class is not None:
            tone = TONES[resource.resource_class]
            chips.append(Chip(resource.resource_class.label, tone))
        chips.append(Chip(names.get(resource.type or "", resource.type or "")))
        if resource.publish is not None:
            chips.append(Chip(resource.publish.label))
        if card.card.conflicts:
            chips.append(Chip(f"食い違い {len(card.card.conflicts)}件", Tone.WARNING))
        refill(self._chips.flow, [chip for chip in chips if chip.text()])

    def clear(self) -> None:
        """Nothing readable is left."""
        self.reading.setText("")
        self.name.setText("")
        refill(self._chips.flow, [])
        refill(self._body, [])


def _facts(card: ResourceCard) -> QWidget:
    resource = card.sheet.resource
    address = resource.place.address if resource.place else None
    found = (
        ("電話", resource.phone, "strong"),
        ("FAX", resource.fax, ""),
        ("住所", address, ""),
        ("開いている時間", resource.hours, ""),
        ("できること", resource.helps_with, ""),
    )
    holder = QWidget()
    _fill(holder, ((words, text, role) for words, text, role in found if text))
    return holder


def _contact(contact: Contact, card: ResourceCard) -> QFrame:
    """Face, name and ways; when not to call stands out."""
    frame = QFrame()
    frame.setProperty("role", "panel")
    row = columns(Face(card.faces.get(contact.id), units=72), spacing=14)
    row.setContentsMargins(px(14), px(12), px(14), px(12))
    row.setAlignment(Qt.AlignmentFlag.AlignTop)
    who = FlowRow(px(10))
    who.flow.addWidget(label(contact.name or "", "strong"))
    for words in (contact.role, contact.reading):
        if words:
            who.flow.addWidget(label(words, "label"))
    facts = QWidget()
    ways = (("直通電話", contact.phone, "strong"), ("よい連絡方法", contact.best_way, ""))
    _fill(facts, ((words, text, role) for words, text, role in ways if text))
    side = stack(who, spacing=6)
    if contact.avoid_hours:
        side.addWidget(_avoid(contact.avoid_hours))
    if not cramped():
        side.addWidget(facts)
    side.addStretch(1)
    row.addLayout(side, 1)
    frame.setLayout(stack(row, facts) if cramped() else row)
    return frame


def _avoid(hours: str) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "avoid")
    words = stack(
        label("連絡を避けたい時間", "label"), label(hours, "strong", wrap=True), spacing=2
    )
    words.setContentsMargins(px(12), px(6), px(12), px(6))
    frame.setLayout(words)
    return frame


def _fill(holder: QWidget, facts: Iterable[tuple[str, str | None, str]]) -> None:
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(14))
    grid.setVerticalSpacing(px(5))
    grid.setColumnMinimumWidth(0, px(_LABEL_WIDTH))
    grid.setColumnStretch(1, 1)
    for line, (words, text, role) in enumerate(facts):
        caption: QLabel = label(words, "label", wrap=True)
        caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        caption.setContentsMargins(0, px(2), 0, 0)
        value = label(text or "", role, wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(caption, line, 0)
        grid.addWidget(value, line, 1)

"""The card of a person: reading over the large name, chips, facts, «もっと», history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from renkei_desktop.office.residents import PersonCard
from renkei_desktop.ui.forms.section_box import SectionBox
from renkei_desktop.ui.pieces import Chip, button, columns, label, quiet, remark, secondary, stack
from renkei_desktop.ui.pieces.emptying import refill
from renkei_desktop.ui.pieces.flow import FlowRow
from renkei_desktop.ui.records.change_words import Names
from renkei_desktop.ui.records.history_box import history_box
from renkei_desktop.ui.residents.facts import Fact, chips, main_facts, more_facts
from renkei_desktop.ui.residents.true_name import TrueName
from renkei_desktop.ui.theme import px

LABEL_WIDTH = 84


class PersonCardView(QWidget):
    """Shows one card. `change`, `register` and `end` say what the clerk wants to do with it."""

    change = Signal()
    register = Signal()
    end = Signal()
    wanted = Signal(str)
    """Somebody else whose card is to be opened: a member of the household."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.reading = label("", "reading")
        self.name = TrueName()
        self._glyph_note = remark()
        self._line = FlowRow(px(8))
        self._line.flow.addWidget(self.name)
        self._chips: list[Chip] = []
        self.change_button = secondary("変更する", self.change.emit)
        self.register_button = secondary("この人を登録する", self.register.emit)
        self.end_button = quiet("登録を終える", self.end.emit)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, px(6), 0)
        self._body.setSpacing(px(6))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(px(6))
        self._layout.addLayout(self._head())
        self._layout.addLayout(self._body)
        self._layout.addStretch(1)

    def _head(self):  # type: ignore[no-untyped-def]
        names = stack(self.reading, self._line, spacing=2)
        deeds = columns(self.register_button, self.change_button)
        head = columns(names, deeds)
        head.setStretchFactor(names, 1)
        head.setAlignment(deeds, Qt.AlignmentFlag.AlignTop)
        return stack(head, self._glyph_note, spacing=4)

    def show_card(self, card: PersonCard, names: Names) -> None:
        """Shows a card; `names` are the words of terms and records for it."""
        person, resident = card.sheet.person, card.sheet.resident
        self.reading.setText(person.reading or "")
        self.name.show_name(person.name or "（名前なし）")
        self._glyph_note.setText(self._about_glyphs())
        self._glyph_note.setVisible(bool(self._glyph_note.text()))
        self._show_chips(Chip(chip.words, chip.tone) for chip in chips(card))
        standing = resident is not None and resident.ending is None
        self.register_button.setVisible(not standing)
        refill(self._body, [self._facts(main_facts(card, names, self._today))])
        for title, facts in more_facts(card):
            self._body.addWidget(SectionBox(title, self._facts(facts), folded=True, ruled=False))
        history = history_box(card.history, names)
        if history is not None:
            self._body.addWidget(history)
        self._body.addLayout(self._deeds(standing))

    def _show_chips(self, made: Iterable[Chip]) -> None:
        for old in self._chips:
            self._line.flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._chips = list(made)
        for chip in self._chips:
            self._line.flow.addWidget(chip)

    def _about_glyphs(self) -> str:
        if self.name.missing:
            return "この端末の字体にない字があります。もとの形に近い字で示しています。"
        return "名前の字の形は、本人の字のとおりに示しています。" if self.name.is_drawn else ""

    def _deeds(self, standing: bool):  # type: ignore[no-untyped-def]
        self.end_button = quiet("登録を終える", self.end.emit)
        deeds = columns(1)
        if standing:
            deeds.addWidget(self.end_button)
        return deeds

    def _people(self, fact: Fact) -> QWidget:
        row = FlowRow(px(4))
        for person, words in fact.people:
            made = button(words, "link", partial(self.wanted.emit, person))
            made.setAccessibleName(f"{fact.label} {words}: 票を開く")
            row.flow.addWidget(made)
        return row

    def clear(self) -> None:
        """Nothing readable is left."""
        self.reading.setText("")
        self.name.show_name("")
        self._glyph_note.setText("")
        self._show_chips(())
        refill(self._body, [])

    def _facts(self, facts: tuple[Fact, ...]) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(5))
        grid.setColumnMinimumWidth(0, px(LABEL_WIDTH))
        grid.setColumnStretch(1, 1)
        for line, fact in enumerate(facts):
            grid.addWidget(_caption(fact.label), line, 0)
            grid.addWidget(self._people(fact) if fact.people else _value(fact), line, 1)
        return holder


def _caption(words: str) -> QLabel:
    caption = label(words, "label", wrap=True)
    caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    caption.setContentsMargins(0, px(2), 0, 0)
    return caption


def _value(fact: Fact) -> QLabel:
    value = label(fact.text, "strong" if fact.strong else "", wrap=True)
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    value.setAccessibleName(f"{fact.label} {fact.text}")
    return value

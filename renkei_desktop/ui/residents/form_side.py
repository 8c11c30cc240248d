"""Beside the form of a person: who may be the same, and values that stand side by side."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.text.wareki import wareki
from renkei_desktop.domain.wire import to_wire
from renkei_desktop.office.residents import PersonCard
from renkei_desktop.ui.forms.sheet_form import SheetForm
from renkei_desktop.ui.pieces import button, columns, group, label, remark, secondary
from renkei_desktop.ui.pieces.emptying import refill
from renkei_desktop.ui.records.change_words import NOTHING, Names, value_words
from renkei_desktop.ui.theme import px


class FormSide(QWidget):
    """`known(person)` when the clerk says that it is somebody who is known already."""

    known = Signal(str)
    filled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, px(6), 0)
        self._layout.setSpacing(px(8))
        self._same = QVBoxLayout()
        self._beside = QVBoxLayout()
        for part in (self._same, self._beside):
            part.setSpacing(px(6))
            self._layout.addLayout(part)
        self._layout.addStretch(1)

    def show_same(self, rows: Iterable[PersonRow]) -> None:
        """People who may be the one on the form."""
        refill(self._same)
        for number, row in enumerate(rows):
            if number == 0:
                self._same.addWidget(group("同じ人かもしれません"))
                self._same.addWidget(
                    remark("同じ人なら選んでください。別の人なら、そのまま続けます。")
                )
            self._same.addWidget(self._person(row))
        self.filled.emit()

    def _person(self, row: PersonRow) -> QWidget:
        made = button("", "hit", partial(self.known.emit, row.person))
        birth = wareki(row.birth, short=True) if row.birth else "生年月日なし"
        state = "登録あり" if row.resident else "登録なし"
        lines = QVBoxLayout(made)
        lines.setContentsMargins(px(12), px(6), px(12), px(6))
        lines.setSpacing(0)
        for line in (
            label(f"{row.name}　{row.reading}", "strong"),
            label(f"{birth}　{row.address}　{state}", "remark", wrap=True),
        ):
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            lines.addWidget(line)
        made.setAccessibleName(f"同じ人として開く: {row.name}")
        return made

    def show_beside(self, card: PersonCard | None, form: SheetForm, names: Names) -> None:
        """The values that stand side by side, each with the verb that takes it."""
        refill(self._beside)
        conflicts = card.card.conflicts if card else {}
        for number, ((record, register), values) in enumerate(conflicts.items()):
            if number == 0:
                self._beside.addWidget(group("食い違い"))
                self._beside.addWidget(
                    remark("別の端末で違う値が入りました。正しいほうを選びます。")
                )
            self._show_values(form, record, register, values, names)

    def _show_values(
        self, form: SheetForm, record: str, register: str, values: tuple[object, ...], names: Names
    ) -> None:
        line = form.line_of(record, register)
        if line is None:
            return
        self._beside.addWidget(label(line.item.field.label, "label"))
        for value in values:
            words = value_words(line.item, to_wire(value), names) or NOTHING
            take = secondary("この値にする", partial(form.take_value, line, value))
            row = columns(label(words, wrap=True), take)
            row.setStretch(0, 1)
            self._beside.addLayout(row)

    @property
    def has_words(self) -> bool:
        """Whether there is anything to be read here."""
        return bool(self._same.count() or self._beside.count())

    def clear(self) -> None:
        """Nothing readable is left."""
        refill(self._same)
        refill(self._beside)

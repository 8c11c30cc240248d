"""Consent on a form: a table of purpose × class of recipients, and what follows from it.

One conversation gives one set of circumstances (date, way, who answered): it is written to all
answers that are changed at this form, so that each of them is a full answer.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from renkei_desktop.domain.choice import Answer, Purpose, RecipientClass
from renkei_desktop.domain.consent import Consent, ConsentAnswer, consent_id
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.resident import Resident
from renkei_desktop.domain.wire import Json
from renkei_desktop.ui.forms.answer_box import AnswerBox
from renkei_desktop.ui.forms.circumstances import Circumstances
from renkei_desktop.ui.forms.consequence import SHORT, what_follows
from renkei_desktop.ui.forms.surroundings import Surroundings, label_width
from renkei_desktop.ui.pieces import label, quiet, quiet_text, stack
from renkei_desktop.ui.theme import px

CLASSES = tuple(c for c in RecipientClass if c is not RecipientClass.OTHER)
"""Anybody else gets a list only in a disaster, where consent is not what decides."""

Cell = tuple[Purpose, RecipientClass]


class ConsentMatrix(QWidget):
    """Shows and edits all consents of one resident."""

    edited = Signal()

    def __init__(self, resident: Resident, around: Surroundings) -> None:
        super().__init__()
        self._resident = resident
        self._around = around
        self._stored: dict[RecordId, Consent] = {}
        self.boxes: dict[Cell, AnswerBox] = {}
        self._follows = quiet_text()
        self.circumstances = Circumstances(around)
        self.circumstances.edited.connect(self.edited)
        self.setLayout(stack(self._table(), self._follows, self.circumstances))
        self.show_records(())

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(6))
        for column, purpose in enumerate(Purpose, start=1):
            grid.addWidget(label(purpose.label, "label"), 0, column)
            everybody = quiet("すべて同意", partial(self.agree, purpose))
            everybody.setAccessibleName(f"{purpose.label}: すべての相手に同意する")
            grid.addWidget(everybody, len(CLASSES) + 1, column, Qt.AlignmentFlag.AlignLeft)
            grid.setColumnStretch(column, 1)
        for row, recipient in enumerate(CLASSES, start=1):
            grid.addWidget(self._caption(recipient), row, 0)
            for column, purpose in enumerate(Purpose, start=1):
                grid.addWidget(self._box(purpose, recipient), row, column)
        return grid

    def _caption(self, recipient: RecipientClass) -> QWidget:
        caption = label(SHORT[recipient].replace("画に", "画に\n"), "label")
        caption.setToolTip(recipient.label)
        caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        caption.setFixedWidth(px(label_width()))
        return caption

    def _box(self, purpose: Purpose, recipient: RecipientClass) -> AnswerBox:
        box = AnswerBox()
        box.setAccessibleName(f"{purpose.label}、{recipient.label}")
        box.answered.connect(self._answered)
        self.boxes[purpose, recipient] = box
        return box

    def show_records(self, consents: Iterable[Consent]) -> None:
        """Fills the table with the standing answers."""
        self._stored = {consent.id: consent for consent in consents}
        for (purpose, recipient), box in self.boxes.items():
            box.show_standing(self._standing(purpose, recipient))
        self._tell()

    def _standing(self, purpose: Purpose, recipient: RecipientClass) -> ConsentAnswer | None:
        stored = self._stored.get(consent_id(self._resident.id, purpose, recipient))
        return stored.answer if stored else None

    @property
    def changed(self) -> dict[Cell, Answer]:
        """The answers that differ from the standing ones."""
        return {cell: box.answer for cell, box in self.boxes.items() if box.changed}

    @property
    def records(self) -> tuple[Consent, ...]:
        """All consents as they would be saved, the untouched ones as they were."""
        fresh = {}
        for (purpose, recipient), answer in self.changed.items():
            key = consent_id(self._resident.id, purpose, recipient)
            blank = Consent(
                id=key, resident=self._resident.id, purpose=purpose, recipient_class=recipient
            )
            full = self.circumstances.around(answer)
            fresh[key] = dataclasses.replace(self._stored.get(key, blank), answer=full)
        return tuple({**self._stored, **fresh}.values())

    def trouble(self) -> str:
        """What is missing from the answers given now; also shown beside the fields."""
        return self.circumstances.trouble(self.changed)

    def tell(self) -> None:
        """Shows what is missing beside the fields."""
        self.circumstances.tell(self.changed)

    def draft(self) -> Json:
        typed = {f"{p.value}/{c.value}": box.answer.value for (p, c), box in self.boxes.items()}
        return {"answers": typed, "circumstances": self.circumstances.draft()}

    def resume(self, draft: Json) -> None:
        kept = draft if isinstance(draft, dict) else {}
        for (purpose, recipient), box in self.boxes.items():
            answer = kept.get("answers", {}).get(f"{purpose.value}/{recipient.value}")
            if answer is not None:
                box.choose(Answer(answer))
        self.circumstances.resume(kept.get("circumstances"))
        self._tell()

    @property
    def consequence(self) -> str:
        """What follows from the answers, in one sentence."""
        return self._follows.text()

    def agree(self, purpose: Purpose) -> None:
        """«すべて同意»: the same answer from everybody who may be told."""
        for (of, _), box in self.boxes.items():
            if of is purpose:
                box.choose(Answer.GIVEN)
        self._answered()

    def _answered(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        roster: dict[RecipientClass, Answer] = {
            c: self.boxes[Purpose.ROSTER, c].answer for c in CLASSES
        }
        self._follows.setText(what_follows(self._resident, roster, self._around))
        self.circumstances.setVisible(bool(self.changed))

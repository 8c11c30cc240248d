"""One answer in the table of consents: a word with a shape, and when it was given."""

from __future__ import annotations

from PySide6.QtCore import Signal

from renkei_desktop.domain.choice import Answer
from renkei_desktop.domain.consent import ConsentAnswer
from renkei_desktop.domain.text.wareki import wareki
from renkei_desktop.ui.forms.choice_editors import Combo
from renkei_desktop.ui.pieces import restyle

_WORDS = {
    Answer.GIVEN: "○ 同意",
    Answer.REFUSED: "× しない",
    Answer.UNASKED: "－ まだ",
    Answer.WITHDRAWN: "△ 取消",
}
"""Readable in black and white: the answer is never told by its colour alone."""


def answer_words(answer: Answer) -> str:
    """A shape and a word: «○ 同意»."""
    return _WORDS[answer]


class AnswerBox(Combo):
    """A drop-down list of answers; `answered` when the clerk chose one."""

    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._standing = Answer.UNASKED
        self._silent = False
        self.setMinimumContentsLength(4)
        self.currentIndexChanged.connect(self._chosen)

    def show_standing(self, standing: ConsentAnswer | None) -> None:
        """The stored answer; «取り消した» is offered only where something can be taken back."""
        self._standing = standing.answer if standing else Answer.UNASKED
        self._silent = True
        self.clear()
        for answer in self._choices():
            self.addItem(answer_words(answer), answer)
        self._silent = False
        self.choose(self._standing)
        when = standing.on if standing else None
        self.setToolTip(f"{wareki(when)}に答えました。" if when else "")

    def _choices(self) -> list[Answer]:
        choices = [Answer.UNASKED, Answer.GIVEN, Answer.REFUSED]
        if self._standing in (Answer.GIVEN, Answer.WITHDRAWN):
            choices.append(Answer.WITHDRAWN)
        return choices

    @property
    def answer(self) -> Answer:
        chosen = self.currentData()
        return Answer(chosen) if chosen is not None else self._standing

    @property
    def changed(self) -> bool:
        return self.answer is not self._standing

    def choose(self, answer: Answer) -> None:
        """Shows an answer without saying so."""
        self._silent = True
        self.setCurrentIndex(max(self.findData(answer), 0))
        self._silent = False
        self._colour()

    def _chosen(self) -> None:
        self._colour()
        if not self._silent:
            self.answered.emit()

    def _colour(self) -> None:
        restyle(self, "answer", self.answer.value)
        restyle(self, "changed", self.changed)

"""The plan in words: on which basis, who is in, who is left out and why, what cannot be printed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from renkei_desktop.office.plans import PlanLine, ProvisionPlan
from renkei_desktop.ui.pieces import group, label
from renkei_desktop.ui.pieces.chip import Tone
from renkei_desktop.ui.pieces.row_list import RowList
from renkei_desktop.ui.pieces.row_model import Column, Look, RowModel
from renkei_desktop.ui.theme import px


def _columns(words: str) -> tuple[Column, ...]:
    look, tone = Look.NAME, lambda _line: Tone.GOOD
    return (
        Column("name", "氏名", 150, lambda n: n.row.name, look=look, tone=tone),
        Column("association", "町内会", 90, lambda n: n.row.association_name, gives_way=1),
        Column("words", words, 0, lambda n: n.words, least=240),
    )


class PlanList(RowList):
    """The people of a plan with the words beside each: a basis, or why not."""

    def __init__(self, title: str, words: str) -> None:
        super().__init__(RowModel(_columns(words), lambda line: line.row.person), title)

    def show_lines(self, lines: Iterable[PlanLine]) -> None:
        self.records.show_rows(tuple(lines))


class PlanWords(QWidget):
    """What is said about a plan under the questions. `allowed` when blanks are allowed or not."""

    allowed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._basis = label("", wrap=True)
        self._scope = label("", wrap=True)
        self._trouble = label("", "error", wrap=True)
        self._missing = _Notice("手で書き入れる枠にして印刷する")
        self._restored = _Notice("")
        self._missing.box.toggled.connect(lambda _on: self.allowed.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, px(6), 0)
        layout.setSpacing(px(6))
        self._parts = (group("根拠"), self._basis, group("範囲"), self._scope)
        for part in (self._trouble, self._restored, self._missing, *self._parts):
            layout.addWidget(part)
        self.show_plan(None)

    @property
    def leave(self) -> QCheckBox:
        """The box that gives leave for frames."""
        return self._missing.box

    @property
    def allows_blanks(self) -> bool:
        """Whether characters without a glyph may come out as frames for the pen."""
        return not self._missing.isHidden() and self._missing.box.isChecked()

    def show_plan(self, plan: ProvisionPlan | None) -> None:
        """The words of a plan; None takes them away."""
        self._basis.setText(plan.basis if plan else "")
        self._scope.setText(plan.scope if plan else "")
        self._restored.say((plan.notice if plan else None) or "")
        for part in self._parts:
            part.setVisible(plan is not None)

    def show_missing(self, characters: Iterable[str]) -> None:
        """Characters that no face on this PC can print."""
        found = "　".join(dict.fromkeys(characters))
        self._missing.box.setChecked(False)
        self._missing.say(
            f"このパソコンの文字では印刷できない字があります: {found}" if found else ""
        )

    def say(self, sentence: str) -> None:
        """Why there is no plan."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))


class _Notice(QFrame):
    """A sentence that must be read, with a box to tick where there is something to allow."""

    def __init__(self, verb: str) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._words = label("", wrap=True)
        self.box = QCheckBox(verb)
        self.box.setVisible(bool(verb))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(12), px(8), px(12), px(8))
        layout.addWidget(self._words)
        layout.addWidget(self.box)

    def say(self, sentence: str) -> None:
        self._words.setText(sentence)
        self.setVisible(bool(sentence))

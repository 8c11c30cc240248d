"""What every section of the settings is; the wizard shows the same sections as its steps."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.wire import Json
from renkei_desktop.ui.pieces.labels import label, restyle
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.theme import px


class Section(QWidget):
    """Reads what it shows in `shown`, says `done` when its thing is done, drops it in `cleared`.
    `given_up` says that what was half typed is not wanted any more.

    `explanation` stands under the title. `said` is the one line that answers a deed.
    """

    name: ClassVar[str] = ""
    title: ClassVar[str] = ""
    explanation: ClassVar[str] = ""

    typed = Signal()
    done = Signal()
    given_up = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(px(12))
        self.said = label("", "remark", wrap=True)
        self.said.hide()

    def fill(self, *items: QWidget | QLayout) -> None:
        """Puts the parts below each other, the answering line last."""
        for item in items:
            if isinstance(item, QWidget):
                self.body.addWidget(item)
            else:
                self.body.addLayout(item)
        self.body.addWidget(self.said)
        self.body.addStretch(1)

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Answers in one line under the parts; red where it was refused."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        restyle(self.said, "role", "error" if wrong else "remark")

    def refuse(self, error: RenkeiError) -> None:
        """A refusal beside the field instead of a window."""
        self.say(error.sentence, wrong=True)

    def shown(self) -> None:
        """The section has come into view."""

    def changed(self, changes: Changes) -> None:
        """A deed changed these records."""

    def cleared(self) -> None:
        """Drops everything readable."""

    def draft(self) -> Json | None:
        """What is half typed, without any password."""
        return None

    def restore(self, data: Json) -> None:
        """Shows what was half typed."""

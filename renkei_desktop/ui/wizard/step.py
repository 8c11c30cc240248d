"""What every step of the wizard is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.wire import Json
from renkei_desktop.ui.settings.section import Section
from renkei_desktop.ui.theme import px


class Step(QWidget):
    """A name for the list on the left, a heading, an explanation, and the widgets.

    `edited` is said when `trouble` or `waiting` may have changed, `typed` when `draft` has, `go_on`
    to move on from the keyboard.
    """

    name: str = ""
    heading: str = ""
    explanation: str = ""

    edited = Signal()
    typed = Signal()
    go_on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(px(12))

    @property
    def trouble(self) -> str:
        """Why «次へ» cannot go on; an empty text where it can."""
        return ""

    @property
    def waiting(self) -> bool:
        """Whether the step is not done but may be put off: «あとで» instead of «次へ»."""
        return False

    def shown(self) -> None:
        """The step has come into view."""

    def take_focus(self) -> None:
        """Puts the cursor where the clerk begins."""

    def changed(self, changes: Changes) -> None:
        """A deed changed these records."""

    def cleared(self) -> None:
        """Drops everything readable."""

    def draft(self) -> Json | None:
        """What is half typed, without any password."""
        return None

    def restore(self, data: Json) -> None:
        """Shows what was half typed."""


class SectionStep(Step):
    """A section of the settings as a step, under a heading of its own."""

    def __init__(self, section: Section, heading: str) -> None:
        super().__init__()
        self.section = section
        self.name = section.name
        self.heading = heading
        self.explanation = section.explanation
        self._done = False
        self.body.addWidget(section)
        section.done.connect(self._is_done)
        section.typed.connect(self.typed)

    @property
    def waiting(self) -> bool:
        return not self._done

    def _is_done(self) -> None:
        self._done = True
        self.edited.emit()

    def shown(self) -> None:
        self.section.shown()

    def changed(self, changes: Changes) -> None:
        self.section.changed(changes)

    def cleared(self) -> None:
        self.section.cleared()

    def draft(self) -> Json | None:
        return self.section.draft()

    def restore(self, data: Json) -> None:
        self.section.restore(data)

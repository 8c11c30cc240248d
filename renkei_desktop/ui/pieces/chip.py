"""A chip: a word with a colour, where the word alone would do."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QLabel, QSizePolicy

from renkei_desktop.ui.pieces.labels import restyle


class Tone(StrEnum):
    """The colour of a chip."""

    PLAIN = "plain"
    GOOD = "accent"
    DANGER = "danger"
    WARNING = "warning"
    BLUE = "blue"


class Chip(QLabel):
    """`Chip("同意あり", Tone.GOOD)`; an empty one is not shown."""

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.say(text, tone)

    def say(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Another word in another colour."""
        self.setText(text)
        # Without a parent yet, showing it would make a window of it.
        if self.parent() or not text:
            self.setVisible(bool(text))
        restyle(self, "chip", tone.value)

"""The calm frame of every small window: a heading, sentences, buttons with verbs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from renkei_desktop.ui import icons, theme
from renkei_desktop.ui.pieces.labels import label
from renkei_desktop.ui.program import PROGRAM
from renkei_desktop.ui.theme import px

_WIDTH = 520


class Panel(QDialog):
    """Opens over its parent without stopping the program; Esc closes it."""

    def __init__(
        self, parent: QWidget | None, heading: str, icon: str = "", tone: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(PROGRAM)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setFixedWidth(px(_WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(20), px(24), px(20))
        layout.setSpacing(px(8))
        layout.addLayout(_heading(heading, icon, tone))
        self.body = QVBoxLayout()
        self.body.setSpacing(px(8))
        layout.addLayout(self.body)
        layout.addSpacing(px(8))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(px(8))
        self._buttons.addStretch(1)
        layout.addLayout(self._buttons)

    def showEvent(self, event: QShowEvent) -> None:
        # Only now the style sheet has told the labels their type, and so their height.
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
        super().showEvent(event)

    def say(self, sentence: str, role: str = "") -> QLabel:
        """A further sentence, if it is not empty."""
        line = label(sentence, role, wrap=True)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if sentence:
            self.body.addWidget(line)
        return line

    def offer(self, button: QPushButton, *, default: bool = False) -> QPushButton:
        """A further button on the right; the default one has the focus."""
        self._buttons.addWidget(button)
        if default:
            button.setDefault(True)
            button.setFocus()
        return button


def _heading(words: str, icon: str, tone: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(px(12))
    if icon:
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, tone or theme.now().colours.accent, 26))
        line.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(words, "name", wrap=True), 1)
    return line

"""A hidden line, for passwords."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

CAPS = "大文字になる状態（Caps Lock）のようです。"


class PasswordLine(QLineEdit):
    """Enter says `entered` and goes to the next field where it `moves_on`.

    `caps` says whether Caps Lock seems to be on, judged by the letters that arrive.
    """

    entered = Signal()
    caps = Signal(bool)

    def __init__(self, *, moves_on: bool = True) -> None:
        super().__init__()
        self.moves_on = moves_on
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if len(letter) == 1 and letter.isascii() and letter.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps.emit(letter.isupper() != shift)
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.entered.emit()
            if self.moves_on:
                self.focusNextChild()

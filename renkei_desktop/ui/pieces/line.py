"""Fields to type in. An Enter that confirms a conversion of the input method never moves on."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from renkei_desktop.ui.pieces.reading_catcher import ReadingCatcher
from renkei_desktop.ui.theme import px

_CONFIRMING_SECONDS = 0.06
"""Some input methods let the very key press through that confirmed the conversion."""


class Composition:
    """What the input method is doing: whether it is converting, and the kana it was given."""

    def __init__(self) -> None:
        self._composing = False
        self._confirmed = float("-inf")
        self._catcher = ReadingCatcher()

    def follow(self, event: QInputMethodEvent) -> str:
        """Takes note of an event; returns the kana behind what was just confirmed, else ''."""
        self._composing = bool(event.preeditString())
        if event.commitString():
            self._confirmed = time.monotonic()
        return self._catcher.step(event.preeditString(), event.commitString())

    @property
    def confirming(self) -> bool:
        """Whether an Enter now belongs to the conversion and not to the form."""
        return self._composing or time.monotonic() - self._confirmed < _CONFIRMING_SECONDS


class Line(QLineEdit):
    """One line of text. Enter goes to the next field (`moves_on`) and says `entered`.

    `heard` carries the kana that were converted, so that a name brings its reading along.
    """

    entered = Signal()
    heard = Signal(str)

    def __init__(self, text: str = "", *, hint: str = "", moves_on: bool = True) -> None:
        super().__init__(text)
        self.moves_on = moves_on
        self._composition = Composition()
        if hint:
            self.setPlaceholderText(hint)

    @property
    def confirming(self) -> bool:
        """Whether an Enter now belongs to the conversion and not to the form."""
        return self._composition.confirming

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        kana = self._composition.follow(event)
        super().inputMethodEvent(event)
        if kana:
            self.heard.emit(kana)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        event.accept()
        if self._composition.confirming:
            return
        super().keyPressEvent(event)
        event.accept()
        self.entered.emit()
        if self.moves_on:
            self.focusNextChild()


class Lines(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next field, Enter begins a line."""

    def __init__(self, text: str = "", *, hint: str = "", rows: int = 3) -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(hint)
        self.setFixedHeight(rows * self.fontMetrics().lineSpacing() + px(24))


def select_all(widget: QWidget) -> None:
    """Puts the cursor into a field with everything in it selected."""
    widget.setFocus()
    if isinstance(widget, QLineEdit):
        widget.selectAll()

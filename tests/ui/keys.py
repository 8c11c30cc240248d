"""Typing as a clerk does: through an input method, key by key, with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def convert(widget: QWidget, kana: str, word: str) -> None:
    """Types kana, lets the input method convert it, and confirms the word."""
    typed = ""
    for sound in kana:
        typed += sound
        preedit(widget, typed)
    preedit(widget, word)
    commit(widget, word)


def preedit(widget: QWidget, text: str) -> None:
    """What the input method shows and has not confirmed."""
    QCoreApplication.sendEvent(widget, QInputMethodEvent(text, []))


def commit(widget: QWidget, text: str, rest: str = "") -> None:
    """What the input method confirms; `rest` stays open."""
    event = QInputMethodEvent(rest, [])
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    """One key down and up."""
    QTest.keyClick(widget, key, held or Qt.KeyboardModifier.NoModifier)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """One click with the left button, in the middle where nothing else is said."""
    QTest.mouseClick(
        widget,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        at or widget.rect().center(),
    )

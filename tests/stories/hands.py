"""A clerk's hands: keys, the input method, the mouse. Nothing else ever touches the program.

Events go to the window of the system (QWindow), as they do on a desk: what lies on top gets them,
a window behind a small one gets none. An input method is spoken for by QInputMethodEvent, which it
sends to the field that has the cursor. There is no file chooser of an operating system offscreen,
so Qt's own comes up in its place; it is driven like any other window.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QFileDialog,
    QWidget,
)

from tests.stories import eyes

_LEFT = Qt.MouseButton.LeftButton
_NO_KEY = Qt.KeyboardModifier.NoModifier
_CONFIRMED_MS = 70
"""An Enter that comes sooner after a conversion belongs to the conversion."""
_POPUP_MS = 450
"""A list that has just dropped down takes no click yet, in case it is the second of a double."""


# --- keys


def press(keys: str, times: int = 1) -> None:
    """«Ctrl+L», «Tab», «Return» …, on the window that has the keyboard."""
    for _ in range(times):
        QTest.keySequence(_keyboard(), QKeySequence(keys))


def write(text: str) -> None:
    """Types what stands on the keys; anything else comes from the input method."""
    for letter in text:
        if letter.isascii():
            QTest.keyClick(_keyboard(), ord(letter))
        else:
            _compose("", letter)
    eyes.let_run(_CONFIRMED_MS)


def convert(kana: str, word: str) -> None:
    """Types kana, has them converted, confirms the word."""
    for end in range(1, len(kana) + 1):
        _compose(kana[:end])
    _compose(word)
    _compose("", word)
    eyes.let_run(_CONFIRMED_MS)


def tab_to(words: str) -> None:
    """Tab by Tab, until the thing with these words is at hand."""
    for _ in range(60):
        at = QApplication.focusWidget()
        if at is not None and words in (*eyes.texts(at), at.accessibleName()):
            return
        press("Tab")
    raise AssertionError(f"Tab does not come to «{words}»")


def _compose(open_: str, confirmed: str = "") -> None:
    event = QInputMethodEvent(open_, [])
    event.setCommitString(confirmed)
    eyes.front()
    cursor = QGuiApplication.focusObject()
    assert cursor is not None, "the cursor is in no field"
    QCoreApplication.sendEvent(cursor, event)


def _keyboard() -> QWindow:
    eyes.front()
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window has the keyboard"
    return window


# --- mouse


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Clicks where the widget is to be seen; turns the wheel first where it is not."""
    if at is None:
        bring_into_sight(widget)
        at = widget.rect().center()
    spot = widget.mapTo(widget.window(), at)
    hit = widget.window().childAt(spot) or widget.window()
    assert hit is widget or widget.isAncestorOf(hit), f"{hit} lies over {widget}"
    QTest.mouseClick(_window_of(widget), _LEFT, _NO_KEY, spot)


def click_button(words: str) -> None:
    """Waits for a button with these words that can be pressed, and presses it."""
    eyes.until(lambda: eyes.button(words).isEnabled(), f"«{words}» can be pressed")
    click(eyes.button(words))


def click_line(words: str) -> None:
    """A line of a list."""
    eyes.until(lambda: eyes.place_in_list(words), f"a line «{words}»")
    view, at = eyes.place_in_list(words)
    click(view.viewport(), at)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Takes hold at one place and lets go at another."""
    window = _window_of(widget)
    here, there = (widget.mapTo(widget.window(), at) for at in (start, end))
    QTest.mousePress(window, _LEFT, _NO_KEY, here)
    for step in range(1, 7):
        QTest.mouseMove(window, here + (there - here) * step / 6, delay=15)
    QTest.mouseRelease(window, _LEFT, _NO_KEY, there)


def fill(words: str, text: str, number: int = 0) -> None:
    """Clicks into a field, takes out what stands there, types."""
    click(eyes.field(words, number))
    press("Ctrl+A")
    write(text)


def choose(words: str, answer: str, number: int = 0) -> None:
    """Drops a list down, once there is the answer that begins so, and clicks it."""
    eyes.until(lambda: _row_of(_box(words, number), answer) >= 0, f"an answer «{answer}»")
    box = _box(words, number)
    click(box)
    view = box.view()
    eyes.until(view.isVisible, f"the list of «{words}»")
    eyes.let_run(_POPUP_MS)
    index = view.model().index(_row_of(box, answer), 0)
    view.scrollTo(index)
    click(view.viewport(), view.visualRect(index).center())
    eyes.until(lambda: not view.isVisible(), "the list is gone")
    eyes.until(lambda: box.currentText().startswith(answer), f"«{answer}» is chosen")


def _box(words: str, number: int) -> QComboBox:
    box = eyes.field(words, number)
    assert isinstance(box, QComboBox)
    return box


def _row_of(box: QComboBox, answer: str) -> int:
    return box.findText(answer, Qt.MatchFlag.MatchStartsWith)


def bring_into_sight(widget: QWidget) -> None:
    """Turns the wheel over the area in which the widget lies."""
    for _ in range(80):
        area = _hiding(widget)
        if area is None:
            return
        port = area.viewport()
        middle = widget.mapTo(port, widget.rect().center()).y()
        turn = 120 if middle < port.height() / 2 else -120
        spot = port.mapTo(port.window(), port.rect().center())
        QTest.wheelEvent(_window_of(port), spot, QPoint(0, turn))
        eyes.let_run(1)
    raise AssertionError(f"the wheel does not bring {widget} into sight")


def _hiding(widget: QWidget) -> QAbstractScrollArea | None:
    """The area in which the middle of the widget is out of sight."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea) and not isinstance(above, QAbstractItemView):
            port = above.viewport()
            inside = port.rect().adjusted(0, 4, 0, -4)
            if not inside.contains(widget.mapTo(port, widget.rect().center())):
                return above
        above = above.parentWidget()
    return None


def _window_of(widget: QWidget) -> QWindow:
    window = widget.window().windowHandle()
    assert window is not None
    return window


# --- files


@contextmanager
def choosing(path: Path) -> Iterator[None]:
    """What is pressed inside opens a file chooser; this path is typed there and confirmed."""
    chosen: list[Path] = []
    late = QTimer()
    late.setInterval(40)
    looks = iter(range(250))

    def answer() -> None:
        chooser = QApplication.activeModalWidget()
        if isinstance(chooser, QFileDialog) and QGuiApplication.focusObject() is not None:
            late.stop()
            chosen.append(path)
            press("Ctrl+A")
            write(str(path))
            press("Return")
        elif next(looks, None) is None:
            late.stop()

    late.timeout.connect(answer)
    late.start()
    yield
    assert chosen == [path], "no file chooser came up"

"""What a clerk sees: the words that stand on the screen, and the thing they stand on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QEventLoop,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QPolygon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QWidget,
)

from renkei_desktop.maps.pins import PIN_LOOKS, PinKind
from renkei_desktop.ui import theme
from renkei_desktop.ui.map.view import MapView


class NotThere(AssertionError):
    """Nothing on the screen is what was looked for."""


W = TypeVar("W", bound=QWidget)
PATIENCE = 20.0
_FURNITURE = 150, 100, 80, 40
"""Pixels at the four edges of the map where words, buttons and legend stand."""


def front() -> QWidget:
    """The window that takes keys and mouse now: a drop-down list, a small window, the window."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup
    found = QApplication.activeModalWidget() or _the_window()
    # Offscreen nobody gives the keyboard back when a small window closes, as a desktop does.
    if not found.isActiveWindow():
        found.activateWindow()
        QTest.qWaitForWindowActive(found)
    return found


def _the_window() -> QWidget:
    visible = [w for w in QApplication.topLevelWidgets() if w.isVisible() and not w.parent()]
    windows = [w for w in visible if isinstance(w, QMainWindow)]
    assert len(windows) == 1, f"{len(windows)} windows are open"
    return windows[0]


def until(check: Callable[[], object], what: str, seconds: float = PATIENCE) -> None:
    """Looks again and again; fails with what is on the screen where it never comes."""
    begun = time.monotonic()
    while not _now(check):
        waited = time.monotonic() - begun
        if waited > seconds:
            raise AssertionError(f"still not so: {what}\n--- on the screen:\n{screen()}")
        # Whoever looks all the time keeps the program from its work.
        let_run(15 + min(int(waited * 100), 200))


def let_run(milliseconds: int) -> None:
    """Lets the program go on; `QTest.qWait` would hold up its other threads."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _now(check: Callable[[], object]) -> object:
    try:
        return check()
    except NotThere:
        return False


def screen() -> str:
    """All words in the window in front, line by line."""
    return "\n".join(words for widget in shown(QWidget) for words in texts(widget))


def sees(words: str) -> bool:
    """Whether these words stand anywhere in the window in front."""
    return words in screen()


def wait_to_see(words: str, seconds: float = PATIENCE) -> None:
    until(lambda: sees(words), f"«{words}» is to be seen", seconds)


def wait_not_to_see(words: str) -> None:
    """Until the window itself is in front again, without these words."""
    until(lambda: front() is _the_window() and not sees(words), f"«{words}» is gone")


def shown(kind: type[W]) -> Iterator[W]:
    """The widgets of this kind that are in the window in front and not out of sight."""
    window = front()
    for widget in (window, *window.findChildren(QWidget)):
        if isinstance(widget, kind) and widget.isVisible() and widget.window() is window:
            yield widget


def texts(widget: QWidget) -> list[str]:
    """What stands on one widget itself, its children left aside."""
    if isinstance(widget, QComboBox):
        return [widget.currentText()]
    if isinstance(widget, QLabel | QAbstractButton):
        return [widget.text()]
    if isinstance(widget, QLineEdit):
        return [widget.displayText()]
    if isinstance(widget, QPlainTextEdit):
        return [widget.toPlainText()]
    if isinstance(widget, QAbstractItemView):
        return cells(widget)
    return []


def cells(view: QAbstractItemView) -> list[str]:
    """Every cell of a list or table."""
    return [str(index.data(Qt.ItemDataRole.DisplayRole) or "") for index in _indexes(view)]


def _indexes(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            yield model.index(row, column)


def button(words: str) -> QAbstractButton:
    """The button with exactly these words."""
    return _only(
        [made for made in shown(QAbstractButton) if words in _words_on(made)], f"button «{words}»"
    )


def _words_on(made: QAbstractButton) -> list[str]:
    """The words of a button; a large one has labels on it."""
    return [made.text(), *(label.text() for label in made.findChildren(QLabel))]


def field(words: str, number: int = 0) -> QWidget:
    """The field behind this label; `number` counts where there are several."""
    found = [made for made in shown(QWidget) if made.accessibleName() == words]
    fields = [made for made in found if not isinstance(made, QLabel)]
    if len(fields) <= number:
        raise NotThere(f"no field «{words}»\n--- on the screen:\n{screen()}")
    made = fields[number]
    return made.focusProxy() or made


def cursor_is_in(words: str) -> bool:
    """Whether the cursor is in the field behind this label."""
    return QApplication.focusWidget() is field(words)


def large_field() -> QPlainTextEdit:
    """The only field of several lines on the screen."""
    return _only([made for made in shown(QPlainTextEdit) if not made.isReadOnly()], "large field")


def place_in_list(words: str) -> tuple[QAbstractItemView, QPoint]:
    """The list with a line in sight on which these words stand, and where in it."""
    for view in shown(QAbstractItemView):
        for index in _indexes(view):
            at = view.visualRect(index).center()
            if words in str(index.data() or "") and view.viewport().rect().contains(at):
                return view, at
    raise NotThere(f"no line «{words}»\n--- on the screen:\n{screen()}")


def town_map() -> MapView:
    """The map on the screen, once the town is painted on it."""
    found = _only(list(shown(MapView)), "map")
    settle(found)
    return found


def settle(town: MapView) -> None:
    """Until the map is painted and stands still: it glides a little after a new size."""
    until(lambda: _stands_still(town), "the map stands still")


def _stands_still(town: MapView) -> bool:
    # The lowest line is left out: the page tells there by a colour that it has painted.
    middle = town.rect().adjusted(0, 0, 0, -4)
    before = town.grab(middle).toImage()
    let_run(250)
    return town.wait_settled() and town.grab(middle).toImage() == before


def ring_on(town: MapView) -> QPoint:
    """Where the ring stands that is to be moved."""
    return _middle_of(theme.now().colours.warning, town)


def pin_on(town: MapView) -> QPoint:
    """Where the only resident's pin stands."""
    return _middle_of(PIN_LOOKS[PinKind.RESIDENT].colour, town)


def _middle_of(colour: str, town: MapView) -> QPoint:
    """The middle of what has this colour, the words at the upper edge and the legend left aside."""
    settle(town)
    picture, wanted = town.grab().toImage(), QColor(colour).rgb()
    left, top, right, bottom = _FURNITURE
    rows = range(top, picture.height() - bottom)
    columns = range(left, picture.width() - right)
    found = [QPoint(x, y) for y in rows for x in columns if picture.pixel(x, y) == wanted]
    if not found:
        raise NotThere(f"nothing {colour} on the map")
    return QPolygon(found).boundingRect().center()


def everything_readable() -> str:
    """All words in all widgets of the program, those out of sight included."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    found: list[str] = []
    for widget in QApplication.allWidgets():
        found += texts(widget)
        found += [widget.toolTip(), widget.windowTitle(), widget.accessibleName()]
        found += [widget.accessibleDescription(), widget.statusTip(), widget.whatsThis()]
        if isinstance(widget, QComboBox):
            found += [widget.itemText(at) for at in range(widget.count())]
        if isinstance(widget, QLabel | QLineEdit):
            found.append(widget.text())
    found += [QApplication.clipboard().text(), QApplication.applicationDisplayName()]
    return "\n".join(found)


def _only(found: list[W], what: str) -> W:
    if not found:
        raise NotThere(f"no {what}\n--- on the screen:\n{screen()}")
    assert len(found) == 1, f"{len(found)} times {what}"
    return found[0]

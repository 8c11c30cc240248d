"""Pictures of the program: every view, page and wizard step, drawn into PNG files.

They show invented people only: a practice town, and an office that is founded for the pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from renkei_desktop.ui.window import Window

_QUIET_MS = 120
_LONGEST_MS = 60_000


class Album:
    """Takes pictures of one window into a folder; `size` stands in the name of the file.

    `room` is a folder for whatever a scene needs besides.
    """

    def __init__(self, window: Window, folder: Path, room: Path, size: str = "") -> None:
        self.window = window
        self.room = room
        self._folder = folder
        self._size = size
        self.taken: list[Path] = []

    def take(self, name: str) -> Path:
        """One picture of the window as it stands, with the small window over it if there is one."""
        return self.take_as(f"{name}{self._size}.png")

    def take_as(self, file_name: str) -> Path:
        """One picture under exactly this file name."""
        wait_until_quiet(self.window)
        file = self._folder / file_name
        save_picture(self.window, file)
        self.taken.append(file)
        return file


def save_picture(window: QWidget, file: Path) -> None:
    """Draws the window into a PNG file; small windows lie over its middle as on the screen."""
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QApplication

    picture = window.grab()
    painter = QPainter(picture)
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible() and other.parent() is not None:
            small = other.grab()
            at = window.rect().center() - small.rect().center()
            painter.drawPixmap(at, small)
    painter.end()
    file.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(file)):
        raise OSError(f"cannot write {file.name}")


def wait_until_quiet(window: Window) -> None:
    """Runs the event loop until the desk thread and the map have nothing left to do."""
    clock = QElapsedTimer()
    clock.start()
    while True:
        _let_run(_QUIET_MS)
        if not window.workplace.background.busy:
            break
        if clock.elapsed() > _LONGEST_MS:
            raise TimeoutError("the window does not come to rest")
    for view in _maps(window):
        view.wait_settled()
    _let_run(_QUIET_MS)


def _maps(window: QWidget) -> Iterator[Any]:
    import sys

    module = sys.modules.get("renkei_desktop.ui.map.view")
    if module is not None:
        yield from (view for view in window.findChildren(module.MapView) if view.isVisible())


def _let_run(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()

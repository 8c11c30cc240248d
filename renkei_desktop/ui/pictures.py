"""Pictures of the program: every view, page and wizard step, drawn into PNG files.

They show invented people only: a practice town, and an office that is founded for the pictures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from renkei_desktop.ui.window import Window

_QUIET_MS = 120
_LONGEST_MS = 60_000
_DOTS = 2
"""Of a page's picture, for each point of the paper: 144 an inch."""


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
        """One picture of the window as it stands, with the small window over it if there is one.

        The file has the Japanese name of `name`. Raises KeyError for a name without one.
        """
        from renkei_desktop.ui.picture_words import picture_words

        return self.take_as(f"{picture_words(name)}{self._size}.png")

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


def save_first_page(pdf: Path) -> Path:
    """Draws the first page of a paper into a PNG file beside it."""
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QColor, QImage, QPainter
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    if document.load(str(pdf)) is not QPdfDocument.Error.None_:
        raise OSError(f"cannot read {pdf.name}")
    points = document.pagePointSize(0)
    size = QSize(round(points.width() * _DOTS), round(points.height() * _DOTS))
    sheet = QImage(size, QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    painter.drawImage(0, 0, document.render(0, size))
    painter.end()
    document.close()
    file = pdf.with_name(f"{pdf.stem}-1ページ目.png")
    if not sheet.save(str(file)):
        raise OSError(f"cannot write {file.name}")
    return file


def wait_until(done: Callable[[], bool]) -> None:
    """Runs the event loop until something holds. Raises TimeoutError where it never does."""
    clock = QElapsedTimer()
    clock.start()
    _let_run(_QUIET_MS)
    while not done():
        if clock.elapsed() > _LONGEST_MS:
            raise TimeoutError("the window does not come to rest")
        _let_run(_QUIET_MS)


def wait_until_quiet(window: Window) -> None:
    """Runs the event loop until the desk thread and the map have nothing left to do."""
    wait_until(lambda: not window.workplace.background.busy)
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

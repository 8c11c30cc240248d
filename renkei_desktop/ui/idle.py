"""Notices that nobody is at the desk any more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletMove,
    }
)


class IdleWatch(QObject):
    """Says `idle` once nothing was typed, pointed at or converted for that many milliseconds.

    It listens at the native windows of the program, not at every widget: a page that paints ten
    thousand rows does not pay for it.
    """

    idle = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self.watch)
        # While a conversion is under way only the cursor of the input method moves.
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self.alive)

    def watch(self, window: QWindow | None) -> None:
        """Listens at a further native window."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def set_milliseconds(self, milliseconds: int) -> None:
        self._timer.setInterval(milliseconds)
        self.alive()

    def alive(self) -> None:
        """Somebody is there."""
        self._timer.start()

    def rest(self) -> None:
        """Stops watching: there is nothing to lock."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and self._timer.isActive():
            self.alive()
        return False

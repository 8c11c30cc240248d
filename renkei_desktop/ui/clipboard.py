"""The clipboard as far as the program put something there: cleared when the window is locked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication


class Clipboard(QObject):
    """Knows whether what stands in the clipboard was copied in this program, by whichever way.

    The system's own answer is not to be had everywhere, so a change while one of our windows is
    the active one counts as ours: whoever copies elsewhere is working elsewhere.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ours = False
        QGuiApplication.clipboard().dataChanged.connect(self._changed)

    def copy(self, text: str) -> None:
        """Puts a text there."""
        QGuiApplication.clipboard().setText(text)
        self._ours = True

    def clear_ours(self) -> None:
        """Empties the clipboard, and on Linux the selection, if what stands there is ours."""
        clipboard = QGuiApplication.clipboard()
        if self._ours or clipboard.ownsClipboard():
            clipboard.clear()
        if clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)
        self._ours = False

    def _changed(self) -> None:
        state = QGuiApplication.applicationState()
        self._ours = state is Qt.ApplicationState.ApplicationActive

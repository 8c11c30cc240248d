"""The clipboard as far as the program put something there: cleared when the window is locked."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication


class Clipboard:
    """Remembers what it copied, so that locking clears our text and nobody else's."""

    def copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def clear_ours(self) -> None:
        """Empties the clipboard if a copy from this program still stands in it."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard():
            clipboard.clear()

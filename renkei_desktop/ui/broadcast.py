"""One place where everybody who shows something hears what a deed changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Broadcast(QObject):
    """`changed(Changes)` is said exactly once for every deed, on the thread of the window."""

    changed = Signal(object)

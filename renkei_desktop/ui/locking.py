"""The lock: afterwards nothing readable is left in the window, and no key in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QWidget

from renkei_desktop.office import leaving
from renkei_desktop.ui.background import Leave
from renkei_desktop.ui.session import Session

if TYPE_CHECKING:
    from renkei_desktop.ui.window import Window


def lock(window: Window, session: Session) -> None:
    """Keeps what is half typed, empties everything, and has the desk thread close the office.

    Drafts are handed over before the office is closed, and the desk thread keeps the order.
    """
    empty(window)
    session.clipboard.clear_ours()
    session.background.forget()
    session.background.run(Leave(lambda desk, _progress: leaving.leave(desk), label=""))


def empty(window: Window) -> None:
    """Empties the view, and closes every small window that stands over it."""
    view: Any = window.centralWidget()
    if hasattr(view, "cleared"):
        view.cleared()
    for other in QApplication.topLevelWidgets():
        if other is not window and _belongs(other, window):
            other.close()
            other.deleteLater()


def _belongs(widget: QWidget, window: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if parent is window:
            return True
        parent = parent.parentWidget()
    return False

"""The lock: afterwards nothing readable is left in the window, and no key in memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QWidget

from renkei_desktop.office import leaving, offices
from renkei_desktop.ui.background import Leave
from renkei_desktop.ui.session import Session
from renkei_desktop.work import Progress

if TYPE_CHECKING:
    from renkei_desktop.ui.window import Window


def lock(window: Window, session: Session) -> None:
    """Keeps what is half typed, empties everything, and has the desk thread close the office.

    Drafts are handed over before the office is closed, and the desk thread keeps the order. The
    office is closed with its backup: a PC that is switched off at the locked screen has one, too.
    """
    empty(window)
    session.clipboard.clear_ours()
    session.background.forget()
    session.background.run(
        Leave(_close(throwaway=window.is_throwaway), then=window.locked_up, label="")
    )


def _close(*, throwaway: bool) -> Callable[[Any, Progress], Any]:
    def work(desk: Any, progress: Progress) -> Any:
        return leaving.leave(desk) if throwaway else offices.close(desk, progress)

    return work


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

"""The progress window: appears when work takes longer than 400 ms, and can stop watched work."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from renkei_desktop.ui.background import Background
from renkei_desktop.ui.dialogs.panel import Panel
from renkei_desktop.ui.pieces.buttons import secondary
from renkei_desktop.ui.pieces.labels import label


class ProgressWindow(Panel):
    """One piece of work under way. It closes when the work has ended and not before."""

    def __init__(self, parent: QWidget | None, order: Any) -> None:
        super().__init__(parent, order.work.label)
        self._order = order
        self._ended = False
        self._line = label("しばらくお待ちください。", "quiet")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self.body.addWidget(self._line)
        self.body.addWidget(self._bar)
        if order.can_stop:
            self._stop = self.offer(secondary("やめる", self._ask_to_stop))

    def show_progress(self, done: int, total: int, words: str) -> None:
        """How far the work is; `total` is negative while that is unknown."""
        if self._order.stop.is_set():
            return
        counted = f"（{done:,}／{total:,}）" if total > 0 else ""
        self._line.setText(f"{words}{counted}")
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(done)

    def _ask_to_stop(self) -> None:
        self._order.stop.set()
        self._stop.setEnabled(False)
        self._line.setText("止めています。途中までの分は残しません。")

    def ended(self) -> None:
        """The work is over: the window may go."""
        self._ended = True
        self.accept()

    def reject(self) -> None:
        """Esc stops the work where it can be stopped; the window stays until it has."""
        if self._order.can_stop and not self._ended:
            self._ask_to_stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._ended:
            super().closeEvent(event)
        else:
            event.ignore()


def show_progress(window: QWidget, background: Background, order: Any) -> None:
    """Opens a progress window over `window` until this piece of work has ended."""
    if not window.isVisible():
        return
    shown = ProgressWindow(window, order)

    def go_on(of: Any, done: int, total: int, words: str) -> None:
        if of is order:
            shown.show_progress(done, total, words)

    def end(of: Any) -> None:
        if of is order:
            background.done.disconnect(end)
            background.progressed.disconnect(go_on)
            shown.ended()

    background.progressed.connect(go_on)
    background.done.connect(end)
    shown.open()

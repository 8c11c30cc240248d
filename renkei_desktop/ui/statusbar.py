"""The line at the foot: 平常時 or 災害時, what is open, when it was saved, and the undo button."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from renkei_desktop.domain.change import DeedLine
from renkei_desktop.office.standing import Standing
from renkei_desktop.ui.pieces.buttons import quiet
from renkei_desktop.ui.pieces.labels import label, restyle
from renkei_desktop.ui.theme import px


class StatusBar(QFrame):
    """`undo(deed)` is said when the clerk wants the named deed taken back."""

    undo = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "status")
        self._last: DeedLine | None = None
        self._situation = label()
        self._copies = label()
        self._conflicts = label()
        self._saved = label()
        self.undo_button = quiet("", self._undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(2), px(8), px(2))
        row.setSpacing(px(24))
        for part in (self._situation, self._copies, self._conflicts):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._saved)
        row.addWidget(self.undo_button)
        self.setMinimumHeight(px(28))
        self._show_last(None)

    def show_standing(self, found: Standing) -> None:
        """Everything but the time of saving, which `saved` tells."""
        self._situation.setText(found.situation.label)
        restyle(self._situation, "disaster", found.disaster)
        _count(self._copies, "返ってきていない写し", found.not_returned, "部")
        _count(self._conflicts, "決めていない食い違い", found.conflicts, "件")
        restyle(self._conflicts, "attention", found.conflicts > 0)
        self._show_last(found.last)

    def saved(self, at: datetime) -> None:
        self._saved.setText(f"保存しました {at.hour}:{at.minute:02}")

    def _show_last(self, last: DeedLine | None) -> None:
        self._last = last
        self.undo_button.setVisible(last is not None)
        if last is not None:
            self.undo_button.setText(f"元に戻す: {last.label}")
            self.undo_button.setToolTip("Ctrl+Shift+Z")

    def _undo(self) -> None:
        if self._last is not None:
            self.undo.emit(self._last)

    def take_back(self) -> None:
        """Ctrl+Shift+Z: the same as pressing the button."""
        self._undo()


def _count(where: QLabel, words: str, number: int, unit: str) -> None:
    where.setText(f"{words} {number}{unit}" if number else "")
    where.setVisible(number > 0)

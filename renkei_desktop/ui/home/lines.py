"""The lines of ホーム: one thing to do each, and the button that goes there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel

from renkei_desktop.office.home import FirstStep, Notice
from renkei_desktop.ui import icons, theme
from renkei_desktop.ui.pieces import Chip, Tone, columns, label, quiet, restyle, secondary
from renkei_desktop.ui.theme import px

Go = Callable[[str, str], object]
"""Opens a page and says what to show there."""

_URGENCY = {
    2: ("先に", Tone.DANGER),
    1: ("今日", Tone.WARNING),
    0: ("手の空いたとき", Tone.PLAIN),
}


class NoticeLine(QFrame):
    """«先に　渡したかどうか分からない控えが1部あります　[開く]»."""

    def __init__(self, notice: Notice, go: Go) -> None:
        super().__init__()
        self.setProperty("role", "line")
        words, tone = _URGENCY.get(notice.urgency, _URGENCY[0])
        chip = Chip(words, tone)
        chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
        chip.setFixedWidth(px(112))
        self.open_button = secondary("開く", lambda: go(notice.page, notice.show))
        self.open_button.setAccessibleName(f"{notice.words}: 開く")
        row = columns(chip, label(notice.words, wrap=True), self.open_button, spacing=14)
        row.setStretch(1, 1)
        row.setContentsMargins(0, px(6), 0, px(6))
        self.setLayout(row)


class FirstStepLine(QFrame):
    """One of the ten things: its number or a tick, and the way to it."""

    def __init__(self, number: int, step: FirstStep, go: Go) -> None:
        super().__init__()
        self.setProperty("role", "line")
        words = label(step.words, "quiet" if step.done else "", wrap=True)
        words.setAccessibleName(f"{step.words}（{'済み' if step.done else 'まだ'}）")
        row = columns(_mark(number, step.done), words, spacing=12)
        row.setStretch(1, 1)
        if not step.done:
            self.open_button = quiet("始める", lambda: go(step.page, step.show))
            self.open_button.setAccessibleName(f"{step.words}: 始める")
            row.addWidget(self.open_button)
        row.setContentsMargins(0, 0, 0, 0)
        self.setMinimumHeight(px(36))
        self.setLayout(row)


def _mark(number: int, done: bool) -> QLabel:
    mark = QLabel("" if done else str(number))
    mark.setFixedWidth(px(24))
    if done:
        mark.setPixmap(icons.pixmap("done", theme.now().colours.accent, 20))
    restyle(mark, "role", "label")
    return mark

"""The rail on the left: the pages, who is at the desk, the last backup, and the lock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from renkei_desktop.domain.text.wareki import wareki
from renkei_desktop.ui import icons, theme
from renkei_desktop.ui.pieces.labels import label, restyle
from renkei_desktop.ui.theme import px


class Rail(QFrame):
    """`chosen(name)` is said when a page is picked, `lock` for the button at the foot."""

    chosen = Signal(str)
    lock = Signal()

    def __init__(self, heading: str, clerk: str, pages: Iterable[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        # In very large type the buttons stand closer, so that all of them stay in view.
        self.setProperty("close", theme.now().scale > 1.5)
        self.setFixedWidth(px(theme.now().space.rail))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, px(12), 0, px(8))
        self._layout.setSpacing(0)
        self._heading(heading)
        for name, title, icon in pages:
            self._page(name, title, icon)
        self._layout.addStretch(1)
        self._foot(clerk)

    def _heading(self, words: str) -> None:
        heading = label(words, "rail-title", wrap=True)
        heading.setContentsMargins(px(18), 0, px(10), px(10))
        self._layout.addWidget(heading)

    def _page(self, name: str, title: str, icon: str) -> None:
        made = self._button(title, icon)
        made.setCheckable(True)
        self._group.addButton(made)
        self._buttons[name] = made
        made.clicked.connect(lambda _checked: self.chosen.emit(name))

    def _button(self, words: str, icon: str) -> QPushButton:
        made = QPushButton(words)
        made.setIcon(icons.icon(icon, theme.now().colours.rail_ink, 18))
        made.setIconSize(QSize(px(18), px(18)))
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        self._layout.addWidget(made)
        return made

    def _foot(self, clerk: str) -> None:
        self._backup = label("", "rail-quiet", wrap=True)
        who = label(f"職員: {clerk}", "rail-quiet", wrap=True)
        for line in (who, self._backup):
            line.setContentsMargins(px(18), 0, px(8), px(2))
            self._layout.addWidget(line)
        self._layout.addSpacing(px(6))
        lock = self._button("画面をロックする", "lock")
        lock.setToolTip("Ctrl+L")
        lock.clicked.connect(lambda _checked: self.lock.emit())

    def show_page(self, name: str) -> None:
        """Marks the page that is in view."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def show_backup(self, last: date | None, today: date) -> None:
        self._backup.setText(f"最後の控え: {_day(last, today)}")

    def show_disaster(self, disaster: bool) -> None:
        restyle(self, "disaster", disaster)
        for child in (*self._buttons.values(), *self.findChildren(QPushButton)):
            child.style().unpolish(child)
            child.style().polish(child)


def _day(last: date | None, today: date) -> str:
    if last is None:
        return "なし"
    if last == today:
        return "きょう"
    if last == today - timedelta(days=1):
        return "きのう"
    return wareki(last) if last.year != today.year else f"{last.month}月{last.day}日"

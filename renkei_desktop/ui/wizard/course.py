"""The list of the steps on the left of the wizard: which are behind, which one is in view."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from renkei_desktop.ui import icons, theme
from renkei_desktop.ui.pieces.labels import label, restyle
from renkei_desktop.ui.theme import px


class Course(QFrame):
    """Numbers and titles; a tick stands before what is behind."""

    def __init__(self, titles: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setFixedWidth(px(208))
        self._lines: dict[str, tuple[QLabel, QLabel]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(20), 0, px(16))
        layout.setSpacing(0)
        heading = label("この町で始める", "rail-title")
        heading.setContentsMargins(px(20), 0, 0, px(14))
        layout.addWidget(heading)
        for number, (name, title) in enumerate(titles, start=1):
            layout.addWidget(self._line(number, name, title))
        layout.addStretch(1)

    def _line(self, number: int, name: str, title: str) -> QWidget:
        holder = QFrame()
        row = QHBoxLayout(holder)
        holder.setFixedHeight(px(32 if theme.now().scale <= 1.5 else 26))
        row.setContentsMargins(px(20), 0, px(10), 0)
        row.setSpacing(px(10))
        mark = label(str(number), "rail-quiet")
        mark.setFixedWidth(px(20))
        words = label(title, "rail-step")
        words.setWordWrap(True)
        row.addWidget(mark)
        row.addWidget(words, 1)
        self._lines[name] = (mark, words)
        return holder

    def show_step(self, current: str) -> None:
        """Marks the step in view and those before it."""
        behind = True
        for number, (name, (mark, words)) in enumerate(self._lines.items(), start=1):
            behind = behind and name != current
            restyle(words, "now", name == current)
            if behind:
                mark.setPixmap(icons.pixmap("done", theme.now().colours.rail_mark, 16))
            else:
                mark.setText(str(number))

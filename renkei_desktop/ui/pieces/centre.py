"""One calm column in the middle of the window, scrolling only where the type is very large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from renkei_desktop.ui.theme import px

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_EDGE = 24


class Centred(QScrollArea):
    """Its content is at most so many units wide, and a little above the middle."""

    def __init__(self, content: QWidget, units: int) -> None:
        super().__init__()
        self._content = content
        self._most = px(units)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("ground", True)
        grid = QGridLayout(inner)
        grid.setContentsMargins(px(_EDGE), px(_EDGE), px(_EDGE), px(_EDGE))
        for line, stretch in ((0, 2), (2, 3)):
            grid.setRowStretch(line, stretch)
            grid.setColumnStretch(line, 1)
        grid.addWidget(content, 1, 1)
        self.setWidget(inner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Not viewport(): asking for a widget that Qt made costs PySide 15 ms at the first time.
        room = self.width() - 2 * px(_EDGE)
        self._content.setFixedWidth(max(px(200), min(self._most, room)))
        super().resizeEvent(event)


def centred(content: QWidget, units: int = 560) -> Centred:
    """The content at most `units` wide, in the middle of whatever room there is."""
    return Centred(content, units)

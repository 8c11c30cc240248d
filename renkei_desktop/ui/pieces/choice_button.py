"""A big choice: an icon, what it does, and one line that explains it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from renkei_desktop.ui import icons, theme
from renkei_desktop.ui.pieces.labels import label
from renkei_desktop.ui.theme import px


class ChoiceButton(QPushButton):
    """A button as wide as its column. The words are its text for the keyboard and for readers."""

    def __init__(
        self, icon: str, words: str, detail: str, pressed: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self.setProperty("role", "big")
        self.setAutoDefault(False)
        self.setAccessibleName(words)
        self.setAccessibleDescription(detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out(icon, words, detail)
        if pressed is not None:
            self.clicked.connect(lambda _checked=False: pressed())

    def _lay_out(self, icon: str, words: str, detail: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(12), px(20), px(12))
        row.setSpacing(px(16))
        if icon:
            picture = QLabel()
            picture.setPixmap(icons.pixmap(icon, theme.now().colours.accent, 30))
            row.addWidget(picture)
        text = QVBoxLayout()
        text.setSpacing(px(2))
        self._lines = [label(words, "name")]
        if detail:
            self._lines.append(label(detail, "remark", wrap=True))
        for line in self._lines:
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            text.addWidget(line)
        row.addLayout(text, 1)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout else super().heightForWidth(width)

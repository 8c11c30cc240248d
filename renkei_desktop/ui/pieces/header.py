"""The head of a page: its title, what is shown and how many, and its deeds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from renkei_desktop.ui.pieces.labels import label, title
from renkei_desktop.ui.theme import px


class PageHeader(QWidget):
    """`PageHeader("住民", secondary(…), primary("住民を登録する", …))`: the main deed last."""

    def __init__(self, words: str, *deeds: QPushButton) -> None:
        super().__init__()
        self.title = title(words)
        self.count = label("", "count")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self.title, alignment=Qt.AlignmentFlag.AlignBottom)
        layout.addSpacing(px(4))
        layout.addWidget(self.count, 1, alignment=Qt.AlignmentFlag.AlignBottom)
        for deed in deeds:
            layout.addWidget(deed)
        self.setMinimumHeight(px(38))

    def shows(self, what: str) -> None:
        """The quiet words beside the title: «登録 286人・絞り込み: 旭町・12人»."""
        self.count.setText(what)

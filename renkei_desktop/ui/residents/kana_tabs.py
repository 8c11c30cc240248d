"""The tabs 全 あ か さ た な は ま や ら わ 他."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from renkei_desktop.domain.text.kana import OTHER, ROWS
from renkei_desktop.ui.pieces.buttons import tab
from renkei_desktop.ui.pieces.flow import Flow
from renkei_desktop.ui.theme import px

ALL = "全"
TABS = (ALL, *ROWS, OTHER)
LETTERS = dict(zip("AKSTNHMYRW", ROWS, strict=True))
"""The letter that stands for each row of kana on a keyboard."""


class KanaTabs(QWidget):
    """`turned` gives the tab: one of the rows of kana, 他, or None for everybody."""

    turned = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        layout = Flow(px(2))
        self.setLayout(layout)
        for number, words in enumerate(TABS):
            made = tab(words)
            made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            made.setAccessibleName("全員" if words == ALL else f"{words}行")
            self._group.addButton(made, number)
            layout.addWidget(made)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._toggled)

    @property
    def current(self) -> str | None:
        number = self._group.checkedId()
        return None if number <= 0 else TABS[number]

    def button(self, words: str) -> QAbstractButton:
        """The button of a tab."""
        return self._group.button(TABS.index(words))

    def turn(self, words: str | None) -> None:
        """Shows a tab; «+1» and «-1» go to the neighbours, A, K, S … to their row."""
        words = LETTERS.get(words or "", words)
        number = self._group.checkedId()
        if words in ("+1", "-1"):
            number = min(max(number + int(words), 0), len(TABS) - 1)
        else:
            number = TABS.index(words) if words in TABS else 0
        self._group.button(number).setChecked(True)

    def _toggled(self, _number: int, on: bool) -> None:
        if on:
            self.turned.emit(self.current)

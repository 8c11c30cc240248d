"""The tabs of the directory: everything, and each class."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from renkei_desktop.domain.choice import ResourceClass
from renkei_desktop.ui.pieces.buttons import tab
from renkei_desktop.ui.pieces.flow import Flow
from renkei_desktop.ui.theme import px

TABS: tuple[ResourceClass | None, ...] = (None, *ResourceClass)


class ClassTabs(QWidget):
    """`turned` gives the class, or None for everything."""

    turned = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        layout = Flow(px(4))
        self.setLayout(layout)
        for number, of in enumerate(TABS):
            made = tab(of.label if of else "すべて")
            made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._group.addButton(made, number)
            layout.addWidget(made)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._toggled)

    @property
    def current(self) -> ResourceClass | None:
        return TABS[max(self._group.checkedId(), 0)]

    def turn(self, words: str | None) -> None:
        """«+1» and «-1» go to the neighbours; anything else shows everything."""
        number = 0
        if words in ("+1", "-1"):
            number = min(max(self._group.checkedId() + int(words), 0), len(TABS) - 1)
        self._group.button(number).setChecked(True)

    def _toggled(self, _number: int, on: bool) -> None:
        if on:
            self.turned.emit(self.current)

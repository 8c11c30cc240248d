"""A group of fields under its title; the groups behind «もっと» open at a click or a key."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from renkei_desktop.ui.pieces import button, columns, group, rule, stack

_OPEN, _SHUT = "▼", "▶"


class SectionBox(QWidget):
    """`folded` groups begin shut: «▶ もっと: 世帯»."""

    def __init__(
        self, title: str, inner: QWidget, *, folded: bool = False, ruled: bool = True
    ) -> None:
        super().__init__()
        self.title = title
        self._inner = inner
        self._foldable = folded
        if folded:
            self.head = button("", "fold", self.turn)
            head = columns(self.head, 1)
            self.setLayout(stack(rule(), head, inner) if ruled else stack(head, inner, spacing=2))
            self.fold()
        else:
            self.setLayout(stack(group(title), inner))

    @property
    def folded(self) -> bool:
        return self._foldable and self._inner.isHidden()

    def turn(self) -> None:
        """Opens a shut group, shuts an open one."""
        if self._inner.isHidden():
            self.unfold()
            self.head.focusNextChild()
        else:
            self.fold()

    def fold(self) -> None:
        if self._foldable:
            self._inner.hide()
            self._say(_SHUT)

    def unfold(self) -> None:
        self._inner.show()
        if self._foldable:
            self._say(_OPEN)

    def _say(self, sign: str) -> None:
        self.head.setText(f"{sign} もっと: {self.title}")
        self.head.setAccessibleName(f"もっと: {self.title}")

"""An editor in its row: what it means and what is wrong stands under it while one types."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from renkei_desktop.domain.field import Declared, Kind
from renkei_desktop.ui.forms.editor import Editor
from renkei_desktop.ui.pieces.labels import restyle

_PAUSE_MS = 700
"""A text that is still being typed is not called wrong before a short pause."""

_CHOSEN = (Kind.CHOICE, Kind.TERM, Kind.REFERENCE)

Tell = Callable[[str], None]


class FieldLine(QObject):
    """One declared field with its editor; `remark` and `wrong` write the line under it.

    `must` is what the declaration says, until another answer on the form decides otherwise.
    """

    def __init__(self, item: Declared, editor: Editor, remark: Tell, wrong: Tell) -> None:
        super().__init__(editor)
        self.item = item
        self.editor = editor
        self.must = item.field.required
        self._remark = remark
        self._wrong = wrong
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.tell)
        editor.edited.connect(self._typing)
        self._left().installEventFilter(self)

    @property
    def trouble(self) -> str:
        """What is wrong with the field now, whether it is shown already or not."""
        found = self.editor.trouble()
        if not found and self.must and self.editor.value() is None:
            verb = "選んで" if self.item.field.kind in _CHOSEN else "入力して"
            return f"{self.item.field.label}を{verb}ください。"
        return found

    def show_value(self, value: Any) -> None:
        self.editor.show_value(value)
        self._remark(self.editor.gloss())
        self._wrong("")

    def tell(self, *, missing: bool = False) -> None:
        """Says what is wrong; a missing value only when asked to."""
        self._pause.stop()
        self._remark(self.editor.gloss())
        self._wrong(self.trouble if missing else self.editor.trouble())

    def _typing(self) -> None:
        self._remark(self.editor.gloss())
        if not self.editor.trouble():
            self._wrong("")
        self._pause.start()

    def _left(self) -> QWidget:
        return self.editor.field.focusProxy() or self.editor.field

    def eventFilter(self, watched: QObject, event: Any) -> bool:
        if event.type() == event.Type.FocusOut and self._pause.isActive():
            self.tell()
        return False


def mark(editor: Editor, wrong: bool) -> None:
    """Draws the field as wrong or right again."""
    restyle(editor.field, "wrong", wrong)

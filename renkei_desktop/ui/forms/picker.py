"""A field that points to another record: typed to be found, chosen from a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListWidget

from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.wire import Json
from renkei_desktop.ui.forms.choice_editors import Option
from renkei_desktop.ui.forms.editor import Editor
from renkei_desktop.ui.pieces.line import Line
from renkei_desktop.ui.theme import px

_MOST_LINES = 7
Find = Callable[[str], Sequence[Option]]
"""The records that match what was typed; all of them, or the likeliest, for an empty text."""


class PickerLine(Line):
    """A line with a list of matches under it; `picked` gives the place in the list.

    The list is a child of the window and never takes the keys, so that an input method goes on
    working while it is open.
    """

    picked = Signal(int)

    def __init__(self, find: Find, hint: str) -> None:
        super().__init__(hint=hint)
        self._find = find
        self.options: tuple[Option, ...] = ()
        self.matches = QListWidget()
        self.matches.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.matches.setProperty("role", "matches")
        self.matches.hide()
        self.matches.itemClicked.connect(lambda _item: self._pick())
        self.textEdited.connect(self.search)
        self.destroyed.connect(self.matches.deleteLater)

    def search(self, text: str) -> None:
        """Looks for what was typed and opens the list."""
        self.options = tuple(self._find(text))
        self.matches.clear()
        self.matches.addItems([_words(option) for option in self.options])
        self.matches.setCurrentRow(0 if text.strip() else -1)
        if self.options and self.isVisible():
            self._open()
        else:
            self.matches.hide()

    def _open(self) -> None:
        window = self.window()
        if self.matches.parent() is not window:
            self.matches.setParent(window)
        lines = min(len(self.options), _MOST_LINES)
        height = lines * px(40) + px(4)
        corner = self.mapTo(window, QPoint(0, self.height() + px(2)))
        if corner.y() + height > window.height():
            corner = self.mapTo(window, QPoint(0, -height - px(2)))
        self.matches.setGeometry(QRect(corner, QSize(max(self.width(), px(320)), height)))
        self.matches.raise_()
        self.matches.show()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.text():
            self.search("")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.matches.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if Qt.Key(event.key()) in steps:
            self._step(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self.matches.isVisible():
            self.matches.hide()
        elif self._picks(event):
            self._pick()
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _picks(self, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        open_ = self.matches.isVisible() and self.matches.currentRow() >= 0
        return enter and open_ and not self.confirming

    def _step(self, by: int) -> None:
        if not self.matches.isVisible():
            self.search(self.text())
            return
        row = self.matches.currentRow() + by
        self.matches.setCurrentRow(min(max(row, 0), self.matches.count() - 1))

    def _pick(self) -> None:
        place = self.matches.currentRow()
        self.matches.hide()
        if place >= 0:
            self.picked.emit(place)


def _words(option: Option) -> str:
    return f"{option.label}　{option.detail}" if option.detail else option.label


class PickerEditor(Editor):
    """The id of another record; `name_of` gives the words for an id that is shown."""

    def __init__(
        self, find: Find, name_of: Callable[[RecordId], str], hint: str = "名前やよみで探す"
    ) -> None:
        self._line = PickerLine(find, hint)
        super().__init__(self._line)
        self._name_of = name_of
        self._id: RecordId | None = None
        self._line.setMaximumWidth(px(360))
        self._line.picked.connect(self._pick)
        self._line.textEdited.connect(self._type)

    @property
    def line(self) -> PickerLine:
        return self._line

    def value(self) -> RecordId | None:
        return self._id

    def show_value(self, value: RecordId | None) -> None:
        self._id = value
        self._line.setText(self._name_of(value) if value else "")

    def trouble(self) -> str:
        if self._id is None and self._line.text().strip():
            return "一覧の中から選んでください。"
        return ""

    def draft(self) -> Json:
        return {"id": self._id, "text": self._line.text()}

    def resume(self, draft: Json) -> None:
        kept = draft if isinstance(draft, dict) else {}
        self._id = kept.get("id")
        self._line.setText(str(kept.get("text") or ""))

    def _pick(self, place: int) -> None:
        option = self._line.options[place]
        self._id = option.value
        self._line.setText(option.label)
        self.edited.emit()

    def _type(self, text: str) -> None:
        exact = [o for o in self._line.options if o.label == text.strip()]
        self._id = exact[0].value if len(exact) == 1 else None
        self.edited.emit()

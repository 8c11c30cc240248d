"""A field that points to another record: typed to be found, chosen from a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QListView

from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.wire import Json
from renkei_desktop.ui.forms.choice_editors import Option
from renkei_desktop.ui.forms.editor import Editor
from renkei_desktop.ui.pieces.line import Line
from renkei_desktop.ui.theme import px

Find = Callable[[str], Sequence[Option]]
"""The records that match what was typed; all of them, or the likeliest, for an empty text."""


class PickerLine(Line):
    """A line with a list of matches under it; `picked` gives the place in the list."""

    picked = Signal(int)

    def __init__(self, find: Find, hint: str) -> None:
        super().__init__(hint=hint)
        self._find = find
        self.options: tuple[Option, ...] = ()
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(8)
        self._list = QListView()
        completer.setPopup(self._list)
        completer.activated[QModelIndex].connect(self._choose)  # type: ignore[index]
        self.setCompleter(completer)
        self.textEdited.connect(self.search)

    def _choose(self, index: QModelIndex) -> None:
        self.picked.emit(index.row())

    def search(self, text: str) -> None:
        """Looks for what was typed and opens the list."""
        self.options = tuple(self._find(text))
        self._words.setStringList([_words(option) for option in self.options])
        if self.options:
            self.completer().complete()

    def mousePressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().mousePressEvent(event)
        if not self.text():
            self.search("")

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if event.key() == Qt.Key.Key_Down and not self._list.isVisible():
            self.search(self.text())
            return
        super().keyPressEvent(event)


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
        # The completer writes its own words into the line after this signal.
        self._line.setText(option.label)
        self.edited.emit()

    def _type(self, text: str) -> None:
        exact = [o for o in self._line.options if o.label == text.strip()]
        self._id = exact[0].value if len(exact) == 1 else None
        self.edited.emit()

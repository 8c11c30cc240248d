"""The left card of the directory: tabs, kind, list, and what an empty list says."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from renkei_desktop.domain.listing import ResourceRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.office.search import SearchIndex
from renkei_desktop.ui.forms.choice_editors import ComboEditor, Option
from renkei_desktop.ui.pieces import EmptyState, columns
from renkei_desktop.ui.pieces.row_list import RowList
from renkei_desktop.ui.pieces.row_model import RowModel
from renkei_desktop.ui.resources.class_tabs import ClassTabs
from renkei_desktop.ui.resources.columns import COLUMNS
from renkei_desktop.ui.theme import px

_NOTHING = (
    "まだ何も登録されていません。「資源を登録する」から、診療所やよく使うお店を登録してください。"
)
_NOT_FOUND = "見つかりません。字を減らすか、よみや電話で探してください。"
_FILTERED = "この区分と種別に合うものはありません。「すべて」を選ぶと全部が出ます。"


class DirectoryCard(QFrame):
    """Shows the entries of an index as class, kind and typed text want it."""

    shown_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._index: SearchIndex | None = None
        self._text = ""
        self.wanted: RecordId | None = None
        self.tabs = ClassTabs()
        self._kind = ComboEditor((), empty="種別: すべて")
        self.model = RowModel(COLUMNS, lambda row: row.resource)
        self.list = RowList(self.model, "資源・連絡先の一覧")
        self._empty = EmptyState("directory", _NOTHING)
        self._room = QStackedWidget()
        self._room.addWidget(self.list)
        self._room.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(8), px(8), px(8), px(8))
        layout.setSpacing(px(6))
        head = columns(self.tabs, self._kind.field)
        head.setStretch(0, 1)
        layout.addLayout(head)
        layout.addWidget(self._room, 1)
        self._kind.field.setFixedWidth(px(190))
        self._kind.edited.connect(self.fill)
        self.tabs.turned.connect(lambda _class: self.fill())
        self.list.step_wanted.connect(self._turn)

    def hold(self, index: SearchIndex | None, changed: Collection[RecordId] = ()) -> None:
        """Another index; where the same entries stand in it, only the changed are painted."""
        self._index = index
        self._offer_kinds(index.resources() if index else ())
        rows = self._wanted()
        if not (changed and self.model.renew(rows, changed)):
            self._show(rows)
        self.shown_changed.emit()

    def search(self, text: str) -> None:
        """What stands in the search box."""
        self._text = text
        self.fill()

    def fill(self) -> None:
        """Works out anew what is in the list."""
        self._show(self._wanted())
        self.shown_changed.emit()

    @property
    def narrowed(self) -> str:
        """The class and kind in force, in words."""
        of = self.tabs.current
        parts = (of.label if of else "", self._kind.value() or "")
        return " / ".join(part for part in parts if part)

    def show_everything(self) -> None:
        """No class, no kind."""
        self._kind.show_value(None)
        self.tabs.turn(None)
        self.fill()

    def _offer_kinds(self, rows: Iterable[ResourceRow]) -> None:
        """Only the kinds that there are."""
        chosen = self._kind.value()
        kinds = sorted({row.type for row in rows if row.type})
        self._kind.offer(Option(kind, kind) for kind in kinds)
        self._kind.show_value(chosen if chosen in kinds else None)

    def _wanted(self) -> tuple[ResourceRow, ...]:
        if self._index is None:
            return ()
        of, kind = self.tabs.current, self._kind.value()
        return tuple(
            row
            for row in self._index.resources(self._text)
            if (of is None or row.resource_class is of) and (kind is None or row.type == kind)
        )

    def _show(self, rows: tuple[ResourceRow, ...]) -> None:
        self.model.show_rows(rows)
        self._room.setCurrentIndex(0 if rows or self._index is None else 1)
        self._empty.say(self._why_empty())
        if self.wanted is not None:
            self.list.choose(self.wanted)

    def _why_empty(self) -> str:
        if self._text.strip():
            return _NOT_FOUND
        return _FILTERED if self.narrowed else _NOTHING

    def _turn(self, words: str) -> None:
        if words in ("+1", "-1"):
            self.tabs.turn(words)
            self.list.setFocus()

    def clear(self) -> None:
        """Nothing readable is left."""
        self._index, self._text, self.wanted = None, "", None
        self.model.show_rows(())
        self._room.setCurrentIndex(0)

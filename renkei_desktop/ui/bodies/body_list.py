"""What stands, as a list with its verbs; an empty one says what belongs here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QWidget

from renkei_desktop.domain.moment import RecordId
from renkei_desktop.ui.pieces import EmptyState, primary, quiet, secondary, stack
from renkei_desktop.ui.pieces.flow import FlowRow
from renkei_desktop.ui.pieces.row_list import RowList
from renkei_desktop.ui.pieces.row_model import Column, RowModel
from renkei_desktop.ui.theme import px

_LEAST_HEIGHT = 108


class BodyList(QWidget):
    """`change` and `end` carry the record that is chosen. `said` answers under the verbs."""

    add = Signal()
    paste = Signal()
    change = Signal(str)
    end = Signal(str)

    def __init__(
        self,
        noun: str,
        columns: Sequence[Column],
        id_of: Callable[[Any], RecordId],
        empty: str,
        said: QLabel,
        *,
        can_paste: bool,
    ) -> None:
        super().__init__()
        self.model = RowModel(columns, id_of)
        self.list = RowList(self.model, noun)
        self.list.setMinimumHeight(px(_LEAST_HEIGHT))
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.add_button = primary(f"{noun}を足す", self.add.emit)
        self.paste_button = secondary("貼り付けて入れる", self.paste.emit)
        self.change_button = secondary("変更する", lambda: self._on_chosen(self.change))
        self.end_button = quiet("終了にする", lambda: self._on_chosen(self.end))
        deeds = FlowRow(px(8))
        for deed in (self.add_button, self.paste_button, self.change_button, self.end_button):
            deeds.flow.addWidget(deed)
        self.paste_button.setVisible(can_paste)
        self.room = QStackedWidget()
        self.room.addWidget(self.list)
        self.room.addWidget(EmptyState("people", empty))
        layout = stack(deeds, said, self.room, spacing=12)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.list.chosen.connect(lambda _record: self._allow())
        self.list.opened.connect(self.change)
        self._allow()

    @property
    def chosen(self) -> RecordId | None:
        """The record whose line is marked."""
        row = self.list.current
        return None if row is None else self.model.id_of(row)

    def show_lines(self, lines: Sequence[Any]) -> None:
        """Everything that stands; the chosen line stays chosen."""
        chosen = self.chosen
        self.model.show_rows(tuple(lines))
        self.room.setCurrentIndex(0 if lines else 1)
        self.list.choose(chosen)
        self._allow()

    def _on_chosen(self, deed: Any) -> None:
        if self.chosen is not None:
            deed.emit(self.chosen)

    def _allow(self) -> None:
        for deed in (self.change_button, self.end_button):
            deed.setVisible(bool(self.model.rows))
            deed.setEnabled(self.chosen is not None)

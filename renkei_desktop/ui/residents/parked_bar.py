"""A line that says: a form is half written; go on with it or throw it away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from renkei_desktop.ui.page import Draft
from renkei_desktop.ui.pieces import columns, label, quiet, secondary
from renkei_desktop.ui.theme import px


class ParkedBar(QFrame):
    """`go_on` and `throw_away` carry the draft; the newest one comes first."""

    go_on = Signal(object)
    throw_away = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.drafts: dict[str, Draft] = {}
        self._words = label("", wrap=True)
        self.on_button = secondary("続きを書く", lambda: self.go_on.emit(self._newest()))
        self.away_button = quiet("消す", lambda: self.throw_away.emit(self._newest()))
        row = columns(self._words, self.on_button, self.away_button)
        row.setStretch(0, 1)
        row.setContentsMargins(px(14), px(4), px(8), px(4))
        self.setLayout(row)
        self._tell()

    def park(self, draft: Draft) -> None:
        """Puts a half-written form aside."""
        self.drafts.pop(draft.record, None)
        self.drafts[draft.record] = draft
        self._tell()

    def take(self, record: str) -> Draft | None:
        """The half-written form of this record, which is then no longer aside."""
        draft = self.drafts.pop(record, None)
        self._tell()
        return draft

    def clear(self) -> None:
        self.drafts.clear()
        self._tell()

    def _newest(self) -> Draft:
        return list(self.drafts.values())[-1]

    def _tell(self) -> None:
        count = len(self.drafts)
        what = "新しい票" if "" in self.drafts else "票"
        self._words.setText(f"書きかけの{what}が{count}つあります。" if count else "")
        self.setVisible(bool(count))

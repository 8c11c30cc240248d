"""したこと: every deed with who did it and when, and the verb that takes it back."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from renkei_desktop.domain.change import DeedLine
from renkei_desktop.ui.pieces import EmptyState, columns, label, secondary
from renkei_desktop.ui.pieces.chip import Tone
from renkei_desktop.ui.pieces.row_list import RowList
from renkei_desktop.ui.pieces.row_model import Column, Look, RowModel
from renkei_desktop.ui.records.change_words import moment_words
from renkei_desktop.ui.theme import px

_NONE = "まだ何もしていません。登録や変更をすると、だれがいつ何をしたかがここに残ります。"


def _state(line: DeedLine) -> str:
    return "元に戻した" if line.undone else ""


COLUMNS = (
    Column("when", "日時", 150, lambda r: moment_words(r.at)),
    Column("label", "したこと", 0, lambda r: r.label, look=Look.NAME, tone=lambda _r: Tone.GOOD),
    Column("clerk", "職員", 110, lambda r: r.clerk, gives_way=1),
    Column("reason", "理由", 180, lambda r: r.reason or "", gives_way=3),
    Column("records", "記録の数", 76, lambda r: f"{r.records:,}", gives_way=4),
    Column("state", "", 108, _state, look=Look.CHIP, gives_way=2),
)


class DeedList(QFrame):
    """`undo(DeedLine)` when a deed is to be taken back."""

    undo = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.model = RowModel(COLUMNS, lambda line: line.deed)
        self.list = RowList(self.model, "したことの記録")
        self._about = label("", "remark", wrap=True)
        self.undo_button = secondary("元に戻す", self._undo)
        self._room = QStackedWidget()
        self._room.addWidget(self.list)
        self._room.addWidget(EmptyState("records", _NONE))
        foot = columns(self._about, self.undo_button)
        foot.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self._room, 1)
        layout.addLayout(foot)
        self.list.chosen.connect(lambda _deed: self._tell())
        self._tell()

    def show_lines(self, lines: Iterable[DeedLine]) -> None:
        """The latest deeds, newest first; the chosen one stays chosen."""
        current = self.list.current
        self.model.show_rows(tuple(lines))
        self._room.setCurrentIndex(0 if self.model.rows else 1)
        if current is not None:
            self.list.choose(current.deed)
        self._tell()

    def clear(self) -> None:
        """Nothing readable is left."""
        self.show_lines(())

    def _undo(self) -> None:
        line = self.list.current
        if line is not None:
            self.undo.emit(line)

    def _tell(self) -> None:
        line = self.list.current
        possible = line is not None and line.undoable and not line.undone
        self.undo_button.setVisible(possible)
        words = ""
        if line is not None and not possible:
            words = "もう元に戻してあります。" if line.undone else "これは元に戻せない操作です。"
        elif line is not None:
            words = "元に戻しても、戻したことの記録が残ります。"
        self._about.setText(words)

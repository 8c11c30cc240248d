"""提供記録 as a list: number, paper, recipient, when, how many, and what became of the copy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from renkei_desktop.domain.choice import ProvisionState
from renkei_desktop.office.provisions import ProvisionLine
from renkei_desktop.ui.pieces import EmptyState, columns, label, secondary
from renkei_desktop.ui.pieces.chip import Tone
from renkei_desktop.ui.pieces.flow import FlowRow
from renkei_desktop.ui.pieces.row_list import RowList
from renkei_desktop.ui.pieces.row_model import Column, Look, RowModel
from renkei_desktop.ui.records.change_words import moment_words
from renkei_desktop.ui.theme import px

_NONE = "まだ何も渡していません。名簿や一覧を作ると、ここに控えの番号と行き先が残ります。"
_TONES = {
    ProvisionState.MAKING: Tone.WARNING,
    ProvisionState.UNKNOWN: Tone.DANGER,
    ProvisionState.HANDED: Tone.BLUE,
    ProvisionState.CANCELLED: Tone.PLAIN,
    ProvisionState.RETURNED: Tone.GOOD,
}
_WORDS = {ProvisionState.MAKING: "まだ決めていない", ProvisionState.UNKNOWN: "不明"}
OPEN = (ProvisionState.MAKING, ProvisionState.UNKNOWN)
_VERBS = (
    ("渡した", ProvisionState.HANDED, OPEN),
    ("取りやめた", ProvisionState.CANCELLED, OPEN),
    ("返ってきた", ProvisionState.RETURNED, (ProvisionState.HANDED,)),
    ("行方が分からない", ProvisionState.UNKNOWN, (ProvisionState.HANDED, ProvisionState.MAKING)),
)


def state_words(line: ProvisionLine) -> str:
    return _WORDS.get(line.state, line.state.label)


def _when(line: ProvisionLine) -> str:
    try:
        return moment_words(datetime.fromisoformat(line.made_at))
    except ValueError:
        return line.made_at


COLUMNS = (
    Column("number", "控え番号", 92, lambda r: r.number, look=Look.NAME, tone=lambda _r: Tone.GOOD),
    Column("title", "書類", 130, lambda r: r.title, gives_way=2),
    Column("recipient", "渡した相手", 0, lambda r: r.recipient),
    Column("when", "作った日時", 150, _when, gives_way=3),
    Column("people", "人数", 56, lambda r: f"{r.people:,}" if r.people else "", gives_way=4),
    Column("state", "いま", 132, state_words, look=Look.CHIP, tone=lambda r: _TONES[r.state]),
)


class ProvisionList(QFrame):
    """`settled(provision, state)` when the clerk says what became of a copy."""

    settled = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.model = RowModel(COLUMNS, lambda line: line.provision)
        self.list = RowList(self.model, "提供記録")
        self._about = label("", "remark", wrap=True)
        self._deeds = FlowRow(px(8))
        self.buttons = {state: self._button(words, state) for words, state, _ in _VERBS}
        self._room = QStackedWidget()
        self._room.addWidget(self.list)
        self._room.addWidget(EmptyState("paper", _NONE))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self._room, 1)
        layout.addWidget(self._about)
        row = columns(self._deeds)
        row.setStretch(0, 1)
        layout.addLayout(row)
        self.list.chosen.connect(lambda _line: self._tell())
        self._tell()

    def _button(self, words: str, state: ProvisionState):  # type: ignore[no-untyped-def]
        made = secondary(words, lambda: self._settle(state))
        self._deeds.flow.addWidget(made)
        return made

    def show_lines(self, lines: Iterable[ProvisionLine]) -> None:
        """All copies; the chosen one stays chosen."""
        current = self.list.current
        self.model.show_rows(tuple(lines))
        self._room.setCurrentIndex(0 if self.model.rows else 1)
        if current is not None:
            self.list.choose(current.provision)
        self._tell()

    def clear(self) -> None:
        """Nothing readable is left."""
        self.show_lines(())

    def _settle(self, state: ProvisionState) -> None:
        line = self.list.current
        if line is not None:
            self.settled.emit(line.provision, state)

    def _tell(self) -> None:
        """Why the copy was given, and which verbs are left for it."""
        line = self.list.current
        self._about.setText(_about(line) if line else "")
        self._about.setVisible(line is not None)
        for _, state, before in _VERBS:
            self.buttons[state].setVisible(line is not None and line.state in before)
        self._deeds.setVisible(line is not None)


def _about(line: ProvisionLine) -> str:
    parts = (f"理由: {line.reason}", f"根拠: {line.basis}", f"作った職員: {line.clerk}")
    return "　".join(part for part in parts if not part.endswith(": "))

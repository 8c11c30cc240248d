"""記録: what was given to whom, and what was done."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QStackedWidget, QVBoxLayout

from renkei_desktop.domain.change import Changes, DeedLine
from renkei_desktop.domain.choice import ProvisionState
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.office import deeds, provisions
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.provisions import ProvisionLine
from renkei_desktop.ui.page import Page
from renkei_desktop.ui.pieces import PageHeader, secondary
from renkei_desktop.ui.pieces.buttons import tab
from renkei_desktop.ui.pieces.flow import Flow
from renkei_desktop.ui.records.deed_list import DeedList
from renkei_desktop.ui.records.provision_list import OPEN, ProvisionList
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.theme import px
from renkei_desktop.ui.undoing import take_back

_TABS = ("渡したもの", "どうなったか未定", "返っていない写し", "したこと")
_SHOWS = {"unsettled": 1, "out": 2}
"""What ホーム may ask this page to show."""

Read = tuple[tuple[ProvisionLine, ...], tuple[DeedLine, ...]]


def read_records(desk: Desk) -> Read:
    """Copies and deeds, newest first."""
    return provisions.listed(desk), deeds.record_of_deeds(desk)


class RecordsPage(Page):
    """The page of the records."""

    name = "records"
    title = "記録"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._lines: tuple[ProvisionLine, ...] = ()
        self._read = False
        self.header = PageHeader("記録", secondary("書類を作る", lambda: session.go("printing")))
        self.copies = ProvisionList()
        self.deeds = DeedList()
        self._room = QStackedWidget()
        self._room.addWidget(self.copies)
        self._room.addWidget(self.deeds)
        self._tabs = QButtonGroup(self)
        frame = QFrame()
        frame.setProperty("role", "card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(px(10), px(10), px(10), px(10))
        inner.setSpacing(px(8))
        inner.addLayout(self._tab_row())
        inner.addWidget(self._room, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self.header)
        layout.addWidget(frame, 1)
        self.copies.settled.connect(self._settle)
        self.deeds.undo.connect(lambda line: take_back(self, session, line))

    def _tab_row(self) -> Flow:
        row = Flow(px(4))
        for number, words in enumerate(_TABS):
            made = tab(words)
            self._tabs.addButton(made, number)
            row.addWidget(made)
        self._tabs.button(0).setChecked(True)
        self._tabs.idToggled.connect(lambda _at, on: self._turn() if on else None)
        return row

    @property
    def tabs(self) -> list[QAbstractButton]:
        """渡したもの, どうなったか未定, 返っていない写し, したこと."""
        return [self._tabs.button(number) for number in range(len(_TABS))]

    def shown(self) -> None:
        self._read = True
        self.session.read(read_records, self._show, owner=self)

    def go_to(self, record_id: RecordId | None) -> None:
        if record_id in _SHOWS:
            self._tabs.button(_SHOWS[record_id or ""]).setChecked(True)

    def changed(self, changes: Changes) -> None:
        if self._read:
            self.session.read(read_records, self._show, owner=self)

    def cleared(self) -> None:
        self._lines, self._read = (), False
        self.copies.clear()
        self.deeds.clear()

    def _show(self, found: Read) -> None:
        self._lines, done = found
        self.deeds.show_lines(done)
        self._turn()
        open_ones = sum(line.state in OPEN for line in self._lines)
        out = sum(_is_out(line) for line in self._lines)
        for number, count in ((1, open_ones), (2, out)):
            self._tabs.button(number).setText(
                f"{_TABS[number]} {count:,}" if count else _TABS[number]
            )
        self.header.shows(f"渡したもの {len(self._lines):,}件")

    def _turn(self) -> None:
        number = self._tabs.checkedId()
        self._room.setCurrentIndex(1 if number == 3 else 0)
        keeps = {1: lambda line: line.state in OPEN, 2: _is_out}.get(number, lambda _line: True)
        self.copies.show_lines(line for line in self._lines if keeps(line))

    def _settle(self, provision: RecordId, state: ProvisionState) -> None:
        self.session.write(lambda desk: provisions.settle(desk, provision, state), owner=self)


def _is_out(line: ProvisionLine) -> bool:
    """Handed over with people in it, and not back."""
    return line.state is ProvisionState.HANDED and line.people > 0

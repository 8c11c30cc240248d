"""ホーム: what to do this morning; in a new office the ten things to begin with."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.text.wareki import wareki, weekday_ja
from renkei_desktop.office.home import FirstStep, Morning, Notice, morning
from renkei_desktop.ui.home.lines import FirstStepLine, NoticeLine
from renkei_desktop.ui.page import Page
from renkei_desktop.ui.pieces import EmptyState, PageHeader, group, label, remark, scrolled
from renkei_desktop.ui.pieces.emptying import refill
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.theme import px

_NOTHING = "今朝、急いですることはありません。"


class HomePage(Page):
    """The page that opens first."""

    name = "home"
    title = "ホーム"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._read = False
        self.header = PageHeader("ホーム")
        self._notices, self._steps, self._numbers = _column(), _column(), _column()
        self.today = _card("今朝すること", self._notices, scrolls=True)
        self.first = _card("はじめの10のこと", self._steps, scrolls=True)
        self.figures = _card("この町の名簿", self._numbers)
        left = QVBoxLayout()
        left.setSpacing(px(14))
        left.addWidget(self.today, 2)
        left.addWidget(self.first, 3)
        right = QVBoxLayout()
        right.addWidget(self.figures)
        right.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(px(14))
        beside.addLayout(left, 66)
        beside.addLayout(right, 34)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self.header)
        layout.addLayout(beside, 1)

    def shown(self) -> None:
        self._read = True
        self.session.read(morning, self._show, owner=self)

    def changed(self, changes: Changes) -> None:
        if self._read:
            self.session.read(morning, self._show, owner=self)

    def cleared(self) -> None:
        self._read = False
        self.header.shows("")
        for column in (self._notices, self._steps, self._numbers):
            refill(column)

    def _show(self, found: Morning) -> None:
        today = f"{wareki(found.today)}（{weekday_ja(found.today)}）"
        self.header.shows(today)
        refill(self._notices, self._notice_lines(found.notices))
        self._notices.addStretch(1)
        undone = [step for step in found.first_steps if not step.done]
        self.first.setVisible(bool(undone))
        refill(self._steps, self._step_lines(found.first_steps))
        self._steps.addStretch(1)
        refill(self._numbers, _figures(found))

    def _notice_lines(self, notices: tuple[Notice, ...]) -> list[QWidget]:
        if not notices:
            return [EmptyState("done", _NOTHING)]
        return [NoticeLine(notice, self._go) for notice in notices]

    def _step_lines(self, steps: tuple[FirstStep, ...]) -> list[QWidget]:
        done = sum(step.done for step in steps)
        lines: list[QWidget] = [remark(f"{len(steps)}のうち{done}が済みました。")]
        return [*lines, *(FirstStepLine(n, step, self._go) for n, step in enumerate(steps, 1))]

    def _go(self, page: str, show: str) -> None:
        self.session.go(page, show or None)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    return column


def _card(words: str, inner: QVBoxLayout, *, scrolls: bool = False) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "card")
    holder = QWidget()
    inner.setContentsMargins(0, 0, px(6), 0)
    holder.setLayout(inner)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(px(18), px(14), px(12), px(14))
    layout.setSpacing(px(8))
    layout.addWidget(group(words))
    layout.addWidget(scrolled(holder) if scrolls else holder, 1)
    return frame


def _figures(found: Morning) -> list[QWidget]:
    """How many are registered and consented, when the last backup was."""
    share = f"（{found.consented * 100 // found.registered}％）" if found.registered else ""
    backup = wareki(found.last_backup) if found.last_backup else "まだありません"
    return [
        _figure("登録住民", f"{found.registered:,}人"),
        _figure("名簿の提供に同意", f"{found.consented:,}人{share}"),
        _figure("登録していない人も含めて", f"{found.known:,}人"),
        _figure("返っていない写し", f"{found.not_returned:,}部"),
        _figure("最後の控え", backup),
    ]


def _figure(words: str, value: str) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, px(3), 0, px(3))
    caption: QLabel = label(words, "quiet", wrap=True)
    layout.addWidget(caption, 1)
    layout.addWidget(label(value, "strong"))
    return line

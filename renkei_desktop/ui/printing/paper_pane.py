"""The right side of the printing page: the preview, who is on it, who is not, the copies so far."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QStackedWidget, QVBoxLayout

from renkei_desktop.domain.choice import ProvisionState
from renkei_desktop.office.plans import Paper, ProvisionPlan
from renkei_desktop.office.provisions import ProvisionLine
from renkei_desktop.ui.pieces import EmptyState, label
from renkei_desktop.ui.pieces.buttons import tab
from renkei_desktop.ui.pieces.flow import Flow
from renkei_desktop.ui.printing.plan_view import PlanList
from renkei_desktop.ui.printing.preview import PagesView
from renkei_desktop.ui.records.provision_list import ProvisionList
from renkei_desktop.ui.theme import px

_ASK = "渡す相手と理由を入れると、ここに下見が出ます。"
_NOBODY = "名簿や一覧を渡す相手がまだありません。消防署や警察署などを、設定で足してください。"
MAKING = "下見を作っています。"


class PaperPane(QFrame):
    """Four tabs in one card; `add_recipient` is what an office without recipients needs first."""

    def __init__(self, add_recipient: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.preview = PagesView()
        self.included = PlanList("載る人", "根拠")
        self.left_out = PlanList("載せない人", "載せない理由")
        self.copies = ProvisionList()
        self.nobody = EmptyState("people", _NOBODY, "渡す相手を足す", add_recipient)
        self._empty = EmptyState("printer", _ASK)
        self._said = label("", "remark", wrap=True)
        self._sheet = QStackedWidget()
        self._sheet.addWidget(self._empty)
        self._sheet.addWidget(self.preview)
        self._sheet.addWidget(self.nobody)
        self._room = QStackedWidget()
        for part in (self._sheet, self.included, self.left_out, self.copies):
            self._room.addWidget(part)
        self._tabs = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(10), px(12), px(10))
        column.setSpacing(px(8))
        column.addLayout(self._tab_row())
        column.addWidget(self._room, 1)
        column.addWidget(self._said)

    def _tab_row(self) -> Flow:
        row = Flow(px(4))
        for number, words in enumerate(("下見", "載る人", "載せない人", "これまでの控え")):
            made = tab(words)
            self._tabs.addButton(made, number)
            row.addWidget(made)
        self._tabs.button(0).setChecked(True)
        self._tabs.idToggled.connect(lambda at, on: self._room.setCurrentIndex(at) if on else None)
        return row

    @property
    def tabs(self) -> list[QPushButton]:
        """下見, 載る人, 載せない人, これまでの控え."""
        return [self._tabs.button(number) for number in range(4)]  # type: ignore[misc]

    def say(self, sentence: str) -> None:
        """How far the printing is."""
        self._said.setText(sentence)

    def show_plan(self, plan: ProvisionPlan | None, *, lonely: bool = False) -> None:
        """Who is on it and who is not; None empties everything, `lonely` tells of nobody to ask."""
        self.included.show_lines(plan.included if plan else ())
        self.left_out.show_lines(plan.left_out if plan else ())
        self._count(plan)
        self._empty.say(MAKING if plan else _ASK)
        if plan is None:
            self.preview.show_pdf(None)
            self._sheet.setCurrentWidget(self.nobody if lonely else self._empty)

    def show_pdf(self, pdf: bytes) -> None:
        """The paper as it would come out."""
        self.preview.show_pdf(pdf)
        self._sheet.setCurrentWidget(self.preview)

    def _count(self, plan: ProvisionPlan | None) -> None:
        roster = plan is not None and plan.request.paper is Paper.ROSTER
        counts = (len(plan.included), len(plan.left_out)) if plan else (0, 0)
        for number, words in ((1, "載る人"), (2, "載せない人")):
            self.tabs[number].setText(f"{words} {counts[number - 1]:,}" if roster else words)
            self.tabs[number].setVisible(roster)
        if not roster and self._tabs.checkedId() in (1, 2):
            self.tabs[0].setChecked(True)

    def show_copies(self, lines: tuple[ProvisionLine, ...]) -> None:
        """The copies so far; the tab says how many have not come back."""
        self.copies.show_lines(lines)
        out = sum(line.state is ProvisionState.HANDED and line.people > 0 for line in lines)
        words = f"これまでの控え（返っていない {out}部）" if out else "これまでの控え"
        self.tabs[3].setText(words)

    def clear(self) -> None:
        """Nothing readable is left."""
        self.show_plan(None)
        self.copies.clear()
        self.say("")

"""印刷: the questions on the left, the paper as it will come out on the right, the door behind."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.choice import ProvisionState, Situation
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation
from renkei_desktop.domain.provision import Recipient
from renkei_desktop.office import papers, plans, provisions, town
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.plans import Paper, ProvisionPlan
from renkei_desktop.ui.page import Page
from renkei_desktop.ui.pieces import PageHeader, primary, scrolled, secondary
from renkei_desktop.ui.printing.paper_pane import MAKING, PaperPane
from renkei_desktop.ui.printing.plan_view import PlanWords
from renkei_desktop.ui.printing.print_run import PrintRun
from renkei_desktop.ui.printing.printer_panel import PrinterPanel
from renkei_desktop.ui.printing.printers import Printers
from renkei_desktop.ui.printing.request_card import RequestCard
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.theme import px

_WIDE = 900

Offered = tuple[tuple[Recipient, ...], tuple[NeighbourhoodAssociation, ...], Situation]


def read_offered(desk: Desk) -> Offered:
    """Whom something can be given to, and for which parts of the town."""
    return town.recipients(desk), town.associations(desk), town.situation(desk)


class PrintingPage(Page):
    """The page of the door. `printers` may be exchanged for others."""

    name = "printing"
    title = "印刷"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.printers = Printers()
        self.plan: ProvisionPlan | None = None
        self.run: PrintRun | None = None
        self._missing: tuple[str, ...] = ()
        self._asked = 0
        self.main_deed = primary("印刷する", self.begin_printing)
        self.file_button = secondary("PDFにする", self._choose_file)
        self.header = PageHeader("印刷", self.file_button)
        self.card = RequestCard()
        self.words = PlanWords()
        self.pane = PaperPane(self._add_recipient)
        self.nobody = self.pane.nobody
        self._drawn = False
        self._lay_out()
        self._connect()
        self._allow()

    def _lay_out(self) -> None:
        left = QFrame()
        left.setProperty("role", "card")
        questions = QWidget()
        inner = QVBoxLayout(questions)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(px(14))
        inner.addWidget(self.card)
        inner.addWidget(self.words)
        inner.addStretch(1)
        column = QVBoxLayout(left)
        column.setContentsMargins(px(16), px(14), px(8), px(14))
        column.addWidget(scrolled(questions))
        beside = self._beside = QHBoxLayout()
        beside.setSpacing(px(14))
        beside.addWidget(left, 42)
        beside.addWidget(self.pane, 58)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self.header)
        layout.addLayout(beside, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large type the questions need half of the page."""
        super().resizeEvent(event)
        wide = self.width() > px(_WIDE)
        self._beside.setStretch(0, 42 if wide else 52)
        self._beside.setStretch(1, 58 if wide else 48)

    def _connect(self) -> None:
        self.card.asked.connect(self.take_question)
        self.card.recipient_wanted.connect(self._add_recipient)
        self.words.allowed.connect(self._allow)
        self.pane.copies.settled.connect(self.settle)

    # --- what the frame says ---

    def shown(self) -> None:
        self.session.read(read_offered, self._offer, owner=self)
        self._read_copies()
        self.take_question()

    def _offer(self, found: Offered) -> None:
        self.card.offer(*found)
        if self.plan is None:
            self.pane.show_plan(None, lonely=self.card.lonely)

    def _add_recipient(self) -> None:
        self.session.go("settings", "recipients")

    def go_to(self, record_id: RecordId | None) -> None:
        if record_id in set(Paper):
            self.card.show_paper(Paper(record_id))

    def changed(self, changes: Changes) -> None:
        if changes.of("provision"):
            self._read_copies()
        if any(kind != "provision" for kind, _ in changes.records) and self.isVisible():
            self.session.read(read_offered, self._offer, owner=self)
            self.take_question()

    def cleared(self) -> None:
        if self.run is not None:
            self.run.stop()
        self._forget_plan()
        self.pane.clear()

    # --- the plan and its preview ---

    def take_question(self) -> None:
        """Works out what would be given, and draws it; only the newest question is answered."""
        request = self.card.request
        self._asked += 1
        if request is None or not request.reason.strip():
            self._forget_plan()
            return
        asked = self._asked
        self.session.read(
            lambda desk: plans.plan(desk, request),
            lambda plan: self.take_plan(asked, plan),
            lambda error: self._no_plan(asked, error),
            owner=self,
        )

    def take_plan(self, asked: int, plan: ProvisionPlan) -> None:
        """Shows a plan and begins its preview, if no newer question was asked meanwhile."""
        if asked != self._asked:
            return
        self.words.say("")
        self.words.show_plan(plan)
        self.pane.show_plan(plan)
        self.plan, self._missing, self._drawn = plan, (), False
        self._allow()
        self.session.read(
            lambda desk, progress: papers.preview(desk, plan, progress),
            lambda printed: self._show_preview(asked, printed),
            lambda error: self._no_plan(asked, error),
            watched=True,
            label=MAKING,
            owner=self,
        )

    def _show_preview(self, asked: int, printed) -> None:  # type: ignore[no-untyped-def]
        if asked != self._asked:
            return
        self._missing = tuple(found.grapheme for found in printed.missing)
        self.words.show_missing(self._missing)
        self.pane.show_pdf(printed.pdf)
        self._drawn = True
        self.header.shows(f"{len(printed.pages)}ページ")
        self._allow()

    def _no_plan(self, asked: int, error: RenkeiError) -> None:
        if asked == self._asked:
            self._forget_plan()
            self.words.say(error.sentence)

    def _forget_plan(self) -> None:
        self.plan, self._missing = None, ()
        self.words.say("")
        self.words.show_plan(None)
        self.words.show_missing(())
        self.pane.show_plan(None, lonely=self.card.lonely)
        self._drawn = False
        self.header.shows("")
        self._allow()

    def _allow(self) -> None:
        """Printing needs a plan with somebody on it, drawn, and consent to blanks if any."""
        plan = self.plan
        empty = plan is not None and plan.request.paper is Paper.ROSTER and not plan.included
        blanks = not self._missing or self.words.allows_blanks
        ready = self._drawn and not empty and blanks and self.run is None
        for deed in (self.main_deed, self.file_button):
            if deed is not None:
                deed.setEnabled(ready)

    # --- giving it away ---

    def begin_printing(self) -> None:
        """Asks for printer, copies, paper and sides, then prints."""
        plan = self.plan
        if plan is None:
            return
        numbered = plan.request.paper is Paper.ROSTER
        panel = PrinterPanel(self, self.printers, numbered=numbered)
        panel.confirmed.connect(lambda choice: self._begin(plan).print_on(choice))
        panel.open()

    def _choose_file(self) -> None:
        if self.plan is None:
            return
        name = f"{self.plan.request.paper.label}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(self, "PDFにする", name, "PDF (*.pdf)")
        if chosen:
            self.save_pdf(Path(chosen))

    def save_pdf(self, file: Path) -> None:
        """Makes a copy and puts it into this file."""
        if self.plan is not None:
            self._begin(self.plan).save_into(
                file.with_name(f"{file.name.removesuffix('.pdf')}.pdf")
            )

    def _begin(self, plan: ProvisionPlan) -> PrintRun:
        run = PrintRun(self, plan, self.words.allows_blanks)
        run.told.connect(self.pane.say)
        run.refused.connect(self.refused)
        run.finished.connect(self._finished)
        self.run = run
        self._allow()
        return run

    def refused(self, error: RenkeiError) -> None:
        """Something went wrong on the way to paper: the frame shows the sentence."""
        self.pane.say("")
        self.session.background.troubled.emit(error)

    def _finished(self) -> None:
        self.run = None
        self._allow()
        self.take_question()

    # --- the copies ---

    def _read_copies(self) -> None:
        self.session.read(provisions.listed, self.pane.show_copies, owner=self)

    def settle(self, provision: RecordId, state: ProvisionState) -> None:
        """Writes down what became of a copy."""
        self.session.write(lambda desk: provisions.settle(desk, provision, state), owner=self)

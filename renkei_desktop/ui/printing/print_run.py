"""From a plan to paper: written down first, then made, then printed or put into a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office import papers, provisions
from renkei_desktop.office.papers import Made
from renkei_desktop.office.plans import Paper, ProvisionPlan
from renkei_desktop.ui.printing.printer_choice import PrinterChoice
from renkei_desktop.ui.printing.printers import PrintJob
from renkei_desktop.ui.records.settling import ask_what_became

if TYPE_CHECKING:
    from renkei_desktop.ui.printing.page import PrintingPage

ROSTER_COPIES = "部ごとに控え番号が付きます。"


class PrintRun(QObject):
    """One copy after the other. `told` says how far it is, `refused` carries what went wrong."""

    told = Signal(str)
    refused = Signal(object)
    finished = Signal()

    def __init__(self, page: PrintingPage, plan: ProvisionPlan, allow_missing: bool) -> None:
        super().__init__(page)
        self._page = page
        self._plan = plan
        self._allow_missing = allow_missing
        self._job: PrintJob | None = None

    def print_on(self, choice: PrinterChoice) -> None:
        """Prints; every copy of a roster is a copy of its own, with its own number."""
        numbered = self._plan.request.paper is Paper.ROSTER
        copies = choice.copies if numbered else 1
        each = PrinterChoice(
            choice.name, 1 if numbered else choice.copies, choice.paper, choice.both_sides
        )
        self._next(copies, each)

    def save_into(self, file: Path) -> None:
        """Makes one copy and puts it into a file of the clerk's choice."""

        def deed(desk, progress):  # type: ignore[no-untyped-def]
            made = papers.make(desk, self._plan, progress, allow_missing=self._allow_missing)
            papers.save(desk, made, file)
            return made

        self._page.session.read(
            deed, self._saved, self._fail, watched=True, label="PDFを作っています", owner=self
        )

    def _saved(self, made: Made) -> None:
        self._written_down(made)
        self.told.emit(f"控え {made.number} をPDFにしました。")
        self._ask(made, self._end)

    def _next(self, left: int, choice: PrinterChoice) -> None:
        self._page.session.read(
            lambda desk, progress: papers.make(
                desk, self._plan, progress, allow_missing=self._allow_missing
            ),
            lambda made: self._print(made, left, choice),
            self._fail,
            watched=True,
            label="印刷するものを作っています",
            owner=self,
        )

    def _print(self, made: Made, left: int, choice: PrinterChoice) -> None:
        self._written_down(made)
        job = PrintJob(made.printed.pdf, self._page.printers, choice, self)
        job.page_printed.connect(
            lambda page, pages: self.told.emit(
                f"控え {made.number}: {pages}ページのうち{page + 1}ページ目を印刷しています。"
            )
        )
        job.ended.connect(lambda outcome: self._printed(made, left, choice, outcome))
        self._job = job
        job.start()

    def _printed(self, made: Made, left: int, choice: PrinterChoice, outcome: object) -> None:
        if self._job is not None:
            self._job.wait()
            self._job = None
        if isinstance(outcome, RenkeiError):
            self.refused.emit(outcome)
            self._ask(made, self._end)
            return
        self.told.emit(f"控え {made.number} を印刷しました。")
        again = (lambda: self._next(left - 1, choice)) if left > 1 else self._end
        self._ask(made, again)

    def _ask(self, made: Made, then: Callable[[], object]) -> None:
        recipient = self._plan.recipient.name or "渡す相手"
        panel = ask_what_became(
            self._page,
            made.number,
            recipient,
            lambda state: self._page.session.write(
                lambda desk: provisions.settle(desk, made.provision, state), owner=self._page
            ),
        )
        panel.finished.connect(lambda _result: then())

    def _written_down(self, made: Made) -> None:
        """Making writes by itself: everybody is told that there is a further copy."""
        changed = frozenset({("provision", made.provision)})
        self._page.session.changed(Changes(made.provision, "書類の作成", changed))

    def _fail(self, error: RenkeiError) -> None:
        self.refused.emit(error)
        self._end()

    def _end(self) -> None:
        self.finished.emit()
        self.deleteLater()

    def stop(self) -> None:
        """The window is being locked or closed: no further page is begun."""
        if self._job is not None:
            self._job.stop()
            self._job.wait()

"""The printers of this PC."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.ui.printing.paper import print_pdf, printer_for
from renkei_desktop.ui.printing.printer_choice import PrinterChoice
from renkei_desktop.work import Stopped


class Printers:
    """What there is to print on. A test hands the page printers that write into a file."""

    def names(self) -> list[str]:
        """The printers as the system calls them, the usual one first."""
        usual = QPrinterInfo.defaultPrinterName()
        found = QPrinterInfo.availablePrinterNames()
        return sorted(found, key=lambda name: (name != usual, name))

    def open(self, choice: PrinterChoice) -> QPrinter:
        """The chosen printer, set up. Raises RenkeiError where it is gone."""
        return printer_for(choice)


class PrintJob(QThread):
    """Prints one document aside, so that the window never waits for a printer."""

    page_printed = Signal(int, int)
    ended = Signal(object)
    """The number of pages, or the RenkeiError that ended it, or None where it was stopped."""

    def __init__(
        self, pdf: bytes, printers: Printers, choice: PrinterChoice, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pdf = pdf
        self._printers = printers
        self._choice = choice
        self._stop = False

    def stop(self) -> None:
        """No further page is begun."""
        self._stop = True

    def run(self) -> None:
        outcome: object = None
        try:
            outcome = print_pdf(self._pdf, self._printers.open(self._choice), self._report)
        except RenkeiError as error:
            outcome = error
        except Stopped:
            outcome = None
        self._pdf = b""
        self.ended.emit(outcome)

    def _report(self, done: int, total: int | None, label: str) -> None:
        if self._stop:
            raise Stopped
        self.page_printed.emit(done, total or 0)

"""Choosing a printer and printing one of the plain sheets on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.ui.pieces.buttons import secondary
from renkei_desktop.ui.pieces.frames import columns
from renkei_desktop.ui.pieces.labels import label, restyle
from renkei_desktop.ui.plain_sheet import PlainSheet, print_sheet
from renkei_desktop.ui.printing.printer_choice import PrinterChoice
from renkei_desktop.ui.printing.printers import Printers
from renkei_desktop.ui.theme import px

NO_PRINTER = (
    "このパソコンにはプリンターがまだありません。つないでから、設定の「プリンター」で試せます。"
)


class SheetPrinter(QWidget):
    """`printed` is said when the sheet has gone to the printer. `sheet` is asked for it then.

    `without` is what a clerk is told on a PC that has no printer.
    """

    printed = Signal()

    def __init__(
        self,
        verb: str,
        sheet: Callable[[], PlainSheet],
        printers: Printers | None = None,
        *,
        without: str = NO_PRINTER,
    ) -> None:
        super().__init__()
        self._sheet = sheet
        self._without = without
        self.printers = printers or Printers()
        self.names = QComboBox()
        self.names.setMinimumWidth(px(240))
        self.print_button = secondary(verb, self._print)
        self._said = label("", "remark", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(6))
        layout.addLayout(columns(self.names, self.print_button, 1))
        layout.addWidget(self._said)
        self.look()

    def look(self) -> None:
        """Reads anew which printers there are."""
        names = self.printers.names()
        self.names.clear()
        self.names.addItems(names)
        self.names.setVisible(bool(names))
        self.print_button.setVisible(bool(names))
        self._say("" if names else self._without)

    @property
    def there_is_one(self) -> bool:
        return self.names.count() > 0

    def _print(self) -> None:
        try:
            choice = PrinterChoice(self.names.currentText())
            print_sheet(self._sheet(), self.printers.open(choice))
        except RenkeiError as error:
            self._say(error.sentence, wrong=True)
            return
        self._say("印刷に送りました。紙が出てくるのを確かめてください。")
        self.printed.emit()

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
        restyle(self._said, "role", "error" if wrong else "remark")

"""印刷する: printer, copies, paper, both sides; asked calmly, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from renkei_desktop.ui.dialogs.panel import Panel
from renkei_desktop.ui.forms.choice_editors import ComboEditor, Option, SegmentEditor
from renkei_desktop.ui.pieces import Fields, primary, secondary
from renkei_desktop.ui.printing.printer_choice import PaperSize, PrinterChoice
from renkei_desktop.ui.printing.printers import Printers
from renkei_desktop.ui.theme import px

NO_PRINTER = (
    "このパソコンで使えるプリンターが見つかりません。"
    "まだ何も記録していません。"
    "プリンターの電源とつなぎ方を確かめるか、「PDFにする」を使ってください。"
)
_NUMBERED = "名簿は1部ごとに別の控え番号が付きます。渡す相手ごとに1部ずつ印刷してください。"
_MOST_COPIES = 20


class PrinterPanel(Panel):
    """`confirmed(PrinterChoice)` when the clerk has pressed 印刷する."""

    confirmed = Signal(object)

    def __init__(self, parent: QWidget | None, printers: Printers, *, numbered: bool) -> None:
        names = printers.names()
        super().__init__(parent, "印刷する", "printer")
        if not names:
            self.say(NO_PRINTER)
            self.offer(secondary("閉じる", self.reject), default=True)
            return
        self.printer = ComboEditor((Option(name, name) for name in names), empty="（選ぶ）")
        self.printer.show_value(names[0])
        self.copies = QSpinBox()
        self.copies.setRange(1, _MOST_COPIES)
        self.copies.setSuffix(" 部")
        self.copies.setFixedWidth(px(110))
        self.copies.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.paper = SegmentEditor(Option(size, f"{size.value} の紙") for size in PaperSize)
        self.paper.show_value(PaperSize.A4)
        self.sides = SegmentEditor((Option(False, "片面"), Option(True, "両面")))
        self.sides.show_value(False)
        fields = Fields(84)
        fields.add("プリンター", self.printer.field)
        row = fields.add("部数", self.copies)
        fields.add("紙", self.paper.field)
        fields.add("面", self.sides.field)
        if numbered:
            row.remark(_NUMBERED)
        self.body.addWidget(fields)
        self.body.addStretch(1)
        self.offer(secondary("やめる", self.reject))
        self.print_button = primary("印刷する", self._confirm)
        self.offer(self.print_button, default=True)

    @property
    def choice(self) -> PrinterChoice:
        return PrinterChoice(
            name=self.printer.value() or "",
            copies=self.copies.value(),
            paper=self.paper.value() or PaperSize.A4,
            both_sides=bool(self.sides.value()),
        )

    def _confirm(self) -> None:
        if self.choice.name:
            self.accept()
            self.confirmed.emit(self.choice)

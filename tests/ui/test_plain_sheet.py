"""The test page and the paper code on real printers, one of which writes a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.ui import theme
from renkei_desktop.ui.paper_code import PaperCode, first_wrong_group, letters
from renkei_desktop.ui.plain_sheet import PlainSheet, print_sheet
from renkei_desktop.ui.printing.paper import set_up
from renkei_desktop.ui.printing.printer_choice import PrinterChoice
from renkei_desktop.ui.printing.printers import Printers
from renkei_desktop.ui.sheet_printer import NO_PRINTER, SheetPrinter
from tests.ui.house import texts
from tests.ui.keys import click

CODE = "RB6T-NFB3-520W-VPMH-6XJG-E0ZR-HX3F-50W4"


class PaperPrinters(Printers):
    """One printer that writes into a file, and one that is gone."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def names(self) -> list[str]:
        return ["窓口の複合機", "倉庫の古い機械"]

    def open(self, choice: PrinterChoice) -> QPrinter:
        if choice.name != "窓口の複合機":
            raise RenkeiError("プリンターに送れませんでした。", todo="電源を確かめてください。")
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.file))
        set_up(printer, choice)
        return printer


class NoPrinters(Printers):
    def names(self) -> list[str]:
        return []


@pytest.fixture
def file(qapp: QApplication, tmp_path: Path) -> Iterator[Path]:
    theme.apply(qapp)
    yield tmp_path / "sheet.pdf"


def read(file: Path) -> tuple[str, tuple[float, float]]:
    document = pypdfium2.PdfDocument(file)
    assert len(document) == 1
    page = document[0]
    text = page.get_textpage().get_text_bounded()
    size = page.get_size()
    document.close()
    return "".join(text.split()), size


def test_the_paper_code_comes_out_whole_on_one_upright_a4(file: Path) -> None:
    sheet = PlainSheet("紙の合言葉　見本町", ("金庫にしまってください。",), tuple(CODE.split("-")))
    print_sheet(sheet, PaperPrinters(file).open(PrinterChoice("窓口の複合機")))
    text, size = read(file)
    assert size == pytest.approx((595, 842), abs=1)
    assert "紙の合言葉見本町" in text and "金庫にしまってください。" in text
    for group in CODE.split("-"):
        assert group in text


def test_rare_characters_of_the_test_page_are_real_glyphs(file: Path) -> None:
    sheet = PlainSheet("試し刷り", ("髙橋　山﨑　𠮷田",), frame=True)
    print_sheet(sheet, PaperPrinters(file).open(PrinterChoice("窓口の複合機")))
    picture = pypdfium2.PdfDocument(file)[0].render(scale=2).to_numpy()
    dark = (picture.mean(axis=2) < 128).sum()
    assert dark > 2_000


def test_the_button_prints_and_says_so(file: Path) -> None:
    choice = SheetPrinter("試しに印刷する", lambda: PlainSheet("試し", ()), PaperPrinters(file))
    printed: list[bool] = []
    choice.printed.connect(lambda: printed.append(True))
    click(choice.print_button)
    assert printed == [True] and file.is_file()
    assert any("紙が出てくるのを確かめて" in text for text in texts(choice))


def test_a_printer_that_is_gone_is_told_beside_the_button(file: Path) -> None:
    choice = SheetPrinter("試しに印刷する", lambda: PlainSheet("試し", ()), PaperPrinters(file))
    choice.names.setCurrentIndex(1)
    click(choice.print_button)
    assert any("プリンターに送れませんでした" in text for text in texts(choice))
    assert not file.exists()


def test_without_a_printer_the_clerk_is_told_what_to_do(file: Path) -> None:
    choice = SheetPrinter("試しに印刷する", lambda: PlainSheet("試し", ()), NoPrinters())
    assert not choice.there_is_one
    assert choice.print_button.isHidden()
    assert NO_PRINTER in texts(choice)


@pytest.mark.parametrize(
    "typed",
    [CODE, CODE.lower(), CODE.replace("-", ""), CODE.replace("-", "　"), CODE.replace("0", "O")],
)
def test_a_code_counts_however_it_is_written(file: Path, typed: str) -> None:
    paper = PaperCode("見本町")
    paper.show_code(CODE)
    confirmed: list[bool] = []
    paper.confirmed.connect(lambda: confirmed.append(True))
    paper.typed.setText(typed)
    assert paper.is_confirmed and confirmed == [True]


@pytest.mark.parametrize(
    ("typed", "group"),
    [("", 0), ("RB6", 0), ("RB6T NFB3", 0), ("RB6X", 1), ("RB6T-NFX", 2), (CODE + "0", 8)],
)
def test_the_group_that_is_wrong_is_named(typed: str, group: int) -> None:
    assert first_wrong_group(typed, CODE) == group


def test_a_code_that_was_taken_away_stands_nowhere(file: Path) -> None:
    paper = PaperCode("見本町")
    paper.show_code(CODE)
    paper.show_code("")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not any(group in text for group in CODE.split("-") for text in texts(paper))
    paper.typed.setText(CODE)
    assert not paper.is_confirmed


def test_letters_are_compared_without_dashes_and_look_alikes() -> None:
    assert letters("oil-１ａ") == "0111A"

"""Paper: a PDF from memory drawn onto a printer, the same as the preview shows it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QTransform
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.ui import theme
from renkei_desktop.ui.printing.paper import print_pdf, set_up
from renkei_desktop.ui.printing.preview import PagesView
from renkei_desktop.ui.printing.printer_choice import PaperSize, PrinterChoice
from renkei_desktop.work import Stopped
from tests.ui.keys import press
from tests.ui.printing.comparing import ALIKE, distance

DIFFERENT = 6
"""How far two pages that are not the same lie apart at least, of 255 steps of grey."""


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp)


def sheets(tmp_path: Path, count: int = 3, *, across: bool = False) -> bytes:
    """A document whose pages differ: a frame, a block that moves, a number of bars."""
    file = tmp_path / "made.pdf"
    size = landscape(A4) if across else A4
    canvas = Canvas(str(file), pagesize=size)
    for page in range(count):
        canvas.rect(30, 30, size[0] - 60, size[1] - 60)
        canvas.rect(60 + 120 * page, size[1] - 200, 90, 110, fill=1)
        for bar in range(page + 1):
            canvas.rect(60, 80 + 30 * bar, 300, 12, fill=1)
        canvas.showPage()
    canvas.save()
    return file.read_bytes()


def file_printer(file: Path, choice: PrinterChoice) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    set_up(printer, choice)
    return printer


def printed(tmp_path: Path, pdf: bytes, choice: PrinterChoice) -> QPdfDocument:
    file = tmp_path / "printed.pdf"
    print_pdf(pdf, file_printer(file, choice))
    document = QPdfDocument(QApplication.instance())
    document.load(str(file))
    return document


def shown(qtbot: QtBot, pdf: bytes) -> PagesView:
    view = PagesView()
    qtbot.addWidget(view)
    view.resize(700, 3300)
    view.show_pdf(pdf)
    with qtbot.waitExposed(view):
        view.show()
    return view


def pictures(qtbot: QtBot, view: PagesView) -> list[QImage]:
    qtbot.waitUntil(lambda: all(view.picture(n) for n in range(view.page_count)), timeout=8000)
    found = [view.picture(page) for page in range(view.page_count)]
    return [picture for picture in found if picture is not None]


def test_what_is_printed_is_what_the_preview_shows(qtbot: QtBot, tmp_path: Path) -> None:
    pdf = sheets(tmp_path)
    seen = pictures(qtbot, shown(qtbot, pdf))
    paper = printed(tmp_path, pdf, PrinterChoice("file"))
    assert paper.pageCount() == len(seen) == 3
    for page, picture in enumerate(seen):
        drawn = paper.render(page, QSize(840, 1188))
        assert distance(picture, drawn) < ALIKE
    others = [distance(seen[0], paper.render(page, QSize(840, 1188))) for page in (1, 2)]
    assert min(others) > DIFFERENT


def test_a_page_that_lies_across_is_turned_and_not_cut(tmp_path: Path, qtbot: QtBot) -> None:
    pdf = sheets(tmp_path, 1, across=True)
    (seen,) = pictures(qtbot, shown(qtbot, pdf))
    paper = printed(tmp_path, pdf, PrinterChoice("file"))
    upright = paper.render(0, QSize(840, 1188))
    assert upright.width() < upright.height()
    turned = upright.transformed(QTransform().rotate(-90))
    assert distance(seen, turned) < ALIKE


def test_a_larger_paper_is_filled(tmp_path: Path, qtbot: QtBot) -> None:
    pdf = sheets(tmp_path, 1)
    paper = printed(tmp_path, pdf, PrinterChoice("file", paper=PaperSize.A3))
    points = paper.pagePointSize(0)
    assert (round(points.width()), round(points.height())) == (842, 1191)
    (seen,) = pictures(qtbot, shown(qtbot, pdf))
    assert distance(seen, paper.render(0, QSize(840, 1188))) < ALIKE


def test_the_printer_is_set_up_as_chosen(tmp_path: Path) -> None:
    choice = PrinterChoice("file", copies=3, paper=PaperSize.A3)
    printer = file_printer(tmp_path / "x.pdf", choice)
    assert printer.copyCount() == 3
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A3
    assert printer.pageLayout().mode() is QPageLayout.Mode.FullPageMode
    assert "名簿" not in printer.docName()


def test_progress_is_told_and_printing_is_stopped_between_pages(tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []

    def progress(done: int, total: int | None, label: str) -> None:
        told.append((done, total))
        if done == 1:
            raise Stopped

    with pytest.raises(Stopped):
        printer = file_printer(tmp_path / "x.pdf", PrinterChoice("file"))
        print_pdf(sheets(tmp_path), printer, progress)
    assert told == [(0, 3), (1, 3)]


@pytest.mark.parametrize("broken", [b"", b"no pdf at all", b"%PDF-1.7\n%broken"])
def test_what_is_no_pdf_is_refused_with_a_sentence(tmp_path: Path, broken: bytes) -> None:
    printer = file_printer(tmp_path / "x.pdf", PrinterChoice("file"))
    with pytest.raises(RenkeiError) as refused:
        print_pdf(broken, printer)
    assert refused.value.kept and refused.value.todo


def test_a_printer_that_cannot_be_reached(
    tmp_path: Path, expect_message: Callable[[str], None]
) -> None:
    expect_message("QPainter::begin(): Returned false")
    printer = file_printer(tmp_path / "nowhere" / "x.pdf", PrinterChoice("file"))
    with pytest.raises(RenkeiError) as refused:
        print_pdf(sheets(tmp_path), printer)
    assert "プリンターに送れませんでした。" in refused.value.sentence


class TestPreview:
    def test_pages_stand_below_each_other_and_scroll(self, qtbot: QtBot, tmp_path: Path) -> None:
        view = shown(qtbot, sheets(tmp_path, 5))
        view.resize(600, 500)
        qtbot.wait(10)
        assert view.page_count == 5
        bar = view.verticalScrollBar()
        assert bar.maximum() > 3000
        press(view, Qt.Key.Key_End)
        assert bar.value() == bar.maximum()
        qtbot.waitUntil(lambda: view.picture(4) is not None, timeout=8000)
        assert view.picture(2) is None

    def test_nothing_is_kept_of_a_document_that_is_gone(self, qtbot: QtBot, tmp_path: Path) -> None:
        view = shown(qtbot, sheets(tmp_path))
        pictures(qtbot, view)
        view.show_pdf(None)
        assert (view.page_count, view.picture(0)) == (0, None)

    def test_another_width_is_drawn_anew(self, qtbot: QtBot, tmp_path: Path) -> None:
        view = shown(qtbot, sheets(tmp_path, 1))
        (narrow,) = pictures(qtbot, view)
        view.resize(1100, 3300)
        qtbot.wait(20)
        (wide,) = pictures(qtbot, view)
        assert wide.width() > narrow.width() + 200

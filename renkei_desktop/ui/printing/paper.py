"""Draws a PDF from memory onto a printer, page by page; nothing is put into a file on the way."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.ui.printing.printer_choice import PaperSize, PrinterChoice
from renkei_desktop.work import Progress, unwatched

_POINTS_PER_INCH = 72
_FINEST = 400
"""Dots an inch beyond which no reader sees a difference and pages only grow slow."""

_SIZES = {PaperSize.A4: QPageSize.PageSizeId.A4, PaperSize.A3: QPageSize.PageSizeId.A3}


def printer_for(choice: PrinterChoice) -> QPrinter:
    """The printer that was chosen, set up. Raises RenkeiError where it is gone."""
    info = QPrinterInfo.printerInfo(choice.name)
    if info.isNull():
        raise _unreachable()
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    set_up(printer, choice)
    return printer


def set_up(printer: QPrinter, choice: PrinterChoice) -> None:
    """Paper, sides and colour; the margins belong to the paper that was drawn already."""
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(_SIZES[choice.paper]))
    printer.setDuplex(
        QPrinter.DuplexMode.DuplexLongSide if choice.both_sides else QPrinter.DuplexMode.DuplexNone
    )
    printer.setCopyCount(choice.copies)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setDocName("連携台帳")


def print_pdf(pdf: bytes, printer: QPrinter, progress: Progress = unwatched) -> int:
    """Prints every page and gives their number.

    Raises RenkeiError where the bytes are no PDF or the printer does not take them, and `Stopped`
    from `progress`; the pages printed until then have left the printer.
    """
    document, buffer = _opened(pdf)
    painter = QPainter()
    if not painter.begin(printer):
        raise _unreachable()
    try:
        pages = document.pageCount()
        for page in range(pages):
            progress(page, pages, "印刷しています")
            if page and not printer.newPage():
                raise _unreachable()
            _draw(document, page, painter, printer)
    finally:
        painter.end()
        document.close()
        buffer.close()
    return pages


def _draw(document: QPdfDocument, page: int, painter: QPainter, printer: QPrinter) -> None:
    """One page, as large as the sheet allows, in the middle, turned where it lies across."""
    points = document.pagePointSize(page)
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    painter.save()
    if (points.width() > points.height()) is not (sheet.width() > sheet.height()):
        painter.translate(sheet.width(), 0)
        painter.rotate(90)
        sheet = QRectF(0, 0, sheet.height(), sheet.width())
    room = _in_the_middle(points, sheet)
    fineness = min(printer.resolution(), _FINEST)
    inches = room.width() / printer.resolution()
    width = max(round(inches * fineness), 1)
    height = max(round(width * points.height() / points.width()), 1)
    picture = document.render(page, QSizeF(width, height).toSize())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(room, Qt.GlobalColor.white)
    painter.drawImage(room, picture)
    painter.restore()


def _in_the_middle(points: QSizeF, sheet: QRectF) -> QRectF:
    size = points.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    room = QRectF(sheet.topLeft(), size)
    room.moveCenter(QRectF(0, 0, sheet.width(), sheet.height()).center())
    return room


def _opened(pdf: bytes) -> tuple[QPdfDocument, QBuffer]:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(None)  # type: ignore[call-overload]
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready:
        raise RenkeiError(
            "印刷するものを開けませんでした。",
            kept="台帳には何も変わりがありません。",
            todo="もう一度、下見からやり直してください。",
        )
    return document, buffer


def _unreachable() -> RenkeiError:
    return RenkeiError(
        "プリンターに送れませんでした。",
        kept="控えの記録は残っています。",
        todo="電源と紙を確かめて、もう一度印刷するか、ほかのプリンターを選んでください。",
    )

"""Two sheets that hold nothing about anybody: the test page, and the paper code for the safe.

They are the only paper that does not go through the door of the office, because no person is on
them; they are painted straight onto a real printer, without a file in between.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.ui.theme import FAMILIES

_POINT = 1 / 72
_MARGIN = 42
"""Points of paper on every side: no office printer reaches further out."""
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """A title, some lines, and the groups of a code in large type; `frame` draws the margins."""

    title: str
    lines: tuple[str, ...]
    groups: tuple[str, ...] = ()
    frame: bool = False


def print_sheet(sheet: PlainSheet, printer: QPrinter) -> None:
    """Prints one page. Raises RenkeiError where the printer takes nothing."""
    painter = QPainter()
    if not painter.begin(printer):
        raise RenkeiError(
            "プリンターが受け付けませんでした。",
            kept="何も印刷していません。",
            todo="電源と紙を確かめて、もう一度印刷してください。",
        )
    _Drawing(painter, printer).draw(sheet)
    painter.end()


class _Drawing:
    """Paints downwards; lengths are points of paper."""

    def __init__(self, painter: QPainter, printer: QPrinter) -> None:
        self._painter = painter
        self._dots = printer.resolution() * _POINT
        edge = _MARGIN * self._dots
        whole = QRectF(painter.viewport())
        self._page = whole.adjusted(edge, edge, -edge, -edge)
        self._y = self._page.top()

    def draw(self, sheet: PlainSheet) -> None:
        if sheet.frame:
            self._frame()
            self._down(24)
        self._text(sheet.title, 20, bold=True)
        self._down(14)
        for line in sheet.lines:
            self._text(line, 11.5)
            self._down(6)
        if sheet.groups:
            self._down(14)
            self._groups(sheet.groups)

    def _font(self, points: float, bold: bool) -> QFont:
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(round(points * self._dots))
        font.setBold(bold)
        return font

    def _down(self, points: float) -> None:
        self._y += points * self._dots

    def _text(self, words: str, points: float, *, bold: bool = False) -> None:
        edge = 18 * self._dots
        room = self._page.adjusted(edge, 0, -edge, 0)
        self._painter.setFont(self._font(points, bold))
        box = QRectF(room.left(), self._y, room.width(), self._page.bottom() - self._y)
        used = self._painter.drawText(box, _WRAPPED, words)
        height = used.height() if isinstance(used, QRectF) else box.height()
        self._y += max(height, points * 1.5 * self._dots)

    def _frame(self) -> None:
        self._painter.setPen(QPen(Qt.GlobalColor.black, self._dots))
        self._painter.drawRect(self._page.adjusted(1, 1, -1, -1))

    def _groups(self, groups: Sequence[str]) -> None:
        """Four groups a line, each with its number, in type that can be read without glasses."""
        width = (self._page.width() - 36 * self._dots) / 4
        height = 52 * self._dots
        for number, group in enumerate(groups):
            column, line = number % 4, number // 4
            cell = QRectF(
                self._page.left() + 18 * self._dots + column * width,
                self._y + line * height,
                width - 8 * self._dots,
                height - 8 * self._dots,
            )
            self._group(cell, number + 1, group)
        self._y += (len(groups) + 3) // 4 * height

    def _group(self, cell: QRectF, number: int, group: str) -> None:
        self._painter.setPen(QPen(Qt.GlobalColor.black, self._dots * 0.7))
        self._painter.drawRect(cell)
        self._painter.setFont(self._font(8, False))
        inset = cell.adjusted(4 * self._dots, 3 * self._dots, 0, 0)
        self._painter.drawText(inset, Qt.AlignmentFlag.AlignLeft, str(number))
        self._painter.setFont(self._font(22, True))
        self._painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, group)

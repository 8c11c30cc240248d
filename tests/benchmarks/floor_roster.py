"""The floor of the roster's speed: the same words at the same places on a bare ReportLab canvas.

No layout, no identity, no rules: it is handed the lines and where they stand. One text object a
page and a font operator only where the font changes, which is the fastest way ReportLab's own
text methods offer; `drawn_one_by_one` is what examples on the web do. `long_table` gives the same
cells, wrapped beforehand, to ReportLab's LongTable as plain strings.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, PageBreak, SimpleDocTemplate, TableStyle

from renkei_desktop import paths

FONTS = ("BIZUDGothic-Regular", "BIZUDGothic-Bold", "BIZUDPGothic-Regular", "BIZUDPGothic-Bold")


class Placed(NamedTuple):
    """One line of text: where its baseline starts, in which font and size."""

    x: float
    y: float
    font: str
    size: float
    text: str


@cache
def register_fonts() -> None:
    """ReportLab's own fonts, read once as any program does at its start."""
    for name in FONTS:
        file = paths.resources() / "fonts" / f"{name}.ttf"
        pdfmetrics.registerFont(TTFont(f"floor {name}", file, asciiReadable=0))


def drawn(pages: Sequence[Sequence[Placed]], size: tuple[float, float]) -> bytes:
    """One text object a page."""
    canvas = _canvas(size)
    for page in pages:
        text = canvas.beginText()
        current: tuple[str, float] | None = None
        for placed in page:
            if (placed.font, placed.size) != current:
                current = placed.font, placed.size
                text.setFont(f"floor {placed.font}", placed.size)
            text.setTextOrigin(placed.x, placed.y)
            text.textOut(placed.text)
        canvas.drawText(text)
        canvas.showPage()
    return bytes(canvas.getpdfdata())


def drawn_one_by_one(pages: Sequence[Sequence[Placed]], size: tuple[float, float]) -> bytes:
    """`setFont` and `drawString` for each line."""
    canvas = _canvas(size)
    for page in pages:
        for placed in page:
            canvas.setFont(f"floor {placed.font}", placed.size)
            canvas.drawString(placed.x, placed.y, placed.text)
        canvas.showPage()
    return bytes(canvas.getpdfdata())


def _canvas(size: tuple[float, float]) -> Canvas:
    register_fonts()
    return Canvas(
        BytesIO(),
        pagesize=size,
        pageCompression=1,
        invariant=1,
        initialFontName=f"floor {FONTS[0]}",
    )


def long_table(
    sections: Sequence[Sequence[Sequence[str]]],
    widths: Sequence[float],
    around: Sequence[Placed],
    size: tuple[float, float],
) -> bytes:
    """A LongTable for each section, its first row repeated, `around` drawn on every page."""
    register_fonts()
    out = BytesIO()
    style = TableStyle(
        [
            ("FONT", (0, 0), (-1, -1), f"floor {FONTS[0]}", 9.5, 14),
            ("FONT", (1, 1), (1, -1), f"floor {FONTS[1]}", 9.5, 14),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, (0, 0, 0)),
        ]
    )

    def furnish(canvas: Any, document: Any) -> None:
        for placed in around:
            canvas.setFont(f"floor {placed.font}", placed.size)
            canvas.drawString(placed.x, placed.y, placed.text)

    story: list[Any] = []
    for rows in sections:
        story += [LongTable(rows, colWidths=widths, style=style, repeatRows=1), PageBreak()]
    document = SimpleDocTemplate(
        out,
        pagesize=size,
        leftMargin=42,
        rightMargin=42,
        topMargin=90,
        bottomMargin=60,
        invariant=1,
        pageCompression=1,
        initialFontName=f"floor {FONTS[0]}",
    )
    document.build(story, onFirstPage=furnish, onLaterPages=furnish)
    return out.getvalue()

"""The text of one document: lines broken, encoded and ready to be placed on its pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from renkei_desktop.printing import typeface
from renkei_desktop.printing.fontfile import FontFile
from renkei_desktop.printing.graphemes import graphemes, visible
from renkei_desktop.printing.paperfont import paper_font
from renkei_desktop.printing.style import Style
from renkei_desktop.printing.typeface import Face
from renkei_desktop.printing.wrapping import SPACES, spans

_BLANK, _BLANK_SCALE, _BLANK_DROP = "□", 1.25, 0.1
"""Where a character cannot be printed, and only after the clerk has agreed: room for the pen,
a little larger than a character and set lower by so many ems, clear of the line above."""

_OUTLINE, _BOLD_OUTLINE = 0.02, 0.03
"""IPAmj's hairlines are lost in a fax beside a Gothic: its glyphs get an outline, in ems."""

_SPACES = "".join(SPACES)


class Sign(NamedTuple):
    """A grapheme as it is drawn: which font, how thick an outline, which scale, how wide, which
    code. Lengths are in ems."""

    font: str
    outline: float
    scale: float
    width: float
    code: str


class Lettering:
    """Encodes text for one ReportLab document (`doc`), which learns what was used."""

    def __init__(self, doc: Any) -> None:
        self._doc = doc
        self._by_face: dict[Face, _Pen] = {}
        self._pens: dict[Style, _Pen] = {}

    def lines(self, style: Style, text: str, width: float) -> list[str]:
        """The lines of a text in a column `width` points wide: PDF operators that show them.

        They expect the style to be `selected` and leave it so. No text, no lines.
        """
        pen = self._pen(style)
        if not pen.all_plain(text):
            parts = text.replace("\t", " ").splitlines()
            return [line for part in parts for line in self._mixed(pen, style, part, width)]
        text = text.strip(_SPACES)
        coded = text.encode("utf-16-be").hex()
        if len(text) * pen.widest * style.size <= width:
            return [f"<{coded}> Tj"] if text else []
        cuts = _cuts(style, text, map(pen.widths.__getitem__, text), width)
        return _hung(style, [f"<{coded[4 * start : 4 * end]}> Tj" for start, end in cuts])

    def width(self, style: Style, text: str) -> float:
        """How wide a text would be in one line, in points."""
        return style.size * sum(sign.width for _, sign in self._pen(style).signs(text))

    def selected(self, style: Style) -> str:
        """The PDF operators that make a style current, inside a text object."""
        return f"{self._pen(style).font} {style.size:.2f} Tf {style.leading:.2f} TL"

    def _pen(self, style: Style) -> _Pen:
        """One pen for each face. Looked up by style: the hash of an enumeration is slow."""
        if style not in self._pens:
            face = style.face
            if face not in self._by_face:
                self._by_face[face] = _Pen(face, self._doc)
            self._pens[style] = self._by_face[face]
        return self._pens[style]

    def _mixed(self, pen: _Pen, style: Style, text: str, width: float) -> list[str]:
        drawn = pen.signs(text)
        units = [grapheme for grapheme, _ in drawn]
        signs = [sign for _, sign in drawn]
        cuts = _cuts(style, units, [sign.width for sign in signs], width)
        return _hung(style, [_runs(pen.font, style, signs[start:end]) for start, end in cuts])


class _Pen:
    """One face in one document: what it has used, and how it draws each grapheme."""

    def __init__(self, face: Face, doc: Any) -> None:
        self._face = face
        self._doc = doc
        self._file = typeface.main(face)
        self._used = paper_font(self._file).used(doc)
        self._signs: dict[str, Sign] = {}
        bold = face in (Face.GOTHIC_BOLD, Face.PROPORTIONAL_BOLD)
        self._outline = _BOLD_OUTLINE if bold else _OUTLINE
        self.font = f"/{self._used.name}"
        self.widest = self._file.widest
        self.widths: dict[str, float] = {}

    def all_plain(self, text: str) -> bool:
        """Whether every character is a grapheme of the main face; enters them as used."""
        used = self._used.plain
        if used.issuperset(text):
            return True
        if not self._file.plain.issuperset(text):
            return False
        for character in set(text) - used:
            self.widths[character] = self._file.advance(self._file.glyph(character) or 0)
        used.update(text)
        return True

    def signs(self, text: str) -> list[tuple[str, Sign]]:
        """The visible graphemes of one line of text, and how each is drawn."""
        shown = (visible(grapheme) for grapheme in graphemes(text))
        return [(grapheme, self._sign(grapheme)) for grapheme in shown if grapheme]

    def _sign(self, grapheme: str) -> Sign:
        if grapheme not in self._signs:
            found = typeface.chosen(self._face, grapheme)
            if found:
                self._signs[grapheme] = self._drawn(*found, grapheme)
            else:
                box = self._sign(_BLANK)
                self._signs[grapheme] = box._replace(scale=_BLANK_SCALE, width=_BLANK_SCALE)
        return self._signs[grapheme]

    def _drawn(self, file: FontFile, glyph: int, grapheme: str) -> Sign:
        if self.all_plain(grapheme):
            code, used = ord(grapheme), self._used
        else:
            used = paper_font(file).used(self._doc)
            code = used.code(grapheme)
        outline = self._outline if file is not self._file else 0.0
        return Sign(f"/{used.name}", outline, 1.0, file.advance(glyph), f"{code:04x}")


def _cuts(
    style: Style, units: Sequence[str], widths: Iterable[float], width: float
) -> list[tuple[int, int]]:
    indent = 1.0 if style.hanging else 0.0
    return spans(units, widths, width / style.size, indent=indent, at_spaces=style.at_spaces)


def _hung(style: Style, shown: list[str]) -> list[str]:
    if not style.hanging:
        return shown
    return [*shown[:1], *(f"[-1000] TJ {line}" for line in shown[1:])]


def _runs(main: str, style: Style, signs: Sequence[Sign]) -> str:
    """One line of several fonts: changes away from the main one, and back at the end."""
    out: list[str] = []
    for (font, outline, scale), run in groupby(signs, key=lambda sign: sign[:3]):
        shown = f"<{''.join(sign.code for sign in run)}> Tj"
        if outline:
            shown = f"2 Tr {outline * style.size:.2f} w {shown} 0 Tr"
        if font == main and scale == 1.0:
            out.append(shown)
            continue
        if scale != 1.0:
            shown = f"{-_BLANK_DROP * style.size:.2f} Ts {shown} 0 Ts"
        away = f"{font} {scale * style.size:.2f} Tf"
        out.append(f"{away} {shown} {main} {style.size:.2f} Tf")
    return " ".join(out)

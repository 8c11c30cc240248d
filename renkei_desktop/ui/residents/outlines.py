"""The outline of a name, glyph by glyph, in a face that carries the variants it asks for."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QRawFont, QTransform

from renkei_desktop.domain.text.fold import graphemes, has_variants
from renkei_desktop.ui.residents.variant_glyph import variant_glyph
from renkei_desktop.ui.theme import FAMILIES

GOTHIC, MING = "BIZ UDPGothic", "IPAmjMincho"
"""The face of the screen has the variants of Adobe-Japan1, the other those of 文字情報基盤."""

_OTHER_FACE = 0
"""The glyph number of what a face does not have."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A drawn name on a base line at y = 0; `missing` are the characters without a true form."""

    path: QPainterPath
    width: float
    missing: tuple[str, ...]
    ming: bool


@dataclass(slots=True)
class _Face:
    """One face in one size."""

    family: str
    pixels: int
    bold: bool
    raw: QRawFont = field(init=False)
    cmap: bytes = field(init=False)

    def __post_init__(self) -> None:
        self.raw = QRawFont.fromFont(_font(self.family, self.pixels, self.bold))
        self.cmap = bytes(self.raw.fontTable("cmap").data())

    @property
    def is_there(self) -> bool:
        return self.raw.familyName() == self.family

    def glyph(self, grapheme: str) -> int | None:
        """The glyph of a character with its selector, or None where the face lacks that form."""
        plain = self.raw.glyphIndexesForString(grapheme[0])
        base = int(plain[0]) if plain else _OTHER_FACE
        selector = next((c for c in grapheme[1:] if has_variants(c)), None)
        if selector is None:
            return base
        found = variant_glyph(self.cmap, ord(grapheme[0]), ord(selector))
        return None if found is None else found or base


def outline(text: str, pixels: int, *, bold: bool = True) -> Outline:
    """The outline of a text, whole in the first face that knows all its variants."""
    faces = [face for face in _faces(pixels, bold) if face.is_there]
    marked = [g for g in graphemes(text) if has_variants(g)]
    whole = [face for face in faces if all(face.glyph(g) is not None for g in marked)]
    main = (whole or faces)[0]
    path, x, missing = QPainterPath(), 0.0, []
    for grapheme in graphemes(text):
        face = main if main.glyph(grapheme) is not None else _who_knows(faces, grapheme)
        if face is None:
            missing.append(grapheme)
        x = _add(path, face or main, grapheme, x)
    return Outline(path, x, tuple(missing), main.family == MING)


def _faces(pixels: int, bold: bool) -> list[_Face]:
    # A Ming face looks smaller than a gothic one of the same height.
    return [_Face(GOTHIC, pixels, bold), _Face(MING, round(pixels * 1.15), bold=False)]


def _who_knows(faces: list[_Face], grapheme: str) -> _Face | None:
    return next((face for face in faces if face.glyph(grapheme) is not None), None)


def _add(path: QPainterPath, face: _Face, grapheme: str, x: float) -> float:
    """Draws one character at `x`; gives where the next one begins."""
    glyph = face.glyph(grapheme)
    glyph = face.glyph(grapheme[0]) if glyph is None else glyph
    if not glyph:
        font = _font(face.family, face.pixels, face.bold)
        path.addText(QPointF(x, 0), font, grapheme[0])
        return x + QFontMetricsF(font).horizontalAdvance(grapheme[0])
    path.addPath(QTransform.fromTranslate(x, 0).map(face.raw.pathForGlyph(glyph)))
    return x + float(face.raw.advancesForGlyphIndexes([glyph])[0].x())


def _font(family: str, pixels: int, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies([family, *FAMILIES])
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font

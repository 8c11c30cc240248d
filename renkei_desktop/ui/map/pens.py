"""Turns the look of a class into pens and brushes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from renkei_desktop.maps.style import GROUND, HALO, Look, Part, width_at

_FAINTEST = 0.6
"""A line around a surface that is thinner than this many pixels is left out."""


def strokes(look: Look, part: Part, zoom: int, sharp: int) -> list[tuple[QPen, QBrush]]:
    """Pens and brushes of one pass, from the lowest to the highest."""
    nothing = QBrush(Qt.BrushStyle.NoBrush)
    if part is Part.FILL:
        brush = QBrush(QColor(look.fill)) if look.fill else nothing
        return [(QPen(Qt.PenStyle.NoPen), brush)]
    width = width_at(look.width, zoom) * sharp
    if look.fill and width < _FAINTEST * sharp:
        return []
    if part is Part.CASING:
        return [(_pen(look.casing or GROUND, width + 2 * look.edge * sharp), nothing)]
    whole = _pen(look.line or GROUND, width, () if not look.dashes_only else look.dashes)
    if not look.dashes or look.dashes_only:
        return [(whole, nothing)]
    return [(whole, nothing), (_pen(HALO, width * 0.55, look.dashes), nothing)]


def _pen(colour: str, width: float, dashes: tuple[float, ...] = ()) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashes else Qt.PenCapStyle.RoundCap)
    if dashes:
        pen.setDashPattern(dashes)
    return pen

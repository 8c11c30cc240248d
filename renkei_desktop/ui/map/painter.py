"""Paints a neutral drawing into tiles."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from renkei_desktop.maps.drawing import Drawing, GroundClass, Shape
from renkei_desktop.maps.drawing_index import ShapeIndex, tile_box
from renkei_desktop.maps.grid import grid_lines
from renkei_desktop.maps.lettering import Written, written
from renkei_desktop.maps.mercator import TILE, to_unit
from renkei_desktop.maps.style import (
    GRID,
    GRID_EVERY_FIFTH,
    GROUND,
    HALO,
    LOOKS,
    ORDER,
    Lettering,
    Look,
    Part,
    width_at,
)
from renkei_desktop.ui.map.pictures import png

FACE = "BIZ UDPGothic"
_REFERENCE_ZOOM = 20
_REACH = 32
"""Pixels beyond the edge of a tile from where a broad line may still reach into it."""

_HALO_WIDTH = 3.2


class TilePainter:
    """Paints the tiles of one drawing; figures are kept as paths, names are placed per zoom."""

    def __init__(self, drawing: Drawing, type_scale: float = 1.0) -> None:
        self._drawing = drawing
        self._type_scale = type_scale
        self._index = ShapeIndex(drawing)
        self._origin = to_unit(drawing.bounds.west, drawing.bounds.north)
        self._paths: dict[int, QPainterPath] = {}
        self._names: dict[int, dict[tuple[int, int], list[Written]]] = {}

    def tile(self, zoom: int, x: int, y: int, sharp: int = 1) -> bytes:
        """A PNG of 256 pixels a side, or twice that where `sharp` is 2."""
        image = QImage(TILE * sharp, TILE * sharp, QImage.Format.Format_RGB32)
        image.fill(QColor(GROUND))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(sharp, sharp)
        if self._drawing.grid:
            self._paint_grid(painter, zoom, x, y)
        self._paint_shapes(painter, zoom, x, y, sharp)
        self._paint_names(painter, zoom, x, y)
        painter.end()
        return png(image)

    def _paint_grid(self, painter: QPainter, zoom: int, x: int, y: int) -> None:
        latitude = self._drawing.bounds.middle[1]
        for line in grid_lines(latitude, zoom, x):
            painter.setPen(_grid_pen(line.strong))
            painter.drawLine(QPointF(line.at, 0), QPointF(line.at, TILE))
        for line in grid_lines(latitude, zoom, y):
            painter.setPen(_grid_pen(line.strong))
            painter.drawLine(QPointF(0, line.at), QPointF(TILE, line.at))

    def _paint_shapes(self, painter: QPainter, zoom: int, x: int, y: int, sharp: int) -> None:
        near = self._near(zoom, x, y)
        painter.save()
        side = float(1 << zoom)
        painter.translate(
            (self._origin[0] - x / side) * side * TILE, (self._origin[1] - y / side) * side * TILE
        )
        painter.scale(2.0 ** (zoom - _REFERENCE_ZOOM), 2.0 ** (zoom - _REFERENCE_ZOOM))
        for kind, part in ORDER:
            shapes = near.get(kind)
            if shapes and zoom >= LOOKS[kind].from_zoom:
                self._paint_part(painter, shapes, LOOKS[kind], part, zoom, sharp)
        painter.restore()

    def _near(self, zoom: int, x: int, y: int) -> dict[GroundClass, list[int]]:
        box = tile_box(zoom, x, y).grown(_REACH / (TILE * (1 << zoom)))
        near: dict[GroundClass, list[int]] = {}
        for at in self._index.touching(box):
            near.setdefault(self._drawing.shapes[at].kind, []).append(at)
        return near

    def _paint_part(
        self, painter: QPainter, shapes: list[int], look: Look, part: Part, zoom: int, sharp: int
    ) -> None:
        for pen, brush in _strokes(look, part, zoom, sharp):
            painter.setPen(pen)
            painter.setBrush(brush)
            for at in shapes:
                painter.drawPath(self._path(at))

    def _path(self, at: int) -> QPainterPath:
        path = self._paths.get(at)
        if path is None:
            path = self._paths[at] = _path(self._drawing.shapes[at], self._origin)
        return path

    def _paint_names(self, painter: QPainter, zoom: int, x: int, y: int) -> None:
        for name in self._names_at(zoom).get((x, y), ()):
            lettering = LOOKS[name.kind].lettering
            if lettering is not None:
                _write(painter, name, lettering, self._font(lettering), (x * TILE, y * TILE))

    def _names_at(self, zoom: int) -> dict[tuple[int, int], list[Written]]:
        """The names of a zoom by the tiles that they touch."""
        if zoom not in self._names:
            tiles: dict[tuple[int, int], list[Written]] = {}
            for name in written(self._drawing.labels, zoom, self._measure):
                for tile in _tiles_under(name):
                    tiles.setdefault(tile, []).append(name)
            self._names[zoom] = tiles
        return self._names[zoom]

    def _measure(self, text: str, lettering: Lettering) -> tuple[float, float]:
        metrics = QFontMetricsF(self._font(lettering))
        return metrics.horizontalAdvance(text) + _HALO_WIDTH, metrics.height()

    def _font(self, lettering: Lettering) -> QFont:
        font = QFont(FACE)
        font.setPixelSize(round(lettering.size * self._type_scale))
        font.setBold(lettering.bold)
        return font


def _grid_pen(strong: bool) -> QPen:
    return QPen(QColor(GRID_EVERY_FIFTH if strong else GRID), 1)


def _path(shape: Shape, origin: tuple[float, float]) -> QPainterPath:
    """A figure in pixels of the reference zoom, from the north-west corner of the drawing."""
    side = float(TILE * (1 << _REFERENCE_ZOOM))
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for line in shape.lines:
        units = [to_unit(*point) for point in line]
        path.addPolygon(
            QPolygonF([QPointF((x - origin[0]) * side, (y - origin[1]) * side) for x, y in units])
        )
        if shape.closed:
            path.closeSubpath()
    return path


def _strokes(look: Look, part: Part, zoom: int, sharp: int) -> list[tuple[QPen, QBrush]]:
    """Pens and brushes of one pass, from the lowest to the highest."""
    nothing = QBrush(Qt.BrushStyle.NoBrush)
    if part is Part.FILL:
        brush = QBrush(QColor(look.fill)) if look.fill else nothing
        return [(QPen(Qt.PenStyle.NoPen), brush)]
    width = width_at(look.width, zoom) * sharp
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


def _tiles_under(name: Written) -> list[tuple[int, int]]:
    left, right = (name.x - name.width / 2) // TILE, (name.x + name.width / 2) // TILE
    top, bottom = (name.y - name.height / 2) // TILE, (name.y + name.height / 2) // TILE
    return [
        (column, row)
        for row in range(int(top), int(bottom) + 1)
        for column in range(int(left), int(right) + 1)
    ]


def _write(
    painter: QPainter, name: Written, lettering: Lettering, font: QFont, corner: tuple[int, int]
) -> None:
    """The name with a pale edge around its letters, so that it can be read on any ground."""
    # Whole pixels: the letters stand equally sharp on both sides of a seam.
    place = QRectF(
        round(name.x - name.width / 2) - corner[0],
        round(name.y - name.height / 2) - corner[1],
        name.width,
        name.height,
    )
    base = place.top() + QFontMetricsF(font).ascent()
    start = QPointF(place.left() + _HALO_WIDTH / 2, round(base))
    letters = QPainterPath()
    letters.addText(start, font, name.text)
    edge = QColor(HALO)
    edge.setAlpha(225)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(edge, _HALO_WIDTH)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(letters)
    painter.fillPath(letters, QColor(lettering.colour))

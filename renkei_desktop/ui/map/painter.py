"""Paints a neutral drawing into tiles."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from renkei_desktop.maps.drawing import Drawing, GroundClass, Shape
from renkei_desktop.maps.drawing_index import ShapeIndex, tile_box
from renkei_desktop.maps.grid import grid_lines
from renkei_desktop.maps.mercator import TILE, to_unit
from renkei_desktop.maps.style import GRID, GRID_EVERY_FIFTH, GROUND, LOOKS, ORDER, Look, Part
from renkei_desktop.ui.map.names import GroundNames
from renkei_desktop.ui.map.pens import strokes
from renkei_desktop.ui.map.pictures import png

_REFERENCE_ZOOM = 20
_REACH = 32
"""Pixels beyond the edge of a tile from where a broad line may still reach into it."""


class TilePainter:
    """Paints the tiles of one drawing; figures are kept as paths, names by `GroundNames`."""

    def __init__(self, drawing: Drawing, type_scale: float = 1.0) -> None:
        self._drawing = drawing
        self._index = ShapeIndex(drawing)
        self._origin = to_unit(drawing.bounds.west, drawing.bounds.north)
        self._paths: dict[int, QPainterPath] = {}
        self._names = GroundNames(drawing, type_scale)

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
        self._names.paint(painter, zoom, x, y, sharp)
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
        for pen, brush in strokes(look, part, zoom, sharp):
            painter.setPen(pen)
            painter.setBrush(brush)
            for at in shapes:
                painter.drawPath(self._path(at))

    def _path(self, at: int) -> QPainterPath:
        path = self._paths.get(at)
        if path is None:
            path = self._paths[at] = _path(self._drawing.shapes[at], self._origin)
        return path


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

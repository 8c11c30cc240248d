"""The names on a drawn ground: where they stand at each zoom, and how they look."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from renkei_desktop.maps.drawing import Drawing
from renkei_desktop.maps.lettering import Written, written
from renkei_desktop.maps.mercator import TILE
from renkei_desktop.maps.style import HALO, LOOKS, Lettering

FACE = "BIZ UDPGothic"
_HALO_WIDTH = 3.2
_KEPT_NAMES = 600


class GroundNames:
    """Paints the names of one drawing; they are placed for a whole zoom at once."""

    def __init__(self, drawing: Drawing, type_scale: float) -> None:
        self._labels = drawing.labels
        self._type_scale = type_scale
        self._pictures: dict[tuple[str, Lettering, int], QImage] = {}
        self._names: dict[int, dict[tuple[int, int], list[Written]]] = {}

    def paint(self, painter: QPainter, zoom: int, x: int, y: int, sharp: int) -> None:
        """Paints those that touch a tile."""
        for name in self._names_at(zoom).get((x, y), ()):
            lettering = LOOKS[name.kind].lettering
            if lettering is not None:
                painter.drawImage(_corner(name, x, y), self._picture(name, lettering, sharp))

    def _picture(self, name: Written, lettering: Lettering, sharp: int) -> QImage:
        """A name as a picture of its own: drawing the pale edge anew each time takes 1 ms."""
        key = (name.text, lettering, sharp)
        picture = self._pictures.get(key)
        if picture is None:
            if len(self._pictures) >= _KEPT_NAMES:
                self._pictures.clear()
            picture = _picture_of(name, self._font(lettering), lettering.colour, sharp)
            self._pictures[key] = picture
        return picture

    def _names_at(self, zoom: int) -> dict[tuple[int, int], list[Written]]:
        """The names of a zoom by the tiles that they touch."""
        if zoom not in self._names:
            tiles: dict[tuple[int, int], list[Written]] = {}
            for name in written(self._labels, zoom, self._measure):
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


def _tiles_under(name: Written) -> list[tuple[int, int]]:
    left, right = (name.x - name.width / 2) // TILE, (name.x + name.width / 2) // TILE
    top, bottom = (name.y - name.height / 2) // TILE, (name.y + name.height / 2) // TILE
    return [
        (column, row)
        for row in range(int(top), int(bottom) + 1)
        for column in range(int(left), int(right) + 1)
    ]


def _corner(name: Written, x: int, y: int) -> QPoint:
    """Where a name begins on a tile, in whole pixels: equally sharp on both sides of a seam."""
    left, top = round(name.x - name.width / 2), round(name.y - name.height / 2)
    return QPoint(left - x * TILE, top - y * TILE)


def _picture_of(name: Written, font: QFont, colour: str, sharp: int) -> QImage:
    """A text with a pale edge around its letters, so that it can be read on any ground."""
    size = QSize(math.ceil(name.width), math.ceil(name.height)) * sharp
    picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(sharp)
    picture.fill(Qt.GlobalColor.transparent)
    letters = QPainterPath()
    letters.addText(QPointF(_HALO_WIDTH / 2, QFontMetricsF(font).ascent()), font, name.text)
    edge = QColor(HALO)
    edge.setAlpha(225)
    pen = QPen(edge, _HALO_WIDTH)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(letters, pen)
    painter.fillPath(letters, QColor(colour))
    painter.end()
    return picture

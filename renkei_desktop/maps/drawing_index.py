"""Which figures of a drawing touch a rectangle: the look-up behind every painted tile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from renkei_desktop.maps.drawing import Drawing, Shape
from renkei_desktop.maps.mercator import to_unit

_CELLS = 64
_MOST_CELLS = 48
"""A figure in more cells than this is kept aside and compared every time."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the unit square; y counts to the south."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    def grown(self, by: float) -> Box:
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


def tile_box(zoom: int, x: int, y: int) -> Box:
    side = 1 << zoom
    return Box(x / side, y / side, (x + 1) / side, (y + 1) / side)


class ShapeIndex:
    """A grid over the drawing; each cell names the figures whose rectangle touches it."""

    def __init__(self, drawing: Drawing) -> None:
        bounds = drawing.bounds
        left, top = to_unit(bounds.west, bounds.north)
        right, bottom = to_unit(bounds.east, bounds.south)
        self._all = Box(left, top, right, bottom)
        self._step = max(right - left, bottom - top, 1e-9) / _CELLS
        self._boxes = [_box(shape) for shape in drawing.shapes]
        self._cells: dict[tuple[int, int], list[int]] = {}
        self._large: list[int] = []
        for at, box in enumerate(self._boxes):
            self._enter(at, box)

    def _enter(self, at: int, box: Box) -> None:
        columns, rows = self._span(box)
        if len(columns) * len(rows) > _MOST_CELLS:
            self._large.append(at)
            return
        for cell in _pairs(columns, rows):
            self._cells.setdefault(cell, []).append(at)

    def _span(self, box: Box) -> tuple[range, range]:
        left, top = self._all.left, self._all.top
        return (
            range(self._cell(box.left - left), self._cell(box.right - left) + 1),
            range(self._cell(box.top - top), self._cell(box.bottom - top) + 1),
        )

    def _cell(self, distance: float) -> int:
        return max(0, min(_CELLS - 1, int(distance / self._step)))

    def touching(self, box: Box) -> list[int]:
        """The places in `Drawing.shapes` of all figures near the rectangle, in drawing order."""
        if not self._all.touches(box):
            return []
        columns, rows = self._span(box)
        found = set(self._large)
        for cell in _pairs(columns, rows):
            found.update(self._cells.get(cell, ()))
        return sorted(at for at in found if self._boxes[at].touches(box))


def _pairs(columns: range, rows: range) -> Iterator[tuple[int, int]]:
    return ((column, row) for column in columns for row in rows)


def _box(shape: Shape) -> Box:
    points = [to_unit(*point) for line in shape.lines for point in line]
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))

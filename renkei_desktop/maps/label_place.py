"""Where the name of a figure stands: the middle of a line, the centre of a surface."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from renkei_desktop.maps.drawing import LonLat, Shape


def label_place(shapes: Sequence[Shape]) -> LonLat:
    """The place for one name over all parts of a figure: on its largest part."""
    largest = max(shapes, key=lambda shape: _reach(shape.lines[0]))
    line = largest.lines[0]
    return centre(line) if largest.closed else middle(line)


def _reach(line: Sequence[LonLat]) -> float:
    lons = [lon for lon, _ in line]
    lats = [lat for _, lat in line]
    return max(lons) - min(lons) + max(lats) - min(lats)


def middle(line: Sequence[LonLat]) -> LonLat:
    """The point half-way along a line."""
    lengths = [math.dist(a, b) for a, b in pairwise(line)]
    left = sum(lengths) / 2
    for (a, b), length in zip(pairwise(line), lengths, strict=True):
        if left <= length and length > 0:
            part = left / length
            return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part
        left -= length
    return line[0]


def centre(ring: Sequence[LonLat]) -> LonLat:
    """The centre of gravity of a surface; of its corners where it has no area."""
    origin = ring[0]
    doubled = lon = lat = 0.0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        ax, bx, ay, by = ax - origin[0], bx - origin[0], ay - origin[1], by - origin[1]
        cross = ax * by - bx * ay
        doubled += cross
        lon += (ax + bx) * cross
        lat += (ay + by) * cross
    if abs(doubled) < 1e-18:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    return origin[0] + lon / (3 * doubled), origin[1] + lat / (3 * doubled)

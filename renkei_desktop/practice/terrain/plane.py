"""The town's own plane in metres, and how it lies on the globe."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from renkei_desktop.domain.place import Point

Spot = tuple[float, float]
"""u along the streets and v across them, in metres from the crossing in the middle of the town."""

Ring = list[Spot]
"""A closed outline; the first spot is not repeated at the end."""

_METRES_PER_DEGREE = 111_132.0
_PLACES = 6


@dataclass(frozen=True, slots=True)
class Plane:
    """An affine view of the globe: what is straight in the plane stays straight on the map.

    `along` and `across` are the degrees of longitude and latitude of one metre of u and v.
    """

    origin: Point
    along: Spot
    across: Spot

    def lonlat(self, spot: Spot) -> tuple[float, float]:
        """Longitude and latitude, to a tenth of a metre."""
        u, v = spot
        longitude = self.origin.longitude + u * self.along[0] + v * self.across[0]
        latitude = self.origin.latitude + u * self.along[1] + v * self.across[1]
        return round(longitude, _PLACES), round(latitude, _PLACES)

    def point(self, spot: Spot) -> Point:
        longitude, latitude = self.lonlat(spot)
        return Point(latitude, longitude)

    def outline(self, ring: Iterable[Spot]) -> tuple[Point, ...]:
        """A closed ring of points: the first one comes again at the end."""
        points = [self.point(spot) for spot in ring]
        return (*points, points[0])


def plane_at(origin: Point, turn: float) -> Plane:
    """The plane whose streets are turned by `turn` radians, anticlockwise, against east."""
    north = 1 / _METRES_PER_DEGREE
    east = north / math.cos(math.radians(origin.latitude))
    along = (math.cos(turn) * east, math.sin(turn) * north)
    across = (-math.sin(turn) * east, math.cos(turn) * north)
    return Plane(origin, along, across)


@dataclass(frozen=True, slots=True)
class Curve:
    """A line across the town from west to east: one v for every u, straight between its nodes."""

    us: tuple[float, ...]
    vs: tuple[float, ...]

    def at(self, u: float) -> float:
        """v at this u; beyond its ends the curve runs on level."""
        i = bisect_right(self.us, u)
        if i == 0:
            return self.vs[0]
        if i == len(self.us):
            return self.vs[-1]
        share = (u - self.us[i - 1]) / (self.us[i] - self.us[i - 1])
        return self.vs[i - 1] + share * (self.vs[i] - self.vs[i - 1])

    def between(self, west: float, east: float) -> Ring:
        """Its spots from west to east, the ends included."""
        inner = [(u, v) for u, v in zip(self.us, self.vs, strict=True) if west < u < east]
        return [(west, self.at(west)), *inner, (east, self.at(east))]

    def shifted(self, by: float) -> Curve:
        return Curve(self.us, tuple(v + by for v in self.vs))


def level(v: float) -> Curve:
    """A street: the same v everywhere."""
    return Curve((0.0,), (v,))


def between(lower: Curve, upper: Curve, west: float, east: float) -> Ring:
    """The land between two curves, anticlockwise."""
    return lower.between(west, east) + upper.between(west, east)[::-1]


def rectangle(west: float, south: float, east: float, north: float) -> Ring:
    return [(west, south), (east, south), (east, north), (west, north)]


def smooth(knots: Sequence[Spot], steps: int = 8) -> list[Spot]:
    """A smooth line through the knots (Catmull–Rom)."""
    padded = [knots[0], *knots, knots[-1]]
    line: list[Spot] = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        line += [_bend(a, b, c, d, step / steps) for step in range(steps)]
    return [*line, knots[-1]]


def _bend(a: Spot, b: Spot, c: Spot, d: Spot, t: float) -> Spot:
    u, v = (
        0.5
        * (
            2 * b[i]
            + (c[i] - a[i]) * t
            + (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t * t
            + (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t**3
        )
        for i in (0, 1)
    )
    return u, v


def near_line(spot: Spot, line: Sequence[Spot], reach: float) -> bool:
    """Whether the spot lies within `reach` of a line."""
    return any(_distance(spot, a, b) < reach for a, b in pairwise(line))


def _distance(spot: Spot, a: Spot, b: Spot) -> float:
    """From a spot to the stretch between two others."""
    along, across = b[0] - a[0], b[1] - a[1]
    length = along * along + across * across
    share = ((spot[0] - a[0]) * along + (spot[1] - a[1]) * across) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    return math.dist(spot, (a[0] + share * along, a[1] + share * across))


def inside(spot: Spot, ring: Sequence[Spot]) -> bool:
    """Whether the spot lies within the ring (even–odd)."""
    u, v = spot
    odd = False
    for (u0, v0), (u1, v1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (v0 > v) != (v1 > v) and u < u0 + (v - v0) * (u1 - u0) / (v1 - v0):
            odd = not odd
    return odd

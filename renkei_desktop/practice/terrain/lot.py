"""A lot: where a house can stand, how it faces its street, and its address."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from renkei_desktop.practice.terrain.plane import Ring, Spot


class Use(Enum):
    """What stands on a lot."""

    HOUSE = "house"
    SHOP = "shop"
    FLAT = "flat"
    HAMLET = "hamlet"
    FARM = "farm"


class Face(Enum):
    """The street side of a lot, as the turn of its own axes: x along the street, y away from it."""

    SOUTH = 0.0
    EAST = math.pi / 2
    NORTH = math.pi
    WEST = -math.pi / 2


@dataclass(frozen=True, slots=True)
class Lot:
    """One lot. `spot` is its middle, `width` along the street and `depth` away from it.

    `quarter` is the place of its association in `quarters()`.
    """

    use: Use
    spot: Spot
    width: float
    depth: float
    face: Face
    address: str
    quarter: int

    def placed(self, ring: Iterable[Spot], turn: float = 0.0) -> Ring:
        """A shape given in the lot's own metres (street side at y = -depth/2) in the plane."""
        return placed(ring, self.spot, self.face.value + turn)


def placed(ring: Iterable[Spot], spot: Spot, turn: float) -> Ring:
    """A shape turned about its own origin and moved to `spot`."""
    cos, sin = math.cos(turn), math.sin(turn)
    u, v = spot
    return [(u + x * cos - y * sin, v + x * sin + y * cos) for x, y in ring]


def spot_on(lot: Lot, x: float, y: float) -> Spot:
    """The spot of the plane that is (x, y) in the lot's own metres."""
    return lot.placed([(x, y)])[0]

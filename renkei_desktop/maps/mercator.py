"""The grid of web maps: degrees to the unit square and to tiles, and distances on the ground."""

from __future__ import annotations

import math
from dataclasses import dataclass

EDGE_LATITUDE = 85.0511287798066
"""Beyond this latitude the square map of the web has no place."""

TILE = 256
"""Side of a tile in pixels at type and device scale 1."""

EARTH_RADIUS = 6_371_008.8
"""Mean radius in metres."""

_EQUATOR = 40_075_016.686
"""Length of the equator in metres as web maps have it."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A rectangle of degrees that does not cross the date line.

    Raises ValueError where it is turned over, not finite or not on the earth.
    """

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        if not (-180 <= self.west <= self.east <= 180 and -90 <= self.south <= self.north <= 90):
            raise ValueError("not a rectangle on the earth")

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude of the centre."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    def holds(self, lon: float, lat: float) -> bool:
        return self.west <= lon <= self.east and self.south <= lat <= self.north


def around(points: list[tuple[float, float]]) -> Bounds | None:
    """The smallest rectangle that holds all (longitude, latitude) pairs; None for no pairs."""
    if not points:
        return None
    lons = [lon for lon, _ in points]
    lats = [lat for _, lat in points]
    return Bounds(min(lons), min(lats), max(lons), max(lats))


def to_unit(lon: float, lat: float) -> tuple[float, float]:
    """Where a point lies on the square map: x to the east, y to the south, both 0 to 1."""
    lat = max(-EDGE_LATITUDE, min(EDGE_LATITUDE, lat))
    sine = math.sin(math.radians(lat))
    return lon / 360 + 0.5, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


def from_unit(x: float, y: float) -> tuple[float, float]:
    """Longitude and latitude of a place on the square map; undoes `to_unit`."""
    return (x - 0.5) * 360, math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y))))


def tile_bounds(zoom: int, x: int, y: int) -> Bounds:
    """The rectangle that a tile covers; y counts from the north."""
    side = 1 << zoom
    west, north = from_unit(x / side, y / side)
    east, south = from_unit((x + 1) / side, (y + 1) / side)
    return Bounds(west, south, east, north)


def tile_exists(zoom: int, x: int, y: int) -> bool:
    """Whether the numbers name a tile of the square map at all."""
    return 0 <= zoom <= 24 and 0 <= x < 1 << zoom and 0 <= y < 1 << zoom


def metres_per_pixel(lat: float, zoom: float) -> float:
    """How many metres on the ground one pixel shows at this latitude."""
    return _EQUATOR * math.cos(math.radians(lat)) / (TILE * 2**zoom)

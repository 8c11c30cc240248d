"""The neutral drawing: what a map shows, before anybody decides on ink or pixels.

A window paints it into tiles and a printer onto paper; `style` says how each class looks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from renkei_desktop.maps.mercator import Bounds, around

LonLat = tuple[float, float]
"""Longitude and latitude in degrees, in this order, as GeoJSON has it."""


class GroundClass(StrEnum):
    """What a figure of the ground is. The values are the words of the file format."""

    FIELD = "field"
    FOREST = "forest"
    PARK = "park"
    WATER = "water"
    RIVER = "river"
    BUILDING = "building"
    PUBLIC_BUILDING = "public_building"
    PATH = "path"
    ROAD = "road"
    ROAD_MAJOR = "road_major"
    RAIL = "rail"
    AREA = "area"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Shape:
    """One figure: lines, or where `closed` a surface (the first ring outside, others holes)."""

    kind: GroundClass
    lines: tuple[tuple[LonLat, ...], ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A name and where it belongs. `rank` 1 is the most important; higher ones give way."""

    text: str
    at: LonLat
    kind: GroundClass
    rank: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole ground. With `grid`, lines in round metres are drawn under it."""

    name: str
    attribution: str
    bounds: Bounds
    shapes: tuple[Shape, ...] = ()
    labels: tuple[Label, ...] = ()
    grid: bool = False


def empty_ground(
    bounds: Bounds, shapes: Iterable[Shape] = (), labels: Iterable[Label] = ()
) -> Drawing:
    """What stands under the pins of a town without a map file: a grid, and its areas if known."""
    return Drawing("", "", bounds, tuple(shapes), tuple(labels), grid=True)


def extent(shapes: Iterable[Shape], labels: Iterable[Label]) -> Bounds | None:
    """The rectangle around everything drawn; None for a drawing of nothing."""
    points = [point for shape in shapes for line in shape.lines for point in line]
    return around([*points, *(label.at for label in labels)])

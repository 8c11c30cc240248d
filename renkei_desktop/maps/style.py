"""How each class of the ground looks: one town style for screen and paper.

Widths are pixels at a zoom; paper asks for the zoom that matches its scale.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from renkei_desktop.maps.drawing import GroundClass

GROUND = "#F5F3EE"
"""What lies under everything."""

GRID = "#E1DED6"
GRID_EVERY_FIFTH = "#CFCBC1"
HALO = "#FFFFFF"

Stops = tuple[tuple[float, float], ...]
"""(zoom, pixels), ascending; between two of them the width grows evenly."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """How the name of a class is written: pixels at type scale 1, from which zoom on."""

    colour: str
    size: int
    from_zoom: int
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """Surface and line of one class. `casing` is the darker edge on both sides of a line."""

    from_zoom: int
    fill: str | None = None
    line: str | None = None
    width: Stops = ((0, 1.0),)
    casing: str | None = None
    edge: float = 0.0
    """How far the casing stands out on each side, in pixels."""
    dashes: tuple[float, ...] = ()
    """Lengths on and off, as multiples of the line width."""
    dashes_only: bool = True
    """False: the dashes lie in white on a whole line (a railway)."""
    lettering: Lettering | None = None


class Part(StrEnum):
    """The strokes of the brush: all casings of a class lie below all of its lines."""

    FILL = "fill"
    CASING = "casing"
    LINE = "line"


_ROAD_WIDTH = ((12, 0.6), (14, 1.6), (16, 5.0), (18, 13.0), (20, 34.0))
_MAJOR_WIDTH = ((9, 0.9), (12, 1.6), (14, 3.2), (16, 8.0), (18, 19.0), (20, 46.0))
_RAIL_WIDTH = ((9, 0.8), (13, 1.4), (16, 3.2), (19, 5.0))

LOOKS: Mapping[GroundClass, Look] = {
    GroundClass.FIELD: Look(10, fill="#EDF0DD", line="#DFE4C9", width=((14, 0.4), (17, 0.8))),
    GroundClass.FOREST: Look(8, fill="#DCE8D3", lettering=Lettering("#4E6B49", 12, 13)),
    GroundClass.PARK: Look(11, fill="#DDEBCB", lettering=Lettering("#3F6B3A", 12, 15)),
    GroundClass.WATER: Look(8, fill="#BFDCEB", lettering=Lettering("#285A7A", 12, 12)),
    GroundClass.RIVER: Look(
        8,
        line="#BFDCEB",
        width=((9, 0.8), (13, 2.0), (16, 6.0), (19, 16.0)),
        lettering=Lettering("#285A7A", 12, 12),
    ),
    GroundClass.BUILDING: Look(
        14,
        fill="#DBD3C7",
        line="#C9BFB0",
        width=((14, 0.4), (17, 0.9)),
        lettering=Lettering("#5A5248", 11, 17),
    ),
    GroundClass.PUBLIC_BUILDING: Look(
        13,
        fill="#D3C6DC",
        line="#AE9DBC",
        width=((13, 0.4), (17, 1.0)),
        lettering=Lettering("#56406B", 12, 15),
    ),
    GroundClass.PATH: Look(15, line="#C3AE8C", width=((15, 0.8), (18, 2.0)), dashes=(3.0, 2.0)),
    GroundClass.ROAD: Look(
        12,
        line="#FFFFFF",
        width=_ROAD_WIDTH,
        casing="#CFC9BD",
        edge=0.9,
        lettering=Lettering("#5F594E", 11, 16),
    ),
    GroundClass.ROAD_MAJOR: Look(
        8,
        line="#FBE3A0",
        width=_MAJOR_WIDTH,
        casing="#D8B565",
        edge=0.9,
        lettering=Lettering("#6B5316", 12, 13),
    ),
    GroundClass.RAIL: Look(
        8,
        line="#6D6A68",
        width=_RAIL_WIDTH,
        dashes=(3.5, 3.5),
        dashes_only=False,
        lettering=Lettering("#4A4745", 12, 13),
    ),
    GroundClass.AREA: Look(
        11,
        line="#9A8BB0",
        width=((11, 0.9), (16, 1.6)),
        dashes=(5.0, 3.0, 1.5, 3.0),
        lettering=Lettering("#5D4C78", 13, 13),
    ),
    GroundClass.PLACE: Look(5, lettering=Lettering("#33302B", 14, 5, bold=True)),
}

ORDER: tuple[tuple[GroundClass, Part], ...] = (
    (GroundClass.FIELD, Part.FILL),
    (GroundClass.FIELD, Part.LINE),
    (GroundClass.FOREST, Part.FILL),
    (GroundClass.PARK, Part.FILL),
    (GroundClass.RIVER, Part.LINE),
    (GroundClass.WATER, Part.FILL),
    (GroundClass.BUILDING, Part.FILL),
    (GroundClass.BUILDING, Part.LINE),
    (GroundClass.PUBLIC_BUILDING, Part.FILL),
    (GroundClass.PUBLIC_BUILDING, Part.LINE),
    (GroundClass.PATH, Part.LINE),
    (GroundClass.ROAD, Part.CASING),
    (GroundClass.ROAD_MAJOR, Part.CASING),
    (GroundClass.ROAD, Part.LINE),
    (GroundClass.ROAD_MAJOR, Part.LINE),
    (GroundClass.RAIL, Part.LINE),
    (GroundClass.AREA, Part.LINE),
)
"""From the bottom to the top."""


def width_at(stops: Stops, zoom: float) -> float:
    """The width in pixels at a zoom; flat before the first stop and after the last."""
    below = [stop for stop in stops if stop[0] <= zoom]
    above = [stop for stop in stops if stop[0] > zoom]
    if not below:
        return above[0][1]
    if not above:
        return below[-1][1]
    (low, thin), (high, thick) = below[-1], above[0]
    return thin + (thick - thin) * (zoom - low) / (high - low)

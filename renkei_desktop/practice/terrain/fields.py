"""The fields in their 300-間 grid, cut off by river, forest and hills."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from renkei_desktop.practice.stream import Stream
from renkei_desktop.practice.terrain.block import Block
from renkei_desktop.practice.terrain.land import Land
from renkei_desktop.practice.terrain.lot import Face
from renkei_desktop.practice.terrain.plane import Curve, Ring, rectangle
from renkei_desktop.practice.terrain.size import BLOCK, SECTION

_ROADSIDE = 6.0
_DITCH = 1.8
_LEVEE = 42.0
_SMALLEST = 18.0
_SHARES = (
    (0, 1, 2, 3, 4, 5), (0, 2, 3, 5), (0, 1, 3, 5), (0, 2, 4, 5), (0, 2, 3, 4, 5), (0, 1, 3, 4, 5),
)  # fmt: skip
"""How a section is shared out, in fifths."""

HAMLET_REACH = 185.0
HAMLET_DEPTH = 44.0


@dataclass(frozen=True, slots=True)
class Strip:
    """One field: a fifth or two of a section wide, half of it long. `road` is its end at a road."""

    west: float
    south: float
    east: float
    north: float
    road: Face

    def ring(self) -> Ring:
        return rectangle(self.west, self.south, self.east, self.north)

    def crosses(self, west: float, south: float, east: float, north: float) -> bool:
        return self.west < east and west < self.east and self.south < north and south < self.north


@dataclass(frozen=True, slots=True)
class Fields:
    """Whole strips, which may carry a farmstead, and the rest as it was cut."""

    whole: tuple[Strip, ...]
    cut: tuple[Ring, ...]


def lay_fields(land: Land, blocks: Sequence[Block], chance: Stream) -> Fields:
    """All fields of the town."""
    whole: list[Strip] = []
    cut = list(_town_fields(land, blocks, chance))
    for strip in _strips(land, chance):
        if any(_fits(strip, lower, upper) for lower, upper in _bands(land)):
            whole.append(strip)
        else:
            cut += [ring for band in _bands(land) for ring in _clipped(strip, *band)]
    return Fields(tuple(whole), tuple(cut))


def hamlet_v(land: Land) -> float:
    """The section road on which the hamlet beyond the river stands."""
    return math.floor((land.river.at(0) - 0.9 * SECTION) / SECTION) * SECTION


def _bands(land: Land) -> tuple[tuple[Curve, Curve], tuple[Curve, Curve]]:
    """Where fields may be: south of the river and north of it."""
    return (
        (land.hills.shifted(_LEVEE / 2), land.bank(-1, _LEVEE)),
        (land.bank(1, _LEVEE), land.forest.shifted(-_LEVEE / 2)),
    )


def _strips(land: Land, chance: Stream) -> Iterator[Strip]:
    """The whole grid outside the town, as if there were neither river nor forest."""
    reach = round(land.edge / SECTION)
    rows = range(math.floor(min(land.hills.vs) / SECTION), math.ceil(max(land.forest.vs) / SECTION))
    for row in rows:
        for column in range(-reach, reach):
            if not _in_town(land, column, row):
                yield from _section_strips(land, column, row, chance)


def _in_town(land: Land, column: int, row: int) -> bool:
    middle_u, middle_v = (column + 0.5) * SECTION, (row + 0.5) * SECTION
    return abs(middle_u) < land.side and land.rim_south < middle_v < land.rim_north


def _section_strips(land: Land, column: int, row: int, chance: Stream) -> Iterator[Strip]:
    cuts = chance.choice(_SHARES)
    for first, last in pairwise(cuts):
        west = column * SECTION + first * BLOCK + (_ROADSIDE if first == 0 else _DITCH)
        east = column * SECTION + last * BLOCK - (_ROADSIDE if last == 5 else _DITCH)
        south, north = row * SECTION + _ROADSIDE, (row + 1) * SECTION - _ROADSIDE
        middle = (south + north) / 2
        yield _beside_hamlet(land, Strip(west, south, east, middle - _DITCH, Face.SOUTH))
        yield _beside_hamlet(land, Strip(west, middle + _DITCH, east, north, Face.NORTH))


def _beside_hamlet(land: Land, strip: Strip) -> Strip:
    """The strip without the land that the hamlet stands on."""
    v, reach, depth = hamlet_v(land), HAMLET_REACH, HAMLET_DEPTH
    west, south, east, north = strip.west, strip.south, strip.east, strip.north
    if strip.crosses(-depth, v - reach, depth, v + reach):
        west, east = (max(west, depth), east) if west > 0 else (west, min(east, -depth))
    if strip.crosses(-reach, v - depth, reach, v + depth):
        south, north = (
            (max(south, v + depth), north) if south > v else (south, min(north, v - depth))
        )
    return Strip(west, south, east, north, strip.road)


def _samples(strip: Strip) -> list[float]:
    return [strip.west + (strip.east - strip.west) * i / 4 for i in range(5)]


def _fits(strip: Strip, lower: Curve, upper: Curve) -> bool:
    return all(lower.at(u) < strip.south and strip.north < upper.at(u) for u in _samples(strip))


def _clipped(strip: Strip, lower: Curve, upper: Curve) -> Iterator[Ring]:
    """What of the strip lies between the curves, if it is worth a plough."""
    run: list[tuple[float, float, float]] = []
    for u in _samples(strip):
        low, high = max(lower.at(u), strip.south), min(upper.at(u), strip.north)
        if high - low > _SMALLEST:
            run.append((u, low, high))
        elif run:
            break
    if len(run) > 1:
        yield [(u, low) for u, low, _ in run] + [(u, high) for u, _, high in reversed(run)]


def _town_fields(land: Land, blocks: Iterable[Block], chance: Stream) -> Iterator[Ring]:
    """Fields on blocks of the town that nobody built on, up to three blocks long."""
    built = {block.cell for block in blocks}
    columns, railway = round(land.side / BLOCK), land.size.north
    rows = range(round(land.rim_south / BLOCK), round(land.rim_north / BLOCK))
    for column in range(-columns, columns):
        if not -land.size.chome <= column < land.size.chome:
            south, north = railway * BLOCK, land.rail_v - 14
            yield _plot(column, south, north)
        start: int | None = None
        for row in [*rows, rows.stop]:
            free = row in rows and (column, row) not in built and row != railway
            long = start is not None and (row - start == 3 or row % 5 == 0)
            if start is not None and (not free or long):
                if chance.heads(0.96):
                    yield _plot(column, start * BLOCK, row * BLOCK)
                start = None
            if free and start is None:
                start = row


def _plot(column: int, south: float, north: float) -> Ring:
    u, gap = column * BLOCK, 4.0
    return rectangle(u + gap, south + gap, u + BLOCK - gap, north - gap)

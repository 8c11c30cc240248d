"""Streets, lanes, section roads, main roads, levee paths and the railway."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial

from renkei_desktop.practice.terrain.block import Block, Cell
from renkei_desktop.practice.terrain.fields import hamlet_v
from renkei_desktop.practice.terrain.land import Land
from renkei_desktop.practice.terrain.lot import Use
from renkei_desktop.practice.terrain.plane import Spot, smooth
from renkei_desktop.practice.terrain.size import BLOCK, SECTION

MAIN, STREET, LANE = 1, 3, 5
_OFF_RIVER = 30.0
_OFF_FOREST = 14.0
_STEP = BLOCK / 3
_BRIDGES = 4
"""The section roads that cross the river, counted east and west from the middle."""


@dataclass(frozen=True, slots=True)
class Road:
    """One road, railway or path. `kind` is its class on the map; the smaller `rank`, the larger."""

    kind: str
    line: list[Spot]
    rank: int
    name: str | None = None


def roads(land: Land, blocks: Sequence[Block], taken: Set[tuple[Cell, bool]]) -> Iterator[Road]:
    """Every line that somebody can move along. `taken` are halves of blocks without houses."""
    yield from _main_roads(land)
    yield from _streets(land, blocks)
    yield from _lanes(blocks, taken)
    yield from _section_roads(land, blocks)
    yield from _paths(land)
    yield Road("rail", land.rail.between(-land.outer, land.outer), MAIN, "見本線")
    v = land.rail_v
    yield Road("rail", [(-260.0, v), (-215.0, v - 6), (150.0, v - 6), (195.0, v)], LANE)


def _main_roads(land: Land) -> Iterator[Road]:
    west, east, side = -land.outer, land.outer, land.side
    national = [
        (west, -0.62 * SECTION), (west + 2 * SECTION, -0.5 * SECTION),
        (-side - 2.9 * SECTION, -0.3 * SECTION), (-side - 1.9 * SECTION, 0.0), (-side, 0.0),
        (0.0, 0.0), (side, 0.0), (side + 1.6 * SECTION, 0.0),
        (side + 2.7 * SECTION, 0.34 * SECTION),
        (east - 2 * SECTION, 0.8 * SECTION), (east, 0.95 * SECTION),
    ]  # fmt: skip
    yield Road("road_major", smooth(national), MAIN, "国道 本通")
    south = land.hills.at(0) - 0.8 * SECTION
    bend = [(0.0, land.hills.at(0) + 0.4 * SECTION), (-60.0, land.hills.at(0)), (-200.0, south)]
    yield Road(
        "road_major",
        [(0.0, land.top + 0.6 * BLOCK), (0.0, 0.0), *smooth(bend)],
        MAIN,
        "道道 見本豊里線",
    )
    north = land.forest.at(land.valley_u) - 40
    valley = [(-SECTION, land.rim_north), (-SECTION, land.rim_north + 1.6 * SECTION)]
    up = [valley[1], (land.valley_u, land.rim_north + 2.6 * SECTION), (land.valley_u - 20, north)]
    yield Road("road_major", [(-SECTION, 0.0), valley[0], *smooth(up)], MAIN + 1, "道道 北沢線")


def _streets(land: Land, blocks: Sequence[Block]) -> Iterator[Road]:
    """The four streets around every block, joined into long lines."""
    along, across = _street_cells(land, blocks)
    for row, columns in sorted(along.items()):
        for first, last in _runs(columns):
            yield Road("road", [(first * BLOCK, row * BLOCK), (last * BLOCK, row * BLOCK)], STREET)
    for column, rows in sorted(across.items()):
        for first, last in _runs(rows):
            u = column * BLOCK
            yield Road("road", [(u, first * BLOCK), (u, last * BLOCK)], STREET)


Lattice = dict[int, set[int]]


def _street_cells(land: Land, blocks: Sequence[Block]) -> tuple[Lattice, Lattice]:
    """Which unit pieces of the street lattice there are: by row, and by column."""
    along: Lattice = defaultdict(set)
    across: Lattice = defaultdict(set)
    for column, row in (block.cell for block in blocks):
        for step in (0, 1):
            along[row + step].add(column)
            across[column + step].add(row)
    for crossing in (-2, 3):
        across[crossing].add(land.size.north)
    del along[0]
    for row in range(-land.size.south, land.size.north):
        across[0].discard(row)
    return along, across


def _runs(cells: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring cells as (first, one after the last)."""
    ordered = sorted(cells)
    while ordered:
        length = 1
        while length < len(ordered) and ordered[length] == ordered[0] + length:
            length += 1
        yield ordered[0], ordered[0] + length
        ordered = ordered[length:]


def _lanes(blocks: Sequence[Block], taken: Set[tuple[Cell, bool]]) -> Iterator[Road]:
    """The lane through the middle of a block, where houses stand on it."""
    for block in blocks:
        houses = not {(block.cell, False), (block.cell, True)} <= taken
        if houses and block.use is not Use.FLAT:
            u, v = block.corner
            yield Road("road", [(u, v + BLOCK / 2), (u + BLOCK, v + BLOCK / 2)], LANE)


def _section_roads(land: Land, blocks: Sequence[Block]) -> Iterator[Road]:
    """The roads of the 300-間 grid, wherever no street or main road takes their place."""
    along, across = _street_cells(land, blocks)
    ends = min(land.hills.vs), max(land.forest.vs)
    reach = round(land.edge / SECTION)
    for i in range(-reach, reach + 1):
        u = i * SECTION
        dry = partial(_dry_across, land, u, abs(i) == _BRIDGES)
        for a, b in _open(ends, dry, across[5 * i] | _main_cells(land, i)):
            yield Road("road", [(u, a), (u, b)], STREET)
    sides = -land.edge - 0.15 * SECTION, land.edge + 0.15 * SECTION
    for j in range(math.floor(ends[0] / SECTION), math.ceil(ends[1] / SECTION)):
        v = j * SECTION
        for a, b in _open(sides, partial(_dry_along, land, v), along[5 * j]):
            yield Road("road", [(a, v), (b, v)], STREET)


def _main_cells(land: Land, i: int) -> set[int]:
    """Which unit pieces of a section line are a main road."""
    if i == 0:
        return set(range(math.floor(min(land.hills.vs) / BLOCK), land.size.north + 1))
    return set(range(round(land.rim_north / BLOCK) + 8)) if i == -1 else set()


def _dry_across(land: Land, u: float, bridge: bool, v: float) -> bool:
    return _dry(land, u, v, bridge)


def _dry_along(land: Land, v: float, u: float) -> bool:
    return _dry(land, u, v, False)


def _dry(land: Land, u: float, v: float, bridge: bool) -> bool:
    if not land.hills.at(u) + _OFF_FOREST < v < land.forest.at(u) - _OFF_FOREST:
        return False
    return bridge or abs(v - land.river.at(u)) > land.river_half.at(u) + _OFF_RIVER


def _open(
    ends: tuple[float, float], dry: Callable[[float], bool], streets: set[int]
) -> Iterator[tuple[float, float]]:
    """The stretches of a section road: where the ground allows one and no street lies there."""

    def free(x: float) -> bool:
        return dry(x) and math.floor(x / BLOCK) not in streets

    start: float | None = None
    x = ends[0]
    while x < ends[1]:
        if free(x + _STEP / 2):
            start = _edge(free, x + _STEP / 2, x - _STEP / 2) if start is None else start
        elif start is not None:
            yield start, _edge(free, x - _STEP / 2, x + _STEP / 2)
            start = None
        x += _STEP
    if start is not None and x - start > BLOCK:
        yield start, x


def _edge(free: Callable[[float], bool], good: float, bad: float) -> float:
    """Where the stretch ends, between a place that is free and one that is not, to a metre."""
    if free(bad):
        return bad
    while abs(good - bad) > 1:
        middle = (good + bad) / 2
        good, bad = (middle, bad) if free(middle) else (good, middle)
    return round(bad)


def _paths(land: Land) -> Iterator[Road]:
    """The paths on the levees, and the walks of the park."""
    for side in (1, -1):
        yield Road("path", land.bank(side, 24).between(-land.outer, land.outer), LANE)
    park_u, park_v = -BLOCK, -2 * BLOCK
    walk = [(12, 12), (40, 50), (55, 55), (97, 60), (97, 97)]
    yield Road("path", smooth([(park_u + x, park_v + y) for x, y in walk]), LANE)
    v = hamlet_v(land)
    yield Road("path", [(60.0, v + 44), (60.0, v + 200)], LANE)

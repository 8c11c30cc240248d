"""Forest, windbreaks, river, streams, canals and ponds."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from renkei_desktop.practice.stream import Stream
from renkei_desktop.practice.terrain.land import Land
from renkei_desktop.practice.terrain.lot import Lot, Use, placed
from renkei_desktop.practice.terrain.plane import Curve, Ring, Spot, between, smooth
from renkei_desktop.practice.terrain.size import BLOCK, SECTION


def forests(land: Land) -> Iterator[Ring]:
    """The hills in the north and south."""
    south, north = land.ridges
    yield between(land.forest, _above(north, land.forest), -land.outer, land.outer)
    yield between(_below(south, land.hills), land.hills, -land.outer, land.outer)


def woods(land: Land, lots: Iterable[Lot], chance: Stream) -> Iterator[Ring]:
    """What stands among the fields: windbreaks, willows, a wooded hill, trees about farmyards."""
    yield from _windbreaks(land)
    yield from _willows(land, chance)
    yield _blob(land.grove, GROVE_REACH, chance, corners=28)
    for lot in lots:
        if lot.use is Use.FARM and chance.heads(0.75):
            yield _farm_trees(lot, chance)


GROVE_REACH = 120.0


def _above(line: Curve, other: Curve) -> Curve:
    return Curve(line.us, tuple(map(max, line.vs, other.vs)))


def _below(line: Curve, other: Curve) -> Curve:
    return Curve(line.us, tuple(map(min, line.vs, other.vs)))


def _windbreaks(land: Land) -> Iterator[Ring]:
    """Belts of larches across the west wind, a section long each."""
    for column, row in ((-5, 0), (-5, 1), (-3, -2), (4, 0), (4, 1), (5, -1), (2, -5)):
        south, north = row * SECTION + 14, (row + 1) * SECTION - 14
        u = column * SECTION + 10
        low, high = land.bank(1, 60).at(u), land.forest.at(u) - 60
        if row < -3:
            low, high = land.hills.at(u) + 60, land.bank(-1, 60).at(u)
        south, north = max(south, low), min(north, high)
        if north - south > 80:
            yield [(u, south), (u + 24, south), (u + 24, north), (u, north)]


def _willows(land: Land, chance: Stream) -> Iterator[Ring]:
    """Willow thickets between river and levee."""
    u = -land.edge
    while u < land.edge:
        length = chance.uniform(60, 210)
        side = chance.choice((-1, 1))
        near, far = land.bank(side, 3), land.bank(side, chance.uniform(10, 17))
        lower, upper = (near, far) if side > 0 else (far, near)
        yield between(lower, upper, u, u + length)
        u += length + chance.uniform(120, 420)


def _farm_trees(lot: Lot, chance: Stream) -> Ring:
    """A row of spruces at the back of the yard, or at its windward side."""
    width, depth = lot.width / 2, lot.depth / 2
    if chance.heads(0.5):
        ring = [(-width, depth - 1), (width, depth - 1), (width, depth + 7), (-width, depth + 7)]
    else:
        ring = [
            (-width - 6, -depth + 4),
            (-width, -depth + 4),
            (-width, depth),
            (-width - 6, depth),
        ]
    return placed(ring, lot.spot, lot.face.value)


def river(land: Land) -> Ring:
    """The water between its two banks."""
    return between(land.bank(-1), land.bank(1), -land.outer, land.outer)


def river_line(land: Land) -> list[Spot]:
    return land.river.between(-land.outer, land.outer)


def streams(land: Land) -> Iterator[tuple[str | None, list[Spot]]]:
    """Brooks from the hills, and the canals that lead them straight through the fields."""
    rim, side, head = land.rim_north, land.side, land.valley_u
    west = -side - 0.45 * SECTION
    yield "北沢川", smooth([
        (head + 40, land.forest.at(head) + 0.5 * SECTION), (head + 30, rim + 3.1 * SECTION),
        (head + 95, rim + 2.3 * SECTION), (head - 20, rim + 1.5 * SECTION),
        (-1.55 * SECTION, rim + 0.85 * SECTION), (west, rim + 0.4 * SECTION),
        (west - 30, 0.3 * SECTION),
        (west - 15, -0.9 * SECTION), (west + 40, land.river.at(west + 40)),
    ])  # fmt: skip
    east = side + 2.45 * SECTION
    yield "東川", smooth([
        (east + 190, land.forest.at(east) + 0.8 * SECTION), (east + 20, land.forest.at(east)),
        (east, 0.8 * SECTION), (east - 10, -0.8 * SECTION), (east - 60, land.river.at(east - 60)),
    ])  # fmt: skip
    south = -side - 1.3 * SECTION
    yield "清流川", smooth([
        (south - 220, land.hills.at(south) - 0.9 * SECTION), (south - 60, land.hills.at(south)),
        (south + 30, land.hills.at(south) + 1.1 * SECTION),
        (south + 160, land.river.at(south + 160)),
    ])  # fmt: skip
    yield "鳩の川", list(land.brook)
    yield from _canals(land)


def _canals(land: Land) -> Iterator[tuple[str | None, list[Spot]]]:
    for column in (-4, 3, 5):
        u = (column + 0.4) * SECTION
        top = min(land.forest.at(u) - 40, 2.4 * SECTION)
        yield None, [(u, top), (u, land.river.at(u))]
    v = land.rim_south - 0.02 * SECTION
    yield (
        "中央排水",
        [
            (-land.side, v),
            (land.side * 0.86, v),
            (land.side * 0.86, land.river.at(land.side * 0.86)),
        ],
    )


def ponds(land: Land, chance: Stream) -> Iterator[tuple[str | None, Ring]]:
    """A reservoir in the valley, an old arm of the river, and small ponds at the forest edge."""
    u, v = land.valley_u + 20, land.forest.at(land.valley_u)
    yield "北沢貯水池", _reservoir(u, v + 30)
    yield "三日月沼", _old_arm(land)
    for share in (-0.62, 0.55, 0.78):
        u = share * land.edge
        yield None, _blob((u, land.forest.at(u) + 40), chance.uniform(16, 30), chance)


def _reservoir(u: float, v: float) -> Ring:
    """Dammed water: a straight dam in the south, arms up the valleys."""
    west = [
        (u - 45, v),
        (u - 70, v + 90),
        (u - 130, v + 170),
        (u - 100, v + 190),
        (u - 40, v + 160),
    ]
    head = [(u - 30, v + 260), (u - 50, v + 380), (u - 25, v + 400), (u + 8, v + 300)]
    east = [
        (u + 30, v + 220),
        (u + 95, v + 260),
        (u + 110, v + 235),
        (u + 62, v + 150),
        (u + 70, v + 60),
    ]
    return [*smooth([*west, *head, *east, (u + 55, v)], 5)]


def _old_arm(land: Land) -> Ring:
    """A crescent where the river once ran."""
    u, reach = -1.35 * SECTION, 150.0
    v = land.bank(-1).at(u) - 150
    outer = [_on_arc(u, v, reach, step) for step in range(-5, 6)]
    inner = [_on_arc(u, v + 22, reach - 14, step) for step in range(5, -6, -1)]
    return outer + inner


def _on_arc(u: float, v: float, reach: float, step: int) -> Spot:
    angle = math.radians(270 + 16 * step)
    return u + reach * math.cos(angle), v + reach * 0.55 * math.sin(angle)


def _blob(middle: Spot, reach: float, chance: Stream, corners: int = 12) -> Ring:
    """A rounded patch, broader than high."""
    spots = []
    for i in range(corners):
        angle, r = math.tau * i / corners, reach * chance.uniform(0.8, 1.15)
        spots.append((middle[0] + 1.3 * r * math.cos(angle), middle[1] + r * math.sin(angle)))
    return smooth([*spots, spots[0]], 3)[:-1]


def park_trees(middle: Spot) -> Ring:
    """The grove behind a shrine."""
    u, v = middle
    reach = BLOCK * 0.4
    return [(u - reach, v), (u + reach, v), (u + reach, v + reach), (u - reach, v + reach)]

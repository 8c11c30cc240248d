"""Farmsteads strung along the section roads, and the hamlet beyond the river."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from renkei_desktop.practice.stream import Stream
from renkei_desktop.practice.terrain.block import Finder
from renkei_desktop.practice.terrain.fields import (
    HAMLET_DEPTH,
    HAMLET_REACH,
    Fields,
    Strip,
    hamlet_v,
)
from renkei_desktop.practice.terrain.land import Land
from renkei_desktop.practice.terrain.lot import Face, Lot, Use
from renkei_desktop.practice.terrain.plane import Ring, Spot
from renkei_desktop.practice.terrain.quarter import Quarter
from renkei_desktop.practice.terrain.size import SECTION

_HAMLET_LOT = 21.0
_HAMLET_STREET = 8.0
_FARMSTEADS = 175
_LEAST_IN_A_QUARTER = 4


@dataclass(frozen=True, slots=True)
class Farms:
    """The lots of the countryside, and its fields with the farmyards cut out."""

    lots: tuple[Lot, ...]
    fields: tuple[Ring, ...]


def lay_farms(land: Land, quarters: Sequence[Quarter], fields: Fields, chance: Stream) -> Farms:
    """The farmsteads and the hamlet, with 字 and 番地."""
    hamlet = list(_hamlet(land))
    free = [s for s in fields.whole if not (_near_hamlet(land, s) or _wooded(land, s))]
    settled = _settled(quarters, free, chance)
    yards = {strip: _yard(strip, chance) for strip in settled}
    lots = _addressed([*hamlet, *yards.values()], quarters, chance)
    around = (_field_around(strip, yards) for strip in fields.whole)
    return Farms(tuple(lots), (*fields.cut, *around))


def _hamlet(land: Land) -> Iterator[Lot]:
    """Lots on both sides of a crossing, the corners left free."""
    v = hamlet_v(land)
    places = [_HAMLET_STREET + (i + 1.7) * _HAMLET_LOT for i in range(6)]
    off = _HAMLET_STREET + (HAMLET_DEPTH - _HAMLET_STREET) / 2
    depth = HAMLET_DEPTH - _HAMLET_STREET - 3
    for along in [-p for p in reversed(places)] + places:
        if abs(along) > HAMLET_REACH:
            continue
        yield Lot(Use.HAMLET, (along, v + off), _HAMLET_LOT, depth, Face.SOUTH, "", 0)
        yield Lot(Use.HAMLET, (along, v - off), _HAMLET_LOT, depth, Face.NORTH, "", 0)
        yield Lot(Use.HAMLET, (off, v + along), _HAMLET_LOT, depth, Face.WEST, "", 0)
        yield Lot(Use.HAMLET, (-off, v + along), _HAMLET_LOT, depth, Face.EAST, "", 0)


def _settled(quarters: Sequence[Quarter], free: Sequence[Strip], chance: Stream) -> list[Strip]:
    """Strips that have a farmstead: some in every quarter, more near the town, in loose groups."""
    groups = {_group(strip): chance.uniform(0.25, 1.6) for strip in free}

    def appeal(strip: Strip) -> float:
        away = math.hypot(strip.west / 4, strip.south / 3.2) / SECTION
        return math.pow(chance.random(), 1 / (groups[_group(strip)] * math.exp(-away / 3)))

    best = sorted(free, key=appeal, reverse=True)
    finder, chosen = Finder(quarters), set(best[: _FARMSTEADS // 2])
    met: Counter[int | None] = Counter(finder.of(_end(strip)) for strip in chosen)
    for strip in best:
        index = finder.of(_end(strip))
        if len(chosen) < _FARMSTEADS or met[index] < _LEAST_IN_A_QUARTER:
            met[index] += strip not in chosen
            chosen.add(strip)
    return sorted(chosen, key=_place)


def _end(strip: Strip) -> Spot:
    """A spot in the strip near its road."""
    v = strip.south + 30 if strip.road is Face.SOUTH else strip.north - 30
    return (strip.west + strip.east) / 2, v


def _place(strip: Strip) -> tuple[float, float]:
    return strip.south, strip.west


def _group(strip: Strip) -> tuple[int, int]:
    """The stretch of road on which the strip ends: neighbours across the road are one group."""
    end = strip.south if strip.road is Face.SOUTH else strip.north
    return math.floor(strip.west / SECTION), round(end / SECTION)


def _near_hamlet(land: Land, strip: Strip) -> bool:
    v, reach = hamlet_v(land), HAMLET_REACH + 60
    return strip.crosses(-reach, v - reach, reach, v + reach)


def _wooded(land: Land, strip: Strip) -> bool:
    u, v = land.grove
    return strip.crosses(u - SECTION / 2, v - SECTION / 2, u + SECTION / 2, v + SECTION / 2)


def _yard(strip: Strip, chance: Stream) -> Lot:
    width, depth = chance.uniform(40, 56), chance.uniform(40, 58)
    u = chance.uniform(strip.west + width / 2 + 4, strip.east - width / 2 - 4)
    at_south = strip.road is Face.SOUTH
    v = strip.south + depth / 2 if at_south else strip.north - depth / 2
    return Lot(Use.FARM, (u, v), width, depth, strip.road, "", 0)


def _field_around(strip: Strip, yards: Mapping[Strip, Lot]) -> Ring:
    """The field, with a notch where the farmyard is."""
    yard = yards.get(strip)
    if yard is None:
        return strip.ring()
    left, right = yard.spot[0] - yard.width / 2, yard.spot[0] + yard.width / 2
    if strip.road is Face.SOUTH:
        end, deep = strip.south, strip.south + yard.depth
    else:
        end, deep = strip.north, strip.north - yard.depth
    far = strip.north if strip.road is Face.SOUTH else strip.south
    notch = [(left, end), (left, deep), (right, deep), (right, end)]
    return [(strip.west, end), *notch, (strip.east, end), (strip.east, far), (strip.west, far)]


def _addressed(lots: Sequence[Lot], quarters: Sequence[Quarter], chance: Stream) -> list[Lot]:
    """The lots with their 字, numbered along the roads from west to east."""
    finder = Finder(quarters)
    by_quarter: defaultdict[int, list[Lot]] = defaultdict(list)
    for lot in lots:
        index = finder.of(lot.spot)
        if index is not None and quarters[index].rural:
            by_quarter[index].append(lot)
    return [
        lot
        for index, found in sorted(by_quarter.items())
        for lot in _numbered(found, index, quarters[index].address, chance)
    ]


def _numbered(lots: Sequence[Lot], index: int, address: str, chance: Stream) -> Iterator[Lot]:
    number = chance.randrange(1, 40)
    in_order = sorted(lots, key=lambda lot: (round(lot.spot[1] / 150), lot.spot[0]))
    for lot in in_order:
        number += chance.randrange(1, 9)
        branch = chance.randrange(1, 5) if chance.heads(0.25) else 0
        words = f"{address}{number}番地" + (f"の{branch}" if branch else "")
        yield replace(lot, address=words, quarter=index)

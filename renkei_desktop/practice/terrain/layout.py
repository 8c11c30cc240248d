"""The whole town as it lies there, before anybody lives in it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from renkei_desktop.practice.stream import Seed, Stream
from renkei_desktop.practice.terrain.block import Block, block_lots, built_blocks
from renkei_desktop.practice.terrain.farm import lay_farms
from renkei_desktop.practice.terrain.fields import lay_fields
from renkei_desktop.practice.terrain.house import Built, build
from renkei_desktop.practice.terrain.land import Land, lay_land
from renkei_desktop.practice.terrain.landmark import Landmark, landmarks, taken_halves
from renkei_desktop.practice.terrain.lot import Lot, Use
from renkei_desktop.practice.terrain.plane import Ring, Spot, near_line
from renkei_desktop.practice.terrain.quarter import Quarter, quarters
from renkei_desktop.practice.terrain.size import BLOCK, Size

_STORES = 46
_BANK = 16.0


@dataclass(frozen=True, slots=True)
class Site:
    """A lot with what was built on it."""

    lot: Lot
    built: Built

    @property
    def door(self) -> Spot:
        return self.built.door


@dataclass(frozen=True, slots=True)
class Layout:
    """Ground plan of the town.

    `homes` are dwellings (some stay empty), `stores` shops and small offices without one,
    `halls` the meeting hall of every association, in the order of `quarters`.
    """

    land: Land
    quarters: tuple[Quarter, ...]
    blocks: tuple[Block, ...]
    landmarks: tuple[Landmark, ...]
    fields: tuple[Ring, ...]
    flats: tuple[Lot, ...]
    homes: tuple[Site, ...]
    stores: tuple[Site, ...]
    halls: tuple[Site, ...]

    def landmark(self, key: str) -> Landmark:
        return next(landmark for landmark in self.landmarks if landmark.key == key)


def lay_out(seed: Seed, size: Size) -> Layout:
    """The ground plan for a seed and a size."""
    land = lay_land(seed, size)
    found = quarters(land)
    blocks = built_blocks(land, found, seed.stream("blocks"))
    known = landmarks(land, found, blocks)
    fields = lay_fields(land, [*blocks, *_without_fields(known)], seed.stream("fields"))
    farms = lay_farms(land, found, fields, seed.stream("farms"))
    in_town = _dry(land, block_lots(land, blocks, taken_halves(known)))
    lots = [*in_town, *farms.lots]
    halls = _hall_lots(found, lots)
    gone = set(halls)
    stores = _store_lots([lot for lot in in_town if lot not in gone], seed.stream("stores"))
    gone.update(stores)
    free = [lot for lot in lots if lot not in gone]
    chosen = _chosen(land, free, size.homes, seed.stream("homes"))
    chance = seed.stream("houses")
    return Layout(
        land=land, quarters=found, blocks=blocks, landmarks=known, fields=farms.fields,
        flats=tuple(lot for lot in in_town if lot.use is Use.FLAT),
        homes=_built(chosen, chance),
        stores=_built(stores, seed.stream("shops")),
        halls=_built([replace(lot, use=Use.SHOP) for lot in halls], seed.stream("halls")),
    )  # fmt: skip


def _dry(land: Land, lots: Sequence[Lot]) -> list[Lot]:
    """The lots that the brook leaves room for; a terrace of flats stands or falls as one."""
    west, east = (extreme(u for u, _ in land.brook) for extreme in (min, max))

    def wet(lot: Lot) -> bool:
        near = west - _BANK < lot.spot[0] < east + _BANK
        return near and near_line(lot.spot, land.brook, _BANK)

    return [lot for lot in lots if lot.use is Use.FLAT or not wet(lot)]


def _without_fields(known: Sequence[Landmark]) -> list[Block]:
    return [
        Block(cell, landmark.address, landmark.quarter, Use.HOUSE)
        for landmark in known
        for cell in landmark.cells
    ]


def _hall_lots(found: Sequence[Quarter], lots: Sequence[Lot]) -> list[Lot]:
    """One lot in every association, near the middle of its houses."""
    by_quarter: dict[int, list[Lot]] = {}
    for lot in lots:
        if lot.use in (Use.HOUSE, Use.HAMLET, Use.FARM):
            by_quarter.setdefault(lot.quarter, []).append(lot)
    return [_central(by_quarter[index]) for index in range(len(found))]


def _central(lots: Sequence[Lot]) -> Lot:
    u = sum(lot.spot[0] for lot in lots) / len(lots)
    v = sum(lot.spot[1] for lot in lots) / len(lots)
    return min(lots, key=lambda lot: (math.dist(lot.spot, (u, v)), lot.address))


def _store_lots(lots: Sequence[Lot], chance: Stream) -> list[Lot]:
    """Shops in which nobody lives, from the middle of the town outward."""
    shops = [lot for lot in lots if lot.use is Use.SHOP]
    spread = {lot: abs(lot.spot[0]) * chance.uniform(0.5, 1.5) for lot in shops}
    return sorted(shops, key=lambda lot: spread[lot])[:_STORES]


def _chosen(land: Land, lots: Sequence[Lot], count: int, chance: Stream) -> list[Lot]:
    """The lots with a home: of those in the town the more, the nearer they are to its middle.

    Raises ValueError where the town is too small for them.
    """
    appeal = {lot: chance.random() ** (1 / _weight(land, lot)) for lot in lots}
    ranked = sorted(lots, key=lambda lot: -appeal[lot])
    outside = [lot for lot in ranked if lot.use in (Use.FARM, Use.HAMLET)][: land.size.farms]
    inside = [lot for lot in ranked if lot.use not in (Use.FARM, Use.HAMLET)]
    kept = {*outside, *inside[: count - len(outside)]}
    if len(kept) < count:
        raise ValueError("the town has fewer lots than homes")
    return [lot for lot in lots if lot in kept]


def _weight(land: Land, lot: Lot) -> float:
    """How soon a lot is built on."""
    u, v = lot.spot
    beyond = max(0.0, abs(u) - land.half) + max(0.0, abs(v) - land.top)
    return 1.6 * math.exp(-beyond / (5 * BLOCK))


def _built(lots: Sequence[Lot], chance: Stream) -> tuple[Site, ...]:
    return tuple(Site(lot, build(lot, chance)) for lot in lots)

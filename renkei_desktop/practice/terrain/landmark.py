"""Public buildings, parks and stores that everybody in the town knows, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from renkei_desktop.practice.terrain.block import (
    Block,
    Cell,
    Finder,
    centre_address,
    numbered_halves,
)
from renkei_desktop.practice.terrain.land import Land
from renkei_desktop.practice.terrain.plane import Ring, Spot, rectangle
from renkei_desktop.practice.terrain.quarter import Quarter
from renkei_desktop.practice.terrain.size import BLOCK, SECTION

Box = tuple[float, float, float, float]
"""West and south edge, width and depth in metres, from the south-west corner of the block."""

_SOUTH, _NORTH, _ALL = (False,), (True,), (False, True)


@dataclass(frozen=True, slots=True)
class Landmark:
    """One place that everybody knows. `key` names it within the program.

    The smaller `rank`, the sooner its name stands on the map.
    """

    key: str
    name: str
    spot: Spot
    address: str
    quarter: int
    rank: int
    buildings: tuple[Ring, ...]
    grounds: tuple[Ring, ...] = ()
    cells: tuple[Cell, ...] = ()
    halves: tuple[bool, ...] = _ALL

    @property
    def public(self) -> bool:
        return self.rank <= 4


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where a landmark goes: on which cell, on which halves of it."""

    key: str
    name: str
    cell: Cell
    rank: int
    buildings: tuple[Box, ...]
    grounds: tuple[Box, ...] = ()
    halves: tuple[bool, ...] = _ALL
    more: tuple[Cell, ...] = ()


def landmarks(
    land: Land, quarters: Sequence[Quarter], blocks: Sequence[Block]
) -> tuple[Landmark, ...]:
    """All landmarks of the town."""
    finder, addresses = Finder(quarters), numbered_halves(blocks)
    found = []
    for plan in _plans(land):
        corner = plan.cell[0] * BLOCK, plan.cell[1] * BLOCK
        buildings = tuple(_box(corner, box) for box in plan.buildings)
        grounds = tuple(_box(corner, box) for box in plan.grounds)
        spot = _middle((buildings or grounds)[0])
        quarter = finder.of(spot)
        if quarter is None:
            raise ValueError(f"{plan.key} stands outside the town")
        first = addresses.get((plan.cell, plan.halves[0])) or _elsewhere(
            land, quarters[quarter], plan
        )
        found.append(
            Landmark(
                plan.key, plan.name, spot, first + "-1", quarter, plan.rank, buildings, grounds,
                (plan.cell, *plan.more), plan.halves,
            )
        )  # fmt: skip
    return (*found, _hot_spring(land, quarters, finder))


def taken_halves(found: Sequence[Landmark]) -> frozenset[tuple[Cell, bool]]:
    """The halves of blocks on which no house can stand."""
    return frozenset(
        (cell, half) for landmark in found for cell in landmark.cells for half in landmark.halves
    )


def _box(corner: Spot, box: Box) -> Ring:
    west, south = corner[0] + box[0], corner[1] + box[1]
    return rectangle(west, south, west + box[2], south + box[3])


def _middle(ring: Ring) -> Spot:
    return sum(u for u, _ in ring) / len(ring), sum(v for _, v in ring) / len(ring)


def _elsewhere(land: Land, quarter: Quarter, plan: _Plan) -> str:
    """The address of a cell without numbered halves."""
    return f"{quarter.address or centre_address(land, plan.cell)}{20 + plan.cell[0] % 10}"


def _plans(land: Land) -> Iterator[_Plan]:
    yield from _centre_plans()
    yield from _school_plans(land)
    yield from _railway_plans(land)
    yield from _edge_plans(land)


def _centre_plans() -> Iterator[_Plan]:
    yield _Plan(
        "town_hall",
        "見本町役場",
        (0, -1),
        1,
        ((16, 46, 66, 20), (16, 22, 22, 24), (78, 14, 20, 14)),
    )
    yield _Plan(
        "centre",
        "町民センター",
        (0, -2),
        2,
        ((18, 34, 44, 40), (62, 44, 28, 24)),
        ((10, 8, 88, 20),),
    )
    yield _Plan(
        "hospital",
        "見本町立病院",
        (2, -2),
        1,
        ((12, 54, 84, 19), (26, 24, 22, 30), (66, 20, 26, 34)),
    )
    yield _Plan("welfare", "地域福祉センター", (-2, -2), 2, ((16, 62, 60, 28),), halves=_NORTH)
    yield _Plan("park", "中央公園", (-1, -2), 3, ((84, 14, 5, 4),), ((8, 8, 93, 93),))
    yield _Plan("police", "見本警察署", (-3, 0), 2, ((14, 16, 36, 22),), halves=_SOUTH)
    yield _Plan("post", "見本郵便局", (-3, 0), 3, ((66, 14, 24, 18),), halves=_SOUTH)
    yield _Plan("market", "スーパーまるみ", (1, 0), 3, ((20, 20, 62, 28),), halves=_SOUTH)
    yield _Plan(
        "shrine", "見本神社", (-4, 1), 4, ((46, 60, 12, 10), (72, 40, 10, 14)), ((8, 8, 93, 93),)
    )
    yield _Plan("temple", "法泉寺", (-2, 1), 4, ((30, 62, 24, 20), (60, 66, 16, 12)), halves=_NORTH)


def _school_plans(land: Land) -> Iterator[_Plan]:
    chome = land.size.chome
    yield _Plan(
        "school", "見本小学校", (-4, -3), 2,
        ((14, 66, 78, 15), (14, 38, 15, 28), (56, 18, 36, 26)),
        ((BLOCK + 4, 10, 92, 90),), more=((-3, -3),),
    )  # fmt: skip
    yield _Plan(
        "junior_high", "見本中学校", (-chome - 2, -2), 2,
        ((12, 62, 84, 16), (76, 22, 20, 40), (20, 20, 30, 24)),
        ((BLOCK + 4, 10, 92, 90),), more=((-chome - 1, -2),),
    )  # fmt: skip
    yield _Plan(
        "nursery", "認定こども園", (1, -3), 3, ((18, 14, 52, 20),), ((18, 36, 60, 14),), _SOUTH
    )


def _railway_plans(land: Land) -> Iterator[_Plan]:
    row = land.size.north
    yield _Plan("station", "見本駅", (0, row), 1, ((-18, 62, 36, 11),))
    yield _Plan("coop", "農業協同組合", (-2, row), 3, ((30, 14, 44, 20), (4, 54, 66, 14)))
    yield _Plan(
        "stores", "農業倉庫", (2, row), 5, ((6, 52, 54, 15), (66, 52, 54, 15), (20, 18, 40, 14))
    )
    yield _Plan(
        "nursing_home", "特別養護老人ホームみのり苑", (4, row + 2), 2,
        ((14, 40, 82, 16), (30, 56, 16, 34), (66, 56, 16, 34), (44, 20, 24, 20)),
    )  # fmt: skip
    yield _Plan(
        "care_home", "老人保健施設せせらぎ", (3, row + 2), 3, ((16, 44, 76, 18), (20, 62, 18, 26))
    )


def _edge_plans(land: Land) -> Iterator[_Plan]:
    size = land.size
    yield _Plan(
        "fire", "見本消防署", (size.chome, -1), 2, ((22, 70, 44, 22), (74, 76, 8, 8)), halves=_NORTH
    )
    yield _Plan(
        "roadside", "道の駅みほん", (size.chome + 5, -1), 2, ((20, 56, 58, 24), (84, 60, 12, 10))
    )
    yield _Plan(
        "grain", "穀類乾燥調製施設", (-size.chome - 6, 0), 4, ((12, 24, 62, 46), (80, 24, 18, 58))
    )
    yield _Plan("gym", "町民体育館", (-1, -size.south - 2), 3, ((24, 30, 52, 38), (80, 34, 20, 30)))
    yield _Plan(
        "field",
        "町民グラウンド",
        (1, -size.south - 2),
        4,
        (),
        ((6, 6, 190, 96),),
        more=((2, -size.south - 2),),
    )
    yield _Plan("graves", "町営墓地", (size.chome + 5, 1), 5, (), ((10, 10, 88, 80),))


def _hot_spring(land: Land, quarters: Sequence[Quarter], finder: Finder) -> Landmark:
    """The public bath at the edge of the forest, with the ski slope above it."""
    u = 1.8 * SECTION
    v = land.forest.at(u) - 75
    quarter = finder.of((u, v))
    if quarter is None:
        raise ValueError("the bath stands outside the town")
    buildings = (rectangle(u - 20, v - 9, u + 20, v + 9), rectangle(u + 20, v - 4, u + 36, v + 14))
    slope = [(u - 260, v + 30), (u - 90, v + 30), (u - 150, v + 620), (u - 250, v + 640)]
    address = quarters[quarter].address + "801番地"
    return Landmark("bath", "見本温泉", (u, v), address, quarter, 3, buildings, (slope,))

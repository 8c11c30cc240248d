"""The lie of the land: river, forest edges, railway, and how far the town reaches."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from renkei_desktop.domain.place import Point
from renkei_desktop.practice.stream import Seed, Stream
from renkei_desktop.practice.terrain.plane import Curve, Plane, Spot, plane_at, smooth
from renkei_desktop.practice.terrain.size import BLOCK, SECTION, Size

_AT_SEA = Point(43.82, 140.95)
"""Open sea: a practice pin can never stand at anybody's real house."""

_STEP = BLOCK / 3


@dataclass(frozen=True, slots=True)
class Land:
    """The plan that everything else is fitted to; all lengths in metres of the town's plane.

    The centre reaches `half` east and west, `top` and `bottom`; the town's associations fill
    the rectangle of `side`, `rim_north` and `rim_south`; the fields end at `edge`.
    """

    plane: Plane
    size: Size
    half: float
    top: float
    bottom: float
    rail_v: float
    side: float
    rim_north: float
    rim_south: float
    edge: float
    river: Curve
    river_half: Curve
    forest: Curve
    """Southern edge of the northern forest."""
    hills: Curve
    """Northern edge of the southern hills."""
    ridges: tuple[Curve, Curve]
    """Where the map ends: the ridge of the southern hills, and that of the northern forest."""
    brook: tuple[Spot, ...]
    """A brook that runs through the town; no house stands on it."""
    rail: Curve

    def bank(self, side: int, beyond: float = 0.0) -> Curve:
        """The northern (1) or southern (-1) bank of the river, or a line so far beyond it."""
        vs = zip(self.river.vs, self.river_half.vs, strict=True)
        return Curve(self.river.us, tuple(v + side * (half + beyond) for v, half in vs))

    @property
    def valley_u(self) -> float:
        """The middle of the valley that cuts into the northern forest."""
        return -0.9 * SECTION

    @property
    def grove(self) -> Spot:
        """A wooded hill among the fields."""
        return -self.side - 1.5 * SECTION, 1.52 * SECTION

    @property
    def outer(self) -> float:
        """How far east and west anything is drawn."""
        return self.edge + 0.5 * SECTION


def lay_land(seed: Seed, size: Size) -> Land:
    """The land of a town of this size."""
    chance = seed.stream("land")
    half, top, bottom = size.chome * BLOCK, size.north * BLOCK, -size.south * BLOCK
    rail_v = top + 0.75 * BLOCK
    side = _section_after(half + 6 * BLOCK)
    rim_north, rim_south = _section_after(rail_v + 2 * BLOCK), -_section_after(-bottom + 2 * BLOCK)
    edge = side + 5 * SECTION
    river_v = rim_south - 1.25 * SECTION
    us = tuple(i * _STEP for i in range(-_nodes(edge), _nodes(edge) + 1))
    river = _traced(us, _river(chance, river_v))
    rail = _traced(us, _rail(rail_v, side + 0.3 * SECTION))
    forest = _traced(us, _forest(chance, rim_north, edge))
    hills = _traced(us, _hills(chance, river_v, edge))
    forest = Curve(us, tuple(map(max, forest.vs, rail.shifted(0.5 * SECTION).vs)))
    hills = Curve(us, tuple(map(min, hills.vs, river.shifted(-0.6 * SECTION).vs)))
    return Land(
        plane=plane_at(_AT_SEA, math.radians(chance.uniform(5, 14))),
        size=size, half=half, top=top, bottom=bottom, rail_v=rail_v, side=side,
        rim_north=rim_north, rim_south=rim_south, edge=edge, river=river,
        river_half=_traced(us, _wave(chance, 33, ((8, 2100), (4, 760)))),
        forest=forest, hills=hills, rail=rail,
        ridges=(_ridge(chance, hills, -1, edge), _ridge(chance, forest, 1, edge)),
        brook=_brook(chance, rim_north, river),
    )  # fmt: skip


def _section_after(length: float) -> float:
    return math.ceil(length / SECTION - 1e-9) * SECTION


def _nodes(edge: float) -> int:
    return round((edge + 2 * SECTION) / _STEP)


def _traced(us: tuple[float, ...], height: Callable[[float], float]) -> Curve:
    return Curve(us, tuple(round(height(u), 1) for u in us))


def _wave(
    chance: Stream, middle: float, swings: tuple[tuple[float, float], ...]
) -> Callable[[float], float]:
    """A line that swings about its middle; each swing is (height, length) with a random phase."""
    phases = [(size, length, chance.uniform(0, math.tau)) for size, length in swings]

    def height(u: float) -> float:
        return middle + sum(size * math.sin(math.tau * u / n + phase) for size, n, phase in phases)

    return height


def _river(chance: Stream, middle: float) -> Callable[[float], float]:
    return _wave(chance, middle, ((210, 3900), (105, 1750), (38, 830)))


def _rail(straight_v: float, straight_until: float) -> Callable[[float], float]:
    """Straight through the town, down across the river in the east, up the valley in the west."""

    def height(u: float) -> float:
        beyond = abs(u) - straight_until
        slope, bend = (-0.9, 700.0) if u > 0 else (0.42, 1100.0)
        if beyond <= 0:
            return straight_v
        if beyond < bend:
            return straight_v + slope * beyond * beyond / (2 * bend)
        return straight_v + slope * (beyond - bend / 2)

    return height


def _forest(chance: Stream, rim: float, edge: float) -> Callable[[float], float]:
    rough = _wave(
        chance, rim + 2.1 * SECTION, ((150, 4300), (80, 1270), (45, 540), (17, 233), (8, 121))
    )

    def height(u: float) -> float:
        valley = 1.9 * SECTION * _plateau((u + 0.9 * SECTION) / SECTION)
        clearing = -0.5 * SECTION * _bump((u - 2.1 * SECTION) / (0.8 * SECTION))
        closing = 0.75 * max(0.0, abs(u) - edge + 1.6 * SECTION)
        return rough(u) + valley + clearing - closing

    return height


def _hills(chance: Stream, river_v: float, edge: float) -> Callable[[float], float]:
    rough = _wave(
        chance, river_v - 3.2 * SECTION, ((160, 3700), (90, 1390), (48, 570), (16, 251), (7, 127))
    )

    def height(u: float) -> float:
        closing = 0.6 * max(0.0, abs(u) - edge + 1.5 * SECTION)
        return rough(u) + closing + 0.7 * SECTION * _bump((u - 2.9 * SECTION) / SECTION)

    return height


def _ridge(chance: Stream, edge_line: Curve, side: int, edge: float) -> Curve:
    """The far side of a forest: broad in the middle of the map, running out at its ends."""
    rough = _wave(chance, 0, ((120, 2900), (60, 910), (30, 340)))
    vs = []
    for u, v in zip(edge_line.us, edge_line.vs, strict=True):
        depth = 2.1 * SECTION * (1 - (u / (edge + 0.45 * SECTION)) ** 2)
        vs.append(round(v + side * max(0.0, depth + rough(u)), 1))
    level_ends = _smoothed(vs)
    return Curve(edge_line.us, tuple(level_ends))


def _smoothed(vs: list[float]) -> list[float]:
    """The same heights without what is shorter than a valley."""
    reach = 12
    padded = [vs[0]] * reach + vs + [vs[-1]] * reach
    return [round(sum(padded[i : i + 2 * reach + 1]) / (2 * reach + 1), 1) for i in range(len(vs))]


def _brook(chance: Stream, rim: float, river: Curve) -> tuple[Spot, ...]:
    """From the northern fields through the east of the centre down to the river."""
    knots = [
        (6.4, 9.5),
        (5.7, 6),
        (5.2, 3.6),
        (4.5, 2),
        (3.6, 0.8),
        (3.5, -0.6),
        (4.2, -2),
        (3.7, -3.5),
    ]
    line = [((x + chance.uniform(-0.15, 0.15)) * BLOCK, y * BLOCK) for x, y in knots]
    end, v = 4.6 * BLOCK, -5 * BLOCK
    while v > river.at(end) + 2 * BLOCK:
        line.append((end + chance.uniform(-0.2, 0.2) * BLOCK, v))
        v -= 3 * BLOCK
    line.append((end - 40, river.at(end - 40)))
    return tuple(smooth(line))


def _plateau(x: float) -> float:
    """1 on a broad top, 0 beyond 1."""
    return min(1.0, 1.6 * _bump(x))


def _bump(x: float) -> float:
    """A smooth hill of height 1 between -1 and 1."""
    return 0.5 + 0.5 * math.cos(math.pi * x) if abs(x) < 1 else 0.0

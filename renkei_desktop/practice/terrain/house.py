"""The outlines of houses, shops, barns, sheds and greenhouses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from renkei_desktop.practice.stream import Stream
from renkei_desktop.practice.terrain.lot import Lot, Use, spot_on
from renkei_desktop.practice.terrain.plane import Ring, Spot

_DOOR = 0.35
"""How far back in the house its point lies: within every shape of house."""


@dataclass(frozen=True, slots=True)
class Built:
    """What stands on a lot: the dwelling first, then everything else. `door` is its middle."""

    outlines: tuple[Ring, ...]
    door: Spot


def build(lot: Lot, chance: Stream) -> Built:
    """The buildings of one lot."""
    if lot.use is Use.FARM:
        return _farmstead(lot, chance)
    if lot.use is Use.SHOP:
        return _shop(lot, chance)
    if lot.use is Use.FLAT:
        return Built((), lot.spot)
    return _house(lot, chance)


def terrace(first: Lot, last: Lot) -> Ring:
    """The outline of a row of flats, from its first to its last."""
    west, east = first.spot[0] - first.width / 2, last.spot[0] + last.width / 2
    south, north = first.spot[1] - first.depth / 2, first.spot[1] + first.depth / 2
    return [(west, south), (east, south), (east, north), (west, north)]


def _house(lot: Lot, chance: Stream) -> Built:
    turn = chance.gauss(0, 0.012)
    large = 1.45 if chance.heads(0.05) else 1.0
    width = min(large * chance.triangular(7.4, 13.2, 9.6), lot.width - 3.5)
    depth = min(large * chance.triangular(6.6, 11.5, 8.4), lot.depth - 6)
    side = chance.choice((-1, 1))
    middle = (-side * (lot.width - width) / 2 * chance.uniform(0.2, 0.7), 0.0)
    front = -lot.depth / 2 + chance.uniform(3.0, 5.5)
    shape = _shape(width, depth, side, chance)
    moved = [(x + middle[0], y + front) for x, y in shape]
    outlines = [lot.placed(moved, turn), *_shed(lot, chance, side, front + depth)]
    return Built(tuple(outlines), spot_on(lot, middle[0], front + depth * _DOOR))


def _shape(width: float, depth: float, side: int, chance: Stream) -> Ring:
    """A house with its front at y = 0, its middle at x = 0: plain, L-shaped, or with a porch."""
    w, kind = width / 2, chance.random()
    if kind < 0.42:
        return [(-w, 0), (w, 0), (w, depth), (-w, depth)]
    if kind < 0.70:
        cut_x, cut_y = width * chance.uniform(0.3, 0.5), depth * chance.uniform(0.3, 0.5)
        ring = [
            (-w, 0),
            (w, 0),
            (w, depth),
            (w - cut_x, depth),
            (w - cut_x, depth - cut_y),
            (-w, depth - cut_y),
        ]
    else:
        # The glazed porch keeps the snow away from the door.
        x, out = w * chance.uniform(0.05, 0.5), chance.uniform(1.3, 2.0)
        ring = [
            (-w, 0), (x, 0), (x, -out), (x + 2.4, -out), (x + 2.4, 0), (w, 0), (w, depth),
            (-w, depth),
        ]  # fmt: skip
    return [(x * side, y) for x, y in ring]


def _shed(lot: Lot, chance: Stream, side: int, back: float) -> Iterator[Ring]:
    """A garage beside the house, or a shed behind it."""
    kind = chance.random()
    if kind > 0.46:
        return
    if kind < 0.26:
        width, depth = chance.uniform(3.2, 4.2), chance.uniform(5.4, 6.8)
        x, y = side * (lot.width / 2 - width / 2 - 0.6), -lot.depth / 2 + depth / 2 + 1.2
    else:
        width, depth = chance.uniform(2.6, 4.5), chance.uniform(2.2, 3.2)
        x = chance.uniform(-1, 1) * (lot.width / 2 - width)
        y = min(back + depth / 2 + 1.5, lot.depth / 2 - depth / 2 - 0.4)
    yield lot.placed(_box(x, y, width, depth))


def _shop(lot: Lot, chance: Stream) -> Built:
    width = lot.width * chance.uniform(0.74, 0.94)
    depth = min(chance.uniform(11, 17), lot.depth - 3)
    y = -lot.depth / 2 + chance.uniform(0.4, 1.6) + depth / 2
    ring = _box(chance.uniform(-0.4, 0.4), y, width, depth)
    if chance.heads(0.4):
        half, top = width / 2, y + depth / 2
        ring = [
            *ring[:2],
            (half, top),
            (half * 0.1, top),
            (half * 0.1, top + 2.5),
            (-half, top + 2.5),
        ]
    return Built((lot.placed(ring),), spot_on(lot, 0, y))


def _farmstead(lot: Lot, chance: Stream) -> Built:
    """A large house near the road, a barn and sheds behind, sometimes rows of greenhouses."""
    side = chance.choice((-1, 1))
    width, depth = chance.uniform(10, 15), chance.uniform(8, 11)
    x, front = side * lot.width * chance.uniform(0.08, 0.22), -lot.depth / 2 + chance.uniform(9, 14)
    house = [(a + x, b + front) for a, b in _shape(width, depth, side, chance)]
    outlines = [lot.placed(house, chance.gauss(0, 0.02))]
    outlines += [lot.placed(ring) for ring in _barns(lot, chance, side)]
    if chance.heads(0.3):
        outlines += [lot.placed(ring) for ring in _greenhouses(lot, chance, side)]
    return Built(tuple(outlines), spot_on(lot, x, front + depth * _DOOR))


def _barns(lot: Lot, chance: Stream, side: int) -> Iterator[Ring]:
    width, depth = chance.uniform(8, 11), chance.uniform(15, 22)
    yield _box(-side * (lot.width / 2 - width / 2 - 2), lot.depth / 2 - depth / 2 - 3, width, depth)
    if chance.heads(0.7):
        width, depth = chance.uniform(6, 9), chance.uniform(5, 7)
        yield _box(side * lot.width * 0.2, lot.depth / 2 - depth / 2 - 2, width, depth)
    if chance.heads(0.4):
        yield _box(-side * (lot.width / 2 - 4), -lot.depth / 2 + 8, 4.2, 6.5)


def _greenhouses(lot: Lot, chance: Stream, side: int) -> Iterator[Ring]:
    """Vinyl greenhouses for the rice seedlings, in the field behind the yard."""
    length, gap = chance.uniform(36, 54), 8.2
    for i in range(chance.randrange(2, 5)):
        yield _box(
            side * (-lot.width / 2 + 4 + i * gap), lot.depth / 2 + 4 + length / 2, 5.4, length
        )


def _box(x: float, y: float, width: float, depth: float) -> Ring:
    w, d = width / 2, depth / 2
    return [(x - w, y - d), (x + w, y - d), (x + w, y + d), (x - w, y + d)]

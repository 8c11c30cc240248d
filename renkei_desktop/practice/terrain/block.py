"""Blocks of the town and the lots in them, with addresses by 条, 丁目, 番 and 号."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from renkei_desktop.practice.stream import Stream
from renkei_desktop.practice.terrain.land import Land
from renkei_desktop.practice.terrain.lot import Face, Lot, Use
from renkei_desktop.practice.terrain.plane import Spot
from renkei_desktop.practice.terrain.quarter import Quarter, numeral
from renkei_desktop.practice.terrain.size import BLOCK

Cell = tuple[int, int]
"""Column and row of a block, counted from the crossing in the middle of the town."""

HALF_STREET = 6.0
HALF_MAIN_STREET = 10.0
HALF_LANE = 3.0


@dataclass(frozen=True, slots=True)
class Block:
    """One built-up block; its addresses begin with `address`, its homes are of this `use`."""

    cell: Cell
    address: str
    quarter: int
    use: Use

    @property
    def corner(self) -> Spot:
        return self.cell[0] * BLOCK, self.cell[1] * BLOCK

    @property
    def middle(self) -> Spot:
        return (self.cell[0] + 0.5) * BLOCK, (self.cell[1] + 0.5) * BLOCK


class Finder:
    """Finds the association to which a spot belongs."""

    def __init__(self, quarters: Sequence[Quarter]) -> None:
        self._quarters = tuple(enumerate(quarters))

    def of(self, spot: Spot) -> int | None:
        """The place of its association, None outside the inhabited land."""
        return next((i for i, quarter in self._quarters if quarter.covers(spot)), None)


def built_blocks(land: Land, quarters: Sequence[Quarter], chance: Stream) -> tuple[Block, ...]:
    """Every built-up block of the town, in a fixed order; the outermost are not all built up."""
    finder, outermost = Finder(quarters), _outermost(land)
    found = []
    for cell, use in _built_cells(land):
        if cell in outermost and chance.heads(0.45):
            continue
        index = finder.of(((cell[0] + 0.5) * BLOCK, (cell[1] + 0.5) * BLOCK))
        if index is not None:
            address = quarters[index].address or centre_address(land, cell)
            found.append(Block(cell, address, index, use))
    return tuple(found)


def _built_cells(land: Land) -> Iterator[tuple[Cell, Use]]:
    size = land.size
    for row in range(size.north - 1, -size.south - 1, -1):
        for column in range(-size.chome, size.chome):
            yield (column, row), Use.HOUSE
    for row in (0, -1):
        for column in range(5):
            yield (size.chome + column, row), Use.HOUSE
            yield (-size.chome - 1 - column, row), Use.HOUSE
    for column in (-1, -2):
        yield (column - size.chome, -2), Use.HOUSE
    for column in (-5, -4, -3, -2, -1, 3, 4):
        yield (column, size.north + 2), Use.HOUSE
    for column in range(-5, 5):
        yield (column, size.north + 1), Use.FLAT if -1 <= column < 2 else Use.HOUSE


def _outermost(land: Land) -> frozenset[Cell]:
    chome, north = land.size.chome, land.size.north
    sides = {(column, row) for column in (chome + 4, -chome - 5) for row in (0, -1)}
    return frozenset(sides | {(-5, north + 2), (-4, north + 2)})


def centre_address(land: Land, cell: Cell) -> str:
    """条 and 丁目 of a block of the centre, or of where the centre would go on."""
    column, row = cell
    side = f"北{numeral(row + 1)[0]}条" if row >= 0 else f"南{numeral(-row)[0]}条"
    return f"{side}{numeral((column + land.size.chome) // 2 + 1)[0]}丁目"


def numbered_halves(blocks: Sequence[Block]) -> dict[tuple[Cell, bool], str]:
    """The address up to its 番 of both halves of every block; True is the northern one.

    番 are counted through all blocks of the same 丁目.
    """
    counted: Counter[str] = Counter()
    found = {}
    for block in blocks:
        for north in (False, True):
            counted[block.address] += 1
            found[block.cell, north] = f"{block.address}{counted[block.address]}"
    return found


def block_lots(
    land: Land, blocks: Sequence[Block], taken: Set[tuple[Cell, bool]]
) -> tuple[Lot, ...]:
    """All lots of the blocks, but for the halves that are taken by something else."""
    numbered = numbered_halves(blocks)
    lots: list[Lot] = []
    for block in blocks:
        for north in (False, True):
            if (block.cell, north) in taken:
                continue
            where = numbered[block.cell, north]
            flats = block.use is Use.FLAT
            lots += _flats(block, where, north) if flats else _half(land, block, where, north)
    return tuple(lots)


def _half(land: Land, block: Block, where: str, north: bool) -> list[Lot]:
    """A row of lots on the street and one on the lane in the middle of the block."""
    on_main = block.cell[1] == (-1 if north else 0)
    shops = on_main and abs(block.cell[0] + 0.5) < land.half / BLOCK
    edge = HALF_MAIN_STREET if on_main else HALF_STREET
    depth = (BLOCK / 2 - HALF_LANE - edge) / 2
    _, v0 = block.corner
    street = v0 + BLOCK - edge - depth / 2 if north else v0 + edge + depth / 2
    lane = v0 + BLOCK / 2 + (1 if north else -1) * (HALF_LANE + depth / 2)
    out, back = (Face.NORTH, Face.SOUTH) if north else (Face.SOUTH, Face.NORTH)
    first = list(_row(block, where, 1, street, depth, out, Use.SHOP if shops else Use.HOUSE))
    return first + list(_row(block, where, len(first) + 1, lane, depth, back, Use.HOUSE))


def _row(
    block: Block, where: str, first: int, v: float, depth: float, face: Face, use: Use
) -> Iterator[Lot]:
    count = 7 if use is Use.SHOP else 5
    width = (BLOCK - 2 * HALF_STREET) / count
    for i in range(count):
        u = block.corner[0] + HALF_STREET + (i + 0.5) * width
        address = f"{where}-{first + i}"
        yield Lot(use, (u, v), width, depth, face, address, block.quarter)


FLATS_IN_A_ROW = 4
FLAT_WIDTH = 8.6
FLAT_DEPTH = 9.0


def _flats(block: Block, where: str, north: bool) -> list[Lot]:
    """Terraces of the town's own housing: two rows of two, four flats each."""
    lots = []
    for row in range(2):
        v = block.corner[1] + (BLOCK / 2 if north else 0) + 15 + 25 * row
        for column in range(2):
            middle = block.corner[0] + BLOCK * (0.27 + 0.46 * column)
            terrace = 1 + 2 * row + column
            for flat in range(FLATS_IN_A_ROW):
                u = middle + (flat - (FLATS_IN_A_ROW - 1) / 2) * FLAT_WIDTH
                address = f"{where}-{terrace} 緑団地{flat + 1}号"
                lots.append(
                    Lot(
                        Use.FLAT, (u, v), FLAT_WIDTH, FLAT_DEPTH, Face.SOUTH, address, block.quarter
                    )
                )
    return lots

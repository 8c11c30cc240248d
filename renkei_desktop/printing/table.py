"""Tables drawn straight onto the page: wrapped cells, rows that stay whole, thin rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from renkei_desktop.printing.columns import Column, Slot, Storey, storeys
from renkei_desktop.printing.page import HAIR, THIN, Page
from renkei_desktop.printing.style import Style, Styles

if TYPE_CHECKING:
    from renkei_desktop.printing.lettering import Lettering

Cell = tuple[tuple[Style, str], ...]
"""The paragraphs of a cell, from top to bottom. Nothing at all: there is nothing to say."""


class _Block(NamedTuple):
    """A cell laid out: its height, its lines, and the lines joined by style for drawing."""

    height: float
    lines: tuple[tuple[Style, str], ...]
    parts: tuple[tuple[Style, float, str], ...]


class _Tier(NamedTuple):
    """One storey of one row: its height, and its blocks with their left edges."""

    height: float
    blocks: Sequence[tuple[str, _Block]]


class Row(NamedTuple):
    """A row laid out, ready for a page with `height` points of room."""

    height: float
    tiers: Sequence[_Tier]
    said: str


_PAD, _BETWEEN = 4.0, 3.0
"""Points above and below a row, and between its storeys, at normal print."""


class Table:
    """A table `width` points wide. Cells that read the same are laid out once per column."""

    def __init__(
        self,
        columns: Sequence[Column],
        left: float,
        width: float,
        styles: Styles,
        lettering: Lettering,
    ) -> None:
        self._left, self._right = left, left + width
        self._styles, self._lettering = styles, lettering
        self._pad = _PAD * styles.body.size / 9.5
        self._between = _BETWEEN * styles.body.size / 9.5
        self._blocks: list[dict[Cell, _Block]] = [{} for _ in columns]
        self._seen: set[int] = set()
        self._storeys = storeys(columns, left, width, styles)
        labels = [((styles.label, column.label),) for column in columns]
        self._header = self._row(self._storeys[:1], labels)

    @property
    def header_height(self) -> float:
        return self._header.height

    def row(self, cells: Sequence[Cell]) -> Row:
        """Lays out one row; `cells` in the order of the columns."""
        return self._row(self._storeys, cells)

    def put_header(self, page: Page, top: float) -> float:
        """Draws the labels between two rules; returns where the first row starts."""
        page.rule(self._left, top, self._right, top, THIN)
        bottom = self._put(page, self._header, top)
        page.rule(self._left, bottom, self._right, bottom, THIN)
        return bottom

    def put(self, page: Page, row: Row, top: float) -> float:
        """Draws a row and the thin rule under it; returns where the next one starts."""
        page.says(row.said)
        bottom = self._put(page, row, top)
        page.rule(self._left, bottom, self._right, bottom, HAIR)
        return bottom

    def pieces(self, cells: Sequence[Cell], room: float, again: str) -> Iterator[Row]:
        """A row that is taller than a whole page, as rows of at most `room` points.

        `again` names the row at the top of each piece after the first.
        """
        row = self.row(cells)
        waiting = list(row.tiers)
        taken: list[_Tier] = []
        while waiting:
            left = room - 2 * self._pad - self._height(taken) - self._between
            fits, rest = _cut(waiting.pop(0), left)
            if not fits.blocks and len(taken) < 2:
                fits, rest = rest, fits  # not even one line: better too low than never
            if fits.blocks:
                taken.append(fits)
            if rest.blocks:
                waiting.insert(0, rest)
                yield self._stacked(taken, row.said)
                taken = [self._again(again)]
        yield self._stacked(taken, row.said)

    def _row(self, levels: Sequence[Storey], cells: Sequence[Cell]) -> Row:
        tiers = [tier for storey in levels if (tier := self._tier(storey, cells)).blocks]
        said = "\x1f".join([text for cell in cells for _, text in cell])
        return self._stacked(tiers, said)

    def _stacked(self, tiers: Sequence[_Tier], said: str) -> Row:
        return Row(2 * self._pad + self._height(tiers), tiers, said)

    def _height(self, tiers: Sequence[_Tier]) -> float:
        gaps = self._between * (len(tiers) - 1) if tiers else 0.0
        return sum([tier.height for tier in tiers]) + gaps

    def _put(self, page: Page, row: Row, top: float) -> float:
        y = top - self._pad
        for height, blocks in row.tiers:
            for x, block in blocks:
                for style, drop, shown in block.parts:
                    page.text(x, y - drop, style, shown)
            y -= height + self._between
        return top - row.height

    def _tier(self, storey: Storey, cells: Sequence[Cell]) -> _Tier:
        cached = self._blocks
        blocks = [
            (slot.x, cached[slot.column].get(cell) or self._block(slot, cell))
            for slot in storey.slots
            if (cell := cells[slot.column])
        ]
        if blocks and storey.aside:
            blocks.insert(0, self._aside(storey.aside))
        return _tier_of(blocks)

    def _block(self, slot: Slot, cell: Cell) -> _Block:
        lines = self._lettering.lines
        labelled = ((self._styles.label, slot.label), *cell) if slot.label else cell
        block = _joined(
            [(style, shown) for style, text in labelled for shown in lines(style, text, slot.width)]
        )
        # Kept from the second time on: names and addresses come once, and tens of thousands of
        # them held for nothing would keep Python's garbage collector busy.
        seen = hash((slot.column, cell))
        if seen in self._seen:
            self._blocks[slot.column][cell] = block
        self._seen.add(seen)
        return block

    def _aside(self, label: str) -> tuple[str, _Block]:
        style = self._styles.aside_label
        shown = self._lettering.lines(style, label, self._right - self._left)
        return f"{self._left:.2f}", _joined([(style, line) for line in shown])

    def _again(self, text: str) -> _Tier:
        style = self._styles.label
        shown = self._lettering.lines(style, text, self._right - self._left)
        return _tier_of([(f"{self._left:.2f}", _joined([(style, line) for line in shown]))])


def _joined(lines: Sequence[tuple[Style, str]]) -> _Block:
    parts: list[tuple[Style, float, str]] = []
    height = 0.0
    for style, run in groupby(lines, key=lambda line: line[0]):
        shown = [text for _, text in run]
        parts.append((style, height + style.drop, " T* ".join(shown)))
        height += len(shown) * style.leading
    return _Block(height, tuple(lines), tuple(parts))


def _cut(tier: _Tier, room: float) -> tuple[_Tier, _Tier]:
    """What of a tier fits into `room`, by whole lines, and what is left of it."""
    if tier.height <= room:
        return tier, _tier_of([])
    fits: list[tuple[str, _Block]] = []
    rest: list[tuple[str, _Block]] = []
    for x, block in tier.blocks:
        height, count = 0.0, 0
        while count < len(block.lines) and height + block.lines[count][0].leading <= room:
            height += block.lines[count][0].leading
            count += 1
        for part, lines in ((fits, block.lines[:count]), (rest, block.lines[count:])):
            if lines:
                part.append((x, _joined(lines)))
    return _tier_of(fits), _tier_of(rest)


def _tier_of(blocks: Sequence[tuple[str, _Block]]) -> _Tier:
    return _Tier(max([block.height for _, block in blocks], default=0.0), blocks)

"""外字 in a list: where they stand, and putting the town's own choice in their place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from renkei_desktop.intake.table import GAIJI, PRIVATE_USE, Row, Table


def gaiji_in(table: Table) -> dict[str, tuple[int, ...]]:
    """Every 外字 of the list with the numbers of its rows."""
    found: dict[str, list[int]] = defaultdict(list)
    for row in table.rows:
        for character in sorted({c for cell in row.cells for c in PRIVATE_USE.findall(cell)}):
            found[character].append(row.number)
    return {character: tuple(numbers) for character, numbers in found.items()}


def with_gaiji(table: Table, choices: Mapping[str, str]) -> Table:
    """The list with the characters that the town has chosen; a 外字 without a choice stays."""
    letters = str.maketrans(dict(choices))
    return replace(table, rows=tuple(_chosen(row, letters) for row in table.rows))


def _chosen(row: Row, letters: dict[int, str]) -> Row:
    cells = tuple(cell.translate(letters) for cell in row.cells)
    if cells == row.cells:
        return row
    if any(map(PRIVATE_USE.search, cells)):
        return replace(row, cells=cells)
    kept = tuple(problem for problem in row.problems if not problem.reason.endswith(GAIJI.reason))
    return replace(row, cells=cells, problems=kept)

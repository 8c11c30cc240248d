"""Which column of a list holds what: recognised by its heading, in any order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from renkei_desktop.intake.heading import SEVERAL, Target, is_refused, perhaps, surely


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """One column (counted from 0) and what it is taken in as. `sure` is false for a guess."""

    column: int
    target: Target
    sure: bool


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The columns that are taken in, those that are left and those that are refused."""

    mapped: tuple[MappedColumn, ...]
    left: tuple[int, ...]
    """Columns that are not taken in."""
    refused: tuple[int, ...] = ()
    """Columns headed マイナンバー and the like: never read, whatever stands in them."""

    def column(self, target: Target) -> int | None:
        """The first column of a target."""
        return next(iter(self.columns(target)), None)

    def columns(self, target: Target) -> tuple[int, ...]:
        return tuple(found.column for found in self.mapped if found.target is target)

    @property
    def has_name(self) -> bool:
        """Whether people can be read at all."""
        return any(self.columns(t) for t in (Target.NAME, Target.FAMILY_NAME))

    @property
    def unsure(self) -> tuple[MappedColumn, ...]:
        """The guesses, for the clerk to look at."""
        return tuple(found for found in self.mapped if not found.sure)

    def with_column(self, column: int, target: Target | None) -> ColumnMapping:
        """The mapping after the clerk has said what a column is; None leaves it out.

        A target that only one column may fill is taken away from the column that had it.
        Raises ValueError for a refused column.
        """
        if column in self.refused:
            raise ValueError("a refused column is never read")
        freed = {m.column for m in self.mapped if m.target is target and target not in SEVERAL} | {
            column
        }
        kept = [m for m in self.mapped if m.column not in freed]
        if target is not None:
            kept.append(MappedColumn(column, target, True))
        left = (set(self.left) | freed) - {m.column for m in kept}
        order = tuple(sorted(kept, key=lambda m: m.column))
        return replace(self, mapped=order, left=tuple(sorted(left)))


def recognise(headings: Sequence[str]) -> ColumnMapping:
    """The mapping that the headings suggest; the first of two equal headings counts."""
    refused = tuple(at for at, heading in enumerate(headings) if is_refused(heading))
    mapped: dict[int, MappedColumn] = {}
    for sure, reader in ((True, surely), (False, perhaps)):
        for at, heading in enumerate(headings):
            target = None if at in mapped or at in refused else reader(heading)
            if target is not None and (target in SEVERAL or target not in _targets(mapped)):
                mapped[at] = MappedColumn(at, target, sure)
    left = (at for at in range(len(headings)) if at not in mapped and at not in refused)
    return ColumnMapping(tuple(mapped[at] for at in sorted(mapped)), tuple(left), refused)


def _targets(mapped: dict[int, MappedColumn]) -> Iterator[Target]:
    return (found.target for found in mapped.values())


def heading_score(cells: Sequence[str]) -> int:
    """How many cells of a row name a target in so many words: tells a heading row from data."""
    return len({target for cell in cells if (target := surely(cell)) is not None})

"""Which columns of a table stand beside each other, and where.

Columns that do not fit beside each other go into further storeys below, so that a row becomes
two or three storeys high instead of unreadably narrow. Lower storeys carry their labels in every
row, because the labels at the top of the page belong to the first storey alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from renkei_desktop.printing.style import Styles


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its label, the narrowest it may be (ems of body text), its share of what is over.

    The first column of a table holds the code of the row.
    """

    label: str
    narrowest: float
    share: float


class Slot(NamedTuple):
    """Where a column stands: its number, left edge as PDF text, width in points, and the label
    that is printed above each cell (none in the first storey)."""

    column: int
    x: str
    width: float
    label: str


class Storey(NamedTuple):
    """The columns beside each other; `aside` is a label left of them, under the row's code."""

    slots: tuple[Slot, ...]
    aside: str


GAP = 8.0


def storeys(
    columns: Sequence[Column], left: float, width: float, styles: Styles
) -> tuple[Storey, ...]:
    """As many columns beside each other as fit into `width` points, in order, then the next."""
    em = styles.body.size
    narrowest = [column.narrowest * em for column in columns]
    gutter = narrowest[0] + GAP
    groups = _groups(narrowest, width, gutter)
    built = [_first(columns, groups[0], narrowest, left, width)]
    for group in groups[1:]:
        room = width - gutter
        aside = columns[group[0]].label if len(group) == 1 else ""
        if len(aside) * styles.aside_label.size > gutter - GAP:
            aside = ""
        slots = _placed(columns, group, narrowest, left + gutter, room, labelled=not aside)
        built.append(Storey(slots, aside))
    return tuple(built)


def _groups(narrowest: Sequence[float], width: float, gutter: float) -> list[list[int]]:
    groups: list[list[int]] = [[]]
    for number, needed in enumerate(narrowest):
        room = width if len(groups) == 1 else width - gutter
        used = sum(narrowest[n] + GAP for n in groups[-1])
        if groups[-1] and used + needed > room:
            groups.append([])
        groups[-1].append(number)
    return groups


def _first(
    columns: Sequence[Column],
    group: Sequence[int],
    narrowest: Sequence[float],
    left: float,
    width: float,
) -> Storey:
    return Storey(_placed(columns, group, narrowest, left, width, labelled=False), "")


def _placed(
    columns: Sequence[Column],
    group: Sequence[int],
    narrowest: Sequence[float],
    left: float,
    room: float,
    *,
    labelled: bool,
) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    x = left
    for number, width in zip(
        group, _shared(columns, group, narrowest, room, even=labelled), strict=True
    ):
        slots.append(Slot(number, f"{x:.2f}", width, columns[number].label if labelled else ""))
        x += width + GAP
    return tuple(slots)


def _shared(
    columns: Sequence[Column],
    group: Sequence[int],
    narrowest: Sequence[float],
    room: float,
    *,
    even: bool,
) -> list[float]:
    """The widths. Evenly where asked and possible: then storeys line up with each other."""
    inside = room - GAP * (len(group) - 1)
    same = inside / len(group)
    if even and all(narrowest[n] <= same for n in group):
        return [same] * len(group)
    spare = max(inside - sum(narrowest[n] for n in group), 0.0)
    shares = sum(columns[n].share for n in group) or 1.0
    return [min(narrowest[n] + spare * columns[n].share / shares, room) for n in group]

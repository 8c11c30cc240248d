"""Which names of a drawing are written at a zoom, and where, so that no two lie on each other.

The places are found for the whole drawing at once: a name that crosses the seam of two tiles is
in the same place in both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from renkei_desktop.maps.drawing import GroundClass, Label
from renkei_desktop.maps.mercator import TILE, to_unit
from renkei_desktop.maps.style import LOOKS, Lettering

Measure = Callable[[str, Lettering], tuple[float, float]]
"""Width and height in pixels of a text in a lettering."""

_GAP = 4.0
_APART = 260.0
"""The same name is not written again within this many pixels."""

_CELL = 160.0

_FIRST = (
    GroundClass.PLACE,
    GroundClass.PUBLIC_BUILDING,
    GroundClass.RAIL,
    GroundClass.WATER,
    GroundClass.RIVER,
    GroundClass.ROAD_MAJOR,
    GroundClass.AREA,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A name in its place: the centre and the size in pixels of the whole map at the zoom."""

    text: str
    kind: GroundClass
    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: Written) -> bool:
        return (
            abs(self.x - other.x) < (self.width + other.width) / 2 + _GAP
            and abs(self.y - other.y) < (self.height + other.height) / 2 + _GAP
        )


def written(labels: Iterable[Label], zoom: int, measure: Measure) -> list[Written]:
    """The names that find room at a zoom, important ones first."""
    taken: dict[tuple[int, int], list[Written]] = {}
    names: dict[str, list[Written]] = {}
    found: list[Written] = []
    for label in sorted(labels, key=_importance):
        name = _set_out(label, zoom, measure)
        if name is None or _crowded(name, taken) or _repeated(name, names):
            continue
        found.append(name)
        names.setdefault(name.text, []).append(name)
        for cell in _cells(name):
            taken.setdefault(cell, []).append(name)
    return found


def _importance(label: Label) -> tuple[int, int, str, tuple[float, float]]:
    order = _FIRST.index(label.kind) if label.kind in _FIRST else len(_FIRST)
    return label.rank, order, label.text, label.at


def _set_out(label: Label, zoom: int, measure: Measure) -> Written | None:
    lettering = LOOKS[label.kind].lettering
    if lettering is None or zoom < lettering.from_zoom:
        return None
    width, height = measure(label.text, lettering)
    x, y = to_unit(*label.at)
    side = TILE * (1 << zoom)
    return Written(label.text, label.kind, x * side, y * side, width, height)


def _crowded(name: Written, taken: dict[tuple[int, int], list[Written]]) -> bool:
    return any(name.overlaps(other) for cell in _cells(name) for other in taken.get(cell, ()))


def _repeated(name: Written, names: dict[str, list[Written]]) -> bool:
    return any(
        abs(name.x - other.x) < _APART and abs(name.y - other.y) < _APART
        for other in names.get(name.text, ())
    )


def _cells(name: Written) -> Iterator[tuple[int, int]]:
    half_width, half_height = name.width / 2 + _GAP, name.height / 2 + _GAP
    for row in range(_cell(name.y - half_height), _cell(name.y + half_height) + 1):
        for column in range(_cell(name.x - half_width), _cell(name.x + half_width) + 1):
            yield column, row


def _cell(pixels: float) -> int:
    return int(pixels // _CELL)

"""How large a practice town is."""

from __future__ import annotations

import math
from dataclasses import dataclass

BLOCK = 1200 / 11
"""60 間 in metres: the side of a town block."""

SECTION = 5 * BLOCK
"""300 間: the side of a section of the fields. Every fifth street is a section road."""

_LARGEST_TRUE_TOWN = 1000
_HOUSEHOLDS_PER_REGISTERED = 1250 / 300
_MEASURING_HOUSEHOLDS_PER_REGISTERED = 1.1
_HOMES_PER_BLOCK = 17
_FARMS = 220
_HOMES_AT_THE_EDGE = 460


@dataclass(frozen=True, slots=True)
class Size:
    """Households and streets of a town with this many people registered; `farms` live outside it.

    The streets of the centre reach `chome` pairs of blocks from west to east, `north` rows of
    blocks above the main street and `south` rows below it.
    """

    registered: int
    households: int
    farms: int
    chome: int
    north: int
    south: int
    measuring: bool
    """A town for measuring: it holds only households in which somebody may need support."""

    @property
    def homes(self) -> int:
        """Houses and flats, the empty ones included."""
        return round(self.households * 1.06)


def size_for(registered: int) -> Size:
    """The size of a town: with 300 registered it has 1,250 households.

    Above 1,000 registered it is a town for measuring. Raises ValueError below 1.
    """
    if registered < 1:
        raise ValueError("a practice town has at least one resident")
    measuring = registered > _LARGEST_TRUE_TOWN
    share = _MEASURING_HOUSEHOLDS_PER_REGISTERED if measuring else _HOUSEHOLDS_PER_REGISTERED
    households = max(30, round(registered * share))
    farms = min(_FARMS, round(households * 0.17))
    blocks = max(0.0, households - farms - _HOMES_AT_THE_EDGE) / _HOMES_PER_BLOCK
    rows = max(5, math.ceil(math.sqrt(blocks / 1.3)))
    chome = max(4, math.ceil(rows * 0.65))
    return Size(registered, households, farms, chome, rows // 2, rows - rows // 2, measuring)

"""Which glyph of a font draws a character together with its variation selector (IVS).

Qt's widgets drop the selector and draw the base form, so the card looks the glyph up itself in
the font's own table (OpenType `cmap`, format 14) and paints its outline.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from struct import unpack_from

_VARIATIONS = (0, 5)
"""Platform and encoding under which every font files its variation sequences."""


def variant_glyph(cmap: bytes, character: int, selector: int) -> int | None:
    """The glyph number of `character` with `selector`, both code points.

    0 means that the font draws the sequence with the glyph of the character alone; None that it
    does not know the sequence.
    """
    table = _variations(cmap)
    if table is None:
        return None
    found = _of_selector(cmap, table, selector)
    if found is None:
        return None
    plain, other = found
    if other and (glyph := _listed(cmap, table + other, character)) is not None:
        return glyph
    return 0 if plain and _covers(cmap, table + plain, character) else None


@lru_cache(maxsize=4)
def _variations(cmap: bytes) -> int | None:
    """Where the table of variation sequences begins."""
    (count,) = unpack_from(">H", cmap, 2)
    for place in range(4, 4 + 8 * count, 8):
        platform, encoding, offset = unpack_from(">HHI", cmap, place)
        if (platform, encoding) == _VARIATIONS and unpack_from(">H", cmap, offset) == (14,):
            return int(offset)
    return None


def _of_selector(cmap: bytes, table: int, selector: int) -> tuple[int, int] | None:
    """The offsets of the plain and of the listed sequences of one selector; 0 where it has none."""
    (count,) = unpack_from(">I", cmap, table + 6)
    for place in range(table + 10, table + 10 + 11 * count, 11):
        if int.from_bytes(cmap[place : place + 3], "big") == selector:
            plain, other = unpack_from(">II", cmap, place + 3)
            return plain, other
    return None


def _listed(cmap: bytes, place: int, character: int) -> int | None:
    (count,) = unpack_from(">I", cmap, place)
    entries = range(place + 4, place + 4 + 5 * count, 5)
    at = bisect_right(entries, character, key=lambda e: _code_point(cmap, e)) - 1
    if at < 0 or _code_point(cmap, entries[at]) != character:
        return None
    (glyph,) = unpack_from(">H", cmap, entries[at] + 3)
    return int(glyph)


def _covers(cmap: bytes, place: int, character: int) -> bool:
    (count,) = unpack_from(">I", cmap, place)
    ranges = range(place + 4, place + 4 + 4 * count, 4)
    at = bisect_right(ranges, character, key=lambda r: _code_point(cmap, r)) - 1
    return at >= 0 and character <= _code_point(cmap, ranges[at]) + cmap[ranges[at] + 3]


def _code_point(cmap: bytes, place: int) -> int:
    return int.from_bytes(cmap[place : place + 3], "big")

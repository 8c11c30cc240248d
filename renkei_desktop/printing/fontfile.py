"""One TrueType file on this PC: which characters it has, how wide they are, their outlines."""

from __future__ import annotations

import mmap
import struct
import sys
import unicodedata
from array import array
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from renkei_desktop.printing.graphemes import (
    IDEOGRAPHIC_SELECTORS,
    STANDARD_SELECTORS,
    TEXT_OR_PICTURE,
    follows,
)

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_LONG_METRIC = struct.Struct(">Hh")


class FontFile:
    """A TrueType font, read by table and by glyph: the file itself is mapped, never loaded whole.

    Raises `OSError` where it cannot be read, `fontTools.ttLib.TTLibError` where it is no font.
    """

    def __init__(self, path: Path) -> None:
        from fontTools.ttLib import TTFont  # costs 60 ms, and only printing needs it

        with path.open("rb") as stream:
            self._bytes = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        font = TTFont(self._bytes, lazy=True)
        self._where = {tag: (e.offset, e.length) for tag, e in font.reader.tables.items()}
        # Glyphs are wanted by number: with numbers for names the name table is never parsed.
        font.setGlyphOrder([str(n) for n in range(font["maxp"].numGlyphs)])
        self.name = str(font["name"].getDebugName(6))
        self._glyphs = _own_glyphs(font)
        self._variants = _variants(font)

    @cached_property
    def plain(self) -> frozenset[str]:
        """The characters that are a grapheme by themselves and have a glyph."""
        return frozenset(
            c for c in map(chr, self._glyphs) if c <= "\uffff" and c != "\u00ad" and not follows(c)
        )

    def glyph(self, grapheme: str) -> int | None:
        """The number of the glyph that shows this very grapheme, or None where there is none."""
        if len(grapheme) == 1:
            return self._glyphs.get(ord(grapheme))
        base, mark = grapheme[0], grapheme[1:]
        if mark in TEXT_OR_PICTURE:
            return self._glyphs.get(ord(base))
        if len(mark) == 1 and ord(mark) in _SELECTORS:
            return self._variants.get((ord(base), ord(mark)))
        whole = unicodedata.normalize("NFC", grapheme)  # か + ゛ is が
        return self._glyphs.get(ord(whole)) if len(whole) == 1 else None

    def advance(self, glyph: int) -> float:
        """The width of a glyph in ems."""
        return self.metric(glyph)[0] / self.units

    def metric(self, glyph: int) -> tuple[int, int]:
        """Advance width and left side bearing of a glyph in font units."""
        start = self._where["hmtx"][0]
        longs = self._long_metrics
        if glyph < longs:
            advance, bearing = _LONG_METRIC.unpack_from(self._bytes, start + 4 * glyph)
            return advance, bearing
        (advance,) = struct.unpack_from(">H", self._bytes, start + 4 * (longs - 1))
        (bearing,) = struct.unpack_from(">h", self._bytes, start + 4 * longs + 2 * (glyph - longs))
        return advance, bearing

    def outline(self, glyph: int) -> bytes:
        """The glyph's entry in the glyf table; empty for a space."""
        start = self._where["glyf"][0]
        return self._bytes[start + self._places[glyph] : start + self._places[glyph + 1]]

    def table(self, tag: str) -> bytes:
        """A whole table as it stands in the file; empty where the font has none."""
        offset, length = self._where.get(tag, (0, 0))
        return self._bytes[offset : offset + length]

    @cached_property
    def units(self) -> int:
        """Font units per em."""
        return _unsigned(self.table("head"), 18)

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """The box around all glyphs, in thousandths of an em."""
        left, bottom, right, top = struct.unpack_from(">4h", self.table("head"), 36)
        scale = 1000 / self.units
        return left * scale, bottom * scale, right * scale, top * scale

    @cached_property
    def rise(self) -> tuple[float, float]:
        """Ascent and (negative) descent in ems."""
        ascent, descent = struct.unpack_from(">hh", self.table("hhea"), 4)
        return ascent / self.units, descent / self.units

    @cached_property
    def widest(self) -> float:
        """The widest advance in ems: nothing of n characters is wider than n times this."""
        return _unsigned(self.table("hhea"), 10) / self.units

    @cached_property
    def _long_metrics(self) -> int:
        return _unsigned(self.table("hhea"), 34)

    @cached_property
    def _places(self) -> array[int]:
        if _unsigned(self.table("head"), 50):
            return _numbers("I", self.table("loca"))
        return array("I", (2 * half for half in _numbers("H", self.table("loca"))))


_NOT_TEXT = ("Cc", "Co", "Cs")
_SELECTORS = frozenset(IDEOGRAPHIC_SELECTORS) | frozenset(STANDARD_SELECTORS)


@cache
def opened(path: Path) -> FontFile:
    """The font of a path, opened once for the life of the program."""
    return FontFile(path)


def _own_glyphs(font: TTFont) -> dict[int, int]:
    """Glyph number by character, without control characters and the private use area: there
    every font has its own pictures, and the town's 外字 would silently turn into one of them."""
    return {
        character: int(glyph)
        for character, glyph in font.getBestCmap().items()
        if unicodedata.category(chr(character)) not in _NOT_TEXT
    }


def _variants(font: TTFont) -> dict[tuple[int, int], int]:
    """Glyph number by character and variation selector (cmap format 14)."""
    own = font.getBestCmap()
    found: dict[tuple[int, int], int] = {}
    for table in font["cmap"].tables:
        if table.format != 14:
            continue
        for selector, entries in table.uvsDict.items():
            for base, glyph in entries:
                name = own.get(base) if glyph is None else glyph
                if name is not None:
                    found[base, selector] = int(name)
    return found


def _unsigned(table: bytes, offset: int) -> int:
    return int.from_bytes(table[offset : offset + 2], "big")


def _numbers(kind: str, table: bytes) -> array[int]:
    numbers = array(kind)
    numbers.frombytes(table)
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers

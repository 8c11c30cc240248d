"""The small font that goes into a PDF: only the glyphs which the pages use."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from renkei_desktop.printing.fontfile import FontFile

_WORDS, _MORE = 0x0001, 0x0020
_SCALES = ((0x0008, 2), (0x0040, 4), (0x0080, 8))
"""Flags of a part of a composite glyph, and the bytes of the scale which each announces."""

_AS_THEY_ARE = ("cvt ", "fpgm", "prep")


def subset(font: FontFile, glyphs: Sequence[int]) -> bytes:
    """A TrueType font whose glyph n is the glyph `glyphs[n]` of the given font.

    `glyphs[0]` must be 0, the glyph for «nothing here». A glyph may stand in it twice. Parts of
    composite glyphs are added behind.
    """
    from reportlab.pdfbase.ttfonts import TTFontMaker

    order, outlines = _with_parts(font, glyphs)
    maker = TTFontMaker()
    places, body = _laid_out(outlines)
    maker.add("glyf", body)
    maker.add("loca", struct.pack(f">{len(places)}I", *places))
    maker.add("hmtx", b"".join(struct.pack(">Hh", *font.metric(old)) for old in order))
    maker.add("head", _with_number(font.table("head"), 50, 1))
    maker.add("hhea", _with_number(font.table("hhea"), 34, len(order)))
    maker.add("maxp", _with_number(font.table("maxp"), 4, len(order)))
    for tag in _AS_THEY_ARE:
        if table := font.table(tag):
            maker.add(tag, table)
    return bytes(maker.makeStream())


def _with_parts(font: FontFile, glyphs: Sequence[int]) -> tuple[list[int], list[bytes]]:
    """Old glyph numbers and outlines by new number, the parts of composites among them."""
    order = list(glyphs)
    number = {old: new for new, old in reversed(list(enumerate(order)))}
    outlines: list[bytes] = []
    for old in order:  # grows while parts are found
        outline = font.outline(old)
        parts = [(at, part) for at, part in _parts(outline)]
        if parts:
            renumbered = bytearray(outline)
            for at, part in parts:
                if part not in number:
                    number[part] = len(order)
                    order.append(part)
                struct.pack_into(">H", renumbered, at, number[part])
            outline = bytes(renumbered)
        outlines.append(outline)
    return order, outlines


def _parts(outline: bytes) -> Iterator[tuple[int, int]]:
    """Where in a composite outline each part's number stands, and the number."""
    if len(outline) < 10 or outline[0] < 0x80:
        return
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", outline, at)
        yield at + 2, part
        at += 8 if flags & _WORDS else 6
        at += next((size for flag, size in _SCALES if flags & flag), 0)


def _laid_out(outlines: Sequence[bytes]) -> tuple[list[int], bytes]:
    places, body, place = [0], [], 0
    for outline in outlines:
        padded = outline + b"\0" * (-len(outline) % 4)
        body.append(padded)
        place += len(padded)
        places.append(place)
    return places, b"".join(body)


def _with_number(table: bytes, offset: int, number: int) -> bytes:
    return table[:offset] + number.to_bytes(2, "big") + table[offset + 2 :]

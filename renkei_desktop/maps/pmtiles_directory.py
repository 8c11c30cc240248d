"""The directories of a PMTiles file: which tile lies where. Every number is checked."""

from __future__ import annotations

import zlib
from bisect import bisect_right
from dataclasses import dataclass

from renkei_desktop.maps import refusals

PLAIN, GZIP = 1, 2
"""The two packings of the format that are read here."""

_LARGEST_INFLATED = 8 * 1024 * 1024
_MOST_ENTRIES = 200_000


@dataclass(frozen=True, slots=True)
class Entry:
    """Where the bytes of a tile lie, or of a further directory (`further`)."""

    offset: int
    length: int
    further: bool


@dataclass(frozen=True, slots=True)
class Directory:
    """Entries side by side, ascending by tile number; a run of 0 names a further directory."""

    tiles: list[int]
    runs: list[int]
    lengths: list[int]
    offsets: list[int]

    def first(self) -> Entry:
        return Entry(self.offsets[0], self.lengths[0], self.runs[0] == 0)

    def find(self, number: int) -> Entry | None:
        """The entry that a tile number belongs to; None where the file has no such tile."""
        at = bisect_right(self.tiles, number) - 1
        if at < 0 or (self.runs[at] and number >= self.tiles[at] + self.runs[at]):
            return None
        return Entry(self.offsets[at], self.lengths[at], self.runs[at] == 0)


def unpacked(data: bytes, packing: int, most: int = _LARGEST_INFLATED) -> bytes:
    """The plain bytes of a piece; no more than `most` of them. Raises RenkeiError if damaged."""
    if packing != GZIP:
        return data
    inflater = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        plain = inflater.decompress(data, most)
    except zlib.error as error:
        raise refusals.corrupt() from error
    if not inflater.eof:
        raise refusals.corrupt()
    return plain


def directory(data: bytes) -> Directory:
    """Reads an unpacked directory. Raises RenkeiError where it is not one."""
    numbers = _varints(data)
    count = numbers[0] if numbers else 0
    if not 0 < count <= _MOST_ENTRIES or len(numbers) != 1 + 4 * count:
        raise refusals.corrupt()
    steps, runs, lengths, places = (
        numbers[1 + part * count : 1 + (part + 1) * count] for part in range(4)
    )
    return Directory(_summed(steps), runs, lengths, _placed(places, lengths))


def _summed(steps: list[int]) -> list[int]:
    tiles: list[int] = []
    last = 0
    for step in steps:
        last += step
        tiles.append(last)
    return tiles


def _placed(places: list[int], lengths: list[int]) -> list[int]:
    """Offsets: 0 stands for «right behind the one before», anything else is one too large."""
    offsets: list[int] = []
    for at, place in enumerate(places):
        if place == 0 and at == 0:
            raise refusals.corrupt()
        offsets.append(place - 1 if place else offsets[-1] + lengths[at - 1])
    return offsets


def _varints(data: bytes) -> list[int]:
    """All numbers of a directory, 7 bits to the byte, least first."""
    numbers: list[int] = []
    value = shift = 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        if byte & 0x80:
            shift += 7
            if shift > 63:
                raise refusals.corrupt()
            continue
        numbers.append(value)
        if len(numbers) > 4 * _MOST_ENTRIES:
            raise refusals.corrupt()
        value = shift = 0
    if shift:
        raise refusals.corrupt()
    return numbers


def tile_number(zoom: int, x: int, y: int) -> int:
    """The place of a tile on the Hilbert curve through all zooms, which is its name in the file."""
    number = ((1 << 2 * zoom) - 1) // 3
    side = 1 << zoom
    step = side >> 1
    while step:
        right, low = int(bool(x & step)), int(bool(y & step))
        number += step * step * ((3 * right) ^ low)
        if not low:
            if right:
                x, y = side - 1 - x, side - 1 - y
            x, y = y, x
        step >>= 1
    return number

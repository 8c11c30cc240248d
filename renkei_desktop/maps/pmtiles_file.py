"""PMTiles version 3: one file of pictures with its own directory, read piece by piece.

Everything that the file says about sizes is checked against a bound before it is believed.
"""

from __future__ import annotations

import json
import os
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.maps import refusals
from renkei_desktop.maps.mercator import Bounds, tile_exists
from renkei_desktop.maps.pmtiles_directory import (
    Directory,
    Entry,
    directory,
    tile_number,
    unpacked,
)
from renkei_desktop.maps.pmtiles_header import SIZE, Header, header
from renkei_desktop.maps.tiles import LARGEST_TILE, picture_type, plain_line

_LARGEST_DIRECTORY = 2 * 1024 * 1024
_DEEPEST_DIRECTORY = 3
_KEPT_DIRECTORIES = 32


@dataclass(slots=True, eq=False)
class _Archive:
    """The open file, read by offset and length only, with the directories read last."""

    file: BinaryIO
    lock: threading.RLock = field(default_factory=threading.RLock)
    known: OrderedDict[int, Directory] = field(default_factory=OrderedDict)

    def piece(self, offset: int, length: int, most: int) -> bytes:
        if not 0 < length <= most or offset > 1 << 48:
            raise refusals.corrupt()
        try:
            self.file.seek(offset)
            data = self.file.read(length)
        except (OSError, ValueError) as error:
            raise refusals.unreadable() from error
        if len(data) != length:
            raise refusals.corrupt()
        return data

    def directory(self, offset: int, length: int, packing: int) -> Directory:
        if offset in self.known:
            self.known.move_to_end(offset)
            return self.known[offset]
        packed = self.piece(offset, length, _LARGEST_DIRECTORY)
        self.known[offset] = directory(unpacked(packed, packing))
        if len(self.known) > _KEPT_DIRECTORIES:
            self.known.popitem(last=False)
        return self.known[offset]


@dataclass(frozen=True, slots=True, eq=False)
class PmTiles:
    """An open PMTiles file of pictures."""

    name: str
    attribution: str
    bounds: Bounds
    min_zoom: int
    max_zoom: int
    media_type: str
    _archive: _Archive = field(repr=False)
    _header: Header = field(repr=False)

    def tile(self, zoom: int, x: int, y: int) -> bytes | None:
        if not tile_exists(zoom, x, y):
            return None
        with self._archive.lock:
            entry = _entry(self._archive, self._header, tile_number(zoom, x, y))
            return _picture(self._archive, self._header, entry) if entry else None

    def close(self) -> None:
        self._archive.file.close()


def open_pmtiles(path: Path) -> PmTiles:
    """Opens a PMTiles file. Raises RenkeiError where it is not one that can be shown."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise refusals.unreadable() from error
    try:
        return _described(_Archive(file))
    except Exception:
        file.close()
        raise


def _described(archive: _Archive) -> PmTiles:
    head = header(archive.piece(0, SIZE, SIZE))
    if os.fstat(archive.file.fileno()).st_size < head.end:
        raise refusals.corrupt()
    about = _about(archive, head)
    return PmTiles(
        name=plain_line(about.get("name")),
        attribution=plain_line(about.get("attribution")),
        bounds=head.bounds,
        min_zoom=head.min_zoom,
        max_zoom=head.max_zoom,
        media_type=_kind_of_first(archive, head),
        _archive=archive,
        _header=head,
    )


def _about(archive: _Archive, head: Header) -> dict[str, object]:
    """What the file says about itself; a damaged or missing description is no reason to refuse."""
    try:
        packed = archive.piece(*head.about, _LARGEST_DIRECTORY)
        about = json.loads(unpacked(packed, head.directory_packing))
    except (RenkeiError, ValueError, RecursionError):
        return {}
    return about if isinstance(about, dict) else {}


def _entry(archive: _Archive, head: Header, number: int | None) -> Entry | None:
    """Where a tile lies (None: the first one of the file); at most three directories deep."""
    offset, length = head.root
    for _ in range(_DEEPEST_DIRECTORY):
        found = archive.directory(offset, length, head.directory_packing)
        entry = found.first() if number is None else found.find(number)
        if entry is None or not entry.further:
            return entry
        offset, length = head.leaves + entry.offset, entry.length
    raise refusals.corrupt()


def _picture(archive: _Archive, head: Header, entry: Entry) -> bytes | None:
    if entry.length == 0:
        return None
    packed = archive.piece(head.tiles + entry.offset, entry.length, LARGEST_TILE)
    data = unpacked(packed, head.tile_packing, LARGEST_TILE)
    return data if picture_type(data) else None


def _kind_of_first(archive: _Archive, head: Header) -> str:
    """The media type of the first tile; proves that the directory leads to a picture."""
    entry = _entry(archive, head, None)
    data = _picture(archive, head, entry) if entry else None
    kind = picture_type(data) if data else None
    if kind is None:
        raise refusals.not_pictures()
    return kind

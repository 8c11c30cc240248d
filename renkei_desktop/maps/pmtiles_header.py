"""The first 127 bytes of a PMTiles file (version 3): what it holds and where."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from renkei_desktop.maps import refusals
from renkei_desktop.maps.mercator import Bounds
from renkei_desktop.maps.pmtiles_directory import GZIP, PLAIN
from renkei_desktop.maps.tiles import DEEPEST

_LAYOUT = struct.Struct("<7sB8Q3Q4B2B4iB2i")
SIZE = _LAYOUT.size
_UNSAID = 0
_VECTOR = (1, 6)
_PICTURES = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class Header:
    """Pieces as (offset, length); `leaves` and `tiles` are where those sections begin.

    `end` is where the last section ends: a shorter file was not copied to its end.
    """

    root: tuple[int, int]
    about: tuple[int, int]
    leaves: int
    tiles: int
    directory_packing: int
    tile_packing: int
    min_zoom: int
    max_zoom: int
    bounds: Bounds
    end: int


def header(data: bytes) -> Header:
    """Reads the header. Raises RenkeiError for another version, for no pictures, for nonsense."""
    magic, version, *rest = _LAYOUT.unpack(data)
    if magic != b"PMTiles":
        raise refusals.not_a_map()
    if version != 3:
        raise refusals.newer(version) if version > 3 else refusals.older(version)
    root, root_length, about, about_length, leaves, leaves_length, tiles, tiles_length = rest[:8]
    _, directory_packing, tile_packing, tile_type, lowest, highest = rest[11:17]
    _check_kind(directory_packing, tile_packing, tile_type)
    if not lowest <= highest <= DEEPEST:
        raise refusals.corrupt()
    return Header(
        root=(root, root_length),
        about=(about, about_length),
        leaves=leaves,
        tiles=tiles,
        directory_packing=directory_packing,
        tile_packing=tile_packing,
        min_zoom=lowest,
        max_zoom=highest,
        bounds=_bounds(*rest[17:21]),
        end=max(leaves + leaves_length, tiles + tiles_length),
    )


def _check_kind(directory_packing: int, tile_packing: int, tile_type: int) -> None:
    if tile_type in _VECTOR:
        raise refusals.vector_tiles()
    if tile_type not in _PICTURES:
        raise refusals.not_pictures()
    if directory_packing not in (PLAIN, GZIP) or tile_packing not in (_UNSAID, PLAIN, GZIP):
        raise refusals.unknown_packing()


def _bounds(west: int, south: int, east: int, north: int) -> Bounds:
    try:
        return Bounds(west / 1e7, south / 1e7, east / 1e7, north / 1e7)
    except ValueError as error:
        raise refusals.corrupt() from error

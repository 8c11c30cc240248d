"""Gives the page its tiles: from a map file, or painted from a drawing; the last ones are kept."""

from __future__ import annotations

from collections import OrderedDict

from renkei_desktop.maps.drawing import Drawing
from renkei_desktop.maps.mercator import tile_exists
from renkei_desktop.maps.tiles import TileSource, picture_type
from renkei_desktop.ui.map.painter import TilePainter
from renkei_desktop.ui.map.pictures import enlarged_part

_KEPT_BYTES = 24 * 1024 * 1024
_STEPS_UP = 6
"""A hole in a map file is filled from a picture up to this many zooms above."""

Tile = tuple[int, int, int, int]
"""Zoom, x, y, and 1 or 2 pixels of picture for one on screen."""


class GroundTiles:
    """The tiles of one ground. They are made on the thread that asks."""

    def __init__(self, ground: TileSource | Drawing, type_scale: float = 1.0) -> None:
        self._source = None if isinstance(ground, Drawing) else ground
        self._painter = TilePainter(ground, type_scale) if isinstance(ground, Drawing) else None
        self._kept: OrderedDict[Tile, bytes] = OrderedDict()
        self._size = 0

    def tile(self, zoom: int, x: int, y: int, sharp: int = 1) -> tuple[str, bytes] | None:
        """Media type and bytes, or None where there is nothing to show.

        Raises RenkeiError where the map file is damaged.
        """
        if not tile_exists(zoom, x, y):
            return None
        key = (zoom, x, y, sharp)
        picture = self._kept.get(key)
        if picture is None:
            picture = self._made(key)
            if picture is None:
                return None
            self._keep(key, picture)
        self._kept.move_to_end(key)
        kind = picture_type(picture)
        return (kind, picture) if kind else None

    @property
    def kept_bytes(self) -> int:
        return self._size

    def _made(self, key: Tile) -> bytes | None:
        zoom, x, y, sharp = key
        if self._painter is not None:
            return self._painter.tile(zoom, x, y, sharp)
        assert self._source is not None
        return self._source.tile(zoom, x, y) or _from_above(self._source, zoom, x, y)

    def _keep(self, key: Tile, picture: bytes) -> None:
        self._kept[key] = picture
        self._size += len(picture)
        while self._size > _KEPT_BYTES and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._size -= len(old)


def _from_above(source: TileSource, zoom: int, x: int, y: int) -> bytes | None:
    """The part of a coarser picture that lies here: many maps have details of the centre only."""
    for up in range(1, _STEPS_UP + 1):
        if zoom - up < source.min_zoom:
            return None
        picture = source.tile(zoom - up, x >> up, y >> up)
        if picture:
            parts = 1 << up
            return enlarged_part(picture, x % parts, y % parts, parts)
    return None

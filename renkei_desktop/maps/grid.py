"""The grid of an empty ground: lines in round metres, the same ones in every tile."""

from __future__ import annotations

from dataclasses import dataclass

from renkei_desktop.maps.mercator import TILE, metres_per_pixel

_NARROWEST = 64
_ROUND = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line across a tile, in pixels from its left or upper edge; every fifth one is `strong`."""

    at: float
    strong: bool


def grid_step(latitude: float, zoom: int) -> int:
    """Metres between two lines: 1, 2 or 5 and zeros, at least 64 pixels apart."""
    least = _NARROWEST * metres_per_pixel(latitude, zoom)
    tens = 1
    while True:
        for digit in _ROUND:
            if digit * tens >= least:
                return digit * tens
        tens *= 10


def grid_lines(latitude: float, zoom: int, tile: int) -> list[GridLine]:
    """The lines through a column (or row) of tiles; `latitude` is one for the whole ground."""
    step = grid_step(latitude, zoom) / metres_per_pixel(latitude, zoom)
    start = tile * TILE
    number = int(start // step)
    lines: list[GridLine] = []
    while number * step <= start + TILE:
        if number * step >= start - 1:
            lines.append(GridLine(number * step - start, number % 5 == 0))
        number += 1
    return lines

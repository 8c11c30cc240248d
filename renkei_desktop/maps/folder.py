"""A folder of pictures numbered zoom/x/y.png, as web maps lie on a disk."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from renkei_desktop.maps import refusals
from renkei_desktop.maps.mercator import Bounds, tile_bounds, tile_exists
from renkei_desktop.maps.tiles import (
    DEEPEST,
    LARGEST_TILE,
    bounds_from,
    picture_type,
    plain_line,
)

_ENDINGS = ("png", "jpg", "jpeg", "webp")
_MOST_ENTRIES = 50_000
_COLUMNS_LOOKED_AT = 40
_DESCRIPTIONS = ("metadata.json", "tiles.json")
_LARGEST_DESCRIPTION = 1024 * 1024


@dataclass(frozen=True, slots=True, eq=False)
class TileFolder:
    """A folder of pictures; `rows_from_south` where its maker counted from below (TMS)."""

    name: str
    attribution: str
    bounds: Bounds
    min_zoom: int
    max_zoom: int
    media_type: str
    root: Path
    ending: str
    rows_from_south: bool

    def tile(self, zoom: int, x: int, y: int) -> bytes | None:
        if not tile_exists(zoom, x, y):
            return None
        row = (1 << zoom) - 1 - y if self.rows_from_south else y
        return _picture(self.root / str(zoom) / str(x) / f"{row}.{self.ending}")

    def close(self) -> None:
        """Nothing is held open between two tiles."""


def open_folder(path: Path) -> TileFolder:
    """Opens a folder of tiles. Raises RenkeiError where it is not one."""
    try:
        return _described(path)
    except OSError as error:
        raise refusals.unreadable() from error


def _described(path: Path) -> TileFolder:
    zooms = [zoom for zoom in _numbers(path) if zoom <= DEEPEST]
    if not zooms:
        raise refusals.not_a_map()
    about = _description(path)
    from_south = about.get("scheme") == "tms"
    sample = _first_picture(path, zooms)
    return TileFolder(
        name=plain_line(about.get("name")),
        attribution=plain_line(about.get("attribution")),
        bounds=_told_bounds(about) or _covered(path, zooms, from_south),
        min_zoom=zooms[0],
        max_zoom=zooms[-1],
        media_type=picture_type(_picture(sample) or b"") or "",
        root=path,
        ending=sample.suffix[1:],
        rows_from_south=from_south,
    )


def _numbers(folder: Path) -> list[int]:
    """The sub-folders that are named by a number, in order."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in islice(entries, _MOST_ENTRIES) if entry.is_dir()]
    return sorted(int(name) for name in names if name.isascii() and name.isdecimal())


def _rows(column: Path) -> list[tuple[int, Path]]:
    with os.scandir(column) as entries:
        files = [Path(entry.path) for entry in islice(entries, _MOST_ENTRIES)]
    return sorted(
        (int(file.stem), file)
        for file in files
        if file.suffix[1:].lower() in _ENDINGS and file.stem.isascii() and file.stem.isdecimal()
    )


def _picture(file: Path) -> bytes | None:
    try:
        if file.stat().st_size > LARGEST_TILE:
            return None
        data = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise refusals.unreadable() from error
    return data if picture_type(data) else None


def _first_picture(root: Path, zooms: list[int]) -> Path:
    """The first tile that really is a picture; its ending is that of the whole folder."""
    seen = False
    for zoom in zooms:
        for x in _numbers(root / str(zoom))[:_COLUMNS_LOOKED_AT]:
            for _, file in _rows(root / str(zoom) / str(x))[:_COLUMNS_LOOKED_AT]:
                if _picture(file):
                    return file
                seen = True
    raise refusals.not_pictures() if seen else refusals.no_tiles()


def _description(root: Path) -> dict[str, object]:
    for name in _DESCRIPTIONS:
        file = root / name
        try:
            if file.stat().st_size > _LARGEST_DESCRIPTION:
                continue
            about = json.loads(file.read_bytes())
        except (OSError, ValueError, RecursionError):
            continue
        if isinstance(about, dict):
            return about
    return {}


def _told_bounds(about: dict[str, object]) -> Bounds | None:
    told = about.get("bounds")
    if isinstance(told, list):
        told = ",".join(str(part) for part in told)
    return bounds_from(told)


def _covered(root: Path, zooms: list[int], from_south: bool) -> Bounds:
    """The rectangle of the tiles at the deepest zoom; of many columns only some are listed."""
    zoom = zooms[-1]
    columns = _numbers(root / str(zoom))
    step = max(1, len(columns) // _COLUMNS_LOOKED_AT)
    rows = [row for x in columns[::step] for row, _ in _rows(root / str(zoom) / str(x))]
    if not rows:
        raise refusals.no_tiles()
    if from_south:
        rows = [(1 << zoom) - 1 - row for row in rows]
    corners = ((zoom, columns[0], min(rows)), (zoom, columns[-1], max(rows)))
    if not all(tile_exists(*corner) for corner in corners):
        raise refusals.not_a_map()
    first, last = (tile_bounds(*corner) for corner in corners)
    return Bounds(first.west, last.south, last.east, first.north)

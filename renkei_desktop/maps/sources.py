"""Opens whatever map a town brings, told apart by what is inside and never by its name."""

from __future__ import annotations

from pathlib import Path

from renkei_desktop.maps import refusals
from renkei_desktop.maps.drawing import Drawing
from renkei_desktop.maps.folder import open_folder
from renkei_desktop.maps.ground import read_ground
from renkei_desktop.maps.mbtiles import open_mbtiles
from renkei_desktop.maps.pmtiles_file import open_pmtiles
from renkei_desktop.maps.tiles import TileSource


def open_map(path: Path) -> TileSource | Drawing:
    """A map of pictures (to be closed by the caller) or a drawn ground.

    Raises RenkeiError, with one sentence for what is wrong, where it is neither.
    """
    if _is_folder(path):
        return open_folder(path)
    head = _head(path)
    if head.startswith(b"SQLite format 3\0"):
        return open_mbtiles(path)
    if head.startswith(b"PMTiles"):
        return open_pmtiles(path)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return read_ground(path)
    raise refusals.not_a_map()


def open_source(path: Path) -> TileSource:
    """A map of pictures. Raises RenkeiError also for a drawn ground, which is no such map."""
    opened = open_map(path)
    if isinstance(opened, Drawing):
        raise refusals.not_a_map()
    return opened


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:
        raise refusals.unreadable() from error


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            head = file.read(64)
    except FileNotFoundError as error:
        raise refusals.missing() from error
    except (OSError, ValueError) as error:
        raise refusals.unreadable() from error
    if not head:
        raise refusals.empty()
    return head

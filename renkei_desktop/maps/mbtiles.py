"""MBTiles: pictures in an SQLite file, rows counted from the south.

The file comes from outside, so SQLite is held short: read only, no recursion, no statement but
SELECT, a limit on the length of a value and on the work of one question.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from renkei_desktop.maps import refusals
from renkei_desktop.maps.mercator import Bounds, tile_bounds, tile_exists
from renkei_desktop.maps.tiles import (
    DEEPEST,
    LARGEST_TILE,
    bounds_from,
    picture_type,
    plain_line,
)

_STEPS = 10_000
_PATIENCE = 3_000
"""A question may take _STEPS × _PATIENCE steps of SQLite's machine, well under two seconds."""

_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION)


class _Questions:
    """A connection that answers bounded questions and turns what goes wrong into a sentence."""

    def __init__(self, path: Path) -> None:
        self._left = 0
        self._lock = threading.Lock()
        self._db = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_TILE)
        self._db.execute("PRAGMA trusted_schema=OFF")
        self._db.execute("PRAGMA cell_size_check=ON")
        self._db.set_progress_handler(self._tired, _STEPS)
        self._db.set_authorizer(_permission)

    def _tired(self) -> bool:
        self._left -= 1
        return self._left < 0

    def one(self, sql: str, *values: int) -> Any:
        """The first row of the answer, or None."""
        with self._lock, _in_words():
            self._left = _PATIENCE
            return self._db.execute(sql, values).fetchone()

    def many(self, sql: str, most: int) -> list[Any]:
        with self._lock, _in_words():
            self._left = _PATIENCE
            return self._db.execute(sql).fetchmany(most)

    def close(self) -> None:
        with self._lock:
            self._db.close()


def _permission(action: int, *_: object) -> int:
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise refusals.too_slow() from error
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
            raise refusals.not_a_map() from error
        raise refusals.corrupt() from error
    except (sqlite3.Error, OverflowError, UnicodeDecodeError) as error:
        raise refusals.corrupt() from error


@dataclass(frozen=True, slots=True, eq=False)
class MbTiles:
    """An open MBTiles file of pictures."""

    name: str
    attribution: str
    bounds: Bounds
    min_zoom: int
    max_zoom: int
    media_type: str
    _questions: _Questions = field(repr=False)

    def tile(self, zoom: int, x: int, y: int) -> bytes | None:
        if not tile_exists(zoom, x, y):
            return None
        row = self._questions.one(
            "SELECT tile_data FROM tiles WHERE zoom_level=? AND tile_column=? AND tile_row=?",
            zoom,
            x,
            (1 << zoom) - 1 - y,
        )
        data = row[0] if row else None
        return data if isinstance(data, bytes) and picture_type(data) else None

    def close(self) -> None:
        self._questions.close()


def open_mbtiles(path: Path) -> MbTiles:
    """Opens an MBTiles file. Raises RenkeiError where it is not one that can be shown."""
    try:
        if path.stat().st_size < _full_size(path):
            raise refusals.corrupt()
        questions = _Questions(path)
    except sqlite3.Error as error:
        raise refusals.corrupt() from error
    except OSError as error:
        raise refusals.unreadable() from error
    try:
        return _described(questions)
    except Exception:
        questions.close()
        raise


def _full_size(path: Path) -> int:
    """The size that an SQLite file says it has: a shorter one was not copied to its end.

    0 where an old program has left the number of pages out of date.
    """
    with path.open("rb") as file:
        head = file.read(100)
    if len(head) < 100 or head[24:28] != head[92:96]:
        return 0
    page = int.from_bytes(head[16:18], "big")
    return (65536 if page == 1 else page) * int.from_bytes(head[28:32], "big")


def _described(questions: _Questions) -> MbTiles:
    about = _metadata(questions)
    if about.get("format") in ("pbf", "mvt"):
        raise refusals.vector_tiles()
    lowest, highest = _zooms(questions)
    return MbTiles(
        name=plain_line(about.get("name")),
        attribution=plain_line(about.get("attribution")),
        bounds=bounds_from(about.get("bounds")) or _covered(questions, highest),
        min_zoom=lowest,
        max_zoom=highest,
        media_type=_pictures(questions),
        _questions=questions,
    )


def _metadata(questions: _Questions) -> dict[str, object]:
    rows = questions.many("SELECT name, value FROM metadata", 1_000)
    return {name: value for name, value in rows if isinstance(name, str)}


def _zooms(questions: _Questions) -> tuple[int, int]:
    lowest, highest = questions.one("SELECT min(zoom_level), max(zoom_level) FROM tiles")
    if lowest is None:
        raise refusals.no_tiles()
    if not (isinstance(lowest, int) and isinstance(highest, int) and 0 <= lowest <= highest):
        raise refusals.corrupt()
    if highest > DEEPEST:
        raise refusals.corrupt()
    return lowest, highest


def _pictures(questions: _Questions) -> str:
    row = questions.one("SELECT tile_data FROM tiles WHERE length(tile_data) > 0 LIMIT 1")
    if row is None or not isinstance(row[0], bytes):
        raise refusals.no_tiles()
    if row[0].startswith(b"\x1f\x8b"):
        raise refusals.vector_tiles()
    kind = picture_type(row[0])
    if kind is None:
        raise refusals.not_pictures()
    return kind


def _covered(questions: _Questions, zoom: int) -> Bounds:
    """The rectangle of the tiles themselves, for a file that does not tell it."""
    west, east, south, north = questions.one(
        "SELECT min(tile_column), max(tile_column), min(tile_row), max(tile_row)"
        " FROM tiles WHERE zoom_level=?",
        zoom,
    )
    top = (1 << zoom) - 1
    corners = ((zoom, west, top - north), (zoom, east, top - south))
    if not all(tile_exists(*corner) for corner in corners):
        raise refusals.corrupt()
    first, last = (tile_bounds(*corner) for corner in corners)
    return Bounds(first.west, last.south, last.east, first.north)

"""Small map files made for the tests, good ones and broken ones."""

from __future__ import annotations

import gzip
import io
import json
import sqlite3
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image

from renkei_desktop.maps.pmtiles_directory import tile_number

TileKey = tuple[int, int, int]

SHARED = Path(__file__).resolve().parents[3] / "shared" / "mapdata"
"""Real maps beside the checkout; tests that want them are skipped where they are absent."""


def picture(colour: str = "#336699", kind: str = "PNG", side: int = 256) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (side, side), colour).save(data, kind)
    return data.getvalue()


def tiles_around(zooms: range, x: int = 14650, y: int = 5960, at: int = 14) -> dict[TileKey, bytes]:
    """Four tiles at every zoom, all of different colours, around one place of zoom 14."""
    tiles: dict[TileKey, bytes] = {}
    for zoom in zooms:
        shift = at - zoom
        for dx in (0, 1):
            for dy in (0, 1):
                left = (x >> shift if shift >= 0 else x << -shift) + dx
                top = (y >> shift if shift >= 0 else y << -shift) + dy
                tiles[zoom, left, top] = picture(f"#{zoom * 8:02x}{dx * 99:02x}{dy * 99:02x}")
    return tiles


def make_mbtiles(
    path: Path, tiles: Mapping[TileKey, bytes | None], about: Mapping[str, str] | None = None
) -> Path:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        db.execute(
            "CREATE TABLE tiles"
            " (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)"
        )
        db.executemany("INSERT INTO metadata VALUES (?, ?)", list((about or {}).items()))
        rows = [(z, x, (1 << z) - 1 - y, data) for (z, x, y), data in tiles.items()]
        db.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)
    db.close()
    return path


def make_pmtiles(
    path: Path,
    tiles: Mapping[TileKey, bytes],
    about: Mapping[str, Any] | None = None,
    *,
    leaf_size: int = 0,
    packing: int = 2,
    tile_packing: int = 1,
    version: int = 3,
    tile_type: int = 2,
) -> Path:
    """With `leaf_size` the directory is split into leaves of that many entries."""
    entries: list[tuple[int, int, int, int]] = []
    blob = b""
    for key in sorted(tiles, key=lambda key: tile_number(*key)):
        data = gzip.compress(tiles[key]) if tile_packing == 2 else tiles[key]
        entries.append((tile_number(*key), 1, len(data), len(blob)))
        blob += data
    pack = gzip.compress if packing == 2 else bytes
    root, leaves = _split(entries, leaf_size, pack)
    words = pack(json.dumps(dict(about or {})).encode())
    start = 127
    places = (start, len(root), start + len(root), len(words))
    leaves_at = start + len(root) + len(words)
    zooms = sorted(zoom for zoom, _, _ in tiles)
    head = struct.pack(
        "<7sB8Q3Q4B2B4iB2i",
        b"PMTiles",
        version,
        *places,
        leaves_at,
        len(leaves),
        leaves_at + len(leaves),
        len(blob),
        len(entries),
        len(entries),
        len(entries),
        1,
        packing,
        tile_packing,
        tile_type,
        zooms[0],
        zooms[-1],
        1418000000,
        437000000,
        1421000000,
        440000000,
        zooms[0],
        1419000000,
        438000000,
    )
    path.write_bytes(head + root + words + leaves + blob)
    return path


def _split(entries: list[tuple[int, int, int, int]], size: int, pack: Any) -> tuple[bytes, bytes]:
    if not size:
        return pack(directory(entries)), b""
    leaves = b""
    root: list[tuple[int, int, int, int]] = []
    for start in range(0, len(entries), size):
        part = entries[start : start + size]
        leaf = pack(directory(part))
        root.append((part[0][0], 0, len(leaf), len(leaves)))
        leaves += leaf
    return pack(directory(root)), leaves


def directory(entries: list[tuple[int, int, int, int]]) -> bytes:
    """A directory as bytes; entries are (tile number, run, length, offset)."""
    steps = [b[0] - a[0] for a, b in zip([(0, 0, 0, 0), *entries], entries, strict=False)]
    columns = [
        [len(entries)],
        steps,
        [run for _, run, _, _ in entries],
        [length for _, _, length, _ in entries],
        [offset + 1 for _, _, _, offset in entries],
    ]
    return b"".join(varint(number) for column in columns for number in column)


def varint(number: int) -> bytes:
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(out) + bytes([number])


def make_folder(root: Path, tiles: Mapping[TileKey, bytes], ending: str = "png") -> Path:
    for (zoom, x, y), data in tiles.items():
        column = root / str(zoom) / str(x)
        column.mkdir(parents=True, exist_ok=True)
        (column / f"{y}.{ending}").write_bytes(data)
    return root


def feature(
    kind: str, geometry: str, coordinates: Any, name: str | None = None, rank: int = 5
) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"class": kind, "name": name, "label_rank": rank},
        "geometry": {"type": geometry, "coordinates": coordinates},
    }


def ground_bytes(found: list[dict[str, Any]], **more: Any) -> bytes:
    content = {
        "type": "FeatureCollection",
        "renkei": {"kind": "ground", "name": "見本町", "attribution": "試験のための町（架空）"},
        "features": found,
        **more,
    }
    return json.dumps(content, ensure_ascii=False).encode()


WEST, SOUTH = 141.90, 43.80
STEP = 0.001


def square(lon: float, lat: float, side: float) -> list[list[list[float]]]:
    east, north = lon + side, lat + side
    return [[[lon, lat], [east, lat], [east, north], [lon, north], [lon, lat]]]


def town_features(blocks: int = 12) -> list[dict[str, Any]]:
    """A square town of `blocks` × `blocks` blocks with 16 houses each, a river and a railway."""
    end = STEP * blocks
    found = [
        feature("field", "Polygon", square(WEST - end, SOUTH - end, 3 * end)),
        feature("forest", "Polygon", square(WEST - end, SOUTH + 1.5 * end, end / 2), "西の森", 4),
        feature("water", "Polygon", square(WEST + end, SOUTH - end / 2, end / 3), "沼", 3),
        feature("river", "LineString", _line(-0.4, -0.3, 1.4, 0.1, end), "試川", 1),
        feature("rail", "LineString", _line(-0.5, 1.2, 1.5, 0.6, end), "試験線", 1),
        feature("area", "Polygon", square(WEST, SOUTH, end), "中央", 2),
        feature("place", "Point", [WEST + end / 2, SOUTH + end / 2], "試験町", 1),
        feature(
            "public_building",
            "Polygon",
            square(WEST + 5.2 * STEP, SOUTH + 5.2 * STEP, 0.0006),
            "試験町役場",
            1,
        ),
    ]
    for at in range(blocks + 1):
        kind = "road_major" if at == blocks // 2 else "road"
        name = "中央通" if kind == "road_major" else f"南{at}条"
        found.append(feature(kind, "LineString", _line(0, at / blocks, 1, at / blocks, end), name))
        found.append(feature("road", "LineString", _line(at / blocks, 0, at / blocks, 1, end)))
    for column in range(blocks * 4):
        for row in range(blocks * 4):
            corner = WEST + (column + 0.3) * STEP / 4, SOUTH + (row + 0.3) * STEP / 4
            found.append(feature("building", "Polygon", square(*corner, STEP / 8)))
    return found


def _line(ax: float, ay: float, bx: float, by: float, side: float) -> list[list[float]]:
    return [[WEST + ax * side, SOUTH + ay * side], [WEST + bx * side, SOUTH + by * side]]

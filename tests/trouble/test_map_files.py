"""Whatever is brought along as a map: taken as it is, or refused and nothing kept of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office import basemaps
from renkei_desktop.office.desk import Desk
from tests.maps.made import (
    SHARED,
    ground_bytes,
    make_folder,
    make_mbtiles,
    make_pmtiles,
    tiles_around,
    town_features,
)
from tests.trouble.conftest import Typed
from tests.trouble.sentences import refused

TILES = tiles_around(range(13, 15))

WRONG: dict[str, bytes] = {
    "empty": b"",
    "text": "地図です".encode(),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "a PDF": b"%PDF-1.7 x",
    "a workbook": b"PK\x03\x04" + bytes(100),
    "a database's head": b"SQLite format 3\0" + bytes(500),
    "PMTiles' head": b"PMTiles\x03" + bytes(200),
    "an older PMTiles": b"PMTiles\x02" + bytes(200),
    "a newer PMTiles": b"PMTiles\x09" + bytes(200),
    "JSON": b"{}",
    "half of a JSON": b'{"type": "FeatureCollection", "features": [',
    "a deep JSON": b'{"a":' * 50_000,
    "any GeoJSON": b'{"type": "FeatureCollection", "features": []}',
    "a page": b"<html><script>alert(1)</script></html>",
}


@pytest.mark.parametrize("kind", WRONG)
@pytest.mark.parametrize("name", ["町.mbtiles", "町.pmtiles", "町.geojson", "町"])
def test_what_is_no_map_leaves_no_trace(desk: Desk, tmp_path: Path, kind: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(WRONG[kind])
    refused(lambda: basemaps.add(desk, path))
    assert basemaps.listed(desk) == ()
    assert list((desk.folder / "maps").iterdir()) == []


def cut(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


BROKEN: dict[str, Callable[[Path], Path]] = {
    "half of an MBTiles": lambda path: cut(make_mbtiles(path, TILES)),
    "an MBTiles of nothing": lambda path: make_mbtiles(path, {}),
    "an MBTiles of lines": lambda path: make_mbtiles(path, TILES, {"format": "pbf"}),
    "half of a PMTiles": lambda path: cut(make_pmtiles(path, TILES)),
    "an empty folder": lambda path: make_folder(path, {}),
    "a folder of texts": lambda path: make_folder(path, {(14, 1, 1): b"no picture"}),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_map_leaves_no_trace(
    typed: Typed, folder: Path, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "町"
    if "folder" in kind:
        path.mkdir()
    BROKEN[kind](path)
    assert typed("map", "add", path, "--office", folder).refusal
    assert typed("map", "list", "--office", folder, "--json").json == []


GOOD: dict[str, Callable[[Path], object]] = {
    "町.mbtiles": lambda path: make_mbtiles(path, TILES),
    "町.pmtiles": lambda path: make_pmtiles(path, TILES),
    "町のタイル": lambda path: make_folder(path, TILES),
    "町.geojson": lambda path: path.write_bytes(ground_bytes(town_features())),
    "名前に 空白と𠮷.mbtiles": lambda path: make_mbtiles(path, TILES),
    "; rm -rf.mbtiles": lambda path: make_mbtiles(path, TILES),
    "町.part": lambda path: make_mbtiles(path, TILES),
}


def test_a_good_one_is_taken_whatever_came_before(
    typed: Typed, folder: Path, tmp_path: Path
) -> None:
    for name, make in GOOD.items():
        make(tmp_path / name)
        assert typed("map", "add", tmp_path / name, "--office", folder).code == 0
        assert "同じ名前" in typed("map", "add", tmp_path / name, "--office", folder).refusal
    lines = typed("map", "list", "--office", folder, "--json").json
    assert [line["file"] for line in lines] == sorted(GOOD)
    assert not any(line["trouble"] for line in lines)


@pytest.mark.parametrize("name", ["x" * 240, "\udcff.mbtiles", ".町.mbtiles"])
def test_a_name_that_cannot_be_kept(typed: Typed, folder: Path, tmp_path: Path, name: str) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path / name)))
    make_mbtiles(tmp_path / "町", TILES).rename(path)
    assert "名前" in typed("map", "add", path, "--office", folder).refusal
    assert typed("map", "list", "--office", folder, "--json").json == []


@pytest.mark.parametrize("path", ["/", ".", "..", "/dev/null", "ない/町.mbtiles", "x" * 300])
def test_what_is_not_even_a_file(typed: Typed, folder: Path, path: str) -> None:
    assert typed("map", "add", path, "--office", folder).refusal


def test_the_maps_of_the_office_itself(typed: Typed, folder: Path) -> None:
    for path in (folder, folder / "maps", folder / "ledger.db", folder / "keys.json"):
        assert typed("map", "add", path, "--office", folder).refusal
    assert typed("check", folder).code == 0


def test_a_map_that_was_damaged_afterwards_is_named(
    typed: Typed, folder: Path, tmp_path: Path
) -> None:
    typed("map", "add", make_mbtiles(tmp_path / "町.mbtiles", TILES), "--office", folder)
    cut(folder / "maps" / "町.mbtiles")
    told = typed("check", folder)
    assert told.refusal
    assert "町.mbtiles" not in told.err and "地図「町」" in told.out
    (line,) = typed("map", "list", "--office", folder, "--json").json
    assert line["trouble"].endswith("。")


@pytest.mark.parametrize("name", ["..", ".", "", "../ledger.db", "/etc/passwd", "ない"])
def test_a_map_is_removed_by_its_name_and_nothing_else_ever(desk: Desk, name: str) -> None:
    ledger = (desk.folder / "ledger.db").stat()
    try:
        basemaps.remove(desk, name)
    except RenkeiError as error:
        assert "ありません" in error.what
    assert (desk.folder / "ledger.db").stat() == ledger
    assert (desk.folder / "maps").is_dir()
    assert "ありません" in refused(lambda: basemaps.choose(desk, name)).what


@pytest.mark.skipif(not SHARED.is_dir(), reason="the maps to try it on are not here")
def test_everything_in_the_box_of_fixtures(typed: Typed, folder: Path) -> None:
    taken = []
    for path in sorted((SHARED / "fixtures").iterdir()):
        told = typed("map", "add", path, "--office", folder)
        if told.code == 0:
            taken.append(path.name)
        else:
            assert told.refusal
    lines = typed("map", "list", "--office", folder, "--json").json
    assert [line["file"] for line in lines] == sorted(taken)
    assert not any(line["trouble"] for line in lines)
    assert "test_fixture_1.pmtiles" not in taken, "tiles of lines"
    assert "node-mbtiles_plain_1.mbtiles" in taken
    assert typed("check", folder).code == 0

"""MBTiles: what is read, what is refused, and that no file can make us wait."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.maps.mbtiles import open_mbtiles
from tests.maps.made import make_mbtiles, picture, tiles_around

ABOUT = {"name": "見本", "attribution": "<a href='x'>© 試験</a>", "bounds": "141.8,43.7,142.1,44.0"}


def test_every_tile_comes_back_by_its_number_from_the_north(tmp_path: Path) -> None:
    tiles = tiles_around(range(12, 16))
    source = open_mbtiles(make_mbtiles(tmp_path / "町 の地図.mbtiles", tiles, ABOUT))
    assert all(source.tile(*key) == data for key, data in tiles.items())
    assert source.tile(14, 0, 0) is None
    assert source.tile(14, 1 << 14, 0) is None
    assert (source.name, source.attribution) == ("見本", "© 試験")
    assert (source.min_zoom, source.max_zoom, source.media_type) == (12, 15, "image/png")
    assert (source.bounds.west, source.bounds.north) == (141.8, 44.0)
    source.close()


@pytest.mark.parametrize(("kind", "media"), [("JPEG", "image/jpeg"), ("WEBP", "image/webp")])
def test_pictures_are_known_by_their_bytes(tmp_path: Path, kind: str, media: str) -> None:
    data = picture(kind=kind)
    source = open_mbtiles(make_mbtiles(tmp_path / "m", {(3, 1, 2): data}, {"format": "png"}))
    assert source.media_type == media
    assert source.tile(3, 1, 2) == data
    source.close()


def test_bounds_are_taken_from_the_tiles_where_the_file_does_not_tell(tmp_path: Path) -> None:
    tiles = {(2, 3, 1): picture(), (2, 3, 2): picture()}
    source = open_mbtiles(make_mbtiles(tmp_path / "m", tiles, {"bounds": "nonsense"}))
    assert source.bounds.west == 90
    assert source.bounds.east == 180
    assert source.bounds.south == pytest.approx(-66.51326)
    assert source.bounds.north == pytest.approx(66.51326)
    source.close()


def test_a_tile_that_is_empty_or_no_picture_is_not_there(tmp_path: Path) -> None:
    tiles = {(1, 0, 0): picture(), (1, 1, 0): None, (1, 0, 1): b"", (1, 1, 1): b"<html>"}
    source = open_mbtiles(make_mbtiles(tmp_path / "m", tiles))
    assert source.tile(1, 0, 0)
    assert [source.tile(1, 1, 0), source.tile(1, 0, 1), source.tile(1, 1, 1)] == [None] * 3
    source.close()


def test_a_map_may_be_opened_in_one_thread_and_read_in_another(tmp_path: Path) -> None:
    source = open_mbtiles(make_mbtiles(tmp_path / "m", {(1, 0, 0): picture()}))
    read: list[bytes | None] = []
    reader = threading.Thread(target=lambda: read.append(source.tile(1, 0, 0)))
    reader.start()
    reader.join()
    assert read == [picture()]
    source.close()


def test_the_file_is_not_touched(tmp_path: Path) -> None:
    path = make_mbtiles(tmp_path / "m.mbtiles", {(1, 0, 0): picture()})
    before = path.read_bytes()
    source = open_mbtiles(path)
    source.tile(1, 0, 0)
    source.close()
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["m.mbtiles"]


def _refused(path: Path) -> str:
    with pytest.raises(RenkeiError) as refused:
        open_mbtiles(path)
    assert "そのまま" in refused.value.kept
    assert refused.value.todo
    return refused.value.what


def test_what_is_wrong_is_named(tmp_path: Path) -> None:
    assert "一枚も" in _refused(make_mbtiles(tmp_path / "a", {}))
    vector = make_mbtiles(tmp_path / "b", {(1, 0, 0): b"\x1f\x8b\x08"}, {"format": "pbf"})
    assert "ベクトル" in _refused(vector)
    unsaid = make_mbtiles(tmp_path / "c", {(1, 0, 0): b"\x1f\x8b\x08"})
    assert "ベクトル" in _refused(unsaid)
    assert "画像" in _refused(make_mbtiles(tmp_path / "d", {(1, 0, 0): b"hello"}))
    deep = make_mbtiles(tmp_path / "e", {(30, 0, 0): picture()})
    assert "壊れて" in _refused(deep)


def test_another_database_is_no_map(tmp_path: Path) -> None:
    path = tmp_path / "names.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE people (name TEXT)")
    db.close()
    assert "地図ファイルではありません" in _refused(path)


def test_a_file_cut_short_is_refused_or_gives_no_false_tile(tmp_path: Path) -> None:
    tiles = tiles_around(range(12, 16))
    whole = make_mbtiles(tmp_path / "whole", tiles).read_bytes()
    for length in range(100, len(whole), len(whole) // 24):
        cut = tmp_path / f"cut{length}"
        cut.write_bytes(whole[:length])
        try:
            source = open_mbtiles(cut)
            found = {key: source.tile(*key) for key in tiles}
            source.close()
        except RenkeiError:
            continue
        assert all(data in (None, tiles[key]) for key, data in found.items())


ENDLESS = (
    "CREATE VIEW tiles AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n)"
    " SELECT i AS zoom_level, i AS tile_column, i AS tile_row, x'00' AS tile_data FROM n"
)
EIGHT_THOUSAND_MILLION_ROWS = (
    "CREATE VIEW tiles AS SELECT a.i AS zoom_level, b.i AS tile_column, c.i AS tile_row,"
    " x'00' AS tile_data FROM many a, many b, many c"
)
ONE_TILE_OF_A_GIGABYTE = (
    "CREATE VIEW tiles AS SELECT 1 AS zoom_level, 0 AS tile_column, 0 AS tile_row,"
    " zeroblob(1000000000) AS tile_data"
)
VIEWS = [ENDLESS, EIGHT_THOUSAND_MILLION_ROWS, ONE_TILE_OF_A_GIGABYTE]


@pytest.mark.parametrize("view", VIEWS)
def test_a_file_made_to_keep_us_waiting_is_given_up(tmp_path: Path, view: str) -> None:
    path = tmp_path / "trap.mbtiles"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        db.execute("CREATE TABLE many (i INTEGER)")
        db.executemany("INSERT INTO many VALUES (?)", [(i,) for i in range(2000)])
        db.execute(view)
    db.close()
    assert _refused(path)

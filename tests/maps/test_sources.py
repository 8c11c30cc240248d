"""Maps are told apart by what is in them; whatever is no map is refused in one sentence."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.maps.drawing import Drawing
from renkei_desktop.maps.mercator import to_unit
from renkei_desktop.maps.sources import open_map, open_source
from renkei_desktop.maps.tiles import TileSource, bounds_from, picture_type, plain_line
from tests.maps.made import (
    SHARED,
    ground_bytes,
    make_folder,
    make_mbtiles,
    make_pmtiles,
    picture,
    tiles_around,
    town_features,
)

with_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/mapdata is not here")


def test_the_name_of_a_file_says_nothing(tmp_path: Path) -> None:
    tiles = tiles_around(range(12, 14))
    paths = [
        make_mbtiles(tmp_path / "a.pmtiles", tiles),
        make_pmtiles(tmp_path / "b.mbtiles", tiles),
        make_folder(tmp_path / "c.png", tiles),
    ]
    for path in paths:
        source = open_source(path)
        assert {key: source.tile(*key) for key in tiles} == tiles
        source.close()


def test_a_drawn_ground_is_a_map_but_not_one_of_pictures(tmp_path: Path) -> None:
    path = tmp_path / "町.geojson"
    path.write_bytes(b"\xef\xbb\xbf  " + ground_bytes(town_features(2)))
    assert isinstance(open_map(path), Drawing)
    with pytest.raises(RenkeiError):
        open_source(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "空"),
        (b"hello", "地図ファイルではありません"),
        (picture(), "地図ファイルではありません"),
        (b"PK\x03\x04 zipped", "地図ファイルではありません"),
        (b"SQLite format 3\0 and no more", "壊れて"),
        (b'{"type": "Feature', "図形データ"),
    ],
)
def test_what_is_no_map_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "秘密の名前.mbtiles"
    path.write_bytes(content)
    with pytest.raises(RenkeiError) as refused:
        open_map(path)
    assert words in refused.value.what
    assert refused.value.kept and refused.value.todo
    assert "秘密" not in refused.value.sentence


def test_a_missing_file_is_named_as_missing(tmp_path: Path) -> None:
    with pytest.raises(RenkeiError, match="見つかりません"):
        open_map(tmp_path / "nothing")


def test_random_bytes_behind_a_true_beginning_never_get_through_as_an_error(
    tmp_path: Path,
) -> None:
    chance = random.Random(7)
    path = tmp_path / "m"
    for beginning in (b"SQLite format 3\0", b"PMTiles\x03", b"PMTiles", b"{"):
        for _ in range(60):
            path.write_bytes(beginning + chance.randbytes(chance.randrange(4000)))
            with pytest.raises(RenkeiError):
                open_map(path)


GOOD = {
    "node-mbtiles_plain_1.mbtiles": (0, 4, 285),
    "node-mbtiles_unindexed.mbtiles": (0, 4, 285),
    "node-mbtiles_corrupt_null_tile.mbtiles": (0, 4, 284),
    "node-mbtiles_some-empty-tiles.mbtiles": (1, 2, 11),
    "unclustered.pmtiles": (1, 1, 2),
}
"""First and last zoom, number of pictures."""

WEBP = "usgs-mt-whitney-8-15-webp-512.pmtiles"

BROKEN = {
    "empty.pmtiles": "空",
    "invalid.pmtiles": "地図ファイルではありません",
    "invalid_v4.pmtiles": "第4版",
    "test_fixture_1.pmtiles": "ベクトル",
    "test_fixture_mlt.pmtiles": "ベクトル",
    "node-mbtiles_corrupt.mbtiles": "壊れて",
    "node-mbtiles_with spaces.mbtiles": "一枚も",
}


@with_shared
def test_every_fixture_is_known() -> None:
    names = {path.name for path in (SHARED / "fixtures").iterdir()}
    assert names == {*GOOD, *BROKEN, WEBP}


@with_shared
@pytest.mark.parametrize("name", GOOD)
def test_a_good_fixture_is_read_to_its_last_tile(name: str) -> None:
    lowest, highest, count = GOOD[name]
    source = open_source(SHARED / "fixtures" / name)
    assert (source.min_zoom, source.max_zoom) == (lowest, highest)
    found = [
        source.tile(zoom, x, y)
        for zoom in range(lowest, highest + 1)
        for x in range(1 << zoom)
        for y in range(1 << zoom)
    ]
    assert sum(1 for data in found if data) == count
    source.close()


@with_shared
def test_the_webp_map_shows_its_mountain() -> None:
    source = open_source(SHARED / "fixtures" / WEBP)
    found = _tile_at(source, 15, -118.29, 36.578)
    assert found and picture_type(found) == source.media_type == "image/webp"
    source.close()


@with_shared
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_fixture_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(RenkeiError) as refused:
        open_map(SHARED / "fixtures" / name)
    assert BROKEN[name] in refused.value.what
    assert refused.value.kept and refused.value.todo


@with_shared
@pytest.mark.parametrize("name", ["numata_osm202108.mbtiles", "numata_osm202108.pmtiles"])
def test_the_vector_maps_are_refused_as_such(name: str) -> None:
    with pytest.raises(RenkeiError, match="ベクトル"):
        open_map(SHARED / "basemap" / name)


@with_shared
def test_both_raster_files_of_numata_show_the_same_town() -> None:
    sources = [
        open_source(SHARED / "basemap" / f"numata_osm202108_raster.{kind}")
        for kind in ("mbtiles", "pmtiles")
    ]
    for zoom in range(9, 18):
        first, second = (_tile_at(source, zoom, 141.9345, 43.8070) for source in sources)
        assert first is not None
        assert first == second
    for source in sources:
        assert "OpenStreetMap" in source.attribution
        assert source.bounds.holds(141.9345, 43.8070)
        source.close()


def _tile_at(source: TileSource, zoom: int, lon: float, lat: float) -> bytes | None:
    x, y = to_unit(lon, lat)
    return source.tile(zoom, int(x * (1 << zoom)), int(y * (1 << zoom)))


def test_what_a_file_says_of_itself_becomes_one_plain_line() -> None:
    told = '<a href="https://x">© 試験</a>\n<script>alert(1)</script>&amp; 町\x00'
    assert plain_line(told) == "© 試験 & 町"
    assert plain_line(None) == plain_line(7) == ""
    assert len(plain_line("あ" * 10_000)) == 300
    assert bounds_from("141,43,142,44") is not None
    for wrong in ("", "1,2,3", "142,43,141,44", "nan,1,2,3", "1e999,1,2,3", None):
        assert bounds_from(wrong) is None

"""PMTiles: the curve that numbers the tiles, directories, and files that lie about sizes."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.maps.pmtiles_directory import directory, tile_number, unpacked
from renkei_desktop.maps.pmtiles_file import open_pmtiles
from tests.maps import made
from tests.maps.made import make_pmtiles, picture, tiles_around


def test_the_first_tiles_of_the_curve() -> None:
    order = [(0, 0, 0), (1, 0, 0), (1, 0, 1), (1, 1, 1), (1, 1, 0), (2, 0, 0)]
    assert [tile_number(*key) for key in order] == [0, 1, 2, 3, 4, 5]
    assert tile_number(12, 3423, 1763) == 19078479


@pytest.mark.parametrize("zoom", [1, 2, 3, 4, 5])
def test_the_curve_visits_every_tile_once_and_never_jumps(zoom: int) -> None:
    side = 1 << zoom
    by_number = {tile_number(zoom, x, y): (x, y) for x in range(side) for y in range(side)}
    first = (4**zoom - 1) // 3
    assert sorted(by_number) == list(range(first, first + side * side))
    steps = [
        abs(by_number[n][0] - by_number[n + 1][0]) + abs(by_number[n][1] - by_number[n + 1][1])
        for n in range(first, first + side * side - 1)
    ]
    assert set(steps) == {1}


@pytest.mark.parametrize("leaf_size", [0, 3])
@pytest.mark.parametrize("packing", [1, 2])
def test_every_tile_comes_back(tmp_path: Path, leaf_size: int, packing: int) -> None:
    tiles = tiles_around(range(10, 17))
    path = make_pmtiles(
        tmp_path / "m",
        tiles,
        {"name": "見本", "attribution": "<b>© 試験</b>"},
        leaf_size=leaf_size,
        packing=packing,
    )
    source = open_pmtiles(path)
    assert all(source.tile(*key) == data for key, data in tiles.items())
    assert source.tile(16, 0, 0) is None
    assert source.tile(9, 0, 0) is None
    assert source.tile(17, 65535, 65535) is None
    assert (source.name, source.attribution) == ("見本", "© 試験")
    assert (source.min_zoom, source.max_zoom) == (10, 16)
    assert source.bounds.south == 43.7
    source.close()


def test_a_run_of_equal_tiles_is_one_entry(tmp_path: Path) -> None:
    one = picture()
    path = make_pmtiles(tmp_path / "m", {(1, 0, 0): one}, packing=1)
    data = bytearray(path.read_bytes())
    entry = made.directory([(1, 1, len(one), 0)])
    at = data.index(entry)
    data[at : at + len(entry)] = made.directory([(1, 3, len(one), 0)])
    path.write_bytes(data)
    source = open_pmtiles(path)
    assert [source.tile(1, 0, 0), source.tile(1, 0, 1), source.tile(1, 1, 1)] == [one] * 3
    assert source.tile(1, 1, 0) is None
    source.close()


def test_packed_pictures_are_unpacked(tmp_path: Path) -> None:
    path = make_pmtiles(tmp_path / "m", {(0, 0, 0): picture()}, tile_packing=2)
    source = open_pmtiles(path)
    assert source.tile(0, 0, 0) == picture()
    source.close()


def _refused(path: Path) -> str:
    with pytest.raises(RenkeiError) as refused:
        open_pmtiles(path)
    return refused.value.what


def test_what_is_wrong_is_named(tmp_path: Path) -> None:
    one = {(0, 0, 0): picture()}
    assert "第4版" in _refused(make_pmtiles(tmp_path / "a", one, version=4))
    assert "第2版" in _refused(make_pmtiles(tmp_path / "b", one, version=2))
    assert "ベクトル" in _refused(make_pmtiles(tmp_path / "c", one, tile_type=1))
    assert "画像" in _refused(make_pmtiles(tmp_path / "d", one, tile_type=5))
    assert "圧縮" in _refused(make_pmtiles(tmp_path / "e", one, packing=3))
    assert "画像" in _refused(make_pmtiles(tmp_path / "f", {(0, 0, 0): b"no picture"}))
    short = tmp_path / "g"
    short.write_bytes(b"PMTiles\x03 and then nothing")
    assert "壊れて" in _refused(short)


def test_a_damaged_description_is_no_reason_to_refuse(tmp_path: Path) -> None:
    path = make_pmtiles(tmp_path / "m", {(0, 0, 0): picture()}, {"name": "見本"}, packing=1)
    path.write_bytes(path.read_bytes().replace(b'{"name"', b'{"name{'))
    source = open_pmtiles(path)
    assert (source.name, source.attribution) == ("", "")
    source.close()


def test_nothing_is_inflated_beyond_its_bound() -> None:
    bomb = gzip.compress(bytes(50_000_000), 1)
    with pytest.raises(RenkeiError):
        unpacked(bomb, 2)


def test_a_directory_that_leads_to_itself_comes_to_an_end(tmp_path: Path) -> None:
    one = picture()
    path = make_pmtiles(tmp_path / "m", {(1, 0, 0): one, (1, 1, 0): one}, leaf_size=1, packing=1)
    data = bytearray(path.read_bytes())
    leaf = made.directory([(1, 1, len(one), 0)])
    at = data.index(leaf)
    # The same six bytes long: the length 6 is written in two bytes.
    loop = bytes([1, 1, 0, 0x86, 0, 1])
    assert len(loop) == len(leaf) == 6
    data[at : at + len(leaf)] = loop
    path.write_bytes(data)
    assert "壊れて" in _refused(path)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_directory_or_refused(data: bytes) -> None:
    try:
        found = directory(data)
    except RenkeiError:
        return
    assert len(found.tiles) == len(found.offsets) == len(found.runs) == len(found.lengths)


@given(st.data())
def test_a_file_with_changed_bytes_gives_its_own_tiles_or_none(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    tiles = tiles_around(range(12, 15))
    path = make_pmtiles(tmp_path_factory.mktemp("m") / "m", tiles, leaf_size=4, packing=1)
    changed = bytearray(path.read_bytes())
    front = len(changed) - sum(len(tile) for tile in tiles.values())
    for _ in range(data.draw(st.integers(1, 4))):
        changed[data.draw(st.integers(0, front - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(changed)
    try:
        source = open_pmtiles(path)
    except RenkeiError:
        return
    for key in tiles:
        try:
            source.tile(*key)
        except RenkeiError as error:
            assert error.sentence
    source.close()

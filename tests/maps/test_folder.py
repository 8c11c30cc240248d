"""A folder of numbered pictures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.maps.folder import open_folder
from renkei_desktop.maps.mercator import tile_bounds
from tests.maps.made import make_folder, picture, tiles_around


@pytest.mark.parametrize("ending", ["png", "PNG", "webp", "jpg"])
def test_every_tile_comes_back(tmp_path: Path, ending: str) -> None:
    tiles = tiles_around(range(13, 16))
    source = open_folder(make_folder(tmp_path / "z", tiles, ending))
    assert all(source.tile(*key) == data for key, data in tiles.items())
    assert source.tile(13, 0, 0) is None
    assert source.tile(-1, 0, 0) is None
    assert (source.min_zoom, source.max_zoom, source.media_type) == (13, 15, "image/png")


def test_the_rectangle_is_that_of_the_tiles(tmp_path: Path) -> None:
    tiles = {(15, 29300, 11920): picture(), (15, 29303, 11922): picture()}
    bounds = open_folder(make_folder(tmp_path / "z", tiles)).bounds
    assert bounds.west == tile_bounds(15, 29300, 11920).west
    assert bounds.north == tile_bounds(15, 29300, 11920).north
    assert bounds.east == tile_bounds(15, 29303, 11922).east
    assert bounds.south == tile_bounds(15, 29303, 11922).south


def test_a_description_beside_the_tiles_is_read(tmp_path: Path) -> None:
    root = make_folder(tmp_path / "z", {(1, 0, 1): picture()})
    about = {"attribution": "© 試験", "scheme": "tms", "bounds": [141, 43, 142, 44]}
    (root / "metadata.json").write_text(json.dumps(about), "utf-8")
    source = open_folder(root)
    assert source.attribution == "© 試験"
    assert source.bounds.east == 142
    assert source.tile(1, 0, 0) == picture()
    assert source.tile(1, 0, 1) is None


def _refused(path: Path) -> str:
    with pytest.raises(RenkeiError) as refused:
        open_folder(path)
    return refused.value.what


def test_what_is_wrong_is_named(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "1.png").write_bytes(picture())
    assert "地図ファイルではありません" in _refused(tmp_path / "photos")
    (tmp_path / "bare" / "14" / "1").mkdir(parents=True)
    assert "一枚も" in _refused(tmp_path / "bare")
    assert "画像" in _refused(make_folder(tmp_path / "text", {(1, 0, 0): b"text"}))


def test_a_huge_file_among_the_tiles_is_not_read(tmp_path: Path) -> None:
    root = make_folder(tmp_path / "z", {(1, 0, 0): picture(), (1, 1, 0): b""})
    with (root / "1" / "1" / "0.png").open("wb") as file:
        file.write(picture())
        file.truncate(200_000_000)
    assert open_folder(root).tile(1, 1, 0) is None

"""Degrees, the unit square, tiles, metres and the grid."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.maps.grid import grid_lines, grid_step
from renkei_desktop.maps.mercator import (
    TILE,
    Bounds,
    around,
    from_unit,
    metres_per_pixel,
    tile_bounds,
    tile_exists,
    to_unit,
)


@given(st.floats(-180, 180), st.floats(-85, 85))
def test_there_and_back(lon: float, lat: float) -> None:
    back = from_unit(*to_unit(lon, lat))
    assert back == pytest.approx((lon, lat), abs=1e-9)


@given(st.floats(122, 154), st.floats(20, 46), st.integers(5, 19))
def test_a_point_lies_in_its_tile(lon: float, lat: float, zoom: int) -> None:
    x, y = to_unit(lon, lat)
    bounds = tile_bounds(zoom, int(x * (1 << zoom)), int(y * (1 << zoom)))
    assert bounds.west - 1e-9 <= lon <= bounds.east + 1e-9
    assert bounds.south - 1e-9 <= lat <= bounds.north + 1e-9


def test_the_corners_of_the_square_map() -> None:
    whole = tile_bounds(0, 0, 0)
    assert (whole.west, whole.east) == (-180, 180)
    assert whole.north == pytest.approx(85.0511287798066)
    assert to_unit(0, 90)[1] == pytest.approx(0)
    assert tile_exists(0, 0, 0) and tile_exists(24, 2**24 - 1, 0)
    assert not any(tile_exists(*key) for key in ((-1, 0, 0), (25, 0, 0), (1, 2, 0), (1, 0, -1)))


@pytest.mark.parametrize(
    "wrong", [(1, 0, 0, 1), (0, 1, 1, 0), (-181, 0, 0, 1), (0, 0, 1, math.nan), (0, 0, math.inf, 1)]
)
def test_a_rectangle_is_a_rectangle_on_the_earth(wrong: tuple[float, ...]) -> None:
    with pytest.raises(ValueError):
        Bounds(*wrong)


def test_around() -> None:
    assert around([]) is None
    assert around([(141, 43), (142, 42)]) == Bounds(141, 42, 142, 43)


def test_metres_of_a_pixel() -> None:
    assert metres_per_pixel(0, 0) == pytest.approx(156543.03, abs=0.01)
    assert metres_per_pixel(60, 10) == pytest.approx(metres_per_pixel(0, 11))


@given(st.floats(24, 46), st.integers(5, 19), st.integers(0, 31))
def test_the_grid_goes_on_without_a_break_over_the_seams(lat: float, zoom: int, tile: int) -> None:
    step = grid_step(lat, zoom) / metres_per_pixel(lat, zoom)
    assert 64 <= step < 64 * 2.6
    here = [line.at for line in grid_lines(lat, zoom, tile)]
    there = [line.at + TILE for line in grid_lines(lat, zoom, tile + 1)]
    places = sorted({round(at, 6) for at in (*here, *there)})
    assert all(b - a == pytest.approx(step, abs=1e-5) for a, b in pairwise(places))


def test_every_fifth_line_is_strong() -> None:
    lines = [line for tile in range(12) for line in grid_lines(43.8, 16, tile) if line.at < TILE]
    strong = [number for number, line in enumerate(lines) if line.strong]
    assert strong == list(range(strong[0], len(lines), 5))

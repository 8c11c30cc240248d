"""The look-up of figures by rectangle gives exactly what a look at every figure gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.maps.drawing import Drawing, GroundClass, Shape, extent
from renkei_desktop.maps.drawing_index import Box, ShapeIndex, tile_box
from renkei_desktop.maps.ground import parse_ground
from renkei_desktop.maps.mercator import to_unit
from tests.maps.made import ground_bytes, town_features

lons = st.floats(141, 142)
lats = st.floats(43, 44)
lines = st.lists(st.tuples(lons, lats), min_size=2, max_size=5)


def drawing(figures: list[list[tuple[float, float]]]) -> Drawing:
    shapes = tuple(Shape(GroundClass.ROAD, (tuple(line),), False) for line in figures)
    bounds = extent(shapes, ())
    assert bounds is not None
    return Drawing("", "", bounds, shapes)


def one_by_one(town: Drawing, box: Box) -> list[int]:
    found = []
    for at, shape in enumerate(town.shapes):
        points = [to_unit(*point) for line in shape.lines for point in line]
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        top, bottom = min(y for _, y in points), max(y for _, y in points)
        if left <= box.right and box.left <= right and top <= box.bottom and box.top <= bottom:
            found.append(at)
    return found


@given(st.lists(lines, min_size=1, max_size=30), lons, lats, st.integers(6, 18))
def test_the_index_finds_what_a_plain_search_finds(
    figures: list[list[tuple[float, float]]], lon: float, lat: float, zoom: int
) -> None:
    town = drawing(figures)
    x, y = to_unit(lon, lat)
    box = tile_box(zoom, int(x * (1 << zoom)), int(y * (1 << zoom)))
    assert ShapeIndex(town).touching(box) == one_by_one(town, box)


def test_a_tile_of_a_town_names_its_own_houses_only() -> None:
    town = parse_ground(ground_bytes(town_features()))
    index = ShapeIndex(town)
    x, y = to_unit(141.906, 43.806)
    for zoom in range(10, 19):
        box = tile_box(zoom, int(x * (1 << zoom)), int(y * (1 << zoom)))
        assert index.touching(box) == one_by_one(town, box)
    assert len(index.touching(tile_box(10, 0, 0))) == 0

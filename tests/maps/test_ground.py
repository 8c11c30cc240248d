"""The drawn ground: what is read from its file and what is refused."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.maps.drawing import GroundClass, empty_ground
from renkei_desktop.maps.ground import parse_ground, read_ground
from renkei_desktop.maps.label_place import centre, middle
from renkei_desktop.maps.mercator import Bounds
from tests.maps.made import feature, ground_bytes, square, town_features


def test_a_whole_town_is_read(tmp_path: Path) -> None:
    path = tmp_path / "town.geojson"
    path.write_bytes(ground_bytes(town_features(4)))
    ground = read_ground(path)
    assert (ground.name, ground.attribution) == ("見本町", "試験のための町（架空）")
    assert {shape.kind for shape in ground.shapes} >= {
        GroundClass.BUILDING,
        GroundClass.ROAD_MAJOR,
        GroundClass.RAIL,
        GroundClass.FIELD,
    }
    assert sum(shape.kind is GroundClass.BUILDING for shape in ground.shapes) == 256
    assert {"試験町", "試川", "試験町役場"} <= {label.text for label in ground.labels}
    assert not ground.grid
    assert ground.bounds.holds(*ground.labels[0].at)


def test_every_geometry_becomes_figures() -> None:
    hole = [*square(141, 43, 1), *square(141.2, 43.2, 0.2)]
    ground = parse_ground(
        ground_bytes(
            [
                feature("water", "Polygon", hole),
                feature("field", "MultiPolygon", [square(142, 43, 1), square(144, 43, 1)]),
                feature(
                    "path", "MultiLineString", [[[141, 43], [142, 44]], [[143, 43], [144, 44]]]
                ),
                feature("place", "Point", [141.5, 43.5, 12.0], "高さのある点"),
            ]
        )
    )
    assert [(shape.kind.value, shape.closed, len(shape.lines)) for shape in ground.shapes] == [
        ("water", True, 2),
        ("field", True, 1),
        ("field", True, 1),
        ("path", False, 1),
        ("path", False, 1),
    ]
    assert ground.bounds == Bounds(141, 43, 145, 44)
    assert [label.text for label in ground.labels] == ["高さのある点"]


def test_a_name_of_many_parts_is_written_once_on_the_largest() -> None:
    parts = [square(141, 43, 0.1), square(142, 43, 1)]
    (label,) = parse_ground(
        ground_bytes([feature("field", "MultiPolygon", parts, "大きい畑", 4)])
    ).labels
    assert label.at == pytest.approx((142.5, 43.5))
    assert (label.rank, label.kind) == (4, GroundClass.FIELD)


def test_ranks_and_names_are_kept_in_bounds() -> None:
    features = [
        feature("place", "Point", [141, 43], "あ" * 300, rank)
        for rank in (0, -5, 1000, True, None, "1")  # type: ignore[arg-type]
    ]
    labels = parse_ground(ground_bytes(features)).labels
    assert [label.rank for label in labels] == [1, 1, 99, 99, 99, 99]
    assert {len(label.text) for label in labels} == {60}


def _feature(**changed: Any) -> dict[str, Any]:
    return {**feature("road", "LineString", [[141, 43], [142, 44]]), **changed}


WRONG: dict[str, bytes] = {
    "cut": ground_bytes(town_features(1))[:-40],
    "list": b"[]",
    "not a ground": b'{"type": "FeatureCollection", "features": []}',
    "other kind": ground_bytes([_feature()], renkei={"kind": "hazard"}),
    "nothing": ground_bytes([]),
    "no list": ground_bytes([], features={}),
    "class": ground_bytes([_feature(properties={"class": "castle"})]),
    "class that is a list": ground_bytes([_feature(properties={"class": []})]),
    "no properties": ground_bytes([_feature(properties=None)]),
    "no geometry": ground_bytes([_feature(geometry=None)]),
    "geometry": ground_bytes([_feature(geometry={"type": "Circle", "coordinates": [1, 2]})]),
    "list of types": ground_bytes([_feature(geometry={"type": [], "coordinates": []})]),
    "one point": ground_bytes([feature("road", "LineString", [[141, 43]])]),
    "two corners": ground_bytes([feature("field", "Polygon", [[[141, 43], [142, 43]]])]),
    "words": ground_bytes([feature("road", "LineString", [["a", "b"], [1, 2]])]),
    "truth": ground_bytes([feature("road", "LineString", [[True, False], [1, 2]])]),
    "metres": ground_bytes([feature("road", "LineString", [[5000, 80000], [6000, 80000]])]),
    "crs": ground_bytes([_feature()], crs={"properties": {"name": "EPSG:30174"}}),
    "nan": ground_bytes([_feature()]).replace(b"141", b"NaN"),
    "huge number": ground_bytes([_feature()]).replace(b"141", b"1e999"),
    "deep": b'{"a":' * 200_000,
    "bytes": b"{\xff\xfe",
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_named(name: str) -> None:
    with pytest.raises(RenkeiError) as refused:
        parse_ground(WRONG[name])
    assert "図形データ" in refused.value.what
    assert refused.value.kept and refused.value.todo


def test_a_position_system_in_degrees_may_be_named() -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::6668"}}
    assert parse_ground(ground_bytes([_feature()], crs=crs)).shapes


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-200, 200) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "coordinates", "class", "properties", "geometry"]), inner
        )
    ),
    max_leaves=12,
)


@given(st.lists(json_values, max_size=4), st.sampled_from(["Point", "Polygon", "MultiLineString"]))
def test_any_features_are_read_or_refused(features: list[Any], kind: str) -> None:
    for value in features:
        geometry = {"type": kind, "coordinates": value}
        content = ground_bytes([_feature(geometry=geometry), value])
        assert json.loads(content)
        try:
            parse_ground(content)
        except RenkeiError as error:
            assert error.what


def test_the_middle_of_a_line_is_half_way_along_it() -> None:
    assert middle([(0, 0), (1, 0), (1, 3)]) == pytest.approx((1, 1))
    assert middle([(2, 5), (2, 5)]) == (2, 5)


def test_the_centre_of_a_surface_does_not_depend_on_where_its_outline_starts() -> None:
    ring = [(141.0, 43.0), (141.004, 43.0), (141.004, 43.002), (141.0, 43.002)]
    for turn in range(4):
        turned = ring[turn:] + ring[:turn]
        assert centre([*turned, turned[0]]) == pytest.approx((141.002, 43.001), abs=1e-9)
    assert centre([(1, 1), (3, 1), (2, 1)]) == pytest.approx((2, 1))


def test_an_empty_ground_is_a_grid() -> None:
    ground = empty_ground(Bounds(141, 43, 142, 44))
    assert ground.grid
    assert not ground.shapes
    assert math.isclose(ground.bounds.middle[0], 141.5)

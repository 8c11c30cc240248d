"""Names on the map: none on another, the important ones first, the same place from every side."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.maps.drawing import GroundClass, Label
from renkei_desktop.maps.lettering import written
from renkei_desktop.maps.mercator import TILE, to_unit
from renkei_desktop.maps.style import Lettering

labels = st.lists(
    st.builds(
        Label,
        text=st.sampled_from(["本町", "旭町一丁目", "試川", "役場", "北"]),
        at=st.tuples(st.floats(141.90, 141.93), st.floats(43.80, 43.82)),
        kind=st.sampled_from([GroundClass.PLACE, GroundClass.PUBLIC_BUILDING, GroundClass.AREA]),
        rank=st.integers(1, 5),
    ),
    max_size=40,
)


def measure(text: str, lettering: Lettering) -> tuple[float, float]:
    return len(text) * lettering.size, lettering.size * 1.3


@given(labels, st.integers(13, 18))
def test_no_name_lies_on_another(found: list[Label], zoom: int) -> None:
    names = written(found, zoom, measure)
    for one, other in combinations(names, 2):
        apart_x = abs(one.x - other.x) - (one.width + other.width) / 2
        apart_y = abs(one.y - other.y) - (one.height + other.height) / 2
        assert max(apart_x, apart_y) >= 4


@given(labels, st.integers(13, 18), st.randoms(use_true_random=False))
def test_the_order_of_the_file_does_not_matter(found: list[Label], zoom: int, chance) -> None:
    mixed = list(found)
    chance.shuffle(mixed)
    assert set(written(found, zoom, measure)) == set(written(mixed, zoom, measure))


def test_the_more_important_of_two_is_written() -> None:
    at = (141.9, 43.8)
    minor = Label("役場前の広場", at, GroundClass.PLACE, 3)
    major = Label("本町", at, GroundClass.PLACE, 1)
    (name,) = written([minor, major], 15, measure)
    assert name.text == "本町"
    x, y = to_unit(*at)
    assert (name.x, name.y) == (x * TILE * 2**15, y * TILE * 2**15)


def test_houses_are_named_only_from_near() -> None:
    house = Label("会館", (141.9, 43.8), GroundClass.BUILDING, 1)
    assert written([house], 16, measure) == []
    assert len(written([house], 17, measure)) == 1


def test_the_same_name_is_not_written_side_by_side() -> None:
    near = [
        Label("中央通", (141.9 + i * 0.0005, 43.8), GroundClass.ROAD_MAJOR, 2) for i in range(40)
    ]
    names = written(near, 16, measure)
    assert 1 < len(names) < 10
    assert all(abs(a.x - b.x) >= 260 for a, b in combinations(names, 2))

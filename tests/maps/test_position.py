"""Positions: none, swapped, abroad, how far, how exact."""

from __future__ import annotations

import math

import pytest

from renkei_desktop.domain.place import Accuracy
from renkei_desktop.maps.position import Doubt, distance, is_rough, judge, ring


@pytest.mark.parametrize(
    ("latitude", "longitude", "doubt"),
    [
        (43.807, 141.9345, Doubt.NONE),
        (24.06, 123.78, Doubt.NONE),
        (141.9345, 43.807, Doubt.SWAPPED),
        (0, 0, Doubt.MISSING),
        (0.0, 1e-7, Doubt.MISSING),
        (None, 141.9, Doubt.MISSING),
        (43.8, None, Doubt.MISSING),
        (math.nan, 141.9, Doubt.MISSING),
        (math.inf, 141.9, Doubt.MISSING),
        (51.5, -0.1, Doubt.ABROAD),
        (43.8, 0, Doubt.ABROAD),
        (438.07, 141.9, Doubt.ABROAD),
    ],
)
def test_a_pair_of_numbers_is_judged(
    latitude: float | None, longitude: float | None, doubt: Doubt
) -> None:
    found = judge(latitude, longitude)
    assert found.doubt is doubt
    usable = doubt in (Doubt.NONE, Doubt.SWAPPED)
    assert (found.latitude is not None) == (found.longitude is not None) == usable
    if found.latitude is not None and found.longitude is not None:
        assert found.latitude < 90 < found.longitude
    assert bool(doubt.sentence) == (doubt is not Doubt.NONE)


def test_distances_on_the_ground() -> None:
    assert distance(43.8, 141.9, 43.8, 141.9) == 0
    assert distance(43, 141, 44, 141) == pytest.approx(111_195, rel=1e-3)
    # Tokyo station to Osaka station
    assert distance(35.681236, 139.767125, 34.702485, 135.495951) == pytest.approx(
        403_000, rel=0.01
    )
    assert distance(0, 0, 0, 180) == pytest.approx(math.pi * 6_371_008.8)


def test_a_rough_position_has_a_ring_and_a_house_has_none() -> None:
    assert ring(None) == ring(Accuracy.HOUSE) == ring(Accuracy.SURVEYED) == 0
    assert 0 < ring(Accuracy.TOWN_PART) < ring(Accuracy.ROUGH)
    assert [accuracy for accuracy in Accuracy if is_rough(accuracy)] == [
        Accuracy.TOWN_PART,
        Accuracy.ROUGH,
    ]

"""The map of the town."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from functools import cache
from typing import Any

import pytest

from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation
from renkei_desktop.domain.person import Person
from renkei_desktop.domain.place import Point
from renkei_desktop.domain.resource import Resource
from renkei_desktop.practice.stream import Seed
from renkei_desktop.practice.terrain.block import Finder
from renkei_desktop.practice.terrain.layout import Layout, lay_out
from renkei_desktop.practice.terrain.lot import Use
from renkei_desktop.practice.terrain.plane import inside, plane_at
from renkei_desktop.practice.terrain.size import size_for
from renkei_desktop.practice.town import PracticeTown
from tests.practice.looking import of

CLASSES = {
    "road_major", "road", "path", "rail", "river", "water", "field", "forest", "building",
    "public_building", "park", "area", "place",
}  # fmt: skip


@cache
def laid_out(seed: int, registered: int = 300) -> Layout:
    return lay_out(Seed(seed), size_for(registered))


def features(mihon: PracticeTown) -> list[dict[str, Any]]:
    return list(json.loads(mihon.ground)["features"])


def test_it_says_what_it_is(mihon: PracticeTown) -> None:
    head = json.loads(mihon.ground)["renkei"]
    assert head == {"kind": "ground", "name": "見本町", "attribution": "見本町（架空の町）"}


def test_it_has_every_class_and_no_other(mihon: PracticeTown) -> None:
    counted = Counter(feature["properties"]["class"] for feature in features(mihon))
    assert set(counted) == CLASSES
    assert counted["building"] > 1700
    assert counted["area"] == 30
    assert 2800 < counted.total() < 4500
    assert len(mihon.ground) < 2_000_000


def test_properties_and_geometries_are_as_promised(mihon: PracticeTown) -> None:
    for feature in features(mihon):
        properties, geometry = feature["properties"], feature["geometry"]
        assert set(properties) == {"class", "name", "label_rank"}
        assert properties["name"] is None or properties["name"].strip()
        assert type(properties["label_rank"]) is int
        assert geometry["type"] in ("Polygon", "LineString", "Point")
        if geometry["type"] == "Polygon":
            ring = geometry["coordinates"][0]
            assert ring[0] == ring[-1] and len(ring) >= 4


def test_names_that_people_look_for_stand_on_it(mihon: PracticeTown) -> None:
    names = {feature["properties"]["name"] for feature in features(mihon)}
    assert {
        "見本町",
        "見本町役場",
        "見本駅",
        "見本川",
        "南一条二丁目",
        "旭町一丁目",
        "字豊里",
    } <= names
    assert {a.name for a in of(mihon, NeighbourhoodAssociation)} <= names


def test_everybody_and_everything_stands_on_the_map(mihon: PracticeTown) -> None:
    spots = [
        spot
        for feature in features(mihon)
        if feature["properties"]["class"] == "area"
        for spot in feature["geometry"]["coordinates"][0]
    ]
    (west, east), (south, north) = ((min(x), max(x)) for x in zip(*spots, strict=True))
    placed = [*of(mihon, Person), *of(mihon, Resource)]
    points = [record.place.point for record in placed if record.place and record.place.point]
    assert len(points) > 2000
    for point in points:
        assert west < point.longitude < east
        assert south < point.latitude < north


def test_it_lies_in_the_open_sea(mihon: PracticeTown) -> None:
    """No practice pin may ever stand at a real house."""
    points = [p.place.point for p in of(mihon, Person) if p.place and p.place.point]
    assert all(140.85 < p.longitude < 141.05 and 43.75 < p.latitude < 43.9 for p in points)


@pytest.mark.parametrize("seed", range(1, 9))
def test_any_seed_gives_a_whole_town(seed: int) -> None:
    layout = laid_out(seed)
    assert len(layout.homes) == 1325
    assert len(layout.quarters) == len(layout.halls) == 30
    homes = Counter(site.lot.quarter for site in layout.homes)
    assert all(homes[index] for index in range(30))


@pytest.mark.parametrize("seed", range(1, 5))
def test_the_associations_tile_the_inhabited_land(seed: int) -> None:
    layout = laid_out(seed)
    land = layout.land
    step = 97.3
    for column in range(int(-land.edge / step) + 1, int(land.edge / step)):
        u = column * step
        v = land.hills.at(u) + 1
        while v < land.forest.at(u) - 1:
            assert sum(quarter.covers((u, v)) for quarter in layout.quarters) == 1
            v += step


def test_a_house_stands_in_its_quarter_and_its_door_in_the_house() -> None:
    layout = laid_out(1)
    finder = Finder(layout.quarters)
    for site in layout.homes:
        assert finder.of(site.door) == site.lot.quarter
        if site.lot.use is not Use.FLAT:
            assert inside(site.door, site.built.outlines[0])


def test_houses_stand_clear_of_each_other() -> None:
    layout = laid_out(1)
    dwellings = [site for site in layout.homes if site.lot.use in (Use.HOUSE, Use.SHOP)]
    for before, after in itertools.pairwise(dwellings):
        corners = before.built.outlines[0]
        assert not any(inside(corner, after.built.outlines[0]) for corner in corners)


def test_no_two_lots_share_an_address() -> None:
    layout = laid_out(1)
    sites = [*layout.homes, *layout.stores, *layout.halls]
    addresses = Counter(site.lot.address for site in sites)
    assert addresses.most_common(1)[0][1] == 1
    known = {landmark.address for landmark in layout.landmarks}
    assert not known & set(addresses)


def test_no_house_stands_in_the_river_or_the_brook() -> None:
    layout = laid_out(1)
    land = layout.land
    for site in layout.homes:
        u, v = site.door
        assert abs(v - land.river.at(u)) > land.river_half.at(u) + 20
        assert land.hills.at(u) < v < land.forest.at(u)


def test_what_is_straight_in_the_plane_is_straight_on_the_map() -> None:
    plane = plane_at(Point(43.8, 141.0), 0.2)
    (x0, y0), (x1, y1), (x2, y2) = (plane.lonlat((d, 2 * d)) for d in (0, 5000, 10000))
    assert x0 + x2 == pytest.approx(2 * x1, abs=2e-6)
    assert y0 + y2 == pytest.approx(2 * y1, abs=2e-6)


def test_a_metre_is_a_metre() -> None:
    plane = plane_at(Point(43.8, 141.0), 0.2)
    a, b = plane.lonlat((0, 0)), plane.lonlat((600, 800))
    east, north = (b[0] - a[0]) * 111_132 * 0.72176, (b[1] - a[1]) * 111_132
    assert (east**2 + north**2) ** 0.5 == pytest.approx(1000, abs=1)

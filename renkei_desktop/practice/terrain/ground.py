"""The town's own map data, as GeoJSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from renkei_desktop.practice.stream import Seed
from renkei_desktop.practice.terrain.block import FLATS_IN_A_ROW
from renkei_desktop.practice.terrain.house import terrace
from renkei_desktop.practice.terrain.landmark import taken_halves
from renkei_desktop.practice.terrain.layout import Layout
from renkei_desktop.practice.terrain.nature import (
    forests,
    park_trees,
    ponds,
    river,
    river_line,
    streams,
    woods,
)
from renkei_desktop.practice.terrain.plane import Plane, Spot
from renkei_desktop.practice.terrain.quarter import Quarter
from renkei_desktop.practice.terrain.road import roads
from renkei_desktop.practice.terrain.size import BLOCK

Feature = dict[str, Any]

_UNNAMED = 9


def ground(seed: Seed, layout: Layout, name: str) -> bytes:
    """The map of the town: a FeatureCollection in UTF-8, in the order in which to paint it."""
    features = list(_Painter(layout.land.plane).features(seed, layout, name))
    head = {"kind": "ground", "name": name, "attribution": f"{name}（架空の町）"}
    collection = {"type": "FeatureCollection", "renkei": head, "features": features}
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()


class _Painter:
    """Turns the plan's shapes into features on the globe."""

    def __init__(self, plane: Plane) -> None:
        self._plane = plane

    def features(self, seed: Seed, layout: Layout, name: str) -> Iterator[Feature]:
        yield from self._land(seed, layout)
        yield from self._water(seed, layout)
        yield from self._roads(layout)
        yield from self._buildings(layout)
        yield from self._landmarks(layout)
        yield from self._names(layout, name)

    def _land(self, seed: Seed, layout: Layout) -> Iterator[Feature]:
        for ring in forests(layout.land):
            yield self._area("forest", ring)
        for ring in layout.fields:
            yield self._area("field", ring)
        lots = [site.lot for site in layout.homes]
        for ring in woods(layout.land, lots, seed.stream("woods")):
            yield self._area("forest", ring)

    def _water(self, seed: Seed, layout: Layout) -> Iterator[Feature]:
        yield self._area("water", river(layout.land))
        for name, ring in ponds(layout.land, seed.stream("ponds")):
            yield self._area("water", ring, name, 4)
        yield self._line("river", river_line(layout.land), "見本川", 1)
        for name, line in streams(layout.land):
            yield self._line("river", line, name, 4 if name else _UNNAMED)

    def _roads(self, layout: Layout) -> Iterator[Feature]:
        found = sorted(
            roads(layout.land, layout.blocks, taken_halves(layout.landmarks)),
            key=lambda road: -road.rank,
        )
        for road in found:
            yield self._line(road.kind, road.line, road.name, road.rank)

    def _buildings(self, layout: Layout) -> Iterator[Feature]:
        for first in range(0, len(layout.flats), FLATS_IN_A_ROW):
            row = layout.flats[first : first + FLATS_IN_A_ROW]
            yield self._area("building", terrace(row[0], row[-1]))
        for site in (*layout.homes, *layout.stores):
            for ring in site.built.outlines:
                yield self._area("building", ring)

    def _landmarks(self, layout: Layout) -> Iterator[Feature]:
        for quarter, site in zip(layout.quarters, layout.halls, strict=True):
            yield self._area("public_building", site.built.outlines[0], quarter.name + "会館", 7)
        for landmark in layout.landmarks:
            kind = "public_building" if landmark.public else "building"
            for ring in landmark.grounds:
                name = _ground_name(landmark.key, landmark.name, bool(landmark.buildings))
                yield self._area("park", ring, name, 4)
            if landmark.key == "shrine":
                yield self._area("forest", park_trees(landmark.spot))
            for index, ring in enumerate(landmark.buildings):
                named = index == 0 and landmark.key != "park"
                rank = landmark.rank if named else _UNNAMED
                yield self._area(kind, ring, landmark.name if named else None, rank)

    def _names(self, layout: Layout, name: str) -> Iterator[Feature]:
        for quarter in layout.quarters:
            rank = 8 if quarter.rural else 3
            yield self._area("area", quarter.outline(), quarter.name, rank)
        yield self._place((0.0, BLOCK * 0.5), name, 0)
        for quarter in layout.quarters:
            if quarter.address:
                rank = 2 if quarter.rural else 5
                yield self._place(_label_spot(quarter, layout), quarter.address, rank)
        for words, spot in _chome_labels(layout):
            yield self._place(spot, words, 5)

    def _area(
        self, kind: str, ring: Sequence[Spot], name: str | None = None, rank: int = _UNNAMED
    ) -> Feature:
        closed = [self._plane.lonlat(spot) for spot in (*ring, ring[0])]
        return _feature(kind, {"type": "Polygon", "coordinates": [closed]}, name, rank)

    def _line(self, kind: str, line: Iterable[Spot], name: str | None, rank: int) -> Feature:
        coordinates = [self._plane.lonlat(spot) for spot in line]
        return _feature(kind, {"type": "LineString", "coordinates": coordinates}, name, rank)

    def _place(self, spot: Spot, name: str, rank: int) -> Feature:
        point = {"type": "Point", "coordinates": self._plane.lonlat(spot)}
        return _feature("place", point, name, rank)


def _feature(kind: str, geometry: Feature, name: str | None, rank: int) -> Feature:
    properties = {"class": kind, "name": name, "label_rank": rank}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


_GROUND_NAMES = {"park": "中央公園", "bath": "町民スキー場"}


def _ground_name(key: str, name: str, built: bool) -> str | None:
    """A ground bears a name of its own only where no building bears it."""
    return _GROUND_NAMES.get(key, None if built else name)


def _label_spot(quarter: Quarter, layout: Layout) -> Spot:
    """Where the name of a quarter stands: in the middle of its homes."""
    index = layout.quarters.index(quarter)
    doors = [site.door for site in layout.homes if site.lot.quarter == index]
    doors = doors or [layout.halls[index].door]
    return sum(u for u, _ in doors) / len(doors), sum(v for _, v in doors) / len(doors)


def _chome_labels(layout: Layout) -> Iterator[tuple[str, Spot]]:
    """条 and 丁目 of the centre, each in the middle of its blocks."""
    middles: dict[str, list[Spot]] = {}
    for block in layout.blocks:
        if not layout.quarters[block.quarter].address:
            middles.setdefault(block.address, []).append(block.middle)
    for address, spots in middles.items():
        u = sum(spot[0] for spot in spots) / len(spots)
        yield address, (u, sum(spot[1] for spot in spots) / len(spots))

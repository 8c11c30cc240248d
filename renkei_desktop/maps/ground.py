"""Reads a drawn ground: a GeoJSON file whose features carry a class, a name and a label rank."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from renkei_desktop.maps import refusals
from renkei_desktop.maps.drawing import Drawing, GroundClass, Label, LonLat, Shape, extent
from renkei_desktop.maps.label_place import label_place
from renkei_desktop.maps.tiles import plain_line

_LARGEST_FILE = 64 * 1024 * 1024
_MOST_FEATURES = 100_000
_LAST_RANK = 99
_LONGEST_NAME = 60
_LINES = {"LineString": False, "Polygon": True}
_DEGREES = ("urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326", "EPSG:6668")
_DEGREES_JGD = ("urn:ogc:def:crs:EPSG::6668", "urn:ogc:def:crs:EPSG::4612")


def read_ground(path: Path) -> Drawing:
    """Reads a ground file. Raises RenkeiError with what is wrong where it is not one."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise refusals.too_large()
        return parse_ground(path.read_bytes())
    except OSError as error:
        raise refusals.unreadable() from error


def parse_ground(data: bytes) -> Drawing:
    """Reads the bytes of a ground file; raises as `read_ground`."""
    try:
        content = json.loads(data, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise refusals.wrong_ground("書き方（JSON）が途中で崩れています") from error
    about = _about(content)
    shapes: list[Shape] = []
    labels: list[Label] = []
    for feature in _features(content):
        _take(feature, shapes, labels)
    bounds = extent(shapes, labels)
    if bounds is None:
        raise refusals.wrong_ground("図形が一つも入っていません")
    return Drawing(
        name=plain_line(about.get("name")),
        attribution=plain_line(about.get("attribution")),
        bounds=bounds,
        shapes=tuple(shapes),
        labels=tuple(labels),
    )


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


def _about(content: Any) -> dict[str, Any]:
    """The member «renkei», which says that this is a ground at all."""
    if not isinstance(content, dict) or content.get("type") != "FeatureCollection":
        raise refusals.wrong_ground("地物の集まり（FeatureCollection）ではありません")
    about = content.get("renkei")
    if not isinstance(about, dict) or about.get("kind") != "ground":
        raise refusals.wrong_ground("背景の地図として作られたデータではありません")
    crs = content.get("crs")
    if crs is not None and _crs_name(crs) not in (*_DEGREES, *_DEGREES_JGD):
        raise refusals.other_position_system()
    return about


def _crs_name(crs: Any) -> Any:
    properties = crs.get("properties") if isinstance(crs, dict) else None
    return properties.get("name") if isinstance(properties, dict) else None


def _features(content: dict[str, Any]) -> list[Any]:
    features = content.get("features")
    if not isinstance(features, list):
        raise refusals.wrong_ground("地物の一覧（features）がありません")
    if len(features) > _MOST_FEATURES:
        raise refusals.too_large()
    return features


def _take(feature: Any, shapes: list[Shape], labels: list[Label]) -> None:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        raise refusals.wrong_ground("属性のない地物があります")
    kind = _kind(properties.get("class"))
    geometry = feature.get("geometry")
    if not isinstance(geometry, dict):
        raise refusals.wrong_ground("形のない地物があります")
    found = [Shape(kind, lines, closed) for lines, closed in _figures(geometry)]
    point = _point(geometry)
    shapes.extend(found)
    name = plain_line(properties.get("name"))[:_LONGEST_NAME]
    if name:
        labels.append(Label(name, point or label_place(found), kind, _rank(properties)))


def _kind(word: Any) -> GroundClass:
    try:
        return GroundClass(word)
    except ValueError as error:
        raise refusals.wrong_ground("種類（class）のわからない地物があります") from error


def _rank(properties: dict[str, Any]) -> int:
    rank = properties.get("label_rank")
    return max(1, min(_LAST_RANK, rank)) if type(rank) is int else _LAST_RANK


def _figures(geometry: dict[str, Any]) -> Iterator[tuple[tuple[tuple[LonLat, ...], ...], bool]]:
    """Every figure of a geometry with whether it is closed; a point has none."""
    kind, parts = str(geometry.get("type")), geometry.get("coordinates")
    if kind == "Point":
        return
    single = kind.removeprefix("Multi")
    many = single != kind
    if single not in _LINES:
        raise refusals.wrong_ground("点、線、面のどれでもない地物があります")
    closed = _LINES[single]
    for part in _listed(parts) if many else [parts]:
        lines = _listed(part) if closed else [part]
        yield tuple(_line(line, 3 if closed else 2) for line in lines), closed


def _listed(value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise refusals.wrong_ground("座標の並びが欠けている地物があります")
    return value


def _line(points: Any, fewest: int) -> tuple[LonLat, ...]:
    line = tuple(_position(point) for point in _listed(points))
    if len(line) < fewest:
        raise refusals.wrong_ground("座標の並びが欠けている地物があります")
    return line


def _point(geometry: dict[str, Any]) -> LonLat | None:
    return _position(geometry.get("coordinates")) if geometry.get("type") == "Point" else None


def _position(pair: Any) -> LonLat:
    if not isinstance(pair, list) or len(pair) < 2:
        raise refusals.wrong_ground("座標の並びが欠けている地物があります")
    lon, lat = pair[:2]
    if type(lon) not in (int, float) or type(lat) not in (int, float):
        raise refusals.wrong_ground("座標が数ではない地物があります")
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise refusals.other_position_system()
    return float(lon), float(lat)

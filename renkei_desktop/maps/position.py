"""Rules for a position: is it one at all, how far are two apart, how exact is it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from renkei_desktop.domain.place import Accuracy
from renkei_desktop.maps.mercator import EARTH_RADIUS

_SOUTH, _NORTH = 20.0, 46.0
_WEST, _EAST = 122.0, 154.0
_NEAR_NOTHING = 0.5
"""Within half a degree of 0,0 there is no position, only an empty cell that became a number."""

_RING = {
    Accuracy.SURVEYED: 0.0,
    Accuracy.HOUSE: 0.0,
    Accuracy.TOWN_PART: 250.0,
    Accuracy.ROUGH: 1_000.0,
}


class Doubt(StrEnum):
    """What is wrong with a pair of numbers that should be latitude and longitude."""

    NONE = "none"
    MISSING = "missing"
    SWAPPED = "swapped"
    ABROAD = "abroad"

    @property
    def sentence(self) -> str:
        """What the clerk reads; empty where nothing is wrong."""
        return _SENTENCES[self]


_SENTENCES = {
    Doubt.NONE: "",
    Doubt.MISSING: "位置が入っていません。",
    Doubt.SWAPPED: "緯度と経度が入れ替わっているようです。入れ替えて読みました。",
    Doubt.ABROAD: "位置が日本の外にあります。緯度と経度を確かめてください。",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """Latitude and longitude as they are to be used (None: no position), and what was doubtful."""

    latitude: float | None
    longitude: float | None
    doubt: Doubt


def judge(latitude: float | None, longitude: float | None) -> Judgement:
    """Looks at a pair of numbers: 0,0 is no position, a swapped pair is turned round."""
    if latitude is None or longitude is None or not _finite(latitude, longitude):
        return Judgement(None, None, Doubt.MISSING)
    if math.hypot(latitude, longitude) < _NEAR_NOTHING:
        return Judgement(None, None, Doubt.MISSING)
    if in_japan(latitude, longitude):
        return Judgement(latitude, longitude, Doubt.NONE)
    if in_japan(longitude, latitude):
        return Judgement(longitude, latitude, Doubt.SWAPPED)
    return Judgement(None, None, Doubt.ABROAD)


def _finite(*numbers: float) -> bool:
    return all(math.isfinite(number) for number in numbers)


def in_japan(latitude: float, longitude: float) -> bool:
    return _SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST


def distance(a_latitude: float, a_longitude: float, b_latitude: float, b_longitude: float) -> float:
    """Metres on the ground between two points, by the great circle."""
    phi_a, phi_b = math.radians(a_latitude), math.radians(b_latitude)
    half_phi = (phi_b - phi_a) / 2
    half_lambda = math.radians(b_longitude - a_longitude) / 2
    chord = math.sin(half_phi) ** 2 + math.cos(phi_a) * math.cos(phi_b) * math.sin(half_lambda) ** 2
    return 2 * EARTH_RADIUS * math.asin(math.sqrt(min(1.0, chord)))


def ring(accuracy: Accuracy | None) -> float:
    """How many metres the true place may lie from the point; 0 where the point is the house."""
    return _RING[accuracy] if accuracy else 0.0


def is_rough(accuracy: Accuracy | None) -> bool:
    """Whether the point only stands for a neighbourhood and is to be drawn hollow."""
    return ring(accuracy) > 0

"""Where something is: an address, a point, and how exact that point is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from renkei_desktop.domain.field import Field, Kind


class Accuracy(StrEnum):
    """How exact a point is, from best to worst."""

    SURVEYED = "surveyed"
    HOUSE = "house"
    TOWN_PART = "town_part"
    ROUGH = "rough"

    @property
    def label(self) -> str:
        return _ACCURACY_LABELS[self]


_ACCURACY_LABELS = {
    Accuracy.SURVEYED: "手置き",
    Accuracy.HOUSE: "番地",
    Accuracy.TOWN_PART: "町字",
    Accuracy.ROUGH: "概略",
}


@dataclass(frozen=True, slots=True)
class Point:
    """Latitude and longitude in degrees (JGD2011, which is WGS84 for a map on paper)."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise ValueError("latitude or longitude out of range")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Address, point and accuracy change together: one register."""

    address: Annotated[str | None, Field("住所", "address", searched=True)] = None
    point: Annotated[Point | None, Field("位置", "point", Kind.VALUE)] = None
    accuracy: Annotated[Accuracy | None, Field("位置の確かさ", "accuracy", Kind.CHOICE)] = None

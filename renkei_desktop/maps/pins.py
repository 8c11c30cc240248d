"""Pins: what stands on the map for a record, and how they are sent to the page as data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.place import Accuracy
from renkei_desktop.maps.position import is_rough, ring


class PinKind(StrEnum):
    """What a pin stands for. Each has its own shape, so that colour alone says nothing."""

    RESIDENT = "resident"
    RESOURCE = "resource"
    WATCH = "watch"

    @property
    def label(self) -> str:
        return PIN_LOOKS[self].label


@dataclass(frozen=True, slots=True)
class PinLook:
    """Shape (circle, square, diamond), colour and the words of the legend."""

    shape: str
    colour: str
    label: str


PIN_LOOKS = {
    PinKind.RESIDENT: PinLook("circle", "#1D5FA8", "登録住民"),
    PinKind.RESOURCE: PinLook("square", "#0F6B5C", "社会資源"),
    PinKind.WATCH: PinLook("diamond", "#9A6700", "気づきあり"),
}
"""In drawing order: a later kind lies above an earlier one."""

ROUGH_LABEL = "白抜きはおおよその位置"


@dataclass(frozen=True, slots=True)
class Pin:
    """One record on the map: degrees, the name shown on touch, one letter drawn inside.

    `label` is a name and stays data all the way: it is never put into HTML.
    """

    record_id: RecordId
    latitude: float
    longitude: float
    label: str
    kind: PinKind = PinKind.RESIDENT
    letter: str = ""
    accuracy: Accuracy | None = None


def payload(pins: Iterable[Pin]) -> list[list[Any]]:
    """The rows that the page reads, short because 20,000 of them travel at once:
    id, latitude, longitude, name, number of the kind, letter, 1 if hollow, ring in metres.
    """
    return [
        [
            pin.record_id,
            round(pin.latitude, 7),
            round(pin.longitude, 7),
            pin.label,
            _NUMBERS[pin.kind],
            pin.letter[:1],
            int(is_rough(pin.accuracy)),
            ring(pin.accuracy),
        ]
        for pin in pins
    ]


_NUMBERS = {kind: number for number, kind in enumerate(PIN_LOOKS)}


def looks() -> list[dict[str, str]]:
    """Shape, colour and words of every kind, by the numbers of `payload`."""
    return [
        {"shape": look.shape, "colour": look.colour, "label": look.label}
        for look in PIN_LOOKS.values()
    ]

"""Pins as data, the look of every kind, and the style of the ground."""

from __future__ import annotations

import json

import pytest

from renkei_desktop.domain.place import Accuracy
from renkei_desktop.maps.drawing import GroundClass
from renkei_desktop.maps.pins import PIN_LOOKS, Pin, PinKind, looks, payload
from renkei_desktop.maps.style import GROUND, LOOKS, ORDER, Part, width_at


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG has it, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_pin_is_one_short_row() -> None:
    pins = [
        Pin(
            "a" * 32, 43.80701234567, 141.9, "<b>小野寺</b>", PinKind.WATCH, "見守", Accuracy.ROUGH
        ),
        Pin("b" * 32, 43.8, 141.9, "髙橋"),
    ]
    assert payload(pins) == [
        ["a" * 32, 43.8070123, 141.9, "<b>小野寺</b>", 2, "見", 1, 1000.0],
        ["b" * 32, 43.8, 141.9, "髙橋", 0, "", 0, 0.0],
    ]
    assert json.loads(json.dumps(payload(pins))) == payload(pins)


def test_every_kind_has_its_own_shape_colour_and_words() -> None:
    assert set(PIN_LOOKS) == set(PinKind)
    assert len({look.shape for look in PIN_LOOKS.values()}) == len(PIN_LOOKS)
    assert len({look.colour for look in PIN_LOOKS.values()}) == len(PIN_LOOKS)
    assert [look["label"] for look in looks()] == [kind.label for kind in PIN_LOOKS]
    for look in PIN_LOOKS.values():
        assert contrast(look.colour, "#FFFFFF") >= 4.5


def test_every_class_of_the_ground_has_a_look_and_its_place_in_the_order() -> None:
    assert set(LOOKS) == set(GroundClass)
    assert {kind for kind, _ in ORDER} == set(GroundClass) - {GroundClass.PLACE}
    for kind, part in ORDER:
        look = LOOKS[kind]
        assert {Part.FILL: look.fill, Part.CASING: look.casing, Part.LINE: look.line}[part]
    places = {step: at for at, step in enumerate(ORDER)}
    assert places[GroundClass.ROAD, Part.CASING] < places[GroundClass.ROAD_MAJOR, Part.LINE]
    assert places[GroundClass.ROAD_MAJOR, Part.CASING] < places[GroundClass.ROAD, Part.LINE]


def test_names_on_the_ground_can_be_read() -> None:
    for look in LOOKS.values():
        if look.lettering:
            assert contrast(look.lettering.colour, look.fill or GROUND) >= 4.5
            assert look.lettering.size >= 11


@pytest.mark.parametrize(("zoom", "width"), [(0, 1), (10, 1), (12, 2), (13, 3), (14, 4), (20, 4)])
def test_a_line_grows_evenly_between_two_stops(zoom: float, width: float) -> None:
    assert width_at(((10, 1), (11, 1), (14, 4)), zoom) == pytest.approx(width)

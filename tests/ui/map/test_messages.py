"""What is said to the page and what is believed of its answers."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.maps.drawing import Drawing, GroundClass, Shape, empty_ground
from renkei_desktop.maps.mercator import Bounds
from renkei_desktop.maps.pins import Pin
from renkei_desktop.ui.map import messages
from renkei_desktop.ui.map.messages import Said, said
from renkei_desktop.ui.map.shown import Shown

TOWN = Bounds(141.9, 43.8, 142.0, 43.9)


@given(st.text())
def test_a_name_is_data_in_the_script_whatever_it_holds(name: str) -> None:
    script = messages.call([messages.all_pins([Pin("a" * 32, 43.8, 141.9, name)])])
    assert script.isascii()
    assert script.startswith("renkei.take(") and script.endswith(")")
    (message,) = json.loads(script[len("renkei.take(") : -1])
    assert message["rows"][0][3] == name


def test_a_position_that_is_no_number_is_never_sent() -> None:
    with pytest.raises(ValueError):
        messages.call([messages.all_pins([Pin("a" * 32, float("nan"), 141.9, "")])])


@pytest.mark.parametrize(
    ("path", "heard"),
    [
        ("/said/ready/17-3", Said("ready", ("17-3",))),
        ("/said/chosen/abc", Said("chosen", ("abc",))),
        ("/said/moved/abc/43.8/141.9", Said("moved", ("abc", "43.8", "141.9"))),
        ("/said/chosen/%E5%8C%97%2F", Said("chosen", ("北/",))),
        ("/said/settled/4", Said("settled", ("4",))),
        ("/said/deleted/abc", None),
        ("/said/chosen", None),
        ("/said/chosen/a/b", None),
        ("/said/", None),
        ("/tile/1", None),
        ("/said/chosen/" + "a" * 400, None),
    ],
)
def test_only_known_words_are_heard(path: str, heard: Said | None) -> None:
    assert said(path) == heard


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (("a", "43.8", "141.9"), (43.8, 141.9)),
        (("a", "nan", "141.9"), None),
        (("a", "43.8", "inf"), None),
        (("a", "north", "141.9"), None),
        (("a", "91", "141.9"), None),
        (("a", "43.8", "-181"), None),
    ],
)
def test_a_place_is_on_the_earth_or_none(
    words: tuple[str, ...], place: tuple[float, float] | None
) -> None:
    assert Said("moved", words).place == place


def test_the_source_line_is_never_empty() -> None:
    assert messages.source_line("© 試験") == "出典　© 試験"
    assert "書かれていません" in messages.source_line("")
    told = messages.ground(empty_ground(TOWN), 3)
    assert told["source"] == messages.NO_GROUND
    assert told["tiles"] == "/tile/3/{sharp}/{z}/{x}/{y}"


def test_a_drawn_ground_may_be_left_by_half_its_size() -> None:
    told = messages.ground(Drawing("", "", TOWN), 1)
    (south, west), (north, east) = told["limits"]
    assert (west, east) == pytest.approx((141.85, 142.05))
    assert (south, north) == pytest.approx((43.75, 43.95))
    assert told["tileBounds"] is None


def test_everything_is_shown_where_the_pins_are() -> None:
    shown = Shown()
    assert shown.whole() is None
    shown.change([Pin("a", 43.85, 141.95, ""), Pin("b", 43.86, 141.96, "")], [])
    pins = Bounds(141.95, 43.85, 141.96, 43.86)
    assert shown.whole() == pins
    shown.ground = Drawing("", "", TOWN, (Shape(GroundClass.ROAD, ((),), False),))
    assert shown.whole() == pins
    shown.change([Pin("c", 35.0, 135.0, "その外")], ["a", "b"])
    assert shown.whole() == TOWN
    shown.forget_people()
    assert shown.pins == {}
    assert shown.ground is not None

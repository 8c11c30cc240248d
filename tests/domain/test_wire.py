"""Values on the wire: what goes out comes back, and nothing else is taken for it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from renkei_desktop.domain.choice import Answer, AnswerWay, Sex
from renkei_desktop.domain.consent import ConsentAnswer
from renkei_desktop.domain.neighbourhood import Area
from renkei_desktop.domain.person import Person
from renkei_desktop.domain.place import Accuracy, Place, Point
from renkei_desktop.domain.provision import Included, Provision
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.domain.wire import by_wire, from_wire, record_from, registers_of, to_wire

VALUES: list[tuple[Any, Any, Any]] = [
    (str, "髙橋", "髙橋"),
    (bool, True, True),
    (int, 3, 3),
    (float, 1.5, 1.5),
    (PartialDate, PartialDate(1942, 4), "1942-04"),
    (Sex, Sex.FEMALE, "female"),
    (Point, Point(43.5, 141.9), [43.5, 141.9]),
    (tuple[Point, ...], (Point(43.0, 141.0),), [[43.0, 141.0]]),
    (tuple[str, ...], ("a", "b"), ["a", "b"]),
    (tuple[str, ...], (), []),
    (Place, Place(address="緑町"), {"address": "緑町"}),
    (
        Place,
        Place(point=Point(1.0, 2.0), accuracy=Accuracy.HOUSE),
        {"point": [1.0, 2.0], "accuracy": "house"},
    ),
    (
        ConsentAnswer,
        ConsentAnswer(answer=Answer.GIVEN, on=PartialDate(2026, 4, 1), way=AnswerWay.PAPER),
        {"answer": "given", "on": "2026-04-01", "way": "paper"},
    ),
    (tuple[Included, ...], (Included("r", "あ-1", "同意"),), [["r", "あ-1", "同意"]]),
]


@pytest.mark.parametrize(("hint", "value", "wire"), VALUES)
def test_a_value_goes_out_and_comes_back(hint: Any, value: Any, wire: Any) -> None:
    assert to_wire(value) == wire
    assert from_wire(hint, json.loads(json.dumps(wire))) == value
    assert to_wire(None) is None
    assert from_wire(hint, None) is None


@pytest.mark.parametrize(
    ("hint", "wire"),
    [
        (str, 1),
        (bool, 1),
        (int, True),
        (float, True),
        (float, "1"),
        (PartialDate, "1942-13"),
        (PartialDate, 1942),
        (Sex, "FEMALE"),
        (Sex, 1),
        (Point, {"latitude": 1}),
        (Point, [1.0]),
        (Point, [1.0, 2.0, 3.0]),
        (Point, [99.0, 0.0]),
        (tuple[str, ...], "ab"),
        (tuple[str, ...], [1]),
        (Place, ["緑町"]),
        (Place, {"accuracy": "exact"}),
    ],
)
def test_json_that_does_not_fit_is_refused(hint: Any, wire: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        from_wire(hint, wire)


def test_a_whole_number_is_a_degree_as_well() -> None:
    assert from_wire(Point, [43, 141]) == Point(43.0, 141.0)


def test_a_part_that_a_newer_program_added_is_left_aside() -> None:
    assert from_wire(Place, {"address": "緑町", "floor": 2}) == Place(address="緑町")


def test_what_no_field_holds_is_refused() -> None:
    for value in ({"a": 1}, b"x", object(), Place):
        with pytest.raises(TypeError):
            to_wire(value)


def test_a_record_is_its_registers() -> None:
    person = Person(id="1" * 32, name="髙橋", sex=Sex.FEMALE, place=Place(address="緑町"))
    registers = registers_of(person)
    assert registers["name"] == "髙橋"
    assert registers["birth"] is None
    assert record_from(Person, person.id, registers) == person
    assert record_from(Person, person.id, {**registers, "newer": 1}) == person


def test_a_register_that_is_missing_is_its_default() -> None:
    area = record_from(Area, "1", {"name": "緑町"})
    assert area == Area(id="1", name="緑町", outline=())
    assert record_from(Provision, "1", {}) == Provision(id="1")


def test_declarations_are_found_by_wire_name() -> None:
    assert by_wire(Person)["name"].attribute == "name"
    assert by_wire(Provision)["number"].field.label

"""One declaration per field: complete, unmistakable, and permanent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import pytest

from renkei_desktop.domain.field import (
    EXISTS,
    Conflict,
    Field,
    Kind,
    Record,
    declared,
    record_kind,
    record_kinds,
)
from renkei_desktop.domain.retired import is_retired
from renkei_desktop.domain.wire import to_wire

KINDS = record_kinds()
FIELDS = [(kind, item) for kind, cls in KINDS.items() for item in declared(cls)]
NAMES = [f"{kind}.{item.field.wire}" for kind, item in FIELDS]


@pytest.mark.parametrize(("kind", "item"), FIELDS, ids=NAMES)
def test_a_declaration_is_complete(kind: str, item: object) -> None:
    from renkei_desktop.domain.field import Declared

    assert isinstance(item, Declared)
    field = item.field
    assert field.label
    assert field.wire.isidentifier()
    assert field.wire.isascii()
    assert "youshien" not in field.wire
    assert not is_retired(kind, field.wire)
    assert (field.kind is Kind.REFERENCE) == (field.target is not None)
    assert field.target is None or field.target in KINDS
    assert (field.kind is Kind.TERM) == (field.vocabulary is not None)
    assert field.law is None or 1 <= field.law <= 6


def test_all_six_items_of_the_law_have_a_field() -> None:
    assert {item.field.law for _, item in FIELDS} == {None, 1, 2, 3, 4, 5, 6}


def test_there_is_no_field_for_my_number() -> None:
    words = [item.field.label + item.field.wire for _, item in FIELDS]
    assert not [word for word in words if "マイナンバー" in word or "個人番号" in word]


def test_a_new_record_has_a_wire_form_for_every_field() -> None:
    for cls in KINDS.values():
        record = cls(id="0" * 32)
        for item in declared(cls):
            to_wire(getattr(record, item.attribute))


def test_consent_is_restrictive_and_an_ending_wins() -> None:
    rules = {f"{kind}.{item.field.wire}": item.field.conflict for kind, item in FIELDS}
    assert rules["consent.answer"] is Conflict.RESTRICTIVE
    assert rules["resident.ending"] is Conflict.ENDING
    assert rules["person.place"] is Conflict.SURVEYED


def test_a_kind_is_declared_once() -> None:
    with pytest.raises(ValueError, match="twice"):

        @record_kind("person", "人")
        @dataclass(frozen=True, kw_only=True)
        class Again(Record):
            """The same kind under another name."""


@dataclass(frozen=True, kw_only=True)
class Undeclared(Record):
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Doubled(Record):
    one: Annotated[str, Field("一", "name")] = ""
    two: Annotated[str, Field("二", "name")] = ""


@dataclass(frozen=True, kw_only=True)
class Reserved(Record):
    one: Annotated[str, Field("一", EXISTS)] = ""


def test_a_field_without_a_declaration_is_refused() -> None:
    with pytest.raises(TypeError, match="no declaration"):
        declared(Undeclared)


@pytest.mark.parametrize("cls", [Doubled, Reserved])
def test_a_wire_name_stands_for_one_thing(cls: type) -> None:
    with pytest.raises(ValueError, match="twice"):
        declared(cls)


def test_optional_types_are_told_by_the_value() -> None:
    types = {f"{kind}.{item.field.wire}": item.value_type for kind, item in FIELDS}
    assert types["person.name"] is str
    assert types["town.practice"] is bool

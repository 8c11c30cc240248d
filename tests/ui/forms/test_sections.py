"""Every declared field stands in exactly one section, or is named with the reason why in none."""

from __future__ import annotations

from collections import Counter

import pytest

from renkei_desktop.domain.field import Kind, declared, record_kinds
from renkei_desktop.ui.forms.editors import editor_for
from renkei_desktop.ui.forms.sections import (
    ENDING,
    PERSON,
    RESOURCE,
    SECTIONS,
    UNSHOWN,
    field_named,
    sections_of,
)
from renkei_desktop.ui.forms.surroundings import Surroundings

_BY_HAND = frozenset({"consent.purpose", "consent.recipient_class", "consent.answer"})
"""The table of consents edits these; it is no list of editors."""


def all_fields() -> list[str]:
    return [
        f"{kind}.{item.attribute}" for kind, cls in record_kinds().items() for item in declared(cls)
    ]


def test_every_field_stands_exactly_once() -> None:
    shown = Counter(field for section in SECTIONS for field in section.fields)
    places = {field: shown[field] + (field in UNSHOWN) for field in all_fields()}
    assert {field: n for field, n in places.items() if n != 1} == {}


def test_no_section_names_a_field_that_is_not_declared() -> None:
    named = {field for section in SECTIONS for field in section.fields} | UNSHOWN.keys()
    assert named - set(all_fields()) == set()


def test_every_field_left_out_has_its_reason_in_a_sentence() -> None:
    assert all(reason.endswith("。") and len(reason) > 8 for reason in UNSHOWN.values())


def test_a_list_holds_fields_of_its_own_kind_only() -> None:
    lists = [section for section in SECTIONS if section.each]
    assert lists
    for section in lists:
        assert section.kinds == {section.each}
        assert section.add


def test_there_is_an_editor_for_every_field_that_a_form_shows(around: Surroundings) -> None:
    for form in (PERSON, RESOURCE):
        for section in sections_of(form):
            for name in section.fields:
                _, item = field_named(name)
                if name not in _BY_HAND:
                    assert editor_for(item, around).value() in (None, False)


def test_a_value_class_is_edited_by_a_form_of_its_own() -> None:
    values = {
        field
        for section in SECTIONS
        for field in section.fields
        if field_named(field)[1].field.kind is Kind.VALUE
    }
    own = {field for section in sections_of(ENDING) for field in section.fields}
    assert values == own | {"consent.answer"}


def test_the_form_of_somebody_known_has_no_group_of_the_registration() -> None:
    known = frozenset({"person", "household", "phone", "emergency_contact"})
    titles = [section.title for section in sections_of(PERSON, known)]
    assert titles == ["本人", "住まい", "電話", "緊急連絡先", "世帯", "字と番号とメモ"]


def test_a_name_that_no_field_has_is_refused() -> None:
    with pytest.raises(KeyError):
        field_named("person.nickname")

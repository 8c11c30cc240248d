"""A half-typed form taken up days later settles only what it had shown."""

from __future__ import annotations

import dataclasses
import json

import pytest

from renkei_desktop.domain.wire import Json
from renkei_desktop.office import residents, shown
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.residents import PersonCard
from tests.office.people_in import enter


def put_aside(desk: Desk) -> Json:
    """Opens the form of a person and keeps what it shows, as a draft does."""
    kept: Json = json.loads(json.dumps(shown.kept(residents.person_card(desk, "p-a").card)))
    return kept


def taken_up(desk: Desk, kept: Json) -> PersonCard:
    return residents.as_shown(residents.person_card(desk, "p-a"), kept)


def with_phone(card: PersonCard, number: str) -> residents.PersonSheet:
    phone = dataclasses.replace(card.sheet.phones[0], number=number)
    return dataclasses.replace(card.sheet, phones=(phone,))


def with_reading(card: PersonCard, reading: str) -> residents.PersonSheet:
    person = dataclasses.replace(card.sheet.person, reading=reading)
    return dataclasses.replace(card.sheet, person=person)


@pytest.fixture
def kept(desk: Desk) -> Json:
    enter(desk, "a", "佐藤 キヨ")
    return put_aside(desk)


def test_what_nobody_touched_comes_back_as_it_was(desk: Desk, kept: Json) -> None:
    fresh = residents.person_card(desk, "p-a")
    again = taken_up(desk, kept)
    assert again.sheet == fresh.sheet
    assert again.card.helds == fresh.card.helds


def test_a_number_that_was_corrected_meanwhile_is_not_reverted(desk: Desk, kept: Json) -> None:
    other = residents.person_card(desk, "p-a")
    residents.correct(desk, other.card, with_phone(other, "0999-35-9999"))
    again = taken_up(desk, kept)
    assert again.sheet.phones[0].number == "0999-35-2111"
    residents.correct(desk, again.card, with_reading(again, "さとう きよ"))
    now = residents.person_card(desk, "p-a")
    assert now.sheet.phones[0].number == "0999-35-9999"
    assert now.sheet.person.reading == "さとう きよ"
    assert now.card.conflicts == {}


def test_where_both_changed_the_same_both_stand(desk: Desk, kept: Json) -> None:
    other = residents.person_card(desk, "p-a")
    residents.correct(desk, other.card, with_phone(other, "0999-35-9999"))
    again = taken_up(desk, kept)
    residents.correct(desk, again.card, with_phone(again, "0999-35-8888"))
    conflicts = residents.person_card(desk, "p-a").card.conflicts
    assert set(conflicts["ph-a", "number"]) == {"0999-35-9999", "0999-35-8888"}


@pytest.mark.parametrize("broken", [None, "x", [{}], [{"kind": "person"}], [1]])
def test_a_draft_that_cannot_be_read_falls_back_on_what_stands(
    desk: Desk, kept: Json, broken: Json
) -> None:
    assert taken_up(desk, broken).card == residents.person_card(desk, "p-a").card

"""The card of a person, and what a form saves."""

from __future__ import annotations

import dataclasses

import pytest

from renkei_desktop.domain.choice import Answer, AnswerWay, EndingReason, Purpose, RecipientClass
from renkei_desktop.domain.consent import Consent, ConsentAnswer, consent_id
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.person import Household, Person, Phone
from renkei_desktop.domain.resident import Ending
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.office import deeds, people, residents
from renkei_desktop.office.desk import Desk
from tests.office.people_in import enter, sheet

RARE = "𠮷田 葛\U000e0100城 髙﨑德"


def test_what_was_entered_is_on_the_card_to_the_letter(desk: Desk) -> None:
    entered = enter(desk, "a", RARE, answer=Answer.GIVEN)
    card = residents.person_card(desk, "p-a")
    assert card.sheet.person == entered.person
    assert card.sheet.person.name == RARE
    assert card.sheet.phones == entered.phones
    assert card.sheet.reasons == entered.reasons
    assert {c.id for c in card.sheet.consents} == {c.id for c in entered.consents}
    assert card.row.name == RARE
    assert card.row.consent is Answer.GIVEN


def test_a_correction_changes_what_it_says_and_nothing_else(desk: Desk) -> None:
    enter(desk, "a", "佐藤 キヨ")
    card = residents.person_card(desk, "p-a")
    person = dataclasses.replace(card.sheet.person, reading="さとう きよ")
    changes = residents.correct(desk, card.card, dataclasses.replace(card.sheet, person=person))
    assert changes.records == {("person", "p-a")}
    assert [line.register for line in residents.person_card(desk, "p-a").history[:1]] == ["reading"]
    row = people.row(desk, "p-a")
    assert row is not None and row.reading == "さとう きよ"


def test_saving_an_untouched_form_writes_nothing(desk: Desk) -> None:
    enter(desk, "a", "佐藤 キヨ")
    card = residents.person_card(desk, "p-a")
    assert not residents.correct(desk, card.card, card.sheet)
    assert len(deeds.record_of_deeds(desk)) == 2


def test_a_phone_that_was_taken_off_the_form_is_ended_and_undo_brings_it_back(desk: Desk) -> None:
    enter(desk, "a", "佐藤 キヨ")
    card = residents.person_card(desk, "p-a")
    residents.correct(desk, card.card, dataclasses.replace(card.sheet, phones=()))
    assert residents.person_card(desk, "p-a").sheet.phones == ()
    last = deeds.last_undoable(desk)
    assert last is not None and last.label == "住民情報の訂正"
    deeds.undo(desk, last.deed)
    assert [p.number for p in residents.person_card(desk, "p-a").sheet.phones] == ["0999-35-2111"]


def test_a_form_left_open_reverts_nothing_that_was_saved_meanwhile(desk: Desk) -> None:
    enter(desk, "a", "佐藤 キヨ")
    old = residents.person_card(desk, "p-a")
    fresh = residents.person_card(desk, "p-a")
    phone = dataclasses.replace(fresh.sheet.phones[0], number="0999-35-9999")
    residents.correct(desk, fresh.card, dataclasses.replace(fresh.sheet, phones=(phone,)))
    person = dataclasses.replace(old.sheet.person, reading="さとう きよ")
    residents.correct(desk, old.card, dataclasses.replace(old.sheet, person=person))
    card = residents.person_card(desk, "p-a")
    assert card.sheet.phones[0].number == "0999-35-9999"
    assert card.sheet.person.reading == "さとう きよ"
    assert not card.card.conflicts


def test_two_forms_that_change_the_same_field_leave_both_values(desk: Desk) -> None:
    enter(desk, "a", "佐藤 キヨ")
    first, second = (residents.person_card(desk, "p-a") for _ in range(2))
    for card, number in ((first, "0999-35-0001"), (second, "0999-35-0002")):
        phone = dataclasses.replace(card.sheet.phones[0], number=number)
        residents.correct(desk, card.card, dataclasses.replace(card.sheet, phones=(phone,)))
    conflicts = residents.person_card(desk, "p-a").card.conflicts
    assert set(conflicts[("ph-a", "number")]) == {"0999-35-0001", "0999-35-0002"}


def test_nobody_is_registered_twice(desk: Desk) -> None:
    enter(desk, "a", "佐藤 キヨ")
    again = sheet("b", "佐藤 キヨ")
    assert again.resident is not None
    resident = dataclasses.replace(again.resident, person="p-a")
    card = residents.person_card(desk, "p-a")
    twice = dataclasses.replace(card.sheet, resident=resident)
    with pytest.raises(RenkeiError, match="もう登録されています"):
        residents.register(desk, twice, card.card)


def test_an_ended_registration_leaves_the_list_and_nothing_is_deleted(desk: Desk) -> None:
    enter(desk, "a", "佐藤 キヨ")
    card = residents.person_card(desk, "p-a")
    residents.end_registration(desk, card, Ending(reason=EndingReason.MOVED))
    row = people.row(desk, "p-a")
    assert row is not None and row.resident is None
    assert residents.person_card(desk, "p-a").sheet.person.name == "佐藤 キヨ"


@pytest.mark.parametrize("field", ["note", "name_note"])
def test_a_my_number_is_refused_wherever_it_is_typed(desk: Desk, field: str) -> None:
    enter(desk, "a", "佐藤 キヨ")
    card = residents.person_card(desk, "p-a")
    person = dataclasses.replace(card.sheet.person, **{field: "番号 1234-5678-9018 です"})
    with pytest.raises(RenkeiError, match="マイナンバー") as caught:
        residents.correct(desk, card.card, dataclasses.replace(card.sheet, person=person))
    assert "1234" not in str(caught.value)
    assert residents.person_card(desk, "p-a").sheet.person == card.sheet.person


def test_a_withdrawn_consent_is_given_again_only_on_the_form(desk: Desk) -> None:
    enter(desk, "a", "佐藤 キヨ", answer=Answer.WITHDRAWN)
    key = consent_id("r-a", Purpose.ROSTER, RecipientClass.FIRE)
    held = desk.rows.get(Consent, key)
    assert held is not None
    answer = ConsentAnswer(
        answer=Answer.GIVEN, on=PartialDate(2026, 11, 24), way=AnswerWay.PAPER, by="本人"
    )
    given = dataclasses.replace(held.record, answer=answer)
    with pytest.raises(RenkeiError), desk.writing("裏口") as book:
        book.put(given, held)
    card = residents.person_card(desk, "p-a")
    consents = tuple(given if c.id == key else c for c in card.sheet.consents)
    residents.correct(desk, card.card, dataclasses.replace(card.sheet, consents=consents))
    fresh = desk.rows.get(Consent, key)
    assert fresh is not None and fresh.record.answer.answer is Answer.GIVEN


def test_a_person_who_is_gone_is_a_sentence(desk: Desk) -> None:
    with pytest.raises(RenkeiError, match="見つかりません"):
        residents.person_card(desk, "nobody")


def test_household_members_stand_on_the_card(desk: Desk) -> None:
    with desk.writing("用意") as book:
        book.put(Household(id="h", yago="かねき"), None)
        for key in ("a", "b"):
            book.put(Person(id=f"p-{key}", name=f"林 {key}", household="h"), None)
        book.put(Phone(id="ph", person="p-b", number="0999-35-2000"), None)
    card = residents.person_card(desk, "p-a")
    assert [row.person for row in card.household_members] == ["p-b"]
    assert card.row.yago == "かねき"

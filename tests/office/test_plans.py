"""The door, first half: who would be on a list, who not, and why."""

from __future__ import annotations

import dataclasses

import pytest

from renkei_desktop.domain.choice import (
    Answer,
    Purpose,
    RecipientClass,
    Situation,
)
from renkei_desktop.domain.consent import Consent, ConsentAnswer, consent_id
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation, WelfareCommissioner
from renkei_desktop.domain.person import Person
from renkei_desktop.domain.provision import Recipient
from renkei_desktop.domain.resident import Resident
from renkei_desktop.office import plans, town
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.plans import Paper, ProvisionPlan, Request

COMMISSIONER = RecipientClass.COMMISSIONER


@pytest.fixture
def neighbourhood(desk: Desk) -> Desk:
    """Two 町内会, one 民生委員 for the first, and five people with every kind of answer."""
    records = [
        WelfareCommissioner(id="w1", name="民生 花", reading="みんせい はな"),
        NeighbourhoodAssociation(id="a1", name="緑町", commissioner="w1", order="A"),
        NeighbourhoodAssociation(id="a2", name="旭町", order="B"),
        Recipient(id="to-w1", name="民生 花", recipient_class=COMMISSIONER, commissioner="w1"),
        Recipient(
            id="to-a2", name="旭町", recipient_class=RecipientClass.ASSOCIATION, association="a2"
        ),
        Recipient(id="to-fire", name="消防署", recipient_class=RecipientClass.FIRE),
        Recipient(id="to-shop", name="店", recipient_class=RecipientClass.OTHER),
    ]
    with desk.writing("用意") as book:
        for record in records:
            book.put(record, None)
    enter(desk, "given", "a1", Answer.GIVEN)
    enter(desk, "refused", "a1", Answer.REFUSED)
    enter(desk, "unasked", "a1", None)
    enter(desk, "withdrawn", "a1", Answer.WITHDRAWN)
    enter(desk, "elsewhere", "a2", Answer.GIVEN)
    return desk


def enter(desk: Desk, name: str, association: str | None, answer: Answer | None) -> None:
    """One registered person with the same answer to every class of recipients."""
    person = Person(id=f"p-{name}", name=f"{name} さん", association=association)
    resident = Resident(id=f"r-{name}", person=person.id)
    with desk.writing("用意") as book:
        book.put(person, None)
        book.put(resident, None)
        for recipient in RecipientClass if answer else ():
            consent = Consent(
                id=consent_id(resident.id, Purpose.ROSTER, recipient),
                resident=resident.id,
                purpose=Purpose.ROSTER,
                recipient_class=recipient,
                answer=ConsentAnswer(answer=answer or Answer.UNASKED),
            )
            book.put(consent, None, by_form=True)


def asked(desk: Desk, recipient: str, **more: object) -> ProvisionPlan:
    request = Request(paper=Paper.ROSTER, recipient=recipient, reason="見守りのため")
    return plans.plan(desk, dataclasses.replace(request, **more))  # type: ignore[arg-type]


def names(lines: tuple[plans.PlanLine, ...]) -> set[str]:
    return {line.row.name.removesuffix(" さん") for line in lines}


def test_a_commissioner_gets_those_of_her_area_who_agreed(neighbourhood: Desk) -> None:
    plan = asked(neighbourhood, "to-w1")
    assert names(plan.included) == {"given"}
    assert names(plan.left_out) == {"refused", "unasked", "withdrawn"}
    assert plan.associations == ("a1",)


def test_everybody_left_out_has_a_reason_in_words(neighbourhood: Desk) -> None:
    reasons = {
        line.row.name.removesuffix(" さん"): line.words
        for line in asked(neighbourhood, "to-w1").left_out
    }
    assert reasons["refused"] == "本人が同意していません（同意しない）"
    assert reasons["withdrawn"] == "本人が同意していません（取り消した）"
    assert reasons["unasked"] == "同意をまだ聞いていません"


def test_nobody_sees_beyond_the_own_area_even_when_asked(neighbourhood: Desk) -> None:
    assert asked(neighbourhood, "to-a2", associations=("a1",)).included == ()
    assert names(asked(neighbourhood, "to-a2").included) == {"elsewhere"}


def test_the_fire_brigade_sees_all_areas_or_the_chosen_one(neighbourhood: Desk) -> None:
    assert names(asked(neighbourhood, "to-fire").included) == {"given", "elsewhere"}
    assert names(asked(neighbourhood, "to-fire", associations=("a2",)).included) == {"elsewhere"}


def test_somebody_without_an_association_is_only_on_the_whole_list(neighbourhood: Desk) -> None:
    enter(neighbourhood, "stray", None, Answer.GIVEN)
    assert "stray" in names(asked(neighbourhood, "to-fire").included)
    assert "stray" not in names(asked(neighbourhood, "to-fire", associations=("a1",)).included)
    assert "stray" not in names(asked(neighbourhood, "to-w1").included)


def test_others_get_nothing_in_peacetime(neighbourhood: Desk) -> None:
    assert asked(neighbourhood, "to-shop").included == ()


def test_a_disaster_needs_who_decided_and_then_no_consent(neighbourhood: Desk) -> None:
    town.declare(neighbourhood, Situation.DISASTER, "大雪による孤立のおそれ")
    with pytest.raises(RenkeiError, match="決めた人"):
        asked(neighbourhood, "to-shop")
    plan = asked(neighbourhood, "to-shop", decided_by="町長")
    assert names(plan.included) == {"given", "refused", "unasked", "withdrawn", "elsewhere"}
    assert "第49条の11第3項" in plan.basis


def test_nothing_without_a_reason(neighbourhood: Desk) -> None:
    with pytest.raises(RenkeiError, match="理由"):
        asked(neighbourhood, "to-w1", reason="  ")


def test_an_unknown_recipient_is_refused(neighbourhood: Desk) -> None:
    with pytest.raises(RenkeiError, match="提供先"):
        asked(neighbourhood, "nobody")


def test_a_plan_that_has_grown_old_is_noticed(neighbourhood: Desk) -> None:
    shown = asked(neighbourhood, "to-w1")
    plans.check_fresh(neighbourhood, shown)
    key = consent_id("r-given", Purpose.ROSTER, COMMISSIONER)
    held = neighbourhood.rows.get(Consent, key)
    assert held is not None
    withdrawn = dataclasses.replace(held.record, answer=ConsentAnswer(answer=Answer.WITHDRAWN))
    with neighbourhood.writing("同意の取り消し") as book:
        book.put(withdrawn, held)
    with pytest.raises(RenkeiError, match="変わりました"):
        plans.check_fresh(neighbourhood, shown)

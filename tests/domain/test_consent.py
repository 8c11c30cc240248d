"""災対法49条の11, as a table: who may be on whose list, in which situation, under which regime."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.choice import (
    Answer,
    EndingReason,
    Policy,
    Purpose,
    RecipientClass,
    Situation,
)
from renkei_desktop.domain.consent import (
    ConsentAnswer,
    TownPolicy,
    consent_id,
    may_disclose,
    most_restrictive,
    raises,
)
from renkei_desktop.domain.resident import Ending, Resident

RESIDENT = Resident(id="r", person="p")
ENDED = Resident(id="r", person="p", ending=Ending(reason=EndingReason.MOVED))
GIVEN, REFUSED, UNASKED, WITHDRAWN = Answer.GIVEN, Answer.REFUSED, Answer.UNASKED, Answer.WITHDRAWN
ORDINANCE = "見本町条例第14号"


def allowed(
    answers: tuple[Answer, ...],
    *,
    recipient: RecipientClass = RecipientClass.COMMISSIONER,
    situation: Situation = Situation.ORDINARY,
    regime: Policy = Policy.INDIVIDUAL,
    ordinance: str = "",
    resident: Resident = RESIDENT,
) -> bool:
    given_answers = [ConsentAnswer(answer=a) for a in answers]
    policy = TownPolicy(regime, ordinance)
    return may_disclose(resident, given_answers, recipient, situation, policy).allowed


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((), False),
        ((GIVEN,), True),
        ((REFUSED,), False),
        ((UNASKED,), False),
        ((WITHDRAWN,), False),
        ((GIVEN, WITHDRAWN), False),
        ((GIVEN, REFUSED), False),
        ((GIVEN, UNASKED), False),
        ((GIVEN, GIVEN), True),
    ],
)
def test_individual_consent(answers: tuple[Answer, ...], expected: bool) -> None:
    assert allowed(answers) is expected
    assert allowed(answers, regime=Policy.UNKNOWN) is expected


@pytest.mark.parametrize("regime", [Policy.ORDINANCE_REFUSAL, Policy.ORDINANCE_PRESUMED])
@pytest.mark.parametrize(
    ("answers", "expected"),
    [((), True), ((UNASKED,), True), ((REFUSED,), False), ((WITHDRAWN,), False), ((GIVEN,), True)],
)
def test_an_ordinance_spares_the_asking_but_not_the_refusal(
    regime: Policy, answers: tuple[Answer, ...], expected: bool
) -> None:
    assert allowed(answers, regime=regime, ordinance=ORDINANCE) is expected


def test_an_ordinance_without_its_number_is_none() -> None:
    assert not allowed((), regime=Policy.ORDINANCE_PRESUMED)


def test_others_get_nothing_in_peacetime_even_with_consent() -> None:
    assert not allowed((GIVEN,), recipient=RecipientClass.OTHER)


@pytest.mark.parametrize("answer", list(Answer))
@pytest.mark.parametrize("recipient", list(RecipientClass))
def test_a_disaster_needs_no_consent(answer: Answer, recipient: RecipientClass) -> None:
    assert allowed((answer,), recipient=recipient, situation=Situation.DISASTER)


def test_an_ended_registration_is_on_no_list() -> None:
    for situation, answer in itertools.product(Situation, Answer):
        assert not allowed((answer,), situation=situation, resident=ENDED)


@given(st.lists(st.sampled_from(list(Answer)), min_size=1), st.randoms())
def test_concurrent_answers_count_as_the_strictest_in_any_order(
    answers: list[Answer], random: object
) -> None:
    standing = [ConsentAnswer(answer=a) for a in answers]
    strictest = most_restrictive(standing).answer
    random.shuffle(standing)  # type: ignore[attr-defined]
    assert most_restrictive(standing).answer is strictest
    assert (strictest is GIVEN) == all(a is GIVEN for a in answers)


def test_what_raises_a_consent() -> None:
    order = [GIVEN, UNASKED, REFUSED, WITHDRAWN]
    for i, before in enumerate(order):
        for j, after in enumerate(order):
            was, now = ConsentAnswer(answer=before), ConsentAnswer(answer=after)
            assert raises(was, now) is (j < i)
    assert raises(None, ConsentAnswer(answer=GIVEN))
    assert not raises(None, ConsentAnswer(answer=REFUSED))


def test_two_seats_that_ask_the_same_meet_in_one_record() -> None:
    ids = {
        consent_id(resident, purpose, recipient)
        for resident in ("a", "b")
        for purpose in Purpose
        for recipient in RecipientClass
    }
    assert len(ids) == 2 * len(Purpose) * len(RecipientClass)
    assert consent_id("a", Purpose.ROSTER, RecipientClass.FIRE) in ids

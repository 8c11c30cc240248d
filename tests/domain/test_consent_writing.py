"""Anything may lower a consent; raising one takes a form that showed what stands."""

from __future__ import annotations

import itertools

import pytest

from renkei_desktop.domain.choice import Answer, AnswerWay
from renkei_desktop.domain.consent import ConsentAnswer, may_write, most_restrictive
from renkei_desktop.domain.text.wareki import PartialDate

DAY = PartialDate(2026, 11, 22)
GIVEN, UNASKED, REFUSED, WITHDRAWN = (
    ConsentAnswer(answer=a, on=DAY, way=AnswerWay.PAPER)
    for a in (Answer.GIVEN, Answer.UNASKED, Answer.REFUSED, Answer.WITHDRAWN)
)
BY_STRICTNESS = (GIVEN, UNASKED, REFUSED, WITHDRAWN)
LOWERING = [*itertools.combinations(BY_STRICTNESS, 2)]


def change(
    before: ConsentAnswer, after: ConsentAnswer, *, by_form: bool, reason: str | None = None
) -> bool:
    return may_write([before], [after], after, by_form=by_form, reason=reason)


@pytest.mark.parametrize(("before", "after"), [*LOWERING, *((a, a) for a in BY_STRICTNESS)])
def test_anything_may_lower_a_consent_or_leave_it(
    before: ConsentAnswer, after: ConsentAnswer
) -> None:
    assert change(before, after, by_form=False)


@pytest.mark.parametrize(("after", "before"), LOWERING)
def test_nothing_but_a_form_may_raise_it(before: ConsentAnswer, after: ConsentAnswer) -> None:
    assert not change(before, after, by_form=False)
    assert not change(before, after, by_form=False, reason="取り込み")
    assert change(before, after, by_form=True)


@pytest.mark.parametrize("before", [REFUSED, WITHDRAWN])
@pytest.mark.parametrize(
    "after",
    [
        ConsentAnswer(answer=Answer.GIVEN),
        ConsentAnswer(answer=Answer.GIVEN, on=DAY),
        ConsentAnswer(answer=Answer.GIVEN, way=AnswerWay.PHONE),
    ],
)
def test_over_a_refusal_an_answer_says_when_and_how(
    before: ConsentAnswer, after: ConsentAnswer
) -> None:
    assert not change(before, after, by_form=True)
    assert change(UNASKED, after, by_form=True)


@pytest.mark.parametrize(("reason", "allowed"), [(None, False), (" ", False), ("隣の欄", True)])
def test_a_correction_says_why(reason: str | None, allowed: bool) -> None:
    corrected = ConsentAnswer(answer=Answer.GIVEN, way=AnswerWay.CORRECTION)
    assert change(WITHDRAWN, corrected, by_form=False, reason=reason) is allowed
    assert change(WITHDRAWN, corrected, by_form=True, reason=reason) is allowed


def test_what_never_was_there_counts_as_unasked() -> None:
    assert not may_write([], [GIVEN], GIVEN, by_form=False, reason=None)
    assert may_write([], [GIVEN], GIVEN, by_form=True, reason=None)
    assert may_write([], [WITHDRAWN], WITHDRAWN, by_form=False, reason=None)
    assert may_write([GIVEN], [], UNASKED, by_form=False, reason=None)


def test_an_answer_that_was_not_seen_goes_on_standing() -> None:
    assert may_write([WITHDRAWN], [GIVEN, WITHDRAWN], GIVEN, by_form=False, reason=None)
    assert most_restrictive([GIVEN, WITHDRAWN, UNASKED]) is WITHDRAWN

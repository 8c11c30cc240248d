"""同意, and who may be told about whom: rules of 災害対策基本法49条の11, pure and table-tested."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from renkei_desktop.domain.choice import (
    Answer,
    AnswerWay,
    Policy,
    Purpose,
    RecipientClass,
    Situation,
)
from renkei_desktop.domain.field import Conflict, Disclosure, Field, Kind, Record, record_kind
from renkei_desktop.domain.moment import RecordId, keyed_id
from renkei_desktop.domain.resident import Resident
from renkei_desktop.domain.text.wareki import PartialDate

_INTERNAL = Disclosure.INTERNAL


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAnswer:
    """One answer with its circumstances: one register, one conflict rule."""

    answer: Annotated[Answer, Field("返事", "answer", Kind.CHOICE)] = Answer.UNASKED
    on: Annotated[PartialDate | None, Field("日付", "on", Kind.DATE)] = None
    way: Annotated[AnswerWay | None, Field("方法", "way", Kind.CHOICE)] = None
    by: Annotated[str | None, Field("答えた人", "by", hint="本人、長女 など")] = None
    explanation: Annotated[str | None, Field("説明した紙", "explanation")] = None
    document: Annotated[str | None, Field("書面の番号", "document")] = None


@record_kind("consent", "同意")
@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Record):
    """The consent of one resident for one purpose and one class of recipients."""

    resident: Annotated[
        RecordId | None, Field("登録住民", "resident", Kind.REFERENCE, _INTERNAL, target="resident")
    ] = None
    purpose: Annotated[Purpose | None, Field("目的", "purpose", Kind.CHOICE, _INTERNAL)] = None
    recipient_class: Annotated[
        RecipientClass | None, Field("提供先の区分", "class", Kind.CHOICE, _INTERNAL)
    ] = None
    answer: Annotated[
        ConsentAnswer,
        Field("返事", "answer", Kind.VALUE, _INTERNAL, Conflict.RESTRICTIVE),
    ] = ConsentAnswer()


def consent_id(resident: RecordId, purpose: Purpose, recipient_class: RecipientClass) -> RecordId:
    """The id of a consent: two seats that ask the same question meet in one record."""
    return keyed_id("consent", resident, purpose.value, recipient_class.value)


_RESTRICTION = {Answer.GIVEN: 0, Answer.UNASKED: 1, Answer.REFUSED: 2, Answer.WITHDRAWN: 3}


def most_restrictive(answers: Iterable[ConsentAnswer]) -> ConsentAnswer:
    """The answer in force among concurrent ones; the first of equals. Raises ValueError on none."""
    return max(answers, key=lambda a: _RESTRICTION[a.answer])


def raises(before: ConsentAnswer | None, after: ConsentAnswer) -> bool:
    """Whether the change allows more than before, which only a clerk's own form may do."""
    was = Answer.UNASKED if before is None else before.answer
    return _RESTRICTION[after.answer] < _RESTRICTION[was]


def restriction(answer: Answer) -> int:
    """How much an answer forbids: 0 for a consent, the more the higher."""
    return _RESTRICTION[answer]


def may_write(
    before: Iterable[ConsentAnswer],
    after: Iterable[ConsentAnswer],
    written: ConsentAnswer,
    *,
    by_form: bool,
    reason: str | None,
) -> bool:
    """Whether a write may turn the standing answers `before` into `after`.

    Anything may lower a consent. Raising it takes a form on which the clerk saw what stands (an
    answer that was not seen still stands in `after`, so nothing is raised over it), and over a
    refusal or withdrawal a full answer with date and way; or 誤入力の訂正 with a reason.
    """
    was, will_be = _in_force(before), _in_force(after)
    if will_be is None or not raises(was, will_be):
        return True
    if written.way is AnswerWay.CORRECTION:
        return bool(reason and reason.strip())
    against = was is not None and was.answer in (Answer.REFUSED, Answer.WITHDRAWN)
    return by_form and (not against or is_full(written))


def is_full(answer: ConsentAnswer) -> bool:
    """Whether an answer says when and how it was given."""
    return answer.on is not None and answer.way is not None


def _in_force(answers: Iterable[ConsentAnswer]) -> ConsentAnswer | None:
    return max(answers, key=lambda a: _RESTRICTION[a.answer], default=None)


@dataclass(frozen=True, slots=True)
class TownPolicy:
    """The town's regime; the ordinance's number is printed as the basis where one applies."""

    regime: Policy = Policy.UNKNOWN
    ordinance: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a resident may be on a list for a recipient, on which basis or why not."""

    allowed: bool
    words: str


_LAW_NAMED = frozenset(RecipientClass) - {RecipientClass.OTHER}


def may_disclose(
    resident: Resident,
    answers: Iterable[ConsentAnswer],
    recipient: RecipientClass,
    situation: Situation,
    policy: TownPolicy,
) -> Verdict:
    """Whether the roster entry of `resident` may be given to a recipient of this class.

    `answers` are all standing answers for this purpose and class (several while in conflict).
    災対法49条の11②: peacetime, to the named classes, not without consent unless by ordinance;
    ③: in a disaster to anybody as far as needed, consent not required.
    """
    if resident.ending is not None:
        return Verdict(False, "登録が終わっています")
    if situation is Situation.DISASTER:
        return Verdict(True, "災害対策基本法第49条の11第3項（災害時）")
    if recipient not in _LAW_NAMED:
        return Verdict(False, "平常時に名簿を渡せる相手ではありません")
    standing = tuple(answers)
    answer = most_restrictive(standing).answer if standing else Answer.UNASKED
    return _in_peacetime(answer, policy)


def _in_peacetime(answer: Answer, policy: TownPolicy) -> Verdict:
    if answer is Answer.GIVEN:
        return Verdict(True, "災害対策基本法第49条の11第2項（本人の同意）")
    if answer in (Answer.REFUSED, Answer.WITHDRAWN):
        return Verdict(False, "本人が同意していません（" + answer.label + "）")
    by_ordinance = policy.regime in (Policy.ORDINANCE_REFUSAL, Policy.ORDINANCE_PRESUMED)
    if by_ordinance and policy.ordinance:
        return Verdict(True, f"災害対策基本法第49条の11第2項ただし書（{policy.ordinance}）")
    return Verdict(False, "同意をまだ聞いていません")

"""Consents of the registered: by purpose and by class of recipients, as the town asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import Enum

from renkei_desktop.domain.choice import Answer, AnswerWay, Purpose, RecipientClass
from renkei_desktop.domain.consent import Consent, ConsentAnswer, consent_id
from renkei_desktop.domain.resident import Resident
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.practice.folk.family import TODAY
from renkei_desktop.practice.folk.settling import Somebody
from renkei_desktop.practice.stream import Seed, Stream

_R = RecipientClass
ASKED = {
    Purpose.ROSTER: (_R.FIRE, _R.POLICE, _R.COMMISSIONER, _R.WELFARE_COUNCIL, _R.ASSOCIATION),
    Purpose.WATCH: (_R.COMMISSIONER, _R.WELFARE_COUNCIL, _R.ASSOCIATION, _R.NAMED),
    Purpose.PLAN: (_R.FIRE, _R.COMMISSIONER, _R.WELFARE_COUNCIL, _R.ASSOCIATION),
}
"""What the town's form asks for. A town for measuring asks for the roster only."""


class _Stance(Enum):
    """How somebody stands to it on the whole."""

    ALL = "all"
    NOT_POLICE = "not_police"
    COMMISSIONER_ONLY = "commissioner_only"
    NOT_ASSOCIATION = "not_association"
    NONE = "none"
    UNASKED = "unasked"
    TAKEN_BACK = "taken_back"
    TAKEN_BACK_FROM_ASSOCIATION = "taken_back_from_association"


_STANCES = (
    (_Stance.ALL, 66), (_Stance.NOT_POLICE, 6), (_Stance.COMMISSIONER_ONLY, 5),
    (_Stance.NOT_ASSOCIATION, 4), (_Stance.NONE, 7), (_Stance.UNASKED, 8),
    (_Stance.TAKEN_BACK, 2), (_Stance.TAKEN_BACK_FROM_ASSOCIATION, 2),
)  # fmt: skip
_WAYS = ((AnswerWay.PAPER, 78), (AnswerWay.SPOKEN, 14), (AnswerWay.PHONE, 8))
_ANSWERED_BY = (
    (None, 55), ("本人", 25), ("長女", 7), ("長男", 6), ("妻", 3), ("夫", 2), ("後見人", 2),
)  # fmt: skip
_SHEETS = ("説明用紙 第2版", "説明用紙 第3版", "説明用紙 第4版")


def consents(
    seed: Seed, residents: Mapping[Somebody, Resident], measuring: bool
) -> Iterator[Consent]:
    """All consents of those whose registration stands; none where nothing was ever written down."""
    asked = {Purpose.ROSTER: ASKED[Purpose.ROSTER]} if measuring else ASKED
    chance = seed.stream("consents")
    for resident in residents.values():
        if resident.ending is None:
            yield from _of_one(resident, asked, chance)


def _of_one(
    resident: Resident, asked: Mapping[Purpose, tuple[RecipientClass, ...]], chance: Stream
) -> Iterator[Consent]:
    stance, sheet = chance.weighted(_STANCES), _circumstances(resident, chance)
    for purpose, classes in asked.items():
        if purpose is not Purpose.ROSTER and chance.heads(0.3):
            stance = _later(stance, purpose, chance)
        if stance is _Stance.UNASKED and chance.heads(0.6):
            continue
        for recipient_class in classes:
            answer = _answer(stance, recipient_class)
            yield Consent(
                id=consent_id(resident.id, purpose, recipient_class),
                resident=resident.id,
                purpose=purpose,
                recipient_class=recipient_class,
                answer=_dated(answer, sheet, chance),
            )


def _later(stance: _Stance, purpose: Purpose, chance: Stream) -> _Stance:
    """A plan is often not asked for yet; watching meets more refusals than the roster."""
    if stance in (_Stance.NONE, _Stance.UNASKED):
        return stance
    unasked = 0.75 if purpose is Purpose.PLAN else 0.3
    return _Stance.UNASKED if chance.heads(unasked) else _Stance.COMMISSIONER_ONLY


def _answer(stance: _Stance, recipient_class: RecipientClass) -> Answer:
    given = {
        _Stance.ALL: True,
        _Stance.NOT_POLICE: recipient_class is not _R.POLICE,
        _Stance.COMMISSIONER_ONLY: recipient_class is _R.COMMISSIONER,
        _Stance.NOT_ASSOCIATION: recipient_class is not _R.ASSOCIATION,
        _Stance.NONE: False,
        _Stance.TAKEN_BACK_FROM_ASSOCIATION: recipient_class is not _R.ASSOCIATION,
    }
    if stance is _Stance.UNASKED:
        return Answer.UNASKED
    if given.get(stance, False):
        return Answer.GIVEN
    back = stance in (_Stance.TAKEN_BACK, _Stance.TAKEN_BACK_FROM_ASSOCIATION)
    return Answer.WITHDRAWN if back else Answer.REFUSED


def _circumstances(resident: Resident, chance: Stream) -> ConsentAnswer:
    """When and how the form was filled in: mostly with the registration."""
    first = resident.registered_on.first if resident.registered_on else TODAY
    way = chance.weighted(_WAYS)
    number = f"同意-{chance.randrange(1, 10_000):04}" if way is AnswerWay.PAPER else None
    sheet = _SHEETS[0 if first.year < 2019 else 1 if first.year < 2023 else 2]
    return ConsentAnswer(
        on=PartialDate.of(first), way=way, by=chance.weighted(_ANSWERED_BY),
        explanation=sheet if chance.heads(0.9) else None, document=number,
    )  # fmt: skip


def _dated(answer: Answer, sheet: ConsentAnswer, chance: Stream) -> ConsentAnswer:
    if answer is Answer.UNASKED:
        return ConsentAnswer()
    on = sheet.on
    if answer is Answer.WITHDRAWN and on is not None:
        on = PartialDate.of(_between(on.first, TODAY, chance))
    return ConsentAnswer(
        answer=answer, on=on, way=sheet.way, by=sheet.by, explanation=sheet.explanation,
        document=sheet.document,
    )  # fmt: skip


def _between(first: date, last: date, chance: Stream) -> date:
    return first + timedelta(days=chance.randrange(1, max(2, (last - first).days)))

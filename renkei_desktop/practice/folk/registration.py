"""Registered residents with their reasons, as records, and the registrations that have ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from renkei_desktop.domain.choice import ApplicationWay, EndingReason
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.resident import Ending, Resident, SupportReason
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.practice.folk.condition import Condition, condition
from renkei_desktop.practice.folk.family import TODAY, Member
from renkei_desktop.practice.folk.people import person_id
from renkei_desktop.practice.folk.settling import Settlement, Somebody
from renkei_desktop.practice.stream import Seed, Stream, order_key

_FIRST_DAY = date(2014, 6, 2)
"""When the town began to register people."""

_WAYS = (
    (ApplicationWay.SELF, 46), (ApplicationWay.FAMILY, 20), (ApplicationWay.COMMISSIONER, 20),
    (ApplicationWay.ASSOCIATION, 9), (ApplicationWay.OFFICE, 5),
)  # fmt: skip
_ENDINGS = (
    (EndingReason.DEATH, 45), (EndingReason.FACILITY, 30), (EndingReason.MOVED, 15),
    (EndingReason.WITHDRAWN, 10),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Registrations:
    """All residents, those whose registration ended included, and the reasons of all."""

    residents: Mapping[Somebody, Resident]
    reasons: tuple[SupportReason, ...]


def registrations(seed: Seed, settlement: Settlement) -> Registrations:
    """Everybody who is or was registered, numbered in the order of registration."""
    chance = seed.stream("registrations")
    days = {
        who: _registered_on(settlement.member(who), chance)
        for who in sorted((*settlement.registered, *settlement.ended))
    }
    order = sorted(days, key=lambda who: (days[who], who))
    width = max(4, len(str(len(order))))
    ended = frozenset(settlement.ended)
    residents, reasons = {}, []
    for number, who in enumerate(order, start=1):
        state = condition(settlement.dwelling(who), who.place, chance)
        ending = _ending(days[who], chance) if who in ended else None
        resident = _resident(seed, who, f"{number:0{width}}", days[who], state, ending, chance)
        residents[who] = resident
        reasons += _reasons(seed, who, resident.id, state)
    return Registrations(residents, tuple(reasons))


def resident_id(seed: Seed, who: Somebody) -> RecordId:
    return seed.record_id("resident", who.household, who.place)


def _resident(
    seed: Seed, who: Somebody, number: str, day: date, state: Condition, ending: Ending | None,
    chance: Stream,
) -> Resident:  # fmt: skip
    return Resident(
        id=resident_id(seed, who),
        person=person_id(seed, who),
        number=number,
        registered_on=PartialDate.of(day),
        way=chance.weighted(_WAYS),
        care_level=state.care_level,
        care_note=state.care_note,
        power=state.power,
        usual=state.usual,
        ending=ending,
    )


def _registered_on(member: Member, chance: Stream) -> date:
    """A working day since the register began, more of them of late, after the seventieth year."""
    span = (TODAY - _FIRST_DAY).days - 20
    day = TODAY - timedelta(days=20 + round(span * chance.random() ** 1.6))
    if member.age >= 72:
        day = max(day, date(member.birth.year + 70, 6, 1))
    elif member.age < 12:
        day = TODAY - timedelta(days=20 + chance.randrange(120))
    return _working_day(day)


def _working_day(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def _ending(since: date, chance: Stream) -> Ending:
    day = since + (TODAY - since) * chance.uniform(0.4, 0.98)
    reason = chance.weighted(_ENDINGS)
    on = PartialDate.of(day) if chance.heads(0.85) else PartialDate(day.year, day.month)
    return Ending(reason=reason, on=on)


def _reasons(
    seed: Seed, who: Somebody, resident: RecordId, state: Condition
) -> list[SupportReason]:
    return [
        SupportReason(
            id=seed.record_id("support_reason", who.household, who.place, place),
            resident=resident,
            term=code,
            note=note,
            order=order_key(place),
        )
        for place, (code, note) in enumerate(state.reasons)
    ]

"""Whom to call and who helps: telephones, emergency contacts, supporters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from heapq import nsmallest

from renkei_desktop.domain.choice import Sex
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.person import EmergencyContact, Person, Phone
from renkei_desktop.domain.resident import Resident, Supporter
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.practice.folk.calling import Exchange
from renkei_desktop.practice.folk.family import TODAY, Life, Member, born
from renkei_desktop.practice.folk.naming import common_name
from renkei_desktop.practice.folk.phrase import ORGANISATIONS
from renkei_desktop.practice.folk.settling import Settlement, Somebody
from renkei_desktop.practice.stream import Seed, Stream, order_key

_FIRST_CALL = (("まず長女さんへ", 5), ("まず長男さんへ", 4), ("息子の妻", 2), ("姪", 1))
_RELATIONS = (
    ("長男", Sex.MALE, 30, True, 24), ("長女", Sex.FEMALE, 29, False, 24),
    ("二男", Sex.MALE, 32, True, 9), ("二女", Sex.FEMALE, 32, False, 10),
    ("妹", Sex.FEMALE, 4, False, 8), ("弟", Sex.MALE, 5, True, 6), ("姪", Sex.FEMALE, 26, False, 5),
    ("甥", Sex.MALE, 27, True, 4), ("孫", Sex.FEMALE, 55, True, 3),
    ("友人", Sex.FEMALE, 1, False, 4), ("隣人", Sex.MALE, 12, False, 3),
)  # fmt: skip
"""Relation, sex, years younger, same surname, how often."""

_HELPERS = (
    ("隣", 40), ("向かい", 18), ("裏の家", 10), ("友人", 12), ("町内会の班長", 14), ("親戚", 6),
)  # fmt: skip
_SHARED_HELPERS = 0.45


def phones(
    seed: Seed, settlement: Settlement, persons: Mapping[Somebody, Person]
) -> Iterator[Phone]:
    """One number of most households, all numbers of everybody registered."""
    exchange, chance = Exchange(52), seed.stream("phones")
    known = frozenset(settlement.registered) | frozenset(settlement.ended)
    for dwelling in settlement.dwellings:
        home = exchange.fixed() if chance.heads(0.86) else None
        for place in range(len(dwelling.family.members)):
            who = Somebody(dwelling.number, place)
            if who in known:
                lines = _all_lines(home, exchange, chance)
            elif place == 0:
                lines = [(home, None)] if home else [(exchange.mobile(), "携帯")]
            else:
                continue
            yield from _phones(seed, who, persons[who].id, lines)


def _all_lines(
    home: str | None, exchange: Exchange, chance: Stream
) -> list[tuple[str, str | None]]:
    lines: list[tuple[str, str | None]] = []
    if chance.heads(0.07):
        lines.append((exchange.mobile(), chance.weighted(_FIRST_CALL)))
    if home is not None:
        lines.append((home, "自宅" if chance.heads(0.5) else None))
    if home is None or chance.heads(0.4):
        lines.append((exchange.mobile(), "本人の携帯"))
    return lines


def _phones(
    seed: Seed, who: Somebody, person: RecordId, lines: Sequence[tuple[str, str | None]]
) -> Iterator[Phone]:
    for place, (number, whose) in enumerate(lines):
        key = seed.record_id("phone", who.household, who.place, place)
        yield Phone(id=key, person=person, number=number, whose=whose, order=order_key(place))


def emergency_contacts(
    seed: Seed, settlement: Settlement, persons: Mapping[Somebody, Person]
) -> Iterator[EmergencyContact]:
    """Up to three people to call for everybody registered; for a few there is nobody."""
    exchange, chance = Exchange(80, mobile_from=2_000_000), seed.stream("emergency contacts")
    for who in settlement.registered:
        member, person = settlement.member(who), persons[who]
        count = chance.choices((0, 1, 2, 3), (4, 34, 46, 16))[0]
        relations = _relations(member, count, chance)
        for place, (relation, sex, younger, same) in enumerate(relations):
            relative = Member(sex, born(max(20, member.age - younger), chance))
            name = _relative_name(relative, person if same else None, chance)
            yield EmergencyContact(
                id=seed.record_id("emergency_contact", who.household, who.place, place),
                person=person.id,
                name=name,
                relation=relation,
                number=exchange.fixed() if chance.heads(0.2) else exchange.mobile(),
                order=order_key(place),
            )


def _relations(member: Member, count: int, chance: Stream) -> list[tuple[str, Sex, int, bool]]:
    """Different relatives, the nearest first; somebody young has parents instead of children."""
    if member.age < 45:
        return [("母", Sex.FEMALE, -27, True), ("父", Sex.MALE, -30, True)][: min(count, 2)]
    found: dict[str, tuple[str, Sex, int, bool]] = {}
    weights = [weight for *_, weight in _RELATIONS]
    while len(found) < count:
        relation, sex, younger, same, _ = chance.choices(_RELATIONS, weights)[0]
        found.setdefault(relation, (relation, sex, younger, same))
    order = [relation for relation, *_ in _RELATIONS]
    return sorted(found.values(), key=lambda entry: order.index(entry[0]))


def _relative_name(relative: Member, namesake: Person | None, chance: Stream) -> str:
    name = common_name(relative, chance).written
    if namesake is None or namesake.name is None:
        return name
    return namesake.name.split("\u3000")[0] + "\u3000" + name.split("\u3000")[1]


def supporters(
    seed: Seed,
    settlement: Settlement,
    persons: Mapping[Somebody, Person],
    residents: Mapping[Somebody, Resident],
) -> Iterator[Supporter]:
    """Neighbours and organisations who help; some neighbours help several people."""
    chance, ready = seed.stream("supporters"), _ready_to_help(settlement)
    helping: defaultdict[int, list[Somebody]] = defaultdict(list)
    for who in settlement.registered:
        quarter = settlement.dwelling(who).quarter
        count = chance.choices((0, 1, 2), (36, 44, 20))[0]
        found = _helpers(who, count, ready[quarter], helping[quarter], chance)
        for place, helper in enumerate(found):
            yield Supporter(
                id=seed.record_id("supporter", who.household, who.place, place),
                resident=residents[who].id,
                person=None if helper is None else persons[helper].id,
                organisation=chance.choice(ORGANISATIONS) if helper is None else None,
                relation=None if helper is None else chance.weighted(_HELPERS),
                accepted_on=_accepted_on(residents[who], chance),
                order=order_key(place),
            )


def _accepted_on(resident: Resident, chance: Stream) -> PartialDate | None:
    if resident.registered_on is None or chance.heads(0.2):
        return None
    day = resident.registered_on.first + timedelta(days=chance.randrange(200))
    return PartialDate.of(min(TODAY, day))


def _ready_to_help(settlement: Settlement) -> defaultdict[int, list[Somebody]]:
    """Grown-ups of every association who need no support themselves."""
    found: defaultdict[int, list[Somebody]] = defaultdict(list)
    for dwelling in settlement.dwellings:
        if dwelling.family.life is Life.FROM_ABROAD:
            continue
        for place, member in enumerate(dwelling.family.members):
            who = Somebody(dwelling.number, place)
            if 22 <= member.age <= 76 and who not in settlement.in_need:
                found[dwelling.quarter].append(who)
    return found


def _helpers(
    who: Somebody, count: int, ready: Sequence[Somebody], helping: list[Somebody], chance: Stream
) -> list[Somebody | None]:
    """Different people of the same association; None stands for an organisation."""
    found: list[Somebody | None] = []
    for _ in range(count):
        others = {who.household, *(helper.household for helper in found if helper)}
        helper = None if chance.heads(0.12) else _helper(who, others, ready, helping, chance)
        if helper is not None or None not in found:
            found.append(helper)
    return found


def _helper(
    who: Somebody, others: set[int], ready: Sequence[Somebody], helping: list[Somebody],
    chance: Stream,
) -> Somebody | None:  # fmt: skip
    """Somebody who lives near; often one who helps already."""
    known = [helper for helper in helping[-12:] if helper.household not in others]
    if known and chance.heads(_SHARED_HELPERS):
        return chance.choice(known)
    free = [other for other in ready if other.household not in others]
    if not free:
        return None
    near = nsmallest(14, free, key=lambda other: abs(other.household - who.household))
    helping.append(helper := chance.choice(near))
    return helper

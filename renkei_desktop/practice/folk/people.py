"""Households, people and their telephones, as records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.person import Household, Person
from renkei_desktop.domain.place import Accuracy, Place
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.practice.folk.family import Life, Member
from renkei_desktop.practice.folk.naming import Name, names
from renkei_desktop.practice.folk.phrase import (
    HOUSEHOLD_NOTES,
    PERSON_NOTES,
    YAGO_OF_FARMS,
    YAGO_OF_SHOPS,
)
from renkei_desktop.practice.folk.settling import Dwelling, Settlement, Somebody
from renkei_desktop.practice.stream import Seed, Stream
from renkei_desktop.practice.terrain.layout import Layout
from renkei_desktop.practice.terrain.lot import Use
from renkei_desktop.practice.terrain.plane import Spot


@dataclass(frozen=True, slots=True)
class People:
    """All households, and all people by who they are in the settlement."""

    households: tuple[Household, ...]
    persons: Mapping[Somebody, Person]


def people(seed: Seed, layout: Layout, settlement: Settlement) -> People:
    """Everybody with name, birth, address and household."""
    named = names(seed, settlement)
    places = _places(seed, layout, settlement)
    chance = seed.stream("persons")
    persons: dict[Somebody, Person] = {}
    for dwelling in settlement.dwellings:
        for place, member in enumerate(dwelling.family.members):
            who = Somebody(dwelling.number, place)
            name = named[dwelling.number][place]
            home = places[dwelling.number]
            persons[who] = _person(seed, who, len(persons), member, name, home, dwelling, chance)
    return People(tuple(_households(seed, settlement, named)), persons)


def association_id(seed: Seed, quarter: int) -> RecordId:
    return seed.record_id("association", quarter)


def household_id(seed: Seed, number: int) -> RecordId:
    return seed.record_id("household", number)


def person_id(seed: Seed, who: Somebody) -> RecordId:
    return seed.record_id("person", who.household, who.place)


def _person(
    seed: Seed, who: Somebody, count: int, member: Member, name: Name, home: Place,
    dwelling: Dwelling, chance: Stream,
) -> Person:  # fmt: skip
    return Person(
        id=person_id(seed, who),
        name=name.written,
        reading=name.reading,
        birth=_birth(member, chance),
        sex=member.sex,
        place=home,
        household=household_id(seed, who.household),
        association=association_id(seed, dwelling.quarter),
        external_code=str(10_000_000 + count * 7_368_787 % 90_000_000),
        name_note=name.note,
        note=chance.choice(PERSON_NOTES) if chance.heads(0.012) else None,
    )


def _birth(member: Member, chance: Stream) -> PartialDate:
    """The day of birth; of a few old people only the month or the year is written down."""
    if member.age > 80 and chance.heads(0.02):
        month = member.birth.month if chance.heads(0.5) else None
        return PartialDate(member.birth.year, month)
    return PartialDate.of(member.birth)


def _households(
    seed: Seed, settlement: Settlement, named: tuple[tuple[Name, ...], ...]
) -> Iterator[Household]:
    chance = seed.stream("households")
    for dwelling in settlement.dwellings:
        surname = named[dwelling.number][0].written.split("\u3000")[0]
        yield Household(
            id=household_id(seed, dwelling.number),
            yago=_yago(dwelling, surname, chance),
            code=str(1_000_000 + dwelling.number * 104_729 % 9_000_000),
            note=chance.choice(HOUSEHOLD_NOTES) if chance.heads(0.05) else None,
        )


def _yago(dwelling: Dwelling, surname: str, chance: Stream) -> str | None:
    use = dwelling.site.lot.use
    if dwelling.family.life is Life.FROM_ABROAD:
        return None
    if use is Use.SHOP and chance.heads(0.8):
        return surname + chance.choice(YAGO_OF_SHOPS)
    if use is Use.FARM and chance.heads(0.45):
        return chance.choice(YAGO_OF_FARMS)
    return None


def _places(seed: Seed, layout: Layout, settlement: Settlement) -> list[Place]:
    """Address and point of every household; not every point is exact, and some are missing."""
    chance, middles = seed.stream("points"), _middles(settlement)
    return [
        _place(layout, dwelling, middles[_town_part(dwelling)], chance)
        for dwelling in settlement.dwellings
    ]


def _place(layout: Layout, dwelling: Dwelling, middle: Spot, chance: Stream) -> Place:
    lot, kind = dwelling.site.lot, chance.random()
    spot, accuracy = dwelling.site.door, Accuracy.HOUSE
    if kind < 0.07:
        accuracy = Accuracy.SURVEYED
        spot = _near(spot, 3, chance)
    elif kind > 0.96:
        return Place(address=lot.address)
    elif kind > 0.92:
        accuracy, spot = Accuracy.ROUGH, _near(spot, 90, chance)
    elif kind > 0.84:
        accuracy, spot = Accuracy.TOWN_PART, middle
    if not layout.quarters[lot.quarter].covers(spot):
        spot = lot.spot
    return Place(address=lot.address, point=layout.land.plane.point(spot), accuracy=accuracy)


def _near(spot: Spot, reach: float, chance: Stream) -> Spot:
    return spot[0] + chance.uniform(-reach, reach), spot[1] + chance.uniform(-reach, reach)


def _town_part(dwelling: Dwelling) -> str:
    """The address up to its 丁目 or 字: what a list of town parts has a point for."""
    return dwelling.site.lot.address.rstrip("0123456789- 号緑団地番の")


def _middles(settlement: Settlement) -> dict[str, Spot]:
    """The middle of the homes of every town part."""
    doors: defaultdict[str, list[Spot]] = defaultdict(list)
    for dwelling in settlement.dwellings:
        doors[_town_part(dwelling)].append(dwelling.site.door)
    return {
        part: (sum(u for u, _ in spots) / len(spots), sum(v for _, v in spots) / len(spots))
        for part, spots in doors.items()
    }

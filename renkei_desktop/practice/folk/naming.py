"""Names for all families of the town."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import cycle

from renkei_desktop.practice.folk.family import Family, Life, Member
from renkei_desktop.practice.folk.given_name import given_names, names_from_abroad
from renkei_desktop.practice.folk.settling import Settlement
from renkei_desktop.practice.folk.surname import (
    Surname,
    common_surnames,
    rare_surnames,
    surnames_from_abroad,
)
from renkei_desktop.practice.stream import Seed, Stream

_GAP = "\u3000"
"""Between surname and given name, as the resident register writes it."""


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody's name as she writes it, and its reading."""

    written: str
    reading: str
    note: str | None = None


def names(seed: Seed, settlement: Settlement) -> tuple[tuple[Name, ...], ...]:
    """The names of all members, household by household."""
    surnames = _surnames(seed, settlement)
    chance = seed.stream("given names")
    return tuple(
        _family_names(dwelling.family, surname, chance)
        for dwelling, surname in zip(settlement.dwellings, surnames, strict=True)
    )


def full_name(surname: Surname, given: tuple[str, str]) -> Name:
    written, reading = given
    return Name(surname.written + _GAP + written, f"{surname.reading} {reading}", surname.note)


def common_name(sex_and_birth: Member, chance: Stream) -> Name:
    """The name of somebody of whom we only know the age: a relative, a clerk, a driver."""
    surname = chance.weighted(common_surnames())
    return full_name(surname, _given(sex_and_birth, frozenset(), chance))


def _surnames(seed: Seed, settlement: Settlement) -> list[Surname]:
    """Common names everywhere; every rare one in a household that has somebody registered."""
    chance = seed.stream("surnames")
    found = [chance.weighted(common_surnames()) for _ in settlement.dwellings]
    known = sorted({who.household for who in settlement.registered})
    rare = rare_surnames()
    places = chance.sample(known, min(len(known), 2 * len(rare)))
    for household, surname in zip(places, cycle(rare), strict=False):
        found[household] = surname
    return found


def _family_names(family: Family, surname: Surname, chance: Stream) -> tuple[Name, ...]:
    if family.life is Life.FROM_ABROAD:
        return tuple(_from_abroad(member, chance) for member in family.members)
    given: set[tuple[str, str]] = set()
    found = []
    for member in family.members:
        name = _given(member, frozenset(given), chance)
        given.add(name)
        found.append(full_name(surname, name))
    return tuple(found)


def _from_abroad(member: Member, chance: Stream) -> Name:
    return full_name(
        chance.choice(surnames_from_abroad()), chance.choice(names_from_abroad(member.sex))
    )


def _given(member: Member, taken: frozenset[tuple[str, str]], chance: Stream) -> tuple[str, str]:
    """A name of the member's generation that nobody else in the house bears."""
    free = [n for n in given_names(member.sex, member.birth.year) if n not in taken]
    return chance.choice(free)

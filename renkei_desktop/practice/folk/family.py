"""Who lives together under one roof: kinds of household and the ages of their members."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from renkei_desktop.domain.choice import Sex
from renkei_desktop.practice.stream import Stream

TODAY = date(2026, 11, 2)
"""The day on which the practice town stands still."""

WOMAN, MAN = Sex.FEMALE, Sex.MALE


class Life(Enum):
    """How a household lives."""

    OLD_ALONE = "old_alone"
    OLD_COUPLE = "old_couple"
    OLD_TOGETHER = "old_together"
    """Old sisters and brothers."""
    OLD_WITH_CHILD = "old_with_child"
    ALONE = "alone"
    COUPLE = "couple"
    CHILDREN = "children"
    ONE_PARENT = "one_parent"
    THREE_GENERATIONS = "three_generations"
    FROM_ABROAD = "from_abroad"


@dataclass(frozen=True, slots=True)
class Member:
    """One person of a household, before she has a name."""

    sex: Sex
    birth: date

    @property
    def age(self) -> int:
        """Completed years on the practice day."""
        passed = (TODAY.month, TODAY.day) >= (self.birth.month, self.birth.day)
        return TODAY.year - self.birth.year - (0 if passed else 1)


@dataclass(frozen=True, slots=True)
class Family:
    """A household: the head first."""

    life: Life
    members: tuple[Member, ...]


_IN_TOWN = (
    (Life.OLD_ALONE, 27), (Life.OLD_COUPLE, 23), (Life.OLD_TOGETHER, 2),
    (Life.OLD_WITH_CHILD, 10), (Life.ALONE, 11), (Life.COUPLE, 9), (Life.CHILDREN, 12.5),
    (Life.ONE_PARENT, 3.5), (Life.THREE_GENERATIONS, 3.5), (Life.FROM_ABROAD, 0.4),
)  # fmt: skip
_ON_FARMS = (
    (Life.OLD_ALONE, 14), (Life.OLD_COUPLE, 26), (Life.OLD_TOGETHER, 1), (Life.OLD_WITH_CHILD, 14),
    (Life.ALONE, 4), (Life.COUPLE, 9), (Life.CHILDREN, 10), (Life.THREE_GENERATIONS, 14),
    (Life.FROM_ABROAD, 0.8),
)  # fmt: skip
_FOR_MEASURING = ((Life.OLD_ALONE, 44), (Life.OLD_COUPLE, 38), (Life.OLD_WITH_CHILD, 18))


def lives(count: int, outside: bool, measuring: bool, chance: Stream) -> list[Life]:
    """How that many households live, in the town or outside it, in proportion and shuffled."""
    table = _FOR_MEASURING if measuring else _ON_FARMS if outside else _IN_TOWN
    whole = sum(weight for _, weight in table)
    shares = [(life, count * weight / whole) for life, weight in table]
    found = [life for life, share in shares for _ in range(int(share))]
    by_rest = sorted(shares, key=lambda entry: int(entry[1]) - entry[1])
    found += [life for life, _ in by_rest[: count - len(found)]]
    return chance.shuffled(found)


def found_family(life: Life, chance: Stream) -> Family:
    """The members of a household that lives like this."""
    return Family(life, tuple(_MAKERS[life](chance)))


def born(age: float, chance: Stream) -> date:
    """A day of birth of somebody who is that many years old."""
    return TODAY - timedelta(days=round(age * 365.2425) + chance.randrange(365))


def _person(sex: Sex, age: float, chance: Stream) -> Member:
    return Member(sex, born(max(0.0, age), chance))


def _old(chance: Stream, peak: float = 80) -> float:
    return chance.triangular(65, 99, peak)


def _old_alone(chance: Stream) -> list[Member]:
    woman = chance.heads(0.72)
    return [_person(WOMAN if woman else MAN, _old(chance, 82 if woman else 74), chance)]


def _old_couple(chance: Stream) -> list[Member]:
    husband = chance.triangular(66, 95, 76)
    wife = min(95.0, max(64.0, husband - chance.gauss(2.6, 3)))
    return [_person(MAN, husband, chance), _person(WOMAN, wife, chance)]


def _old_together(chance: Stream) -> list[Member]:
    age, sexes = _old(chance), (WOMAN, chance.choice((WOMAN, MAN)))
    return [_person(sex, max(65.0, age - 4 * i), chance) for i, sex in enumerate(sexes)]


def _old_with_child(chance: Stream) -> list[Member]:
    mother = chance.triangular(76, 98, 84)
    parents = [_person(WOMAN, mother, chance)]
    if chance.heads(0.35):
        parents.insert(0, _person(MAN, min(97.0, mother + chance.uniform(0, 5)), chance))
    child = mother - chance.uniform(23, 35)
    return [*parents, _person(MAN if chance.heads(0.66) else WOMAN, child, chance)]


def _alone(chance: Stream) -> list[Member]:
    return [_person(MAN if chance.heads(0.64) else WOMAN, chance.triangular(20, 64, 56), chance)]


def _couple(chance: Stream) -> list[Member]:
    husband = chance.triangular(28, 66, 59)
    return [_person(MAN, husband, chance), _person(WOMAN, husband - chance.gauss(2, 2.5), chance)]


def _parents(chance: Stream) -> list[Member]:
    mother = chance.triangular(25, 52, 40)
    return [_person(MAN, mother + chance.gauss(2, 3), chance), _person(WOMAN, mother, chance)]


def _offspring(mother: Member, count: int, chance: Stream) -> list[Member]:
    """Children who were born to a mother of 22 to 37 years and have not left home yet."""
    ages = sorted((mother.age - chance.uniform(22, 37) for _ in range(count)), reverse=True)
    here = [age for age in ages if 0 <= age < 22] or [chance.uniform(0, 4)]
    return [_person(chance.choice((WOMAN, MAN)), age, chance) for age in here]


def _children(chance: Stream) -> list[Member]:
    parents = _parents(chance)
    return parents + _offspring(parents[1], chance.choice((1, 1, 2, 2, 2, 3)), chance)


def _one_parent(chance: Stream) -> list[Member]:
    parent = _person(WOMAN if chance.heads(0.86) else MAN, chance.triangular(27, 52, 42), chance)
    return [parent, *_offspring(parent, chance.choice((1, 1, 2, 2, 3)), chance)]


def _three_generations(chance: Stream) -> list[Member]:
    parents = _parents(chance)
    children = _offspring(parents[1], chance.choice((1, 2, 2, 3)), chance)
    elder = parents[0].age + chance.uniform(24, 34)
    elders = [_person(WOMAN, min(97.0, elder - 2), chance)]
    if chance.heads(0.55):
        elders.insert(0, _person(MAN, min(95.0, elder), chance))
    return parents + children + elders


def _from_abroad(chance: Stream) -> list[Member]:
    return [_person(chance.choice((WOMAN, MAN)), chance.uniform(21, 36), chance)]


_MAKERS: dict[Life, Callable[[Stream], list[Member]]] = {
    Life.OLD_ALONE: _old_alone,
    Life.OLD_COUPLE: _old_couple,
    Life.OLD_TOGETHER: _old_together,
    Life.OLD_WITH_CHILD: _old_with_child,
    Life.ALONE: _alone,
    Life.COUPLE: _couple,
    Life.CHILDREN: _children,
    Life.ONE_PARENT: _one_parent,
    Life.THREE_GENERATIONS: _three_generations,
    Life.FROM_ABROAD: _from_abroad,
}

"""Who lives in which home, and who of them needs support and is registered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from renkei_desktop.practice.folk.family import Family, Life, Member, found_family, lives
from renkei_desktop.practice.stream import Seed, Stream
from renkei_desktop.practice.terrain.layout import Layout, Site
from renkei_desktop.practice.terrain.lot import Use

COVERAGE = 0.8
"""Registered, as a share of those who are thought to need support."""

_ENDED_SHARE = 0.04


@dataclass(frozen=True, slots=True)
class Dwelling:
    """A household in its home. `number` counts the households of the town."""

    number: int
    site: Site
    family: Family

    @property
    def quarter(self) -> int:
        return self.site.lot.quarter


@dataclass(frozen=True, slots=True, order=True)
class Somebody:
    """One member of one household: `household` and `place` in it, the head being 0."""

    household: int
    place: int


@dataclass(frozen=True, slots=True)
class Settlement:
    """Everybody in the town.

    `in_need` are those who are thought to need support; `registered` those of them who are
    registered, `ended` people whose registration has ended.
    """

    dwellings: tuple[Dwelling, ...]
    in_need: frozenset[Somebody]
    registered: tuple[Somebody, ...]
    ended: tuple[Somebody, ...]

    def member(self, who: Somebody) -> Member:
        return self.dwellings[who.household].family.members[who.place]

    def dwelling(self, who: Somebody) -> Dwelling:
        return self.dwellings[who.household]


def settle(seed: Seed, layout: Layout) -> Settlement:
    """Fills the homes and finds who needs support."""
    size = layout.land.size
    dwellings = _households(seed, layout)
    weights = _needs(dwellings)
    ranked = _ranked(weights, seed.stream("need"))
    in_need = frozenset(ranked[: round(size.registered / COVERAGE)])
    registered = _registered(dwellings, in_need, size.registered, seed.stream("coverage"))
    ended = _ended(ranked[len(in_need) :], size.registered, seed.stream("ended"))
    return Settlement(dwellings, in_need, registered, ended)


def _households(seed: Seed, layout: Layout) -> tuple[Dwelling, ...]:
    size, chance = layout.land.size, seed.stream("families")
    kept = sorted(chance.sample(range(len(layout.homes)), size.households))
    sites = [layout.homes[index] for index in kept]
    outside = [_outside(site) for site in sites]
    waiting = {
        there: lives(outside.count(there), there, size.measuring, chance) for there in (False, True)
    }
    return tuple(
        Dwelling(number, site, found_family(waiting[there].pop(), chance))
        for number, (site, there) in enumerate(zip(sites, outside, strict=True))
    )


def _outside(site: Site) -> bool:
    return site.lot.use in (Use.FARM, Use.HAMLET)


_NEED_BY_AGE = ((90, 0.85), (85, 0.52), (80, 0.26), (75, 0.11), (65, 0.04), (18, 0.012), (0, 0.006))
_NEED_BY_LIFE = {
    Life.OLD_ALONE: 1.7,
    Life.OLD_COUPLE: 1.1,
    Life.THREE_GENERATIONS: 0.7,
    Life.FROM_ABROAD: 20.0,
}


def _needs(dwellings: Iterable[Dwelling]) -> dict[Somebody, float]:
    """How likely it is that somebody needs support."""
    return {
        Somebody(dwelling.number, place): _need(member, dwelling.family.life)
        for dwelling in dwellings
        for place, member in enumerate(dwelling.family.members)
    }


def _need(member: Member, life: Life) -> float:
    by_age = next(need for age, need in _NEED_BY_AGE if member.age >= age)
    return by_age * _NEED_BY_LIFE.get(life, 1.0)


def _ranked(weights: Mapping[Somebody, float], chance: Stream) -> list[Somebody]:
    """Everybody, the likelier the sooner."""
    keys = {who: chance.random() ** (1 / weight) for who, weight in weights.items()}
    return sorted(keys, key=lambda who: -keys[who])


def _registered(
    dwellings: Sequence[Dwelling], in_need: Iterable[Somebody], count: int, chance: Stream
) -> tuple[Somebody, ...]:
    """Those who are registered: in some associations nearly all in need, in others half of them."""
    by_quarter: defaultdict[int, list[Somebody]] = defaultdict(list)
    for who in sorted(in_need):
        by_quarter[dwellings[who.household].quarter].append(who)
    shares = {quarter: chance.uniform(0.45, 1.15) for quarter in sorted(by_quarter)}
    taken = _shared_out({q: len(people) for q, people in by_quarter.items()}, shares, count)
    return tuple(
        sorted(who for q in sorted(taken) for who in chance.sample(by_quarter[q], taken[q]))
    )


def _shared_out(
    in_need: Mapping[int, int], shares: Mapping[int, float], count: int
) -> Counter[int]:
    """How many of each association are registered: by its share, and together just `count`."""
    taken = Counter({q: min(n, int(n * shares[q])) for q, n in in_need.items()})
    order = sorted(in_need, key=lambda q: -shares[q])
    while taken.total() != count:
        step = 1 if taken.total() < count else -1
        for quarter in order if step > 0 else reversed(order):
            if taken.total() != count and 0 <= taken[quarter] + step <= in_need[quarter]:
                taken[quarter] += step
    return taken


def _ended(others: Sequence[Somebody], registered: int, chance: Stream) -> tuple[Somebody, ...]:
    """Some who were registered once; taken from the likeliest of those who are not in need."""
    count = max(1, round(registered * _ENDED_SHARE))
    return tuple(sorted(chance.sample(list(others[: 6 * count]), min(count, len(others)))))

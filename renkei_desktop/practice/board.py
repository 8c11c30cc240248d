"""The town itself, its associations and 民生委員, and those to whom lists are given."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from renkei_desktop.domain.choice import Policy, RecipientClass, Situation
from renkei_desktop.domain.moment import keyed_id
from renkei_desktop.domain.neighbourhood import Area, NeighbourhoodAssociation, WelfareCommissioner
from renkei_desktop.domain.person import Person
from renkei_desktop.domain.provision import Recipient, Town
from renkei_desktop.practice.directory.resources import OFFICE_FAX, OFFICE_PHONE
from renkei_desktop.practice.folk.calling import AREA_CODE, Exchange
from renkei_desktop.practice.folk.family import Life
from renkei_desktop.practice.folk.people import association_id
from renkei_desktop.practice.folk.settling import Settlement, Somebody
from renkei_desktop.practice.stream import Seed, order_key
from renkei_desktop.practice.terrain.layout import Layout

TOWN = "見本町"
_CODE = "019992"
"""No municipality has it; its check digit is right."""

_QUARTERS_PER_COMMISSIONER = 2.5


@dataclass(frozen=True, slots=True)
class Board:
    """The bodies of the town, in the order of its quarters."""

    town: Town
    areas: tuple[Area, ...]
    commissioners: tuple[WelfareCommissioner, ...]
    associations: tuple[NeighbourhoodAssociation, ...]
    recipients: tuple[Recipient, ...]


def board(
    seed: Seed, layout: Layout, settlement: Settlement, persons: Mapping[Somebody, Person]
) -> Board:
    """Town, areas, 民生委員, associations and recipients."""
    exchange, chosen = Exchange(40), _Chosen(seed, settlement, persons)
    groups = _groups(len(layout.quarters))
    commissioners = tuple(_commissioners(seed, groups, chosen, exchange))
    associations = tuple(_associations(seed, layout, groups, commissioners, chosen, exchange))
    return Board(
        town=_town(),
        areas=tuple(_areas(seed, layout)),
        commissioners=commissioners,
        associations=associations,
        recipients=tuple(_recipients(seed, layout, associations, commissioners, chosen, exchange)),
    )


def _town() -> Town:
    return Town(
        id=keyed_id("town"), name=TOWN, code=_CODE, office="保健福祉課", phone=OFFICE_PHONE,
        fax=OFFICE_FAX, area_code=AREA_CODE, policy=Policy.INDIVIDUAL,
        situation=Situation.ORDINARY, practice=True,
    )  # fmt: skip


def _areas(seed: Seed, layout: Layout) -> Iterator[Area]:
    for index, quarter in enumerate(layout.quarters):
        outline = layout.land.plane.outline(quarter.outline())
        yield Area(id=seed.record_id("area", index), name=quarter.name, outline=outline)


def _groups(count: int) -> list[int]:
    """Which 民生委員 each association has: two or three neighbouring ones share one."""
    commissioners = max(1, math.ceil(count / _QUARTERS_PER_COMMISSIONER))
    return [index * commissioners // count for index in range(count)]


class _Chosen:
    """Picks grown-up people who take on an office; nobody is asked twice."""

    def __init__(
        self, seed: Seed, settlement: Settlement, persons: Mapping[Somebody, Person]
    ) -> None:
        self._chance = seed.stream("board")
        self._ready: defaultdict[int, list[Person]] = defaultdict(list)
        for who, person in persons.items():
            dwelling, member = settlement.dwelling(who), settlement.member(who)
            able = 48 <= member.age <= 79 and who not in settlement.in_need
            if able and dwelling.family.life is not Life.FROM_ABROAD:
                self._ready[dwelling.quarter].append(person)

    def one(self, quarters: Sequence[int]) -> Person | None:
        """Somebody who lives in one of the quarters; None where nobody is left."""
        for quarter in quarters:
            ready = self._ready[quarter]
            if ready:
                return ready.pop(self._chance.randrange(len(ready)))
        return None

    def anyone(self, quarters: int) -> Person | None:
        """Somebody from anywhere in the town."""
        return self.one(self._chance.shuffled(range(quarters)))


def _commissioners(
    seed: Seed, groups: Sequence[int], chosen: _Chosen, exchange: Exchange
) -> Iterator[WelfareCommissioner]:
    for number in range(max(groups) + 1):
        quarters = [index for index, group in enumerate(groups) if group == number]
        person = chosen.one(quarters) or chosen.anyone(len(groups))
        yield WelfareCommissioner(
            id=seed.record_id("commissioner", number),
            name=person.name if person else "未定",
            reading=person.reading if person else None,
            phone=exchange.fixed(),
            address=person.place.address if person and person.place else None,
        )


def _associations(
    seed: Seed, layout: Layout, groups: Sequence[int],
    commissioners: Sequence[WelfareCommissioner], chosen: _Chosen, exchange: Exchange,
) -> Iterator[NeighbourhoodAssociation]:  # fmt: skip
    for index, quarter in enumerate(layout.quarters):
        head = chosen.one([index])
        yield NeighbourhoodAssociation(
            id=association_id(seed, index),
            name=quarter.name,
            reading=quarter.reading,
            area=seed.record_id("area", index),
            head=head.name if head else None,
            phone=exchange.fixed() if head else None,
            commissioner=commissioners[groups[index]].id,
            order=order_key(index),
        )


def _recipients(
    seed: Seed, layout: Layout, associations: Sequence[NeighbourhoodAssociation],
    commissioners: Sequence[WelfareCommissioner], chosen: _Chosen, exchange: Exchange,
) -> Iterator[Recipient]:  # fmt: skip
    bodies = (
        ("見本消防署", RecipientClass.FIRE, "fire"),
        ("見本警察署", RecipientClass.POLICE, "police"),
        ("見本町社会福祉協議会", RecipientClass.WELFARE_COUNCIL, "welfare"),
    )
    for name, recipient_class, key in bodies:
        asked = [chosen.anyone(len(layout.quarters)) for _ in range(3)]
        handlers = [person.name for person in asked if person and person.name]
        yield Recipient(
            id=seed.record_id("recipient", key), name=name, recipient_class=recipient_class,
            handlers="\n".join(handlers), phone=exchange.fixed(),
            address=layout.landmark(key).address,
        )  # fmt: skip
    for index, association in enumerate(associations):
        yield _association_recipient(seed, layout, index, association, chosen)
    for number, commissioner in enumerate(commissioners):
        yield Recipient(
            id=seed.record_id("recipient", "commissioner", number),
            name=f"民生委員 {commissioner.name}", recipient_class=RecipientClass.COMMISSIONER,
            commissioner=commissioner.id, handlers=commissioner.name, phone=commissioner.phone,
            address=commissioner.address,
        )  # fmt: skip


def _association_recipient(
    seed: Seed, layout: Layout, index: int, association: NeighbourhoodAssociation, chosen: _Chosen
) -> Recipient:
    deputy = chosen.one([index])
    handlers = [name for name in (association.head, deputy.name if deputy else None) if name]
    return Recipient(
        id=seed.record_id("recipient", "association", index),
        name=f"{association.name}町内会", recipient_class=RecipientClass.ASSOCIATION,
        association=association.id, handlers="\n".join(handlers) or None,
        phone=association.phone, address=layout.halls[index].lot.address,
    )  # fmt: skip

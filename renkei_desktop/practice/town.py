"""The practice town as a whole: everything in it from one seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from renkei_desktop.domain.field import Record
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.practice.board import TOWN, board
from renkei_desktop.practice.directory.contacts import contacts
from renkei_desktop.practice.directory.resources import resources
from renkei_desktop.practice.folk.consenting import consents
from renkei_desktop.practice.folk.family import TODAY
from renkei_desktop.practice.folk.people import association_id, people, person_id
from renkei_desktop.practice.folk.reaching import emergency_contacts, phones, supporters
from renkei_desktop.practice.folk.registration import registrations
from renkei_desktop.practice.folk.settling import Settlement, Somebody, settle
from renkei_desktop.practice.stream import Seed
from renkei_desktop.practice.terrain.ground import ground
from renkei_desktop.practice.terrain.layout import lay_out
from renkei_desktop.practice.terrain.size import size_for


@dataclass(frozen=True, slots=True)
class PracticeTown:
    """A fictional town, complete.

    `records` stand in such an order that whatever a record refers to comes before it; `photos`
    are JPEGs by SHA-256; `ground` is the town's map as GeoJSON in UTF-8. `day` is the day on which
    the town stands still. `in_need` are the people who are thought to need support, registered or
    not, and `thought_in_need` their number by association: coverage is measured against it.
    """

    name: str
    day: date
    records: tuple[Record, ...]
    photos: Mapping[str, bytes]
    ground: bytes
    in_need: frozenset[RecordId]
    thought_in_need: Mapping[RecordId, int]


def town(seed: int = 1, registered: int = 300) -> PracticeTown:
    """The practice town of a seed: with 300 registered, 1,250 households and about 2,600 people.

    The same arguments give the same bytes. More than 1,000 registered make a town for measuring,
    which holds only the households in which somebody may need support.
    Raises ValueError for fewer than one registered.
    """
    chance = Seed(seed)
    layout = lay_out(chance, size_for(registered))
    settlement = settle(chance, layout)
    persons = people(chance, layout, settlement)
    entered = registrations(chance, settlement)
    bodies = board(chance, layout, settlement, persons.persons)
    directory = tuple(resources(chance, layout))
    callers = contacts(chance, directory)
    parts: tuple[Iterable[Record], ...] = (
        (bodies.town,),
        bodies.areas,
        bodies.commissioners,
        bodies.associations,
        bodies.recipients,
        persons.households,
        persons.persons.values(),
        phones(chance, settlement, persons.persons),
        emergency_contacts(chance, settlement, persons.persons),
        entered.residents.values(),
        entered.reasons,
        supporters(chance, settlement, persons.persons, entered.residents),
        consents(chance, entered.residents, layout.land.size.measuring),
        directory,
        callers.contacts,
    )
    return PracticeTown(
        name=TOWN,
        day=TODAY,
        records=tuple(record for part in parts for record in part),
        photos=MappingProxyType(callers.photos),
        ground=ground(chance, layout, TOWN),
        in_need=frozenset(person_id(chance, who) for who in settlement.in_need),
        thought_in_need=_by_association(chance, settlement, settlement.in_need),
    )


def _by_association(
    seed: Seed, settlement: Settlement, people: Iterable[Somebody]
) -> Mapping[RecordId, int]:
    counted = Counter(association_id(seed, settlement.dwelling(who).quarter) for who in people)
    return MappingProxyType(dict(sorted(counted.items())))

"""Looking things up in a practice town."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from renkei_desktop.domain.field import AnyRecord, Declared, Kind, Record, declared
from renkei_desktop.domain.person import Person
from renkei_desktop.domain.resident import Resident
from renkei_desktop.practice.town import PracticeTown


def of(town: PracticeTown, kind: type[AnyRecord]) -> list[AnyRecord]:
    return [record for record in town.records if isinstance(record, kind)]


def standing(town: PracticeTown) -> list[Resident]:
    return [resident for resident in of(town, Resident) if resident.ending is None]


def values(record: Record) -> Iterator[tuple[Declared, object]]:
    """The declared fields of a record with their values, and those of its value classes."""
    for item in declared(type(record)):
        value = getattr(record, item.attribute)
        yield item, value
        if value is not None and _is_value_class(type(value)):
            for part in declared(type(value)):
                yield part, getattr(value, part.attribute)


def _is_value_class(kind: type) -> bool:
    try:
        return bool(declared(kind))
    except TypeError:
        return False


def texts(town: PracticeTown) -> Iterator[str]:
    """Every text that somebody reads anywhere in the records: no ids, no digests."""
    for record in town.records:
        for item, value in values(record):
            if isinstance(value, str) and item.field.kind not in (Kind.REFERENCE, Kind.PHOTO):
                yield value


def registered_by_association(town: PracticeTown) -> Counter[str]:
    people = {person.id: person for person in of(town, Person)}
    return Counter(people[r.person or ""].association or "" for r in standing(town))

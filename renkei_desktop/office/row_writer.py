"""Writes the rows of a list into an open deed: people, phones, households, registrations."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from renkei_desktop.domain.moment import RecordId, new_id
from renkei_desktop.domain.order import between
from renkei_desktop.domain.person import Household, Person, Phone
from renkei_desktop.domain.place import Place
from renkei_desktop.domain.resident import Resident
from renkei_desktop.intake.heading import Target
from renkei_desktop.intake.known import digits_of
from renkei_desktop.intake.plan import PlannedRow
from renkei_desktop.intake.residents import IncomingPerson
from renkei_desktop.office.desk import Desk

if TYPE_CHECKING:
    from renkei_desktop.store.ledger import Book


class RowWriter:
    """One list on its way into one deed."""

    def __init__(self, desk: Desk, book: Book, *, register: bool) -> None:
        self._desk, self._book = desk, book
        self._register = register
        self._households: dict[str, RecordId] = {}
        for household in desk.rows.all(Household):
            if household.code:
                self._households[household.code] = household.id
        standing = (r for r in desk.rows.all(Resident) if r.ending is None)
        self._registered = {resident.person for resident in standing}

    def write(self, row: PlannedRow) -> None:
        """Creates the person of a row, or corrects what the row changes about a known one."""
        if row.person_id is None:
            person = self._create(row)
        else:
            person = row.person_id
            self._correct(row, person)
        if self._register and person not in self._registered:
            self._book.put(Resident(id=new_id(), person=person), None)
            self._registered.add(person)

    def _create(self, row: PlannedRow) -> RecordId:
        came = row.incoming
        person = Person(
            id=new_id(),
            name=came.name,
            reading=came.reading,
            birth=came.birth,
            sex=came.sex,
            place=Place(address=came.address) if came.address else None,
            household=self._household(came),
            association=row.association_id,
            external_code=came.external_code,
            note=came.note,
        )
        self._book.put(person, None)
        self._add_phones(person.id, came)
        return person.id

    def _household(self, came: IncomingPerson) -> RecordId | None:
        """People with the same household number live together; without one nobody is joined."""
        key = came.household_key or (f"屋号:{came.yago}:{came.address}" if came.yago else None)
        if key is None:
            return None
        if key not in self._households:
            household = Household(id=new_id(), code=came.household_key, yago=came.yago)
            self._book.put(household, None)
            self._households[key] = household.id
        return self._households[key]

    def _correct(self, row: PlannedRow, person: RecordId) -> None:
        held = self._desk.rows.get(Person, person)
        changed = {change.target for change in row.changes}
        if held is None or not changed:
            return
        values: dict[str, Any] = {
            target.value: getattr(row.incoming, target.value) for target in _PLAIN & changed
        }
        if Target.ADDRESS in changed:
            # The pin belongs to the old address: no pin is better than a wrong one.
            values["place"] = Place(address=row.incoming.address)
        if Target.ASSOCIATION in changed:
            values["association"] = row.association_id
        self._book.put(dataclasses.replace(held.record, **values), held)
        if Target.PHONE in changed:
            self._add_phones(person, row.incoming)

    def _add_phones(self, person: RecordId, came: IncomingPerson) -> None:
        """Adds the numbers that the person does not have yet, after those that stand."""
        known = [held.record for held in self._desk.rows.of(Phone, "person", person)]
        last = known[-1].order if known else None
        digits = {digits_of(phone.number or "") for phone in known}
        for phone in came.phones:
            if phone.digits in digits:
                continue
            last = between(last, None)
            whose = phone.note or None
            record = Phone(id=new_id(), person=person, number=phone.number, whose=whose, order=last)
            self._book.put(record, None)


_PLAIN = frozenset({Target.NAME, Target.READING, Target.BIRTH, Target.EXTERNAL_CODE})

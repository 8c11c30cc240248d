"""A process that saves and tells after every save, until it is killed.

Arguments: the folder that holds an office. Each line on standard output is the id of a person whose
deed was committed before the line was written.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from renkei_desktop.domain.moment import new_id
from renkei_desktop.domain.person import Person, Phone
from tests.store.offices import CLERK, Place, held


def main(root: Path) -> None:
    place = Place(root)
    office = place.open()
    print(office.seat.id, flush=True)
    for number in range(100_000):
        person = Person(id=new_id(), name=f"人{number}", note="雪" * (number % 500))
        with office.ledger.writing("登録", clerk=CLERK) as book:
            book.put(person, None)
            book.put(Phone(id=new_id(), person=person.id, number="0164-35-2111"), None)
        with office.ledger.writing("訂正", clerk=CLERK) as book:
            book.put(replace(person, name="直した"), held(office, Person, person.id))
        print(person.id, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""A real office with one person in it, and everything that can be said about its state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from renkei_desktop.domain.choice import RecipientClass
from renkei_desktop.domain.moment import new_id
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation
from renkei_desktop.domain.person import Person, Phone
from renkei_desktop.domain.place import Place
from renkei_desktop.domain.provision import Recipient
from renkei_desktop.domain.resident import Resident
from renkei_desktop.office import basemaps, checks, offices, provisions
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.offices import NewOffice
from renkei_desktop.office.residents import PersonSheet, register
from renkei_desktop.store.cost import KdfCost
from tests.trouble.sentences import ADDRESS, NAME, PHONE, READING

CLERK = "福祉 一子"
PASSWORD = "ゆきどけ-2026"
RECIPIENT = "見本消防署"
FOLDER = "見本町.renkei"

NEW = NewOffice(
    town_name="見本町",
    code="019999",
    office="保健福祉課",
    phone="0999-35-2111",
    fax="",
    area_code="0999",
    clerk=CLERK,
    password=PASSWORD,
)


class WallClock:
    """A clock that goes on by a second at every look, and that a test may set to anything."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def machine_in(folder: Path) -> Machine:
    """A PC that remembers what it has to in a folder of the test."""
    return Machine(folder / "state", WallClock(), KdfCost.practice())


def founded(folder: Path, machine: Machine) -> Desk:
    """A new office with one registered person, one 町内会 and one recipient."""
    desk = offices.found(folder, NEW, machine).desk
    body = NeighbourhoodAssociation(id=new_id(), name="蕗の台")
    with desk.writing("町内会の登録") as book:
        book.put(body, None)
        book.put(_recipient(), None)
    register(desk, somebody(association=body.id))
    return desk


def _recipient() -> Recipient:
    return Recipient(id=new_id(), name=RECIPIENT, recipient_class=RecipientClass.FIRE)


def somebody(name: str = NAME, association: str | None = None) -> PersonSheet:
    """A form filled in for one new person."""
    person = Person(
        id=new_id(),
        name=name,
        reading=READING,
        place=Place(address=ADDRESS),
        association=association,
    )
    phone = Phone(id=new_id(), person=person.id, number=PHONE)
    return PersonSheet(
        person=person, phones=(phone,), resident=Resident(id=new_id(), person=person.id)
    )


def opened(folder: Path, machine: Machine, password: str = PASSWORD) -> Desk:
    return offices.open_office(folder, CLERK, password, machine)


@dataclass(frozen=True)
class Stand:
    """How an office stands. `deeds` are the ids of all of them, newest first."""

    people: int
    deeds: tuple[str, ...]
    provisions: tuple[str, ...]
    maps: tuple[str, ...]
    clerks: tuple[str, ...]


def stand_of(desk: Desk) -> Stand:
    """Everything that a deed may change, of an office that must be sound in every part."""
    report = checks.check(desk)
    assert report.sound, report.lines
    return Stand(
        people=len(desk.rows.people()),
        deeds=tuple(line.deed for line in desk.ledger.deeds(10_000)),
        provisions=tuple(line.state.value for line in provisions.listed(desk)),
        maps=tuple(line.file for line in basemaps.listed(desk)),
        clerks=desk.vault.clerks,
    )


def stand_in(folder: Path, machine: Machine, password: str = PASSWORD) -> Stand:
    """The same of an office that is closed, opened for the moment."""
    desk = opened(folder, machine, password)
    try:
        return stand_of(desk)
    finally:
        desk.vault.close()

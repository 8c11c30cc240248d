"""Makes `vault-0001`, an office as the first schema held it, for the tests of the migrations.

`python tests/data/make_vault_0001.py FOLDER` runs migration 0001 only, declares the contact person
as it was then (one text 「連絡のしかた」), enters the first edition of the vocabulary, and writes
what a clerk of that time would have written. The result is kept; this script shows how it came
about and can make it again after the very first schema has changed, which it must not.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

from renkei_desktop import paths
from renkei_desktop.domain import field as declarations
from renkei_desktop.domain.field import Disclosure, Field, Kind, Record
from renkei_desktop.domain.moment import RecordId, keyed_id
from renkei_desktop.domain.person import Person
from renkei_desktop.domain.resident import Resident, SupportReason
from renkei_desktop.domain.resource import Resource

CLERK = "佐藤"
PASSWORD = "ゆきだるま"

_PUBLIC = Disclosure.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class OldContact(Record):
    """担当者 as it was in schema 0001."""

    resource: Annotated[
        RecordId | None, Field("社会資源", "resource", Kind.REFERENCE, _PUBLIC, target="resource")
    ] = None
    name: Annotated[
        str | None, Field("担当者", "name", disclosure=_PUBLIC, required=True, searched=True)
    ] = None
    reading: Annotated[str | None, Field("よみ", "reading", Kind.KANA, _PUBLIC, searched=True)] = (
        None
    )
    role: Annotated[str | None, Field("役職", "role", disclosure=_PUBLIC)] = None
    phone: Annotated[str | None, Field("直通電話", "phone", Kind.PHONE, _PUBLIC)] = None
    photo: Annotated[str | None, Field("顔写真", "photo", Kind.PHOTO, Disclosure.CARE)] = None
    hours_note: Annotated[str | None, Field("連絡のしかた", "hours_note", disclosure=_PUBLIC)] = (
        None
    )
    order: Annotated[str, Field("順番", "order", Kind.ORDER, _PUBLIC)] = "V"


def declare_as_then() -> None:
    """Puts the old declaration in place of today's, before the tables are made from them."""
    OldContact.KIND, OldContact.LABEL = "contact", "担当者"
    declarations.record_kinds()
    declarations._kinds["contact"] = OldContact


def identity(name: str) -> RecordId:
    """The ids are the same each time, so that the tests can name them."""
    return keyed_id("vault-0001", name)


def make(folder: Path) -> None:
    """Makes the office and closes it again."""
    declare_as_then()
    from renkei_desktop.store import seeds, upgrade, vault
    from renkei_desktop.store.cost import KdfCost
    from renkei_desktop.store.database import Database
    from renkei_desktop.store.marks import SeatMarks

    def tables_as_then(database: Database) -> None:
        database.rollback()
        upgrade.run_migrations(database, paths.migrations(), "0001")
        database.begin()

    upgrade.VERSIONS = ("0001",)
    upgrade.make_tables = tables_as_then
    seeds.LATEST = 1
    moments = (datetime(2026, 4, 1, 9, tzinfo=UTC) + timedelta(hours=n) for n in range(10_000))
    marks = SeatMarks(folder.parent / "seats")
    office, _ = vault.create(
        folder,
        clerk=CLERK,
        password=PASSWORD,
        cost=KdfCost.practice(),
        clock=lambda: next(moments),
        marks=marks,
    )
    _people(office)
    _directory(office)
    office.close()
    shutil.rmtree(folder.parent / "seats")
    for name in ("LOCK", "ledger.db-journal"):
        (folder / name).unlink(missing_ok=True)


def _people(office: object) -> None:
    from renkei_desktop.store.vault import Vault

    assert isinstance(office, Vault)
    person = Person(id=identity("person"), name="髙橋 ハナ", reading="たかはし はな")
    resident = Resident(id=identity("resident"), person=person.id, number="1")
    reason = SupportReason(id=identity("reason"), resident=resident.id, term="alone")
    with office.ledger.writing("住民の登録", clerk=CLERK) as book:
        for record in (person, resident, reason):
            book.put(record, None)
    held = office.rows.get(Person, person.id)
    assert held is not None
    with office.ledger.writing("住民情報の訂正", clerk=CLERK, reason="戸籍の字") as book:
        book.put(replace(person, name="髙𣘺 ハナ"), held)


NOTES: Mapping[str, str] = {
    "clinic": "火曜の午後は避ける。FAX がよい",
    "shop": "店の電話へ",
    "temple": "朝のおつとめは避ける",
}


def _directory(office: object) -> None:
    from renkei_desktop.store.vault import Vault

    assert isinstance(office, Vault)
    for name, note in NOTES.items():
        resource = Resource(id=identity(name), name=name)
        contact = OldContact(
            id=identity(f"{name}-contact"),
            resource=resource.id,
            name=f"{name}の人",
            hours_note=note,
        )
        with office.ledger.writing("社会資源の登録", clerk=CLERK) as book:
            book.put(resource, None)
            book.put(contact, None)
    _corrected_twice(office)


def _corrected_twice(office: object) -> None:
    """Two windows corrected the temple's note without seeing each other: both texts stand."""
    from renkei_desktop.store.vault import Vault

    assert isinstance(office, Vault)
    held = office.rows.get(OldContact, identity("temple-contact"))
    assert held is not None
    for note in ("朝のおつとめは避ける。夕方がよい", "朝のおつとめは避ける。住職の携帯へ"):
        with office.ledger.writing("担当者の訂正", clerk=CLERK) as book:
            book.put(replace(held.record, hours_note=note), held)


if __name__ == "__main__":
    make(Path(sys.argv[1]))

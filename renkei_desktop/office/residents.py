"""The card of a person, registering, correcting, ending a registration."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from renkei_desktop.domain.change import ChangeLine, Changes
from renkei_desktop.domain.consent import Consent
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.field import AnyRecord, Record
from renkei_desktop.domain.held import Held
from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation, WelfareCommissioner
from renkei_desktop.domain.person import EmergencyContact, Household, Person, Phone
from renkei_desktop.domain.resident import Ending, Resident, Supporter, SupportReason
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.domain.wire import Json
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.sheets import Card, save
from renkei_desktop.office.shown import recalled


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSheet:
    """All records that the form of a person shows and edits together."""

    person: Person
    household: Household | None = None
    phones: tuple[Phone, ...] = ()
    contacts: tuple[EmergencyContact, ...] = ()
    resident: Resident | None = None
    reasons: tuple[SupportReason, ...] = ()
    supporters: tuple[Supporter, ...] = ()
    consents: tuple[Consent, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        single = (self.household, self.person, self.resident)
        lists = (*self.phones, *self.contacts, *self.reasons, *self.supporters, *self.consents)
        return (*(record for record in single if record is not None), *lists)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """A person as the card and the form show them, with what stands around them."""

    sheet: PersonSheet
    card: Card
    row: PersonRow
    association: NeighbourhoodAssociation | None
    commissioner: WelfareCommissioner | None
    household_members: tuple[PersonRow, ...]
    supporter_names: dict[RecordId, str]
    """By supporter record: the name of the person behind it, where there is one."""
    history: tuple[ChangeLine, ...]


def person_card(desk: Desk, person: RecordId) -> PersonCard:
    """Everything about one person. Raises RenkeiError where the record is gone."""
    row = desk.rows.person(person)
    held = desk.rows.get(Person, person)
    if row is None or held is None or not held.exists:
        raise _gone()
    household = _held(desk, Household, held.record.household)
    phones = _children(desk, Phone, "person", person)
    contacts = _children(desk, EmergencyContact, "person", person)
    resident = _registration(desk, person)
    key = resident.record.id if resident else ""
    reasons = _children(desk, SupportReason, "resident", key)
    supporters = _children(desk, Supporter, "resident", key)
    consents = _children(desk, Consent, "resident", key)
    singles = [h for h in (household, held, resident) if h is not None]
    helds: list[Held[Any]] = [*singles, *phones, *contacts, *reasons, *supporters, *consents]
    association = _held(desk, NeighbourhoodAssociation, held.record.association)
    body = association.record if association else None
    commissioner = _held(desk, WelfareCommissioner, body.commissioner if body else None)
    return PersonCard(
        sheet=_sheet(_records(helds)),
        card=Card.of(helds),
        row=row,
        association=body,
        commissioner=commissioner.record if commissioner else None,
        household_members=_members(desk, held.record),
        supporter_names=_names(desk, _records(supporters)),
        history=desk.ledger.history(frozenset(h.record.id for h in helds)),
    )


def as_shown(card: PersonCard, kept: Json) -> PersonCard:
    """The card as a half-typed form had shown it, from what `shown.kept` put into the draft."""
    before = recalled(kept, card.card)
    sheet = _sheet(tuple(held.record for held in before.helds.values()))
    return dataclasses.replace(card, card=before, sheet=sheet)


def _sheet(records: tuple[Any, ...]) -> PersonSheet:
    """The records of one person in their places on the sheet, lists in their order."""

    def of(cls: type[AnyRecord]) -> tuple[AnyRecord, ...]:
        found = (record for record in records if isinstance(record, cls))
        return tuple(sorted(found, key=lambda record: getattr(record, "order", "")))

    return PersonSheet(
        person=of(Person)[0],
        household=next(iter(of(Household)), None),
        phones=of(Phone),
        contacts=of(EmergencyContact),
        resident=next(iter(of(Resident)), None),
        reasons=of(SupportReason),
        supporters=of(Supporter),
        consents=of(Consent),
    )


def register(desk: Desk, sheet: PersonSheet, card: Card | None = None) -> Changes:
    """Registers a resident: a new person, or a known one whose `card` the form had opened.

    Raises RenkeiError where the person has a registration already.
    """
    if sheet.resident is None:
        raise ValueError("a registration needs its resident record")
    standing = _registration(desk, sheet.person.id)
    ended = standing is None or standing.record.ending is not None
    if standing is not None and not ended and standing.record.id != sheet.resident.id:
        raise RenkeiError(
            "この人はもう登録されています。",
            kept="入力したものはそのまま残っています。",
            todo="登録されている票を開いて変更してください。",
        )
    return save(desk, "住民の登録", card or Card(), sheet.records)


def correct(desk: Desk, card: Card, sheet: PersonSheet, reason: str | None = None) -> Changes:
    """Saves what the clerk changed on the form of a person."""
    return save(desk, "住民情報の訂正", card, sheet.records, reason)


def end_registration(desk: Desk, card: PersonCard, ending: Ending) -> Changes:
    """Ends a registration with its reason and date; nothing is deleted.

    Raises RenkeiError where the person is not registered.
    """
    resident = card.sheet.resident
    if resident is None:
        raise RenkeiError(
            "この人は登録されていません。",
            kept="何も変えていません。",
            todo="一覧を開きなおして、登録されている人を選んでください。",
        )
    ended = dataclasses.replace(resident, ending=ending)
    records = [ended if r.id == resident.id else r for r in card.sheet.records]
    return save(desk, "登録を終える", card.card, records)


def today(desk: Desk) -> PartialDate:
    """The present day as a date of the register."""
    return PartialDate.of(desk.today)


def _registration(desk: Desk, person: RecordId) -> Held[Resident] | None:
    """The registration that stands; the newest ended one where none does."""
    found = desk.rows.of(Resident, "person", person)
    standing = [held for held in found if held.record.ending is None]
    return next(iter(standing or found), None)


def _held(desk: Desk, cls: type[Any], record_id: RecordId | None) -> Held[Any] | None:
    held = desk.rows.get(cls, record_id) if record_id else None
    return held if held is not None and held.exists else None


def _children(desk: Desk, cls: type[Any], register: str, key: RecordId) -> tuple[Held[Any], ...]:
    found = desk.rows.of(cls, register, key) if key else ()
    return tuple(sorted(found, key=lambda held: getattr(held.record, "order", "")))


def _records(helds: Iterable[Held[Any]]) -> tuple[Any, ...]:
    return tuple(held.record for held in helds)


def _members(desk: Desk, person: Person) -> tuple[PersonRow, ...]:
    if person.household is None:
        return ()
    members = desk.rows.of(Person, "household", person.household)
    rows = (desk.rows.person(held.record.id) for held in members if held.record.id != person.id)
    return tuple(row for row in rows if row is not None)


def _names(desk: Desk, supporters: tuple[Supporter, ...]) -> dict[RecordId, str]:
    names = {}
    for supporter in supporters:
        person = _held(desk, Person, supporter.person)
        if person is not None:
            names[supporter.id] = person.record.name or ""
    return names


def _gone() -> RenkeiError:
    return RenkeiError(
        "この人の票は見つかりません。",
        kept="何も変えていません。",
        todo="一覧から選び直してください。",
    )

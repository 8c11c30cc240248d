"""The directory: entries, their contact persons, faces."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from renkei_desktop.domain.change import ChangeLine, Changes
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.field import Record
from renkei_desktop.domain.held import Held
from renkei_desktop.domain.listing import ResourceRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.resource import Contact, Resource
from renkei_desktop.domain.wire import Json
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.sheets import Card, save
from renkei_desktop.office.shown import recalled


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceSheet:
    """All records that the form of a resource shows and edits together.

    `photos` holds the bytes (JPEG) of faces that were chosen on the form, by their SHA-256.
    """

    resource: Resource
    contacts: tuple[Contact, ...] = ()
    photos: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def records(self) -> tuple[Record, ...]:
        return (self.resource, *self.contacts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceCard:
    """A resource as the card and the form show it."""

    sheet: ResourceSheet
    card: Card
    row: ResourceRow
    faces: Mapping[RecordId, bytes]
    """The face of a contact (JPEG bytes), by contact record."""
    history: tuple[ChangeLine, ...]


def resources(desk: Desk) -> tuple[ResourceRow, ...]:
    """All entries of the directory, sorted by reading."""
    return desk.rows.resources()


def row(desk: Desk, resource: RecordId) -> ResourceRow | None:
    """The row of one entry, or None where it is gone."""
    return desk.rows.resource(resource)


def resource_card(desk: Desk, resource: RecordId) -> ResourceCard:
    """Everything about one entry. Raises RenkeiError where it is gone."""
    held = desk.rows.get(Resource, resource)
    row = desk.rows.resource(resource)
    if held is None or row is None or not held.exists:
        raise RenkeiError(
            "この社会資源の票は見つかりません。",
            kept="何も変えていません。",
            todo="一覧から選び直してください。",
        )
    found = desk.rows.of(Contact, "resource", resource)
    contacts = sorted(found, key=lambda contact: contact.record.order)
    helds: list[Held[Any]] = [held, *contacts]
    return ResourceCard(
        sheet=ResourceSheet(
            resource=held.record, contacts=tuple(contact.record for contact in contacts)
        ),
        card=Card.of(helds),
        row=row,
        faces=_faces(desk, [contact.record for contact in contacts]),
        history=desk.ledger.history(frozenset(h.record.id for h in helds)),
    )


def as_shown(card: ResourceCard, kept: Json) -> ResourceCard:
    """The card as a half-typed form had shown it, from what `shown.kept` put into the draft."""
    before = recalled(kept, card.card)
    records = [held.record for held in before.helds.values()]
    contacts = sorted((r for r in records if isinstance(r, Contact)), key=lambda c: c.order)
    resource = next(r for r in records if isinstance(r, Resource))
    sheet = dataclasses.replace(card.sheet, resource=resource, contacts=tuple(contacts))
    return dataclasses.replace(card, card=before, sheet=sheet)


def add(desk: Desk, sheet: ResourceSheet) -> Changes:
    """Enters a new resource with its contact persons."""
    return save(desk, "社会資源の登録", Card(), sheet.records, photos=sheet.photos.values())


def correct(desk: Desk, card: Card, sheet: ResourceSheet) -> Changes:
    """Saves what the clerk changed on the form of a resource."""
    return save(desk, "社会資源の訂正", card, sheet.records, photos=sheet.photos.values())


def end(desk: Desk, card: ResourceCard) -> Changes:
    """Takes an entry and its contact persons out of the directory; history keeps them."""
    return save(desk, "社会資源を一覧から外す", card.card, ())


def with_face(contact: Contact, photo: bytes) -> Contact:
    """The contact with this face; hand the bytes to the sheet's `photos` under the same name."""
    return dataclasses.replace(contact, photo=hashlib.sha256(photo).hexdigest())


def photo(desk: Desk, sha256: str) -> bytes | None:
    """The bytes of a stored face, or None where it was not received."""
    found = desk.rows.attachment(sha256)
    return None if found is None else found.data


def _faces(desk: Desk, contacts: list[Contact]) -> dict[RecordId, bytes]:
    faces = {}
    for contact in contacts:
        face = photo(desk, contact.photo) if contact.photo else None
        if face is not None:
            faces[contact.id] = face
    return faces

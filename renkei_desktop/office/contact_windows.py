"""The words of the 連絡窓口一覧: the directory as a partner may see it, type by type."""

from __future__ import annotations

from collections.abc import Iterator

from renkei_desktop.domain.choice import PublishLevel, RecipientClass
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.provision import Recipient
from renkei_desktop.domain.resource import Contact, Resource
from renkei_desktop.domain.rowcode import row_codes
from renkei_desktop.domain.text.kana import sort_key
from renkei_desktop.office import town
from renkei_desktop.office.desk import Desk
from renkei_desktop.printing.paper import SheetHead
from renkei_desktop.printing.windows import Window, WindowGroup, Windows

UNTYPED = "種別の分からない窓口"


def windows(desk: Desk, recipient: Recipient, sheet: SheetHead) -> Windows:
    """All entries that this recipient may see, grouped by type in the town's order."""
    resources = sorted(visible(desk, recipient), key=lambda r: sort_key(r.reading or r.name))
    contacts = _contacts(desk)
    codes = row_codes(resource.id for resource in resources)
    groups = []
    for code, label in _types(desk):
        of_type = [r for r in resources if (r.type or "") == code]
        found = [w for r in of_type for w in _windows(r, contacts.get(r.id, []), codes[r.id])]
        if found:
            groups.append(WindowGroup(label, tuple(found)))
    return Windows(sheet, tuple(groups))


def visible(desk: Desk, recipient: Recipient) -> list[Resource]:
    """The entries whose level of publication reaches the recipient; without a level, nobody's."""
    partner = recipient.recipient_class not in (None, RecipientClass.OTHER)
    levels = {PublishLevel.PUBLIC, PublishLevel.PARTNERS} if partner else {PublishLevel.PUBLIC}
    return [resource for resource in desk.rows.all(Resource) if resource.publish in levels]


def _types(desk: Desk) -> Iterator[tuple[str, str]]:
    for term in town.terms(desk, "resource_type"):
        yield term.code or "", term.label or ""
    yield "", UNTYPED


def _contacts(desk: Desk) -> dict[RecordId, list[Contact]]:
    found: dict[RecordId, list[Contact]] = {}
    for contact in sorted(desk.rows.all(Contact), key=lambda c: c.order):
        found.setdefault(contact.resource or "", []).append(contact)
    return found


def _windows(resource: Resource, contacts: list[Contact], code: str) -> Iterator[Window]:
    """One window for each contact person, or one without a person."""
    for contact in contacts or [Contact(id="")]:
        yield Window(
            code=code,
            name=resource.name or "",
            kind=resource.resource_class.label if resource.resource_class else "",
            person=" ".join(part for part in (contact.role, contact.name) if part),
            phone=contact.phone or resource.phone or "",
            fax=resource.fax or "",
            avoid=contact.avoid_hours or "",
            how=contact.best_way or "",
        )

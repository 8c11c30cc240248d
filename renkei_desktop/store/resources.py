"""The directory as a list: each entry with its first contact person."""

from __future__ import annotations

from collections.abc import Mapping

from renkei_desktop.domain.choice import ResourceClass
from renkei_desktop.domain.listing import ResourceRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.place import Accuracy
from renkei_desktop.domain.searching import PART
from renkei_desktop.store.database import Database, Row
from renkei_desktop.store.labels import words_of

_RESOURCES = """
SELECT id, name, reading, sort_key, class, type, place_address, phone, fax,
       place_point_latitude, place_point_longitude, place_accuracy, helps_with, folded
FROM resource WHERE "exists" {which} ORDER BY sort_key, id
"""
_CONTACTS = """
SELECT resource, name, avoid_hours, folded FROM contact WHERE "exists" {which}
ORDER BY resource, "order", id
"""


def all_rows(database: Database) -> tuple[ResourceRow, ...]:
    """Every entry that stands, by reading."""
    return _joined(database, "", "", ())


def one_row(database: Database, resource: RecordId) -> ResourceRow | None:
    """One entry, or None for one that does not stand."""
    rows = _joined(database, "AND id = ?", "AND resource = ?", (resource,))
    return rows[0] if rows else None


def _joined(
    database: Database, resources: str, contacts: str, values: tuple[str, ...]
) -> tuple[ResourceRow, ...]:
    types = words_of(database, "resource_type")
    people: dict[RecordId, list[Row]] = {}
    for row in database.rows(_CONTACTS.format(which=contacts), values):
        people.setdefault(row[0], []).append(row)
    rows = database.rows(_RESOURCES.format(which=resources), values)
    return tuple(_resource_row(row, types, people.get(row[0], [])) for row in rows)


def _resource_row(row: Row, types: Mapping[str, str], contacts: list[Row]) -> ResourceRow:
    (
        resource, name, reading, sort_key, resource_class, kind, address, phone, fax,
        latitude, longitude, accuracy, helps_with, folded,
    ) = row  # fmt: skip
    first = contacts[0] if contacts else ("", "", "", "")
    return ResourceRow(
        resource=resource,
        name=name or "",
        reading=reading or "",
        sort_key=sort_key,
        resource_class=None if resource_class is None else ResourceClass(resource_class),
        type=types.get(kind, kind or ""),
        address=address or "",
        phone=phone or "",
        fax=fax or "",
        contact=first[1] or "",
        avoid_hours=first[2] or "",
        latitude=latitude,
        longitude=longitude,
        accuracy=None if accuracy is None else Accuracy(accuracy),
        helps_with=helps_with or "",
        folded=PART.join(part for part in (folded, *(c[3] for c in contacts)) if part),
    )

"""Rows of lists as pins on the map."""

from __future__ import annotations

from renkei_desktop.domain.choice import ResourceClass
from renkei_desktop.domain.listing import PersonRow, ResourceRow
from renkei_desktop.maps.pins import Pin, PinKind

LETTERS = {
    ResourceClass.FORMAL: "フ",
    ResourceClass.INFORMAL: "イ",
    ResourceClass.NATURAL: "ナ",
}
"""Inside the pin of a resource: its class can be told without colour."""


def person_pin(row: PersonRow) -> Pin | None:
    """The pin of a person; None without a position."""
    if row.latitude is None or row.longitude is None:
        return None
    return Pin(row.person, row.latitude, row.longitude, row.name, accuracy=row.accuracy)


def resource_pin(row: ResourceRow) -> Pin | None:
    """The pin of a resource; None without a position."""
    if row.latitude is None or row.longitude is None:
        return None
    letter = LETTERS[row.resource_class] if row.resource_class else ""
    return Pin(
        row.resource,
        row.latitude,
        row.longitude,
        row.name,
        PinKind.RESOURCE,
        letter,
        row.accuracy,
    )


def pin_of(row: PersonRow | ResourceRow) -> Pin | None:
    return person_pin(row) if isinstance(row, PersonRow) else resource_pin(row)


def id_of(row: PersonRow | ResourceRow) -> str:
    """The record behind a row."""
    return row.person if isinstance(row, PersonRow) else row.resource


def kind_of(row: PersonRow | ResourceRow) -> str:
    """The kind of the record behind a row, as `positions.set_right` wants it."""
    return "person" if isinstance(row, PersonRow) else "resource"

"""Everybody whom the office knows, as light rows."""

from __future__ import annotations

from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.office.desk import Desk


def people(desk: Desk) -> tuple[PersonRow, ...]:
    """All persons, sorted by reading; those who are not registered have no `resident`."""
    return desk.rows.people()


def row(desk: Desk, person: RecordId) -> PersonRow | None:
    """The row of one person, or None where the person is gone."""
    return desk.rows.person(person)

"""Half-typed forms: kept encrypted in the office, per clerk, outside history."""

from __future__ import annotations

from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.wire import Json
from renkei_desktop.office.desk import Desk

NEW = "new"
"""The key of a draft for a record that does not exist yet."""


def _area(desk: Desk) -> str:
    return f"draft/{desk.clerk}"


def keep(desk: Desk, form: str, record: RecordId, data: Json) -> None:
    """Keeps what is typed into a form; `record` is the id of the record or `NEW`."""
    desk.ledger.noting().put(_area(desk), f"{form}/{record}", data)


def kept(desk: Desk, form: str, record: RecordId) -> Json:
    """What was typed into this form and not saved, or None."""
    return desk.ledger.noting().get(_area(desk), f"{form}/{record}")


def drop(desk: Desk, form: str, record: RecordId) -> None:
    """Forgets a draft (saved, or given up)."""
    desk.ledger.noting().delete(_area(desk), f"{form}/{record}")


def waiting(desk: Desk) -> tuple[tuple[str, RecordId], ...]:
    """The drafts of the clerk at this desk: form and record."""
    keys = desk.ledger.noting().keys(_area(desk))
    return tuple((form, record) for form, _, record in (key.partition("/") for key in keys))

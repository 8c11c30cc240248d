"""What was done: the record of deeds, and taking one back."""

from __future__ import annotations

from renkei_desktop.domain.change import DeedLine, Undone
from renkei_desktop.office.desk import Desk


def last_undoable(desk: Desk) -> DeedLine | None:
    """The latest deed of the clerk at this desk that is not undone yet."""
    return desk.ledger.last_undoable(desk.clerk)


def undo(desk: Desk, deed: str) -> Undone:
    """Takes one deed back by a new deed; what has changed since then stays and is listed."""
    return desk.ledger.undo(deed, clerk=desk.clerk)


def record_of_deeds(desk: Desk, limit: int = 200) -> tuple[DeedLine, ...]:
    """The latest deeds of everybody, newest first."""
    return desk.ledger.deeds(limit)

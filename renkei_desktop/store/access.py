"""The access log: appended to, never changed, with a chain of its own."""

from __future__ import annotations

from datetime import datetime

from renkei_desktop.domain.change import AccessLine
from renkei_desktop.store.chain import START, commitment, link, new_salt
from renkei_desktop.store.columns import packed
from renkei_desktop.store.database import Database, Row

_SAVE = (
    "INSERT INTO access (position, at, clerk, act, about, salt, commitment, link)"
    " VALUES (?,?,?,?,?,?,?,?)"
)


def append(database: Database, line: AccessLine) -> None:
    """Adds a line at the end. Raises RenkeiError where the disk is full."""
    last = database.run("SELECT position, link FROM access ORDER BY position DESC LIMIT 1")
    position, previous = last[0] if last else (0, START)
    row = (position + 1, line.at.isoformat(), line.clerk, line.act, line.about)
    salt = new_salt()
    committed = commitment(salt, chained(row))
    database.run(_SAVE, (*row, salt, committed, link(previous, committed)))


def chained(row: Row) -> Row:
    """What the chain commits to."""
    position, *texts = row
    return (position, *(packed(text) for text in texts))


def latest(database: Database, limit: int) -> tuple[AccessLine, ...]:
    """The newest lines first."""
    sql = "SELECT at, clerk, act, about FROM access ORDER BY position DESC LIMIT ?"
    found = database.run(sql, (limit,))
    return tuple(AccessLine(datetime.fromisoformat(at), *rest) for at, *rest in found)

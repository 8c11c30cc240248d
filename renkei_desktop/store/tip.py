"""The end of the log, and the small facts of a file in `meta`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from renkei_desktop.store.database import Database
from renkei_desktop.store.marks import Seat

VAULT = "vault"
TIP = "tip"
SEATS = "seats"
KEYS_EDITION = "keys_edition"
CHECKPOINT = "checkpoint"
SEARCH_EDITION = "search_edition"
LAST_BACKUP = "last_backup"
COPY_MADE = "copy_made"
"""The day on which a backup was made; stands in a copy until a clerk has ticked it off."""


@dataclass(frozen=True, slots=True)
class Tip:
    """`deed` and `position` number the latest deed and change, `counter` the latest stamp of the
    seat, `running` its latest document; `link` is the end of the chain."""

    seat: Seat
    deed: int
    position: int
    counter: int
    running: int
    link: bytes


def read(database: Database, key: str) -> Any:
    """A fact by its key, or None."""
    found = database.run("SELECT value FROM meta WHERE key = ?", (key,))
    return json.loads(found[0][0]) if found else None


def write(database: Database, key: str, value: Any) -> None:
    """Sets a fact; None takes it away."""
    if value is None:
        database.run("DELETE FROM meta WHERE key = ?", (key,))
    else:
        text = json.dumps(value, ensure_ascii=False)
        database.run("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, text))


def read_tip(database: Database) -> Tip:
    found = read(database, TIP)
    seat = Seat(**found.pop("seat"))
    return Tip(seat=seat, link=bytes.fromhex(found.pop("link")), **found)


def write_tip(database: Database, tip: Tip) -> None:
    write(database, TIP, {**asdict(tip), "link": tip.link.hex()})

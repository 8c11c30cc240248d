"""A deed on its way into the log: its stamps, its lines, its links of the chain."""

from __future__ import annotations

from dataclasses import dataclass

from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.stamp import NONE, Register, Stamp, Stamps, stamp_texts
from renkei_desktop.store.chain import commitment, link, new_salt
from renkei_desktop.store.columns import packed
from renkei_desktop.store.database import Database, Row
from renkei_desktop.store.tip import Tip

_SAVE_CHANGE = (
    'INSERT INTO "change" (position, deed, kind, record, register, before, beside, after,'
    " seat, counter, superseded, salt, commitment) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_SAVE_DEED = (
    "INSERT INTO deed (number, id, label, clerk, at, reason, undoes, undoable, records, salt,"
    " commitment, link) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
)

RegisterKey = tuple[str, RecordId, str]
"""Kind, record and wire name."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known of a deed before it writes anything; `at` is ISO 8601 with the time zone."""

    id: str
    label: str
    clerk: str
    at: str
    reason: str | None
    undoes: str | None
    undoable: bool

    def row(self, number: int) -> Row:
        """What the chain commits to."""
        texts = (self.id, self.label, self.clerk, self.at, self.reason, self.undoes)
        told = (None if text is None else packed(text) for text in texts)
        return (number, *told, int(self.undoable))


class DeedLog:
    """Goes on from the end of the log. Nothing is in the file before `flush` and `finish`."""

    def __init__(self, tip: Tip, heading: Heading) -> None:
        self.number = tip.deed + 1
        self._heading = heading
        self._seat = tip.seat
        self._position, self._counter, self._running = tip.position, tip.counter, tip.running
        self._first_counter = tip.counter
        self._salt = new_salt()
        self._committed = commitment(self._salt, heading.row(self.number))
        self._link = link(tip.link, self._committed)
        self._lines: list[Row] = []

    @property
    def written(self) -> int:
        """How many registers were written so far."""
        return self._counter - self._first_counter

    def next_stamp(self) -> Stamp:
        self._counter += 1
        return Stamp(self._seat.id, self._counter)

    def next_number(self) -> str:
        """The next document number of the seat: «2-0042»."""
        self._running += 1
        return f"{self._seat.number}-{self._running:04}"

    def own(self, register: Register | None) -> Stamps:
        """What this deed itself has written into a register before: it knows its own writes."""
        if register is None:
            return NONE
        seat, first = self._seat.id, self._first_counter
        return frozenset(s for s in register.stamps if s.seat == seat and s.counter > first)

    def add(self, key: RegisterKey, before: Register | None, after: Register, by: Stamp) -> None:
        """One line: what stood before, what was settled beside it, what was written."""
        written = next(s for s in after.siblings if by in s.stamps)
        beside = () if before is None else before.siblings[1:]
        settled = [s.value for s in beside if s.stamps <= written.superseded]
        self._position += 1
        line = (
            self._position,
            self.number,
            *key,
            None if before is None else packed(before.shown.value),
            packed(settled) if settled else None,
            packed(written.value),
            by.seat,
            by.counter,
            " ".join(stamp_texts(written.superseded)),
        )
        salt = new_salt()
        committed = commitment(salt, line)
        self._link = link(self._link, committed)
        self._lines.append((*line, salt, committed))

    def flush(self, database: Database) -> None:
        """Writes the lines out, inside the open transaction."""
        lines, self._lines = self._lines, []
        database.many(_SAVE_CHANGE, lines)

    def finish(self, database: Database, records: int) -> Tip:
        """Writes the deed itself; gives the new end of the log."""
        self.flush(database)
        head = self._heading
        told = (head.id, head.label, head.clerk, head.at, head.reason, head.undoes, head.undoable)
        sealed = (records, self._salt, self._committed, self._link)
        database.run(_SAVE_DEED, (self.number, *told, *sealed))
        return Tip(
            seat=self._seat,
            deed=self.number,
            position=self._position,
            counter=self._counter,
            running=self._running,
            link=self._link,
        )

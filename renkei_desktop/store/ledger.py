"""The ledger: deeds, what they changed, and taking one back."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

from renkei_desktop.domain.change import AccessLine, ChainReport, ChangeLine, DeedLine, Undone
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.moment import Clock, RecordId, new_id
from renkei_desktop.store import access
from renkei_desktop.store import tip as facts
from renkei_desktop.store.book import Book
from renkei_desktop.store.database import Database, Row
from renkei_desktop.store.deed import Heading
from renkei_desktop.store.marks import Seat
from renkei_desktop.store.notes import Notes
from renkei_desktop.store.seat_keeper import SeatKeeper
from renkei_desktop.store.trouble import in_words
from renkei_desktop.store.undo import take_back
from renkei_desktop.store.verify import note_sound, verify
from renkei_desktop.work import Progress, unwatched

__all__ = ["Book", "Ledger"]

_DEED = "SELECT number, id, label, clerk, at, reason, records, undoes, undoable FROM deed"
_HISTORY = (
    "SELECT d.id, d.label, d.clerk, d.at, d.reason, c.kind, c.record, c.register, c.before, c.after"
    ' FROM "change" c JOIN deed d ON d.number = c.deed WHERE c.record IN ({marks})'
    " ORDER BY c.position DESC"
)

_WORTH_NOTING = 2000
"""Changes after which the next look at the end of the log begins where this one ended."""


class Ledger:
    """Everything that was ever written, and the only way to write more."""

    def __init__(self, database: Database, clock: Clock, keeper: SeatKeeper) -> None:
        self._database = database
        self._clock = clock
        self._keeper = keeper
        self._tip = keeper.take(database)
        self._is_writing = False

    @property
    def seat(self) -> Seat:
        """The seat under which the next deed is written."""
        return self._tip.seat

    @contextmanager
    def writing(
        self,
        label: str,
        *,
        clerk: str,
        reason: str | None = None,
        undoes: str | None = None,
        undoable: bool = True,
    ) -> Iterator[Book]:
        """One deed: everything put into the book inside the `with` is written, or nothing.

        `label` is what the deed is called on screen. `undoable=False` is for what cannot be taken
        back by a button, such as a list that was handed out. A deed without changes leaves no
        trace. Raises RenkeiError where it cannot be saved; what stood before still stands.
        """
        if self._is_writing:
            raise RuntimeError("a deed is being written already")
        heading = Heading(
            new_id(), label, clerk, self._clock().isoformat(), reason, undoes, undoable
        )
        with in_words():
            book = Book(self._database, self._tip, heading)
            with self._open_for(book):
                yield book
                self._commit(book)

    @contextmanager
    def _open_for(self, book: Book) -> Iterator[None]:
        """An open transaction; what is not committed inside is rolled back."""
        self._database.begin()
        self._is_writing = True
        try:
            self._database.before_reading = book.flush
            yield
        finally:
            self._is_writing = False
            self._database.before_reading = None
            self._database.rollback()

    def _commit(self, book: Book) -> None:
        coming = book.finish()
        if coming is None:
            return
        facts.write_tip(self._database, coming)
        self._keeper.announce(self._database, self._tip, coming)
        self._database.commit()
        self._tip = coming

    def undo(self, deed: str, *, clerk: str) -> Undone:
        """Takes one deed back by a new one; what has changed since then stays and is listed.

        Raises RenkeiError for a deed that is undone already or that cannot be undone.
        """
        number, line = self._find(deed)
        if line.undone:
            raise _refusal("この操作はもう取り消してあります。")
        if not line.undoable:
            raise _refusal("この操作は取り消せません。")
        with self.writing(self._undo_label(line), clerk=clerk, undoes=deed) as book:
            kept = take_back(self._database, book, number)
        return Undone(book.changes, kept)

    def _undo_label(self, line: DeedLine) -> str:
        if line.undoes is None:
            return f"取り消し：{line.label}"
        return f"やり直し：{line.label.removeprefix('取り消し：')}"

    def _find(self, deed: str) -> tuple[int, DeedLine]:
        found = self._database.run(f"{_DEED} WHERE id = ?", (deed,))
        if not found:
            raise _refusal("この操作は記録にありません。")
        return found[0][0], _deed_line(found[0], self._undone())

    def last_undoable(self, clerk: str | None) -> DeedLine | None:
        """The latest deed of a clerk (of anybody for None) that can be undone and is not."""
        undone = self._undone()
        sql = f"{_DEED} WHERE undoes IS NULL AND undoable AND clerk = coalesce(?, clerk)"
        for row in self._database.each(f"{sql} ORDER BY number DESC", (clerk,)):
            if row[1] not in undone:
                return _deed_line(row, undone)
        return None

    def deeds(self, limit: int = 200, before: str | None = None) -> tuple[DeedLine, ...]:
        """The latest deeds, newest first; `before` is the last deed of the page before."""
        sql = f"{_DEED} WHERE number < coalesce((SELECT number FROM deed WHERE id = ?), 1 << 62)"
        found = self._database.run(f"{sql} ORDER BY number DESC LIMIT ?", (before, limit))
        undone = self._undone()
        return tuple(_deed_line(row, undone) for row in found)

    def _undone(self) -> set[str]:
        """The deeds whose undo stands. An undo is always younger than what it undoes."""
        undone: set[str] = set()
        sql = "SELECT id, undoes FROM deed WHERE undoes IS NOT NULL ORDER BY number DESC"
        for deed, undoes in self._database.run(sql):
            if deed not in undone:
                undone.add(undoes)
        return undone

    def history(self, records: Collection[RecordId]) -> tuple[ChangeLine, ...]:
        """Every change of these records, the newest first, in wire values."""
        sql = _HISTORY.format(marks=",".join("?" * len(records)))
        return tuple(_change_line(row) for row in self._database.rows(sql, records))

    def verify(self, progress: Progress = unwatched, *, whole: bool) -> ChainReport:
        """Whether the log is what was written: all of it, or what came since it was last sound.

        Where much of it was found sound, that is remembered. Raises Stopped.
        """
        report = verify(self._database, progress, whole=whole)
        if report.is_sound and report.changes > _WORTH_NOTING:
            # Only spares work next time: a full disk must not keep an office closed.
            with suppress(RenkeiError):
                note_sound(self._database)
        return report

    def noting(self) -> Notes:
        """The door for what is not history: drafts, columns, saved filters."""
        return Notes(self._database)

    def log_access(self, clerk: str, act: str, about: str) -> None:
        """Adds one line to the access log: who looked at, printed or carried out what."""
        line = AccessLine(self._clock(), clerk, act, about)
        access.append(self._database, line)

    def accesses(self, limit: int = 200) -> tuple[AccessLine, ...]:
        """The latest lines of the access log, newest first."""
        return access.latest(self._database, limit)


def _deed_line(row: Row, undone: set[str]) -> DeedLine:
    _, deed, label, clerk, at, reason, records, undoes, undoable = row
    return DeedLine(
        deed=deed,
        label=label,
        clerk=clerk,
        at=datetime.fromisoformat(at),
        reason=reason,
        records=records,
        undone=deed in undone,
        undoes=undoes,
        undoable=bool(undoable),
    )


def _change_line(row: Row) -> ChangeLine:
    deed, label, clerk, at, reason, kind, record, register, before, after = row
    return ChangeLine(
        deed=deed,
        label=label,
        clerk=clerk,
        at=datetime.fromisoformat(at),
        reason=reason,
        kind=kind,
        record=record,
        register=register,
        before=None if before is None else json.loads(before),
        after=None if after is None else json.loads(after),
    )


def _refusal(what: str) -> RenkeiError:
    return RenkeiError(
        what,
        kept="何も変えていません。",
        todo="「記録」を開きなおして、いまの様子を確かめてください。",
    )

"""Under which seat an open file writes, and the mark it leaves on the PC before every commit."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import Any

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.store import tip as facts
from renkei_desktop.store.database import Database
from renkei_desktop.store.marks import Mark, Seat, SeatMarks, instance_of, place_of
from renkei_desktop.store.tip import Tip


def new_seat(seats: list[Any], highest: int = 0) -> Seat:
    """A seat that no copy of this file has had.

    `seats` are the pairs [id, number] that the file knows of, `highest` is what this PC remembers.
    """
    return Seat(secrets.token_hex(4), max([highest, *(number for _, number in seats)]) + 1)


class SeatKeeper:
    """Compares the file with the mark at opening, and announces every deed before its commit."""

    def __init__(self, database: Database, vault: str, marks: SeatMarks) -> None:
        self._vault = vault
        self._marks = marks
        self._place = place_of(database.path)
        self._instance = instance_of(database.path)

    def take(self, database: Database) -> Tip:
        """The end of the log to go on from: under the seat of the file, or under a new one.

        A new seat is written into the file with the first deed, not before.
        """
        tip = facts.read_tip(database)
        mark = self._marks.read(self._vault, tip.seat.id)
        if mark is None or not self._fits(mark, tip, database):
            seats = facts.read(database, facts.SEATS) or []
            seat = new_seat(seats, self._marks.highest_number(self._vault))
            return replace(tip, seat=seat, counter=0, running=0)
        # After a kill between mark and commit the announced stamps stay unused.
        return replace(tip, counter=max(tip.counter, mark.counter))

    def _fits(self, mark: Mark, tip: Tip, database: Database) -> bool:
        if (mark.place, mark.instance) != (self._place, self._instance):
            return False
        if tip.link.hex() in (mark.head, mark.coming):
            return True
        # The mark was lost in a power cut and an older one stands: the file has gone on from it.
        known = database.run("SELECT 1 FROM deed WHERE link = ?", (bytes.fromhex(mark.coming),))
        return bool(known)

    def announce(self, database: Database, before: Tip, coming: Tip) -> None:
        """Leaves the mark for a deed about to be committed. Raises RenkeiError where it cannot."""
        mark = Mark(
            number=coming.seat.number,
            place=self._place,
            instance=self._instance,
            head=before.link.hex(),
            coming=coming.link.hex(),
            counter=coming.counter,
        )
        try:
            self._marks.write(self._vault, coming.seat.id, mark)
        except OSError as error:
            raise _unmarked() from error
        seats = facts.read(database, facts.SEATS) or []
        if [coming.seat.id, coming.seat.number] not in seats:
            facts.write(database, facts.SEATS, [*seats, [coming.seat.id, coming.seat.number]])


def _unmarked() -> RenkeiError:
    return RenkeiError(
        "このパソコンの控え（端末の印）を書けないので、保存できませんでした。",
        kept="この操作は保存していません。前に保存したものはそのままです。",
        todo="ディスクの空きと、書きこむ権限を確かめてください。",
    )

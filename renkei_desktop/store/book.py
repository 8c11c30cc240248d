"""The one way in: what a deed writes, register by register."""

from __future__ import annotations

from typing import Any

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.field import EXISTS, AnyRecord, Conflict, Record
from renkei_desktop.domain.held import Held
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.stamp import NONE, Register, Stamps, same, write
from renkei_desktop.domain.standing import existing_first, in_order
from renkei_desktop.domain.wire import Json, by_wire, registers_of, to_wire
from renkei_desktop.store import guard
from renkei_desktop.store.attachments import attach
from renkei_desktop.store.database import Database, Row
from renkei_desktop.store.deed import DeedLog, Heading
from renkei_desktop.store.state import SAVE_SHEET, State, load
from renkei_desktop.store.tables import RECORDS
from renkei_desktop.store.tip import Tip

_HELD_BACK = 2000
"""How many records an import may change before they are written out."""


class Book:
    """An open deed. Everything put into it is written together, or not at all.

    Values in and out are records; `changes` tells afterwards which ones changed.
    """

    def __init__(self, database: Database, tip: Tip, heading: Heading) -> None:
        self._database = database
        self._heading = heading
        self._log = DeedLog(tip, heading)
        self._states: dict[tuple[str, RecordId], State] = {}
        self._changed: set[tuple[str, RecordId]] = set()
        self._refusal: RenkeiError | None = None

    @property
    def changes(self) -> Changes:
        """The records that this deed has changed."""
        return Changes(self._heading.id, self._heading.label, frozenset(self._changed))

    def put(
        self, record: AnyRecord, held: Held[AnyRecord] | None, *, by_form: bool = False
    ) -> None:
        """Creates a record (`held` None) or corrects the one that somebody held.

        Only what differs from `held.record` is written, and settles exactly the writes that
        `held` shows; a value written meanwhile by somebody else stays beside it. `by_form` says
        that a clerk saw the standing answer on a form: without it no consent can be raised.
        Raises RenkeiError for a record that exists already or a consent raised from elsewhere.
        """
        guard.refuse_wrong_key(record)
        if held is None:
            self._create(record, by_form)
            return
        state = self.state(record.KIND, record.id)
        before, written = dict(state.registers), self._log.written
        was = registers_of(held.record)
        for wire, value in registers_of(record).items():
            if not same(value, was[wire]):
                self._correct(state, wire, value, held.seen.of(wire))
        if self._log.written > written:
            self._stand_again(state, held)
        self._check(state, before, by_form)

    def _create(self, record: Record, by_form: bool) -> None:
        kind = record.KIND
        self._make_room()
        if (kind, record.id) in self._states or load(self._database, kind, record.id) is not None:
            raise RenkeiError(
                f"この{record.LABEL}はもうあります。",
                kept="何も保存していません。",
                todo="開きなおして、いまの内容を確かめてください。",
            )
        state = self._states[kind, record.id] = State(kind, record.id)
        self.write(state, EXISTS, True, NONE)
        for wire, value in registers_of(record).items():
            if value is not None:
                self.write(state, wire, value, NONE)
        self._check(state, {}, by_form)

    def _correct(self, state: State, wire: str, value: Json, seen: Stamps) -> None:
        standing = state.registers.get(wire)
        # The same value from somebody who had not seen it is a write of its own.
        if standing is not None and standing.stamps <= seen and same(standing.shown.value, value):
            return
        self.write(state, wire, value, seen)

    def _stand_again(self, state: State, held: Held[Any]) -> None:
        """An edit by somebody who did not know of the ending stands beside it, and beats it."""
        seen = held.seen.of(EXISTS)
        if held.exists and not state.exists and not state.registers[EXISTS].stamps <= seen:
            self.write(state, EXISTS, True, seen)

    def end(self, held: Held[Any]) -> None:
        """Ends a record: it stands in no list any more; history keeps it."""
        self._set_existence(held, False, by_form=False)

    def revive(self, held: Held[Any], *, by_form: bool = False) -> None:
        """Lets an ended record stand again."""
        self._set_existence(held, True, by_form=by_form)

    def _set_existence(self, held: Held[Any], exists: bool, *, by_form: bool) -> None:
        state = self.state(held.record.KIND, held.record.id)
        before = dict(state.registers)
        self._correct(state, EXISTS, exists, held.all_seen(EXISTS))
        self._check(state, before, by_form)

    def settle(self, held: Held[Any], register: str, value: Any, *, by_form: bool = False) -> None:
        """Decides what stands where several values stood side by side.

        `register` is a wire name, `value` a value of that field (one of those in conflict or a
        new one). All writes that `held` shows in the register are settled by it.
        """
        state = self.state(held.record.KIND, held.record.id)
        before = dict(state.registers)
        self.write(state, register, to_wire(value), held.all_seen(register))
        self._check(state, before, by_form)

    def attach(self, data: bytes, media: str) -> str:
        """Keeps a photo or scan and gives its SHA-256, by which records refer to it."""
        return attach(self._database, data, media)

    def next_number(self) -> str:
        """The next document number of this seat: «2-0042». Never given twice."""
        return self._log.next_number()

    def write(
        self, state: State, wire: str, value: Json, seen: Stamps, *, beside_own: bool = False
    ) -> None:
        """One register: the new siblings, and the line in the log.

        `beside_own` puts the value beside what this deed itself has just written there.
        """
        before = state.registers.get(wire)
        stamp = self._log.next_stamp()
        own = NONE if beside_own else self._log.own(before)
        after = write(before, value, stamp, seen | own)
        state.registers[wire] = _shown_in_order(state.kind, wire, after)
        self._changed.add((state.kind, state.id))
        self._log.add((state.kind, state.id, wire), before, after, stamp)

    def _check(self, state: State, before: guard.Registers, by_form: bool) -> None:
        if guard.is_guarded(state.kind) and not guard.allows(
            before, state.registers, by_form=by_form, reason=self._heading.reason
        ):
            # Kept as well, so that nobody who catches it can go on and save the rest.
            self._refusal = guard.refusal()
            raise self._refusal

    def state(self, kind: str, record_id: RecordId) -> State:
        """A record to be written to. Raises KeyError where there never was one."""
        self._make_room()
        found = self._states.get((kind, record_id)) or load(self._database, kind, record_id)
        if found is None:
            raise KeyError(f"no {kind} under this id")
        self._states[kind, record_id] = found
        return found

    def _make_room(self) -> None:
        if len(self._states) >= _HELD_BACK:
            self.flush()

    def flush(self) -> None:
        """Writes out what is held back, inside the open transaction."""
        by_kind: dict[str, list[Row]] = {}
        sheets = []
        for key, state in self._states.items():
            if key in self._changed:
                by_kind.setdefault(state.kind, []).append(state.row())
                sheets.append(state.sheet_row(self._log.number))
        self._states = {}
        for kind, rows in by_kind.items():
            self._database.many(RECORDS[kind].upsert, rows)
        if sheets:
            self._database.many(SAVE_SHEET, sheets)
            self._log.flush(self._database)

    def finish(self) -> Tip | None:
        """Writes out everything and the deed itself; the new end of the log, None for nothing.

        Raises RenkeiError where something put into the book was refused.
        """
        if self._refusal is not None:
            raise self._refusal
        if not self._changed:
            return None
        self.flush()
        return self._log.finish(self._database, len(self._changed))


def _shown_in_order(kind: str, wire: str, register: Register) -> Register:
    if wire == EXISTS:
        return existing_first(register)
    if not register.in_conflict:
        return register
    declared = by_wire(RECORDS[kind].cls).get(wire)
    return in_order(register, Conflict.BOTH if declared is None else declared.field.conflict)

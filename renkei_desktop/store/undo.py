"""Taking a deed back: a new deed that restores, register by register, what stood before it.

A register is restored where it still is as the deed left it: its own stamp is current, or what was
written since has itself been taken back. Everything else stays and is listed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from renkei_desktop.domain.field import EXISTS
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.retired import upgraded
from renkei_desktop.domain.stamp import NONE, Register, Stamp, Stamps, same, write
from renkei_desktop.store import guard
from renkei_desktop.store.book import Book
from renkei_desktop.store.database import Database, Row
from renkei_desktop.store.state import State

_OF_DEED = (
    "SELECT kind, record, register, before, beside, after, seat, counter, superseded"
    ' FROM "change" WHERE deed = ? ORDER BY position'
)
_LATER_UNDO = (
    'SELECT 1 FROM "change" c JOIN deed d ON d.number = c.deed'
    " WHERE c.seat = ? AND c.counter = ? AND d.undoes IS NOT NULL AND d.number > ?"
)

Kept = tuple[str, RecordId, str]


@dataclass(frozen=True, slots=True)
class Written:
    """What one deed did to one register: the values before it (several where it settled them),
    the value it left, and its stamps that no later line of the same deed replaced."""

    kind: str
    record: RecordId
    register: str
    before: tuple[Any, ...]
    was_absent: bool
    left: Any
    stamps: Stamps


def take_back(database: Database, book: Book, deed: int) -> tuple[Kept, ...]:
    """Writes the earlier values into an open book; gives the registers it had to leave."""
    records: dict[tuple[str, str], list[Written]] = {}
    for item in _written(database.run(_OF_DEED, (deed,))):
        records.setdefault((item.kind, item.record), []).append(item)
    undoing = _Undoing(database, book, deed)
    return tuple(kept for items in records.values() for kept in undoing.restore(items))


def _written(lines: Iterable[Row]) -> Iterator[Written]:
    """The lines of a deed, gathered by register under today's names."""
    gathered: dict[tuple[str, str, str], list[Row]] = {}
    for line in lines:
        gathered.setdefault(line[:3], []).append(line)
    for (kind, record, register), group in gathered.items():
        own = frozenset(Stamp(line[6], line[7]) for line in group)
        replaced = frozenset(Stamp.from_text(text) for line in group for text in line[8].split())
        first, last = group[0], group[-1]
        before = [_value(first[3]), *json.loads(first[4] or "[]")]
        left = upgraded(kind, register, _value(last[5]))
        for name, value in left.items():
            yield Written(
                kind,
                record,
                name,
                before=tuple(upgraded(kind, register, old)[name] for old in before),
                was_absent=first[3] is None,
                left=value,
                stamps=own - replaced,
            )


def _value(text: str | None) -> Any:
    return None if text is None else json.loads(text)


class _Undoing:
    """One undo on its way through the records."""

    def __init__(self, database: Database, book: Book, deed: int) -> None:
        self._database = database
        self._book = book
        self._deed = deed

    def restore(self, items: list[Written]) -> Iterator[Kept]:
        """Takes back what a deed did to one record; gives the registers that stay."""
        state = self._book.state(items[0].kind, items[0].record)
        created = next((i for i in items if i.register == EXISTS and i.was_absent), None)
        if created is not None:
            yield from self._end(state, items, created)
            return
        for item in items:
            if not self._restored(state, item):
                yield item.kind, item.record, item.register

    def _end(self, state: State, items: list[Written], created: Written) -> Iterator[Kept]:
        """Undoing a creation leaves no empty record: it goes as a whole, its values stay in it.

        Where somebody has written to it since, it stays: their work would go with it.
        """
        if not state.exists:
            return
        by_name = {item.register: item for item in items}
        if all(self._is_untouched(r, by_name.get(w)) for w, r in state.registers.items()):
            self._book.write(state, EXISTS, False, state.registers[EXISTS].stamps)
        else:
            yield created.kind, created.record, EXISTS

    def _is_untouched(self, register: Register, item: Written | None) -> bool:
        if item is not None and register.stamps == item.stamps:
            return True
        left = None if item is None else item.left
        return self._is_taken_back(register) and same(register.shown.value, left)

    def _is_taken_back(self, register: Register) -> bool:
        """Whether all that stands here was written by an undo, as one value."""
        return not register.in_conflict and self._by_undo(register.stamps) == register.stamps

    def _by_undo(self, stamps: Stamps) -> Stamps:
        """Those of the writes that took something back after this deed."""

        def is_later_undo(stamp: Stamp) -> bool:
            values = (stamp.seat, stamp.counter, self._deed)
            return bool(self._database.run(_LATER_UNDO, values))

        return frozenset(stamp for stamp in stamps if is_later_undo(stamp))

    def _restored(self, state: State, item: Written) -> bool:
        register = state.registers[item.register]
        seen = self._settled_by(register, item)
        if not seen:
            return not register.in_conflict and same(register.shown.value, item.before[0])
        if not _allowed(state, item, seen):
            return False
        for number, value in enumerate(item.before):
            self._book.write(state, item.register, value, seen, beside_own=number > 0)
        return True

    def _settled_by(self, register: Register, item: Written) -> Stamps:
        """The writes that taking this back replaces; none where the register has moved on."""
        if item.stamps <= register.stamps:
            together = (s.stamps for s in register.siblings if s.stamps & item.stamps)
            others = NONE.union(*together) - item.stamps
            return item.stamps | self._by_undo(others)
        if self._is_taken_back(register) and same(register.shown.value, item.left):
            return register.stamps
        return NONE


def _allowed(state: State, item: Written, seen: Stamps) -> bool:
    """Whether no consent would be raised by it: that is only ever done on a form."""
    if not guard.is_guarded(state.kind):
        return True
    register = state.registers[item.register]
    for value in item.before:
        register = write(register, value, Stamp("", 0), seen)
    after = {**state.registers, item.register: register}
    return guard.allows(state.registers, after, by_form=False, reason=None)

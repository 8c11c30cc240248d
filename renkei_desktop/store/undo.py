"""Taking a deed back: a new deed that restores, register by register, what stood before it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from renkei_desktop.domain.field import EXISTS
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.retired import upgraded
from renkei_desktop.domain.stamp import NONE, Stamp, Stamps, same, write
from renkei_desktop.store import guard
from renkei_desktop.store.book import Book
from renkei_desktop.store.database import Database, Row
from renkei_desktop.store.state import State, stamp_from

_OF_DEED = (
    'SELECT kind, record, register, before, beside, seat, counter, superseded FROM "change"'
    " WHERE deed = ? ORDER BY position"
)

Kept = tuple[str, RecordId, str]


@dataclass(frozen=True, slots=True)
class Written:
    """What one deed did to one register: the values that stood before, and its final stamps."""

    kind: str
    record: RecordId
    register: str
    before: tuple[Any, ...]
    was_absent: bool
    stamps: Stamps


def take_back(database: Database, book: Book, deed: int) -> tuple[Kept, ...]:
    """Writes the earlier values into an open book; gives the registers it had to leave."""
    kept: list[Kept] = []
    for written in _by_record(_written(database.run(_OF_DEED, (deed,)))):
        kept += _restore(book, written)
    return tuple(kept)


def _written(lines: Iterable[Row]) -> list[Written]:
    """The lines of a deed, gathered by register under today's names."""
    gathered: dict[tuple[str, str, str], list[Row]] = {}
    for line in lines:
        gathered.setdefault(line[:3], []).append(line)
    found = []
    for (kind, record, register), group in gathered.items():
        own = frozenset(Stamp(line[5], line[6]) for line in group)
        replaced = (stamp_from(text) for line in group for text in line[7].split())
        before, beside = group[0][3], group[0][4]
        values = [None if before is None else json.loads(before), *json.loads(beside or "[]")]
        for name in upgraded(kind, register, None):
            today = tuple(upgraded(kind, register, value)[name] for value in values)
            absent = before is None
            found.append(Written(kind, record, name, today, absent, own - frozenset(replaced)))
    return found


def _by_record(written: list[Written]) -> Iterator[list[Written]]:
    records: dict[tuple[str, str], list[Written]] = {}
    for item in written:
        records.setdefault((item.kind, item.record), []).append(item)
    yield from records.values()


def _restore(book: Book, items: list[Written]) -> Iterator[Kept]:
    state = book.state(items[0].kind, items[0].record)
    created = next((i for i in items if i.register == EXISTS and i.was_absent), None)
    if created is not None:
        # What nobody has touched since goes as a whole; otherwise somebody's work would go with it.
        own = NONE.union(*(item.stamps for item in items))
        if all(register.stamps <= own for register in state.registers.values()):
            book.write(state, EXISTS, False, created.stamps)
        elif state.exists:
            yield state.kind, state.id, EXISTS
        return
    for item in items:
        if not _restored(book, state, item):
            yield item.kind, item.record, item.register


def _restored(book: Book, state: State, item: Written) -> bool:
    register = state.registers[item.register]
    wanted = item.before if item.register != EXISTS else tuple(bool(v) for v in item.before)
    if not item.stamps <= register.stamps:
        return not register.in_conflict and same(register.shown.value, wanted[0])
    if not _allowed(state, item, wanted):
        return False
    known = register.known if len(wanted) > 1 else item.stamps
    for number, value in enumerate(wanted):
        book.write(state, item.register, value, known, beside_own=number > 0)
    return True


def _allowed(state: State, item: Written, wanted: tuple[Any, ...]) -> bool:
    if not guard.is_guarded(state.kind):
        return True
    register = state.registers[item.register]
    for value in wanted:
        register = write(register, value, Stamp("", 0), item.stamps)
    after = {**state.registers, item.register: register}
    return guard.allows(state.registers, after, by_form=False, reason=None)

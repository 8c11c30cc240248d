"""One record as the ledger works on it: every register with its siblings and stamps."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from renkei_desktop.domain.field import EXISTS, Record
from renkei_desktop.domain.held import Held
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.searching import folded_text, reading_key
from renkei_desktop.domain.stamp import Register, Seen, Sibling, stamp_texts, stamps_from
from renkei_desktop.domain.wire import Json, by_wire, from_wire, record_from
from renkei_desktop.store.columns import packed
from renkei_desktop.store.database import Database, Row
from renkei_desktop.store.tables import RECORDS

LOAD_SHEET = "SELECT sheet FROM stamp_sheet WHERE kind = ? AND record = ?"
SAVE_SHEET = (
    "INSERT OR REPLACE INTO stamp_sheet (kind, record, version, conflicts, sheet)"
    " VALUES (?, ?, ?, ?, ?)"
)


@dataclass(slots=True)
class State:
    """Values are in wire form. A register that was never written is not there."""

    kind: str
    id: RecordId
    registers: dict[str, Register] = field(default_factory=dict)

    @property
    def exists(self) -> bool:
        register = self.registers.get(EXISTS)
        return register is not None and register.shown.value is True

    def shown(self, register: str) -> Json:
        found = self.registers.get(register)
        return None if found is None else found.shown.value

    def wires(self) -> dict[str, Json]:
        return {wire: register.shown.value for wire, register in self.registers.items()}

    @property
    def conflicts(self) -> int:
        return sum(register.in_conflict for register in self.registers.values())

    def row(self) -> tuple[Any, ...]:
        """The row for the table of its kind."""
        table = RECORDS[self.kind]
        wires = self.wires()
        record = record_from(table.cls, self.id, wires)
        return table.values(self.id, wires, self.exists, folded_text(record), reading_key(record))

    def sheet_row(self, version: int) -> tuple[Any, ...]:
        """The row for `stamp_sheet`."""
        return (self.kind, self.id, version, self.conflicts, self._sheet())

    def _sheet(self) -> str:
        """Stamps of every register; values only where they do not stand in the table."""
        in_table = {EXISTS, *RECORDS[self.kind].registers}
        return packed({w: _siblings(r, w in in_table) for w, r in self.registers.items()})


def load(database: Database, kind: str, record_id: RecordId) -> State | None:
    """The state of a record as it is stored, or None where there never was one."""
    table = RECORDS[kind]
    rows = database.run(f"SELECT {table.selected} FROM {table.name} WHERE id = ?", (record_id,))
    if not rows:
        return None
    sheets = database.run(LOAD_SHEET, (kind, record_id))
    return from_rows(kind, record_id, rows[0], sheets[0][0] if sheets else "{}")


def from_rows(kind: str, record_id: RecordId, row: Row, sheet: str) -> State:
    """A state from its row (as in `RecordTable.selected`) and its sheet."""
    values = RECORDS[kind].wires(row)
    values[EXISTS] = bool(row[-1])
    registers = {
        wire: _register(siblings, values.get(wire)) for wire, siblings in json.loads(sheet).items()
    }
    return State(kind, record_id, registers)


def _register(siblings: list[list[Any]], shown: Json) -> Register:
    """A sibling without a value of its own is the one that stands in the table."""
    return Register(
        tuple(
            Sibling(part[2] if len(part) > 2 else shown, stamps_from(part[0]), stamps_from(part[1]))
            for part in siblings
        )
    )


def _siblings(register: Register, first_in_table: bool) -> list[list[Any]]:
    found: list[list[Any]] = [
        [stamp_texts(s.stamps), stamp_texts(s.superseded), s.value] for s in register.siblings
    ]
    if first_in_table:
        found[0].pop()
    return found


def held_from(state: State) -> Held[Any]:
    """The record as it is handed out."""
    cls: type[Record] = RECORDS[state.kind].cls
    declared = by_wire(cls)
    shown, beside, conflicts = {}, {}, {}
    for wire, register in state.registers.items():
        shown[wire] = register.shown.stamps
        if register.in_conflict:
            beside[wire] = register.stamps - register.shown.stamps
            hint = declared[wire].value_type if wire in declared else bool
            conflicts[wire] = tuple(from_wire(hint, value) for value in register.values)
    return Held(
        record=record_from(cls, state.id, state.wires()),
        seen=Seen(shown),
        exists=state.exists,
        conflicts=conflicts,
        beside=Seen(beside),
    )

"""All tables, one per kind of record from its declaration, and those of the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import BLOB, Column, Integer, MetaData, Table, Text, UniqueConstraint

from renkei_desktop.domain.field import EXISTS, Record, declared, record_kinds
from renkei_desktop.domain.wire import Json
from renkei_desktop.store.columns import RegisterColumns

metadata = MetaData()


@dataclass(frozen=True)
class RecordTable:
    """The table of one kind of record: what stands now and is shown.

    Beside the registers: `exists`, and the derived `folded` (for the search box) and `sort_key`.
    """

    cls: type[Record]
    registers: Mapping[str, RegisterColumns]
    table: Table

    @cached_property
    def upsert(self) -> str:
        """SQL with one `?` per column in the order of `values`."""
        names = [quoted(column.name) for column in self.table.columns]
        marks = ",".join("?" * len(names))
        changed = ",".join(f"{name} = excluded.{name}" for name in names[1:])
        return (
            f"INSERT INTO {self.name} ({','.join(names)}) VALUES ({marks})"
            f" ON CONFLICT (id) DO UPDATE SET {changed}"
        )

    @cached_property
    def selected(self) -> str:
        """The columns to read a record back by: one per register, then `exists`."""
        return ",".join(quoted(wire) for wire in (*self.registers, EXISTS))

    @property
    def name(self) -> str:
        return quoted(self.table.name)

    def values(
        self, record_id: str, wires: Mapping[str, Json], exists: bool, folded: str, sort_key: str
    ) -> tuple[Any, ...]:
        """One row in the order of the columns."""
        found: list[Any] = [record_id]
        for wire, columns in self.registers.items():
            found += columns.stored(wires.get(wire))
        return (*found, int(exists), folded, sort_key)

    def wires(self, row: tuple[Any, ...]) -> dict[str, Json]:
        """The wire values in a row of `selected`."""
        pairs = zip(self.registers.values(), row, strict=False)
        return {columns.wire: columns.loaded(stored) for columns, stored in pairs}


def quoted(name: str) -> str:
    """A name in SQL: `order` and `class` are words of the language."""
    return f'"{name}"'


def _record_table(kind: str, cls: type[Record]) -> RecordTable:
    registers = {item.field.wire: RegisterColumns(item) for item in declared(cls)}
    columns: list[Column[Any]] = [Column("id", Text, primary_key=True)]
    for register in registers.values():
        columns += register.columns()
    columns += [
        Column(EXISTS, Integer, nullable=False),
        Column("folded", Text, nullable=False),
        Column("sort_key", Text, nullable=False, index="reading" in registers),
    ]
    return RecordTable(cls, registers, Table(kind, metadata, *columns))


RECORDS: Mapping[str, RecordTable] = {
    kind: _record_table(kind, cls) for kind, cls in record_kinds().items()
}

SHEET = Table(
    "stamp_sheet",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("record", Text, primary_key=True),
    Column("version", Integer, nullable=False, index=True),
    Column("conflicts", Integer, nullable=False),
    Column("sheet", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Who wrote what stands: the stamps of every register of a record, and the values beside.

`version` is the number of the latest deed that touched the record; `conflicts` counts the
registers in which several values stand.
"""

DEED = Table(
    "deed",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("label", Text, nullable=False),
    Column("clerk", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reason", Text),
    Column("undoes", Text, index=True),
    Column("undoable", Integer, nullable=False),
    Column("records", Integer, nullable=False),
    Column("salt", BLOB),
    Column("commitment", BLOB, nullable=False),
    Column("link", BLOB, nullable=False),
)
"""`link` is the end of the chain after all changes of the deed."""

CHANGE = Table(
    "change",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("deed", Integer, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("record", Text, nullable=False, index=True),
    Column("register", Text, nullable=False),
    Column("before", Text),
    Column("beside", Text),
    Column("after", Text),
    Column("seat", Text, nullable=False),
    Column("counter", Integer, nullable=False),
    Column("superseded", Text, nullable=False),
    Column("salt", BLOB),
    Column("commitment", BLOB, nullable=False),
    UniqueConstraint("seat", "counter"),
)
"""One written register. `beside` holds the values that stood beside `before` and were settled."""

ACCESS = Table(
    "access",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("clerk", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("salt", BLOB),
    Column("commitment", BLOB, nullable=False),
    Column("link", BLOB, nullable=False),
)
"""The access log: appended to and never changed, with a chain of its own."""

ATTACHMENT = Table(
    "attachment",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("media", Text, nullable=False),
    Column("data", BLOB, nullable=False),
)

NOTE = Table(
    "note",
    metadata,
    Column("area", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What is not history and never travels: drafts, columns, saved filters."""

META = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What the file knows of itself: its id, its seat, the end of its chain."""

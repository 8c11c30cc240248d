"""Reading: records for forms, and light rows for lists, maps and prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from renkei_desktop.domain.field import EXISTS, AnyRecord
from renkei_desktop.domain.held import Held
from renkei_desktop.domain.listing import PersonRow, ResourceRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.wire import record_from
from renkei_desktop.store import people, resources
from renkei_desktop.store.attachments import Attachment, attachment
from renkei_desktop.store.database import Database
from renkei_desktop.store.state import from_rows, held_from
from renkei_desktop.store.tables import RECORDS, RecordTable, quoted


class Rows:
    """Everything that can be read. Inside an open deed it sees what that deed has written."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, cls: type[AnyRecord], record_id: RecordId) -> Held[AnyRecord] | None:
        """A record with its stamps, ended ones too; None where there never was one."""
        found = self._helds(cls, "r.id = ?", (record_id,))
        return found[0] if found else None

    def of(self, cls: type[AnyRecord], register: str, value: Any) -> tuple[Held[AnyRecord], ...]:
        """The standing records whose register (wire name) holds a value: the children of a record.

        In their order, where they have one. Raises KeyError for a register that is not declared.
        """
        table = RECORDS[cls.KIND]
        column = quoted(table.registers[register].wire)
        return self._helds(cls, f'r.{column} = ? AND r."{EXISTS}" {_order(table)}', (value,))

    def held(self, cls: type[AnyRecord]) -> tuple[Held[AnyRecord], ...]:
        """All standing records of a kind with their stamps."""
        return self._helds(cls, f'r."{EXISTS}" {_order(RECORDS[cls.KIND])}', ())

    def _helds(
        self, cls: type[AnyRecord], where: str, values: Iterable[Any]
    ) -> tuple[Held[AnyRecord], ...]:
        table = RECORDS[cls.KIND]
        columns = ",".join(f"r.{quoted(wire)}" for wire in (*table.registers, EXISTS))
        sql = (
            f"SELECT r.id, s.sheet, {columns} FROM {table.name} r"
            f" JOIN stamp_sheet s ON s.kind = '{cls.KIND}' AND s.record = r.id WHERE {where}"
        )
        found = (
            held_from(from_rows(cls.KIND, record_id, tuple(row), sheet))
            for record_id, sheet, *row in self._database.rows(sql, values)
        )
        return tuple(found)

    def all(self, cls: type[AnyRecord]) -> tuple[AnyRecord, ...]:
        """All standing records of a kind, in their order, without stamps."""
        table = RECORDS[cls.KIND]
        sql = (
            f'SELECT r.id, {table.selected} FROM {table.name} r WHERE r."{EXISTS}" {_order(table)}'
        )
        return tuple(
            record_from(cls, record_id, table.wires(tuple(row)))
            for record_id, *row in self._database.rows(sql)
        )

    def count(self, cls: type[AnyRecord]) -> int:
        """How many records of a kind stand."""
        name = RECORDS[cls.KIND].name
        return cast(int, self._database.rows(f'SELECT count(*) FROM {name} WHERE "{EXISTS}"')[0][0])

    def conflicts(self) -> Mapping[tuple[str, RecordId, str], tuple[Any, ...]]:
        """Registers with several values, by (kind, record, wire name); the shown one first."""
        found: dict[tuple[str, RecordId, str], tuple[Any, ...]] = {}
        sql = "SELECT kind, record FROM stamp_sheet WHERE conflicts > 0 ORDER BY kind, record"
        for kind, record_id in self._database.rows(sql):
            held = self.get(RECORDS[kind].cls, record_id)
            for register, values in held.conflicts.items() if held else ():
                found[kind, record_id, register] = values
        return found

    def attachment(self, sha256: str) -> Attachment | None:
        """A photo or scan by its SHA-256."""
        return attachment(self._database, sha256)

    def people(self) -> tuple[PersonRow, ...]:
        """Everybody known, by reading."""
        return people.all_rows(self._database)

    def person(self, person: RecordId) -> PersonRow | None:
        """One person as in `people`."""
        return people.one_row(self._database, person)

    def resources(self) -> tuple[ResourceRow, ...]:
        """The whole directory, by reading."""
        return resources.all_rows(self._database)

    def resource(self, resource: RecordId) -> ResourceRow | None:
        """One entry as in `resources`."""
        return resources.one_row(self._database, resource)


def _order(table: RecordTable) -> str:
    columns = ['"order"', "sort_key", "id"] if "order" in table.registers else ["sort_key", "id"]
    return "ORDER BY " + ", ".join(f"r.{column}" for column in columns)

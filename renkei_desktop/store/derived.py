"""The columns for searching and sorting, worked over when the program has learned to fold anew."""

from __future__ import annotations

from renkei_desktop.domain.searching import EDITION, folded_text, reading_key
from renkei_desktop.domain.wire import record_from
from renkei_desktop.store import tip as facts
from renkei_desktop.store.database import Database, Row
from renkei_desktop.store.tables import RECORDS, RecordTable


def note_edition(database: Database) -> None:
    """Says that the columns are those of this program."""
    facts.write(database, facts.SEARCH_EDITION, EDITION)


def refresh(database: Database) -> None:
    """Works all records over where an older program has written the columns. One transaction."""
    if facts.read(database, facts.SEARCH_EDITION) == EDITION:
        return
    database.begin()
    try:
        for table in RECORDS.values():
            sql = f"UPDATE {table.name} SET folded = ?, sort_key = ? WHERE id = ?"
            database.many(sql, [_derived(table, row) for row in _rows(database, table)])
        note_edition(database)
        database.commit()
    finally:
        database.rollback()


def _rows(database: Database, table: RecordTable) -> list[Row]:
    return database.run(f"SELECT id, {table.selected} FROM {table.name}")


def _derived(table: RecordTable, row: Row) -> Row:
    record = record_from(table.cls, row[0], table.wires(row[1:]))
    return folded_text(record), reading_key(record), record.id

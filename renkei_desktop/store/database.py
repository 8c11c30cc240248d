"""The one connection to an encrypted file. It belongs to the thread that opened it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from renkei_desktop.store.trouble import in_words

# TRUNCATE with EXTRA lost nothing in a thousand simulated power cuts; the defaults did.
_PRAGMAS = (
    "cipher_log_level = NONE",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "journal_mode = TRUNCATE",
    "synchronous = EXTRA",
    "temp_store = MEMORY",
    "cache_size = -16384",
)

Row = tuple[Any, ...]


class Database:
    """A SQLCipher file opened with its raw key.

    `run` and `many` go straight to the driver, which is two to three times faster than rows
    through SQLAlchemy; `connection` is for what SQLAlchemy and Alembic do with the schema.
    Statements outside `begin` … `commit` are committed by themselves.
    """

    def __init__(self, path: Path, key: bytes | bytearray) -> None:
        """Raises RenkeiError where the file is damaged or was not made with this key."""
        self.path = path
        self.before_reading: Callable[[], None] | None = None
        """Writes out what an open deed still holds back, so that it reads its own writes."""
        self._engine = sqlalchemy.create_engine(
            "sqlite://",
            module=dbapi2,
            creator=lambda: connect(path, key),
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,
        )
        with in_words():
            self.connection = self._engine.connect()
        self._cursor = self.connection.connection.cursor()

    def rows(self, sql: str, values: Iterable[Any] = ()) -> list[Row]:
        """All rows of a query, including what the open deed has written so far."""
        if self.before_reading is not None:
            self.before_reading()
        return self.run(sql, values)

    def run(self, sql: str, values: Iterable[Any] = ()) -> list[Row]:
        """Runs one statement and gives its rows."""
        with in_words():
            found: list[Row] = self._cursor.execute(sql, tuple(values)).fetchall()
        return found

    def many(self, sql: str, rows: list[Row]) -> None:
        """Runs one statement for each row."""
        with in_words():
            self._cursor.executemany(sql, rows)

    def each(self, sql: str, values: Iterable[Any] = ()) -> Iterator[Row]:
        """The rows of a long query one after the other, on a cursor of its own."""
        with in_words():
            yield from self.connection.connection.cursor().execute(sql, tuple(values))

    def begin(self) -> None:
        self.run("BEGIN IMMEDIATE")

    def commit(self) -> None:
        self.run("COMMIT")

    def rollback(self) -> None:
        """Undoes everything since `begin`; also where the database has done so by itself."""
        if self.connection.connection.driver_connection.in_transaction:  # type: ignore[union-attr]
            self.run("ROLLBACK")

    def close(self) -> None:
        self._cursor.close()
        self.connection.close()
        self._engine.dispose()


def connect(path: Path, key: bytes | bytearray) -> Any:
    """A bare connection, read for the first time so that a wrong key shows here."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except dbapi2.DatabaseError:
        connection.close()
        raise
    return connection

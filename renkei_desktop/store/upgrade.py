"""Files of older versions: noticed at opening, backed up, brought up to date by Alembic."""

from __future__ import annotations

from pathlib import Path

from renkei_desktop.store.database import Database
from renkei_desktop.store.keys import newer_program
from renkei_desktop.store.tables import metadata

VERSIONS = ("0001", "0002", "0003")
"""Every schema so far, as the migrations are called; the last one is what `tables` declares."""

_TABLE = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
    " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def make_tables(database: Database) -> None:
    """All tables of a new file, inside an open transaction."""
    metadata.create_all(database.connection)
    database.run(_TABLE)
    database.run("INSERT INTO alembic_version VALUES (?)", (VERSIONS[-1],))


def version_of(database: Database) -> str:
    """The version of the schema. Raises RenkeiError where a newer program has written the file."""
    found = database.run("SELECT version_num FROM alembic_version")
    if len(found) != 1 or found[0][0] not in VERSIONS:
        raise newer_program()
    return str(found[0][0])


def is_old(database: Database) -> bool:
    return version_of(database) != VERSIONS[-1]


def bring_up(database: Database, migrations: Path) -> None:
    """Runs the migrations that are missing, as one transaction: all of them or none."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = database.connection
    database.begin()
    try:
        command.upgrade(config, VERSIONS[-1])
        database.commit()
    finally:
        database.rollback()

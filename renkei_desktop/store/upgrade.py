"""Files of older versions: noticed at opening, backed up, brought up to date by Alembic."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from renkei_desktop.store.container import SUFFIX
from renkei_desktop.store.copying import Source, write_copy
from renkei_desktop.store.database import Database
from renkei_desktop.store.folder import OfficeFolder
from renkei_desktop.store.keys import newer_program
from renkei_desktop.store.tables import metadata
from renkei_desktop.store.trouble import in_words
from renkei_desktop.work import unwatched

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


def bring_up(source: Source, migrations: Path, now: datetime) -> None:
    """Backs the file up, then runs the migrations that are missing: all of them or none.

    Raises RenkeiError where there is no room; the file is then as it was.
    """
    moment = now.strftime("%Y%m%d-%H%M%S")
    name = f"更新前-{version_of(source.database)}-{moment}-{source.folder.stem}{SUFFIX}"
    file = OfficeFolder(source.folder).backups / name
    write_copy(source, file, now.date(), unwatched)
    with in_words():
        run_migrations(source.database, migrations, VERSIONS[-1])


def run_migrations(database: Database, migrations: Path, version: str) -> None:
    """Brings the schema to a version, as one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = database.connection
    # Alembic leaves a transaction alone that it finds open.
    with database.connection.begin():
        database.begin()
        command.upgrade(config, version)

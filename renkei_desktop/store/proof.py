"""Proving a file: every page is what it should be, and the log has no gap and no forged line."""

from __future__ import annotations

from pathlib import Path

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.store import tip as facts
from renkei_desktop.store.database import Database

_COUNTED = ("deed", "change", "stamp_sheet", "attachment", "access", "note")


def integrity(path: Path, key: bytes | bytearray) -> tuple[str, ...]:
    """What SQLite and SQLCipher find wrong with a file, each on a fresh connection."""
    found: list[str] = []
    for pragma in ("integrity_check", "cipher_integrity_check"):
        database = Database(path, key)
        try:
            found += [str(row[0]) for row in database.run(f"PRAGMA {pragma}")]
        except RenkeiError as error:
            found.append(error.what)
        finally:
            database.close()
    return tuple(line for line in found if line != "ok")


def prove_copy(path: Path, key: bytes | bytearray, original: Database | None) -> None:
    """Raises RenkeiError for a copy that is damaged, or lacks what the original has."""
    if integrity(path, key):
        raise bad_copy()
    database = Database(path, key)
    try:
        if original is not None and _counts(database) != _counts(original):
            raise bad_copy()
        tip = facts.read_tip(database)
        last = database.run("SELECT link FROM deed ORDER BY number DESC LIMIT 1")
        if last and last[0][0] != tip.link:
            raise bad_copy()
    finally:
        database.close()


def _counts(database: Database) -> list[int]:
    return [database.run(f'SELECT count(*) FROM "{name}"')[0][0] for name in _COUNTED]


def bad_copy() -> RenkeiError:
    return RenkeiError(
        "控えを確かめたところ、台帳と合いませんでした。",
        kept="台帳と、前の控えはそのままです。",
        todo="もう一度作ってください。くり返すときは設備の担当者に知らせてください。",
    )

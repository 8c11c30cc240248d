"""The second, smaller door: what is not history and never travels (drafts, columns, filters)."""

from __future__ import annotations

import json

from renkei_desktop.domain.wire import Json
from renkei_desktop.store.columns import packed
from renkei_desktop.store.database import Database


class Notes:
    """JSON values by area and key, encrypted with the file. Each `put` is durable at once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, area: str, key: str) -> Json:
        """The value, or None where there is none."""
        sql = "SELECT value FROM note WHERE area = ? AND key = ?"
        found = self._database.run(sql, (area, key))
        return json.loads(found[0][0]) if found else None

    def put(self, area: str, key: str, value: Json) -> None:
        """Raises RenkeiError where the disk is full."""
        sql = "INSERT OR REPLACE INTO note (area, key, value) VALUES (?, ?, ?)"
        self._database.run(sql, (area, key, packed(value)))

    def delete(self, area: str, key: str) -> None:
        self._database.run("DELETE FROM note WHERE area = ? AND key = ?", (area, key))

    def keys(self, area: str) -> tuple[str, ...]:
        """The keys of an area, in order."""
        found = self._database.run("SELECT key FROM note WHERE area = ? ORDER BY key", (area,))
        return tuple(key for (key,) in found)

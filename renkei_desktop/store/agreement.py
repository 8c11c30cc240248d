"""Whether the tables say what the log says: an old page put back shows here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from renkei_desktop.domain.retired import upgraded
from renkei_desktop.domain.stamp import Sibling, Stamp, same
from renkei_desktop.store.database import Database
from renkei_desktop.store.seeds import PROGRAM_SEAT
from renkei_desktop.store.state import State, from_rows
from renkei_desktop.store.tables import RECORDS, quoted
from renkei_desktop.work import Progress

_WRITTEN = 'SELECT register, after, seat, counter FROM "change" WHERE record = ? AND kind = ?'
_OFTEN = 200


def disagreements(database: Database, progress: Progress) -> Iterator[str]:
    """Sentences about the kinds of record in which a value has no line in the log behind it."""
    total = database.run("SELECT count(*) FROM stamp_sheet")[0][0]
    done = 0
    for kind, table in RECORDS.items():
        wrong = 0
        columns = ",".join(f"r.{quoted(wire)}" for wire in (*table.registers, "exists"))
        sql = (
            f"SELECT r.id, s.sheet, {columns} FROM {table.name} r"
            " LEFT JOIN stamp_sheet s ON s.kind = ? AND s.record = r.id"
        )
        for record, sheet, *row in database.each(sql, (kind,)):
            done += 1
            if done % _OFTEN == 0:
                progress(done, total, "台帳と記録をくらべています")
            state = from_rows(kind, record, tuple(row), sheet or "{}")
            wrong += not _agrees(database, state)
        if wrong:
            yield f"{table.cls.LABEL}のうち{wrong}件が、記録と合いません。"


def _agrees(database: Database, state: State) -> bool:
    if not state.registers:
        return False
    log = _values(database, state)
    return all(
        _has_line(wire, sibling, log)
        for wire, register in state.registers.items()
        for sibling in register.siblings
    )


def _has_line(wire: str, sibling: Sibling, log: dict[tuple[str, Stamp], Any]) -> bool:
    for stamp in sibling.stamps:
        if stamp.seat == PROGRAM_SEAT:
            continue
        if (wire, stamp) not in log or not same(log[wire, stamp], sibling.value):
            return False
    return True


def _values(database: Database, state: State) -> dict[tuple[str, Stamp], Any]:
    """What was written to each register of a record, under today's names, by stamp."""
    found: dict[tuple[str, Stamp], Any] = {}
    for register, after, seat, counter in database.run(_WRITTEN, (state.id, state.kind)):
        value = None if after is None else json.loads(after)
        for wire, today in upgraded(state.kind, register, value).items():
            found[wire, Stamp(seat, counter)] = today
    return found

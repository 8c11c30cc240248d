"""The vocabulary terms that come with the program: data files under `db/seeds`.

They stand as if written by a seat of the program itself, under stamps that are the same in every
office (the edition is the counter). So they need no deed, two offices that meet do not see them as
different, and what a town changes on them supersedes them like any other write.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from renkei_desktop.domain.field import EXISTS
from renkei_desktop.domain.stamp import Register, Sibling, Stamp
from renkei_desktop.domain.vocabulary import Term, term_id
from renkei_desktop.domain.wire import registers_of
from renkei_desktop.store.database import Database
from renkei_desktop.store.state import SAVE_SHEET, State
from renkei_desktop.store.tables import RECORDS

PROGRAM_SEAT = "00000000"
LATEST = 2
"""The edition of the data files; a migration enters each new one into older files."""


def seeded(folder: Path) -> Iterator[tuple[int, Term]]:
    """All terms in the data files, each with the edition in which it came."""
    for file in sorted((folder / "seeds").glob("*.json")):
        found = json.loads(file.read_text(encoding="utf-8"))
        for entry in found["terms"]:
            yield entry["edition"], _term(found["vocabulary"], entry)


def _term(vocabulary: str, entry: dict[str, Any]) -> Term:
    return Term(
        id=term_id(vocabulary, entry["code"]),
        vocabulary=vocabulary,
        code=entry["code"],
        label=entry["label"],
        group=entry["group"],
        order=entry["order"],
    )


def plant(database: Database, folder: Path, editions: range) -> None:
    """Enters the terms of these editions into the tables, inside an open transaction."""
    for edition, term in seeded(folder):
        if edition in editions:
            state = _state(term, Stamp(PROGRAM_SEAT, edition))
            database.run(RECORDS[Term.KIND].upsert, state.row())
            database.run(SAVE_SHEET, state.sheet_row(0))


def _state(term: Term, stamp: Stamp) -> State:
    wires = {EXISTS: True, **registers_of(term)}
    registers = {
        wire: Register((Sibling(value, frozenset({stamp})),))
        for wire, value in wires.items()
        if value is not None
    }
    return State(Term.KIND, term.id, registers)

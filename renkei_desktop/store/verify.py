"""Whether the log is what was written: every commitment, every link, no gap, no forged line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from renkei_desktop.domain.change import ChainReport
from renkei_desktop.store import access
from renkei_desktop.store import tip as facts
from renkei_desktop.store.chain import START, commitment, link
from renkei_desktop.store.database import Database, Row
from renkei_desktop.store.deed import Heading
from renkei_desktop.work import Progress

_DEEDS = (
    "SELECT number, id, label, clerk, at, reason, undoes, undoable, salt, commitment, link"
    " FROM deed WHERE number > ? ORDER BY number"
)
_CHANGES = (
    "SELECT position, deed, kind, record, register, before, beside, after, seat, counter,"
    ' superseded, salt, commitment FROM "change" WHERE position > ? ORDER BY position'
)
_ACCESSES = "SELECT position, at, clerk, act, about, salt, commitment, link FROM access"
_OFTEN = 2000


@dataclass(slots=True)
class _Walk:
    """How far the verification has come along the chain."""

    deed: int
    position: int
    link: bytes
    changes: int = 0


def verify(database: Database, progress: Progress, *, whole: bool) -> ChainReport:
    """Goes along the chain, from its start or from the last place known to be sound.

    Raises Stopped where the clerk stops it.
    """
    walk = _start(database, whole=whole)
    first = walk.deed
    total = facts.read_tip(database).position - walk.position
    trouble = list(chain(_along(database, walk, total, progress), _at_the_end(database, walk)))
    if whole:
        trouble += _accesses(database)
    return ChainReport(
        whole=whole,
        deeds=walk.deed - first,
        changes=walk.changes,
        trouble=tuple(trouble),
    )


def note_sound(database: Database) -> None:
    """Remembers the end of the log as a place up to which it is known to be sound."""
    tip = facts.read_tip(database)
    facts.write(database, facts.CHECKPOINT, [tip.deed, tip.position, tip.link.hex()])


def _start(database: Database, *, whole: bool) -> _Walk:
    found = None if whole else facts.read(database, facts.CHECKPOINT)
    if found is None:
        return _Walk(0, 0, START)
    return _Walk(found[0], found[1], bytes.fromhex(found[2]))


def _along(database: Database, walk: _Walk, total: int, progress: Progress) -> Iterator[str]:
    first = walk.deed
    if first and database.run("SELECT link FROM deed WHERE number = ?", (first,)) != [(walk.link,)]:
        yield _words(first, "書きかえられています")
    changes = database.each(_CHANGES, (walk.position,))
    waiting = next(changes, None)
    for deed in database.each(_DEEDS, (first,)):
        if deed[0] != walk.deed + 1:
            yield _words(walk.deed + 1, "抜けています")
        heading = Heading(*deed[1:8])
        sound = _is_committed(heading.row(deed[0]), deed[8], deed[9])
        walk.deed, walk.link = deed[0], link(walk.link, deed[9])
        while waiting is not None and waiting[1] <= deed[0]:
            sound &= _step(walk, waiting)
            if walk.changes % _OFTEN == 0:
                progress(walk.changes, total, "記録のつながりを確かめています")
            waiting = next(changes, None)
        if not sound or walk.link != deed[10]:
            yield _words(deed[0], "書きかえられています")
            walk.link = deed[10]
    if waiting is not None:
        yield "どの操作のものでもない変更が記録の終わりにあります。"


def _step(walk: _Walk, change: Row) -> bool:
    """One line of the log; whether it follows the one before and is what was committed to."""
    *row, salt, committed = change
    follows = row[0] == walk.position + 1 and row[1] == walk.deed
    walk.position, walk.link = row[0], link(walk.link, committed)
    walk.changes += 1
    return follows and _is_committed(tuple(row), salt, committed)


def _is_committed(row: Row, salt: bytes | None, committed: bytes) -> bool:
    """A line whose values were erased by law has no salt any more; its link still counts."""
    return salt is None or commitment(salt, row) == committed


def _at_the_end(database: Database, walk: _Walk) -> Iterator[str]:
    tip = facts.read_tip(database)
    if (tip.deed, tip.position, tip.link) != (walk.deed, walk.position, walk.link):
        yield f"記録の終わりが合いません。{tip.deed}番の操作まであるはずです。"


def _accesses(database: Database) -> Iterator[str]:
    position, previous = 0, START
    for *row, salt, committed, ending in database.each(f"{_ACCESSES} ORDER BY position"):
        position += 1
        previous = link(previous, committed)
        sound = _is_committed(access.chained(tuple(row)), salt, committed)
        if not sound or row[0] != position or previous != ending:
            yield f"閲覧・持ち出しの記録の{row[0]}番が書きかえられています。"
            position, previous = row[0], ending


def _words(deed: int, what: str) -> str:
    return f"{deed}番の操作の記録が{what}。"

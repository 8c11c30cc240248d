"""What a deed changed, as told to everybody who shows something."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.wire import Json


@dataclass(frozen=True, slots=True)
class Changes:
    """The outcome of one deed: which records changed. Pages look at this set and nothing else."""

    deed: str
    label: str
    records: frozenset[tuple[str, RecordId]] = frozenset()

    def of(self, kind: str) -> frozenset[RecordId]:
        return frozenset(i for k, i in self.records if k == kind)

    def __bool__(self) -> bool:
        return bool(self.records)


@dataclass(frozen=True, slots=True)
class DeedLine:
    """One deed in the record of deeds.

    `undone` says that an undo of it stands; `undoable` that it may be undone at all.
    """

    deed: str
    label: str
    clerk: str
    at: datetime
    reason: str | None
    records: int
    undone: bool
    undoes: str | None = None
    undoable: bool = True


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One changed register in the history of a record, values in wire form."""

    deed: str
    label: str
    clerk: str
    at: datetime
    reason: str | None
    kind: str
    record: RecordId
    register: str
    before: Json
    after: Json


@dataclass(frozen=True, slots=True)
class Undone:
    """The outcome of an undo; `kept` are the registers left as they are: (kind, record, register).

    A register is kept where it was changed again since, or where the earlier answer would allow
    more than the standing one: consent is only ever given on a form.
    """

    changes: Changes
    kept: tuple[tuple[str, RecordId, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What a walk along the log found; `trouble` are sentences, none where all of it is sound."""

    whole: bool
    deeds: int
    changes: int
    trouble: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        return not self.trouble


@dataclass(frozen=True, slots=True)
class AccessLine:
    """One entry of the access log: who looked at, printed or carried out what."""

    at: datetime
    clerk: str
    act: str
    about: str

"""What an intake would do, row by row: a plan for the clerk to look at. Nothing is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.intake.heading import Target
from renkei_desktop.intake.residents import IncomingPerson


class Verdict(StrEnum):
    """What becomes of a row; `label` is its word on the screen."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Verdict:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    NEW = "new", "新しい人"
    SAME = "same", "変わりなし"
    CHANGED = "changed", "変更あり"
    DOUBTFUL = "doubtful", "確かめる"
    WRONG = "wrong", "取り込めない"


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody who stands in the ledger already, as far as a comparison needs it."""

    id: RecordId
    name: str
    reading: str | None = None
    birth: PartialDate | None = None
    address: str | None = None
    phones: tuple[str, ...] = ()
    association_id: RecordId | None = None
    external_code: str | None = None
    household_id: RecordId | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One field that a row would change. `old` is empty where nothing stood before.

    For telephone numbers `new` holds the ones to be added; none is ever taken away.
    """

    target: Target
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of the list with what it means for the ledger.

    `person_id` is the person it is about, None for a new one. For a doubtful row it says what
    would happen if the clerk agrees; `candidates` are the people it may be about as well.
    """

    incoming: IncomingPerson
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    person_id: RecordId | None = None
    changes: tuple[Change, ...] = ()
    candidates: tuple[RecordId, ...] = ()
    association_id: RecordId | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """The whole plan."""

    rows: tuple[PlannedRow, ...]
    unknown_associations: Mapping[str, int]
    """町内会 of the list that the ledger does not know, with the number of their rows."""

    def of(self, verdict: Verdict) -> tuple[PlannedRow, ...]:
        return tuple(row for row in self.rows if row.verdict is verdict)

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many rows have each verdict, zero included."""
        found = Counter(row.verdict for row in self.rows)
        return {verdict: found[verdict] for verdict in Verdict}

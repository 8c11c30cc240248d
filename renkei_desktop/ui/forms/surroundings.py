"""What editors need to know of the town: today, its words, its bodies, its people."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from renkei_desktop.domain.choice import Situation
from renkei_desktop.domain.consent import TownPolicy
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.vocabulary import Term
from renkei_desktop.ui.forms.choice_editors import Option
from renkei_desktop.ui.pieces.room import cramped


def label_width() -> int:
    """The column of labels, in units: the same in every group, so all fields stand in line."""
    return 92 if cramped() else 124


@dataclass(frozen=True, slots=True)
class Reference:
    """How a kind of record is found and named where another record points to it."""

    find: Callable[[str], Sequence[Option]]
    name_of: Callable[[RecordId], str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Read once when a form opens; `references` by the kind that a reference points to."""

    today: date
    area_code: str = ""
    policy: TownPolicy = field(default_factory=TownPolicy)
    situation: Situation = Situation.ORDINARY
    terms: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)

    def words(self, vocabulary: str) -> tuple[Option, ...]:
        """The terms of a vocabulary that may still be chosen."""
        return tuple(
            Option(term.code, term.label or term.code or "")
            for term in self.terms.get(vocabulary, ())
            if not term.retired
        )

"""What forms and cards need to know of the town, read in one go on the desk thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from renkei_desktop.domain.choice import Situation
from renkei_desktop.domain.consent import TownPolicy
from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation, WelfareCommissioner
from renkei_desktop.domain.text.fold import fold
from renkei_desktop.domain.vocabulary import Term
from renkei_desktop.office import town
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.search import SearchIndex
from renkei_desktop.ui.forms.choice_editors import Option
from renkei_desktop.ui.forms.surroundings import Reference, Surroundings

VOCABULARIES = ("care_level", "support_reason", "resource_type")
_MOST = 30


@dataclass(frozen=True, slots=True)
class TownWords:
    """The words and bodies of a town, as they stood when they were read."""

    area_code: str
    policy: TownPolicy
    situation: Situation
    terms: Mapping[str, tuple[Term, ...]]
    associations: tuple[NeighbourhoodAssociation, ...]
    commissioners: tuple[WelfareCommissioner, ...]

    @property
    def names(self) -> dict[str, str]:
        """Words by code or id, for cards and history."""
        found = {t.code or "": t.label or "" for terms in self.terms.values() for t in terms}
        found |= {a.id: a.name or "" for a in self.associations}
        return found | {c.id: c.name or "" for c in self.commissioners}


def read_town_words(desk: Desk) -> TownWords:
    """Reads everything at once."""
    record = town.town(desk)
    return TownWords(
        area_code=record.area_code or "",
        policy=town.policy(desk),
        situation=record.situation or Situation.ORDINARY,
        terms={name: town.terms(desk, name) for name in VOCABULARIES},
        associations=town.associations(desk),
        commissioners=town.commissioners(desk),
    )


def surroundings(
    words: TownWords, today: date, index: Callable[[], SearchIndex | None]
) -> Surroundings:
    """What editors need; people and households are found through the search index."""
    return Surroundings(
        today=today,
        area_code=words.area_code,
        policy=words.policy,
        situation=words.situation,
        terms=words.terms,
        references={
            "association": _of_list((a.id, a.name, a.reading) for a in words.associations),
            "commissioner": _of_list((c.id, c.name, c.reading) for c in words.commissioners),
            "person": Reference(
                lambda text: _people(index(), text), lambda i: _person_name(index(), i)
            ),
            "household": Reference(
                lambda text: _households(index(), text), lambda i: _household_name(index(), i)
            ),
        },
    )


def _of_list(items: Iterable[tuple[RecordId, str | None, str | None]]) -> Reference:
    """A reference to one of a few records that are all known."""
    known = [(i, name or "", fold(f"{name or ''}{reading or ''}")) for i, name, reading in items]
    names = {i: name for i, name, _ in known}

    def find(text: str) -> Sequence[Option]:
        wanted = fold(text)
        return [Option(i, name) for i, name, folded in known if wanted in folded]

    return Reference(find, lambda i: names.get(i, ""))


def _people(index: SearchIndex | None, text: str) -> list[Option]:
    if index is None or not text.strip():
        return []
    found = index.people(text, registered_only=False)[:_MOST]
    return [Option(row.person, row.name, row.address) for row in found]


def _person_name(index: SearchIndex | None, person: RecordId) -> str:
    row = _first(index, lambda row: row.person == person)
    return row.name if row else "受け取っていない記録"


def _households(index: SearchIndex | None, text: str) -> list[Option]:
    if index is None or not text.strip():
        return []
    found: dict[RecordId, Option] = {}
    for row in index.people(text, registered_only=False):
        if row.household and row.household not in found:
            found[row.household] = Option(row.household, f"{row.name}さんの世帯", row.address)
        if len(found) >= _MOST:
            break
    return list(found.values())


def _household_name(index: SearchIndex | None, household: RecordId) -> str:
    row = _first(index, lambda row: row.household == household)
    return f"{row.name}さんの世帯" if row else "この世帯"


def _first(index: SearchIndex | None, wanted: Callable[[PersonRow], bool]) -> PersonRow | None:
    if index is None:
        return None
    return next((r for r in index.people(registered_only=False) if wanted(r)), None)

"""Search as one types: folded texts in memory, dropped when the screen is locked."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from renkei_desktop.domain.listing import PersonRow, ResourceRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.searching import digits
from renkei_desktop.domain.text.fold import fold
from renkei_desktop.domain.text.kana import row_of

Row = PersonRow | ResourceRow

_tab = lru_cache(maxsize=4096)(row_of)
"""The tab of a first kana; a sorting key begins with it in its plain form."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One row that matched, and where: «よみ», «電話», «屋号» …"""

    row: Row
    why: str


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed: words that must all be found, each in one of its folded spellings."""

    words: tuple[tuple[str, ...], ...]

    @staticmethod
    def of(text: str) -> Query:
        spelled = (_spellings(fold(part)) for part in text.split())
        return Query(tuple(word for word in spelled if word))

    def matches(self, folded: str) -> bool:
        return all(found_in(folded, word) for word in self.words)

    def narrows(self, earlier: Query) -> bool:
        """Whether whatever this finds was found by the earlier one, to which it only adds."""
        return len(earlier.words) <= len(self.words) and all(
            all(new.startswith(old) for new in word)
            for word, old in zip(self.words, earlier.words, strict=False)
        )


def found_in(folded: str, word: tuple[str, ...]) -> bool:
    return any(spelling in folded for spelling in word)


def _spellings(folded: str) -> tuple[str, ...]:
    """A number is looked for as it is (an address), and as a phone number without hyphens."""
    plain = digits(folded)
    only_number = plain and all(c.isdigit() or c in "-()" for c in folded)
    if only_number and len(plain) >= 6 and plain != folded:
        return folded, plain
    return (folded,) if folded else ()


class SearchIndex:
    """All rows of an office, sorted by reading, ready to be searched at every keystroke."""

    def __init__(
        self, people: Iterable[PersonRow] = (), resources: Iterable[ResourceRow] = ()
    ) -> None:
        self._people: list[PersonRow] = sorted(people, key=_order)
        self._resources: list[ResourceRow] = sorted(resources, key=_order)
        self._narrowed: tuple[Query, list[PersonRow]] | None = None

    def people(
        self,
        text: str = "",
        tab: str | None = None,
        registered_only: bool = True,
        keep: Callable[[PersonRow], bool] | None = None,
    ) -> tuple[PersonRow, ...]:
        """The people of a list: `text` as typed, `tab` one of あかさたなはまやらわ他 or None.

        With a text everybody is searched, without one only those whom `registered_only` keeps.
        """
        rows: Iterable[PersonRow] = self._found(Query.of(text))
        if registered_only and not text.strip():
            rows = [row for row in rows if row.resident is not None]
        if tab is not None:
            rows = [row for row in rows if _tab(row.sort_key[:1]) == tab]
        return tuple(rows if keep is None else filter(keep, rows))

    def resources(self, text: str = "") -> tuple[ResourceRow, ...]:
        """The entries of the directory that match."""
        query = Query.of(text)
        return tuple(row for row in self._resources if query.matches(row.folded))

    def find(
        self, text: str, limit: int = 30, leave_out: type[Row] | None = None
    ) -> tuple[Hit, ...]:
        """Everybody and everything that matches, registered people first, saying why.

        `leave_out` is a kind of row that somebody else already lists.
        """
        query = Query.of(text)
        if not query.words:
            return ()
        people = self._found(query) if leave_out is not PersonRow else []
        ranked: list[Row] = [row for row in people if row.resident is not None]
        ranked += [row for row in people if row.resident is None]
        ranked += self.resources(text) if leave_out is not ResourceRow else ()
        return tuple(Hit(row, why(row, query)) for row in ranked[:limit])

    def replace_person(self, person: RecordId, row: PersonRow | None) -> None:
        """Puts the fresh row of one person in the place of the old one; None takes it out."""
        self._narrowed = None
        self._people = [old for old in self._people if old.person != person]
        if row is not None:
            insort(self._people, row, key=_order)

    def replace_resource(self, resource: RecordId, row: ResourceRow | None) -> None:
        """Puts the fresh row of one resource in the place of the old one; None takes it out."""
        self._resources = [old for old in self._resources if old.resource != resource]
        if row is not None:
            insort(self._resources, row, key=_order)

    def clear(self) -> None:
        """Forgets everything (the screen is locked)."""
        self._people, self._resources, self._narrowed = [], [], None

    def _found(self, query: Query) -> list[PersonRow]:
        if not query.words:
            return self._people
        rows = self._start(query)
        if len(query.words) == 1 and len(query.words[0]) == 1:
            ((word,),) = query.words
            found = [row for row in rows if word in row.folded]
        else:
            found = [row for row in rows if query.matches(row.folded)]
        self._narrowed = (query, found)
        return found

    def _start(self, query: Query) -> list[PersonRow]:
        """The last result where the new text only adds to the last one, otherwise everybody."""
        if self._narrowed is None:
            return self._people
        last, found = self._narrowed
        return found if query.narrows(last) else self._people


def _order(row: Row) -> tuple[str, str]:
    return row.sort_key, row.name


def why(row: Row, query: Query) -> str:
    """The names of the fields in which the words were found, first ones first."""
    places = _person_places(row) if isinstance(row, PersonRow) else _resource_places(row)
    folded = [(label, _plain(label, text)) for label, text in places if text]
    found = [label for label, text in folded if any(found_in(text, w) for w in query.words)]
    return "・".join(dict.fromkeys(found))


def _plain(label: str, text: str) -> str:
    return digits(text) if label == "電話" else fold(text)


def _person_places(row: PersonRow) -> list[tuple[str, str]]:
    phones = [("電話", phone) for phone in row.phones]
    names = [("氏名", row.name), ("よみ", row.reading), ("屋号", row.yago)]
    return [*names, ("住所", row.address), *phones]


def _resource_places(row: ResourceRow) -> list[tuple[str, str]]:
    names = [("名前", row.name), ("よみ", row.reading), ("担当者", row.contact)]
    rest = [("住所", row.address), ("電話", row.phone), ("できること", row.helps_with)]
    return [*names, *rest]

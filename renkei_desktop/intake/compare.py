"""A list against the ledger: what is new, the same, changed, doubtful or wrong, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.text.fold import fold
from renkei_desktop.intake.differences import differences
from renkei_desktop.intake.identify import Identity, identify
from renkei_desktop.intake.known import KnownPeople, code_key
from renkei_desktop.intake.plan import Change, KnownPerson, PlannedRow, Preview, Verdict
from renkei_desktop.intake.problem import Severity
from renkei_desktop.intake.residents import IncomingPerson
from renkei_desktop.work import Progress, unwatched

_REPORT_EVERY = 500


def preview(
    incoming: Sequence[IncomingPerson],
    existing: Sequence[KnownPerson],
    associations: Mapping[str, RecordId],
    progress: Progress = unwatched,
) -> Preview:
    """The plan for a list. `associations` are the 町内会 of the ledger by name.

    Nothing is decided for the clerk: whoever may be somebody else's row, or the same person
    twice, is doubtful with the reason.
    """
    known = KnownPeople(existing)
    places = _Associations(associations)
    seen = _Twice(incoming)
    rows = []
    for count, person in enumerate(incoming, start=1):
        if count % _REPORT_EVERY == 0:
            progress(count, len(incoming), "台帳と比べています")
        rows.append(_planned(person, known, places, seen))
    rows = list(_one_row_each(rows))
    return Preview(tuple(rows), _unknown(rows))


class _Associations:
    """The 町内会 of the ledger, found by their name however it is written."""

    def __init__(self, by_name: Mapping[str, RecordId]) -> None:
        self._ids = {fold(name): record for name, record in by_name.items()}
        self.names = {record: name for name, record in by_name.items()}

    def id_of(self, name: str | None) -> RecordId | None:
        return self._ids.get(fold(name or ""))


def _planned(
    incoming: IncomingPerson, known: KnownPeople, places: _Associations, seen: _Twice
) -> PlannedRow:
    own = tuple(problem.reason for problem in incoming.problems)
    if incoming.severity is Severity.WRONG:
        return PlannedRow(incoming, Verdict.WRONG, own)
    identity = identify(incoming, known)
    association = places.id_of(incoming.association_name)
    changes: tuple[Change, ...] = ()
    if identity.person is not None:
        changes = tuple(differences(identity.person, incoming, association, places.names))
    doubts = (*identity.doubts, *seen.doubts(incoming))
    return PlannedRow(
        incoming,
        _verdict(incoming, identity, bool(changes), bool(doubts)),
        (*doubts, *own, *identity.remarks, *_unknown_association(incoming, association)),
        person_id=identity.person.id if identity.person else None,
        changes=changes,
        candidates=tuple(person.id for person in identity.candidates),
        association_id=association,
    )


def _verdict(incoming: IncomingPerson, identity: Identity, changed: bool, doubted: bool) -> Verdict:
    """A row that changes nothing needs no look, however odd its cells are."""
    if doubted:
        return Verdict.DOUBTFUL
    if identity.person is not None and not changed:
        return Verdict.SAME
    if incoming.severity is Severity.DOUBTFUL:
        return Verdict.DOUBTFUL
    return Verdict.CHANGED if identity.person is not None else Verdict.NEW


def _unknown_association(incoming: IncomingPerson, found: RecordId | None) -> Iterator[str]:
    if incoming.association_name and found is None:
        yield f"町内会「{incoming.association_name}」はまだ登録されていません。"


def _unknown(rows: Sequence[PlannedRow]) -> dict[str, int]:
    names = (
        row.incoming.association_name
        for row in rows
        if row.verdict is not Verdict.WRONG and row.association_id is None
    )
    return dict(Counter(name for name in names if name))


class _Twice:
    """People who stand in the list more than once, by code or by name and birth."""

    def __init__(self, incoming: Sequence[IncomingPerson]) -> None:
        self._rows: dict[Hashable, list[int]] = defaultdict(list)
        for person in incoming:
            if person.severity is not Severity.WRONG:
                for key in _keys(person):
                    self._rows[key].append(person.row_number)

    def doubts(self, person: IncomingPerson) -> Iterator[str]:
        """Doubts about every row but the first of those that agree."""
        for key in _keys(person):
            first = self._rows[key][0]
            if first != person.row_number:
                yield f"{first}行目と同じ人のようです。"
                return


def _keys(person: IncomingPerson) -> Iterator[Hashable]:
    code = code_key(person.external_code)
    if code:
        yield "code", code
    yield "person", fold(person.name), person.birth


def _one_row_each(rows: Sequence[PlannedRow]) -> Iterator[PlannedRow]:
    """Two rows that are both about one person of the ledger: the later one is doubtful."""
    first: dict[RecordId, int] = {}
    for row in rows:
        if row.person_id is None or row.verdict is Verdict.WRONG:
            yield row
            continue
        number = first.setdefault(row.person_id, row.incoming.row_number)
        yield row if number == row.incoming.row_number else _doubted(row, number)


def _doubted(row: PlannedRow, number: int) -> PlannedRow:
    reason = f"{number}行目も台帳の同じ人を指しています。"
    return replace(row, verdict=Verdict.DOUBTFUL, reasons=(reason, *row.reasons))

"""«同じ人かもしれません»: who is known already, looked for while a new person is typed in."""

from __future__ import annotations

from collections.abc import Iterable

from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.text.fold import fold
from renkei_desktop.domain.text.kana import sort_key
from renkei_desktop.domain.text.wareki import PartialDate

_MOST = 6


def likely_same(
    rows: Iterable[PersonRow], name: str, reading: str, birth: PartialDate | None
) -> tuple[PersonRow, ...]:
    """People who may be the one that is being typed in, the likeliest first.

    The same name in any form of its characters, or the same reading; the same birth lifts
    somebody, and counts alone where the family name agrees. A birth that cannot agree lowers.
    """
    wanted = _Wanted(fold(name), sort_key(reading) if reading.strip() else "", birth)
    found = [(score, row) for row in rows if (score := wanted.score(row)) > 1]
    found.sort(key=lambda pair: (-pair[0], pair[1].sort_key))
    return tuple(row for _, row in found[:_MOST])


class _Wanted:
    def __init__(self, name: str, reading: str, birth: PartialDate | None) -> None:
        self._name = name
        self._reading = reading
        self._birth = birth

    def score(self, row: PersonRow) -> int:
        points = 0
        if len(self._name) > 1:
            folded = fold(row.name)
            points += 4 if folded == self._name else 2 if folded.startswith(self._name) else 0
        if self._reading and row.sort_key == self._reading:
            points += 3
        if points and self._birth is not None and row.birth is not None:
            points += 2 if row.birth.agrees_with(self._birth) else -2
        elif self._birth is not None and row.birth == self._birth:
            points += 2 if self._name and fold(row.name)[:1] == self._name[:1] else 0
        return points

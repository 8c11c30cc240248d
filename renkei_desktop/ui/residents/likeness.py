"""«同じ人かもしれません»: who is known already, looked for while a new person is typed in."""

from __future__ import annotations

from collections.abc import Iterable

from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.searching import PART
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
        points = self._by_name(row)
        if self._reading and row.sort_key == self._reading:
            points += 3
        if self._birth is None or row.birth is None:
            return points
        if points:
            return points + (2 if row.birth.agrees_with(self._birth) else -2)
        family = self._name and row.folded.startswith(self._name[0])
        return 2 if family and row.birth == self._birth else 0

    def _by_name(self, row: PersonRow) -> int:
        """The name stands first in the folded text of a row."""
        if len(self._name) < 2 or not row.folded.startswith(self._name):
            return 0
        return 4 if row.folded[len(self._name) :].startswith(PART) else 2

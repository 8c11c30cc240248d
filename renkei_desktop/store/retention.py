"""Which backups stay: the last ten, and one a month for a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

_LATEST = 10
_MONTHS = 12


def to_drop(made: Sequence[datetime]) -> set[datetime]:
    """Of the moments at which good backups were made, those that may go.

    The newest ten stay, and of the newest twelve months with a backup the newest of each.
    """
    newest_first = sorted(made, reverse=True)
    keep = set(newest_first[:_LATEST])
    months: dict[tuple[int, int], datetime] = {}
    for moment in newest_first:
        months.setdefault((moment.year, moment.month), moment)
    keep.update(list(months.values())[:_MONTHS])
    return set(made) - keep

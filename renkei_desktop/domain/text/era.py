"""The eras since Meiji with the exact days on which they began."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from renkei_desktop.domain.text.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Era:
    """One era. `code` is its figure in seven-digit dates of the resident register (住基)."""

    name: str
    letter: str
    code: str
    begin: date
    end: date | None
    """The last day; None while the era goes on."""

    @property
    def last_year(self) -> int | None:
        return None if self.end is None else self.year_of(self.end.year)

    def year_of(self, western: int) -> int:
        return western - self.begin.year + 1

    def western(self, year: int) -> int:
        return self.begin.year + year - 1

    def holds(self, day: PartialDate) -> bool:
        """Whether at least one day that a (partial) date can mean lies in this era."""
        return day.last >= self.begin and (self.end is None or day.first <= self.end)


# Meiji reaches back to the first day of 慶応4年, as its proclamation says. Taisho and Showa began
# on the day the emperor died, so it belongs to both eras; Heisei and Reiwa on the day after.
ERAS = (
    Era("明治", "M", "1", date(1868, 1, 25), date(1912, 7, 30)),
    Era("大正", "T", "2", date(1912, 7, 30), date(1926, 12, 25)),
    Era("昭和", "S", "3", date(1926, 12, 25), date(1989, 1, 7)),
    Era("平成", "H", "4", date(1989, 1, 8), date(2019, 4, 30)),
    Era("令和", "R", "5", date(2019, 5, 1), None),
)


def era_at(day: date) -> Era | None:
    """The era of a day, the later one where two share it; None before Meiji."""
    return next((era for era in reversed(ERAS) if era.begin <= day), None)


def era_of(day: PartialDate) -> Era | None:
    """The era that a partial date is written in: that of its last day."""
    return era_at(day.last)

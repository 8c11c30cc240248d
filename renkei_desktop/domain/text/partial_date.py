"""A date of which the month or the day may be unknown, and the error for a date that is none."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class DateError(ValueError):
    """A text or a combination of numbers that is no date.

    `sentence` explains it in Japanese. It repeats what was written, so it belongs on the screen
    beside the field and never into a log.
    """

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a year and a month, or a full day of the Gregorian calendar.

    Sorts with what is less exact first: 1942 < 1942-04 < 1942-04-02.
    Raises DateError for a month or day that does not exist, and for a day without a month.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not 1000 <= self.year <= 9999:
            raise DateError(f"{self.year}年は使えません。西暦は4けたで入力してください。")
        if self.month is None:
            if self.day is not None:
                raise DateError("日だけがあり、月がありません。月も入力してください。")
            return
        if not 1 <= self.month <= 12:
            raise DateError(f"{self.month}月はありません。月は1から12までです。")
        if self.day is not None:
            self._check_day(self.month, self.day)

    def _check_day(self, month: int, day: int) -> None:
        last = calendar.monthrange(self.year, month)[1]
        if 1 <= day <= last:
            return
        where = f"{self.year}年{month}月" if month == 2 else f"{month}月"
        raise DateError(f"{month}月{day}日はありません。{where}は{last}日までです。")

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The full day of a `datetime.date`."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """Reads `1942`, `1942-04` or `1942-04-02`; raises DateError for anything else."""
        found = _ISO.fullmatch(text)
        if found is None:
            raise DateError("日付の書き方が違います。")
        return cls(*(None if part is None else int(part) for part in found.groups()))  # type: ignore[arg-type]

    @property
    def iso(self) -> str:
        """`1942`, `1942-04` or `1942-04-02`: the form in which it is stored."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def is_full(self) -> bool:
        return self.day is not None

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def agrees_with(self, other: PartialDate) -> bool:
        """Whether both can mean the same day."""
        return self.first <= other.last and other.first <= self.last

    @property
    def _order(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    def __lt__(self, other: PartialDate) -> bool:
        return self._order < other._order

    def __le__(self, other: PartialDate) -> bool:
        return self._order <= other._order

    def __gt__(self, other: PartialDate) -> bool:
        return self._order > other._order

    def __ge__(self, other: PartialDate) -> bool:
        return self._order >= other._order

    def __str__(self) -> str:
        return self.iso

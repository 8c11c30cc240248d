"""Ages. The law counts a year of life as complete at the end of the day before the birthday."""

from __future__ import annotations

from datetime import date, timedelta

from renkei_desktop.domain.text.partial_date import PartialDate

_DAY = timedelta(days=1)


def age_on(birth: PartialDate, day: date) -> int | None:
    """The legal age on a day: 65 is reached on the day before the birthday.

    年齢計算ニ関スル法律. Who was born on 29 February reaches it on 28 February in every year.
    None where a partial birth leaves it open, and before birth.
    """
    youngest, oldest = age_range(birth, day)
    return youngest if youngest == oldest and youngest >= 0 else None


def age_range(birth: PartialDate, day: date) -> tuple[int, int]:
    """The lowest and the highest legal age that a (partial) birth allows; -1 before birth."""
    return _legal(birth.last, day), _legal(birth.first, day)


def birthday_age(birth: PartialDate, day: date) -> int | None:
    """The age that people say: it changes on the birthday itself (on 1 March for 29 February).

    For the screen, where a person must not look a year older on the eve of the birthday.
    """
    youngest, oldest = _completed(birth.last, day), _completed(birth.first, day)
    return youngest if youngest == oldest and youngest >= 0 else None


def reaches_on(birth: PartialDate, age: int) -> date | None:
    """The day on which the legal age is reached; None where the birth is not known to the day."""
    if not birth.is_full:
        return None
    try:
        birthday = birth.first.replace(year=birth.year + age)
    except ValueError:
        birthday = date(birth.year + age, 3, 1)
    return birthday - _DAY


def _legal(birth: date, day: date) -> int:
    return _completed(birth, day + _DAY) if birth <= day else -1


def _completed(birth: date, day: date) -> int:
    """Whole years before the beginning of `day`."""
    if day < birth:
        return -1
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))

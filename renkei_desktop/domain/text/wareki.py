"""Dates as a town office writes them: 和暦 first, partial dates allowed."""

from __future__ import annotations

from datetime import date

from renkei_desktop.domain.text.age import age_on, age_range, birthday_age, reaches_on
from renkei_desktop.domain.text.date_reading import parse_date
from renkei_desktop.domain.text.era import ERAS, Era, era_at, era_of
from renkei_desktop.domain.text.partial_date import DateError, PartialDate

__all__ = [
    "ERAS",
    "DateError",
    "Era",
    "PartialDate",
    "age_on",
    "age_range",
    "birthday_age",
    "era_at",
    "era_of",
    "fiscal_year",
    "fiscal_year_label",
    "parse_date",
    "reaches_on",
    "wareki",
    "weekday_ja",
]

_FIRST = "元"


def wareki(day: PartialDate | date, short: bool = False) -> str:
    """«令和6年4月1日», or short «R6.4.1»; only as far as the date is known.

    A year or month in which the era changed is written in the later era unless the day is known.
    Years before Meiji stand in the western calendar.
    """
    partial = day if isinstance(day, PartialDate) else PartialDate.of(day)
    era = era_of(partial)
    year = partial.year if era is None else era.year_of(partial.year)
    if short:
        return _short(era.letter if era else "", year, partial)
    return _long(era.name if era else "西暦", year, partial)


def _short(letter: str, year: int, day: PartialDate) -> str:
    parts = (part for part in (year, day.month, day.day) if part is not None)
    return letter + ".".join(map(str, parts))


def _long(name: str, year: int, day: PartialDate) -> str:
    text = f"{name}{_FIRST if year == 1 else year}年"
    if day.month is not None:
        text += f"{day.month}月"
    if day.day is not None:
        text += f"{day.day}日"
    return text


def weekday_ja(day: date | PartialDate) -> str:
    """月 to 日, or an empty text where the day is not known."""
    if isinstance(day, PartialDate):
        return weekday_ja(day.first) if day.is_full else ""
    return "月火水木金土日"[day.weekday()]


def fiscal_year(day: date) -> int:
    """The western year in which the 年度 of a day began: April to March."""
    return day.year if day.month >= 4 else day.year - 1


def fiscal_year_label(year: int) -> str:
    """«令和6年度». The one that began in April 2019 is called 令和元年度, as the ministries do."""
    era = era_at(date(year, 5 if year == 2019 else 4, 1))
    if era is None:
        return f"{year}年度"
    count = era.year_of(year)
    return f"{era.name}{_FIRST if count == 1 else count}年度"

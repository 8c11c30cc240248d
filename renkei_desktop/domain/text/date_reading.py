"""Reading a date in the many ways in which offices write one, and saying what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from renkei_desktop.domain.text.date_spelling import plain_spelling
from renkei_desktop.domain.text.era import ERAS, Era, era_of
from renkei_desktop.domain.text.partial_date import DateError, PartialDate

EARLIEST, LATEST = 1868, 2199
"""The western years that a date of this program can lie in."""

_NAMES = {
    key: era for era in ERAS for key in (era.name, era.name[0], era.letter, era.letter.lower())
}
_CODES = {era.code: era for era in ERAS}
_ERA = "|".join(sorted(_NAMES, key=len, reverse=True))
_MONTH_DAY = r"(?:(?P<month>\d{1,2})(?:月|-|$)(?:(?P<day>\d{1,2})日?)?)?"
_ERA_DATE = re.compile(rf"(?P<era>{_ERA})-?(?P<year>元|\d{{1,2}})(?:年|-|$){_MONTH_DAY}", re.ASCII)
_ERA_DIGITS = re.compile(rf"(?P<era>{_ERA})(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)", re.ASCII)
_WESTERN = re.compile(rf"(?:西暦)?(?P<year>\d{{4}})(?:年|-|$){_MONTH_DAY}", re.ASCII)
_EIGHT = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)", re.ASCII)
_REGISTER = re.compile(r"(?P<era>[1-5])(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)", re.ASCII)
_SERIAL = re.compile(r"\d{1,5}(?:\.\d+)?", re.ASCII)

_WAYS = "「昭和17年4月2日」「S17.4.2」「1942/4/2」のように書いてください。"


def parse_date(text: str, excel_origin: date | None = None) -> PartialDate:
    """The date that a text means; raises DateError with a Japanese sentence.

    Reads 令和元年5月1日, R6.4.1, Ｓ３０．３．１, 昭和17年4月, 1942/4/2, 1942-04-02, 20240401, the
    seven digits of the resident register (3120304); month or day 00 is one that is not known.
    `excel_origin` is day 0 of the workbook that a bare number comes from (30 December 1899 as a
    rule); without it a bare number is not taken for a date.
    """
    plain = plain_spelling(text)
    if not plain:
        raise DateError("日付がありません。")
    for pattern, reader in _READERS:
        found = pattern.fullmatch(plain)
        if found is not None:
            return reader(found)
    number = unicodedata.normalize("NFKC", text).strip()
    if excel_origin is not None and _SERIAL.fullmatch(number):
        return _from_serial(number, excel_origin)
    raise DateError(_complaint(plain, text))


def _from_era_name(found: re.Match[str]) -> PartialDate:
    return _in_era(_NAMES[found["era"]], found)


def _from_register(found: re.Match[str]) -> PartialDate:
    return _in_era(_CODES[found["era"]], found)


def _from_western(found: re.Match[str]) -> PartialDate:
    year = int(found["year"])
    if not EARLIEST <= year <= LATEST:
        raise DateError(f"西暦{year}年は扱えません。{EARLIEST}年から{LATEST}年までです。")
    return _partial(year, found)


def _from_serial(number: str, origin: date) -> PartialDate:
    day = origin + timedelta(days=int(float(number)))
    if day.year < EARLIEST or int(float(number)) < 1:
        raise DateError(f"「{number}」は日付の番号として使えません。")
    return PartialDate.of(day)


_READERS = (
    (_ERA_DATE, _from_era_name),
    (_ERA_DIGITS, _from_era_name),
    (_WESTERN, _from_western),
    (_EIGHT, _from_western),
    (_REGISTER, _from_register),
)


def _in_era(era: Era, found: re.Match[str]) -> PartialDate:
    """The date in an era, refused with the right one where the era was another then."""
    year = 1 if found["year"] == "元" else int(found["year"])
    if year == 0:
        raise DateError(f"{era.name}0年はありません。{era.name}は元年（1年）からです。")
    day = _partial(era.western(year), found)
    if era.holds(day):
        return day
    raise DateError(_other_era(era, year, day))


def _partial(year: int, found: re.Match[str]) -> PartialDate:
    """Month or day 00 means that it is not known."""
    month = int(found["month"] or 0) or None
    day = int(found["day"] or 0) or None
    return PartialDate(year, month, day if month else None)


def _other_era(era: Era, year: int, day: PartialDate) -> str:
    right = _in_words(day)
    if era.last_year is not None and year > era.last_year:
        return f"{era.name}{year}年はありません。{right}ではありませんか。"
    if era.end is not None and day.first > era.end:
        bound = f"{era.end.month}月{era.end.day}日まで"
    else:
        bound = f"{era.begin.month}月{era.begin.day}日から"
    count = "元" if year == 1 else str(year)
    return f"{era.name}{count}年は{bound}です。{right}ではありませんか。"


def _in_words(day: PartialDate) -> str:
    era = era_of(day)
    year = day.year if era is None else era.year_of(day.year)
    text = f"{era.name if era else '西暦'}{'元' if year == 1 else year}年"
    text += "" if day.month is None else f"{day.month}月"
    return text + ("" if day.day is None else f"{day.day}日")


def _complaint(plain: str, text: str) -> str:
    """What is missing or doubtful about a text that no reader knows."""
    shown = unicodedata.normalize("NFKC", text).strip()[:20]
    for pattern, reason in _COMPLAINTS:
        if pattern.fullmatch(plain):
            return f"「{shown}」{reason}"
    return f"「{shown}」は日付として読めません。{_WAYS}"


_COMPLAINTS = (
    (re.compile(rf"(?:{_ERA})年?月?日?"), "だけで、年がありません。"),
    (re.compile("不明|不詳|未詳"), "は日付になりません。わからないときは空欄にしてください。"),
    (
        re.compile(r"\d{5}(?:\.\d+)?"),
        "は表計算ソフトの日付の番号のようです。日付の形に直してください。",
    ),
    (re.compile(r"\d{6}"), "の6けたでは年がわかりません。元号か4けたの西暦を付けてください。"),
    (re.compile(r"\d{1,2}-\d{1,2}-\d{4}"), "は年が後ろにあります。年、月、日の順にしてください。"),
    (
        re.compile(r"\d{1,2}[年-]\d{1,2}[月-]\d{1,2}日?"),
        "は元号も4けたの西暦もありません。どちらかを付けてください。",
    ),
    (re.compile(r"\d{1,2}[月-]\d{1,2}日?"), "は年がありません。"),
)

"""One spelling for the many ways of writing the same date: widths, dashes, kanji figures."""

from __future__ import annotations

import re
import unicodedata

from renkei_desktop.domain.text.era import ERAS
from renkei_desktop.domain.text.partial_date import DateError

_TIME = re.compile(r"(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$")
_WEEKDAY = re.compile(r"\(?[月火水木金土日](?:曜日?)\)?$|\([月火水木金土日]\)$")
_BORN = re.compile("(?:生まれ|生れ|生)$")
_SEPARATORS = re.compile(r"[./\-・,،‐‑‒–—―−ー、]+")
_KANJI_FIGURES = re.compile("[〇零一二三四五六七八九十]+(?=[年月日])")
_FIGURES = {kanji: value for value, kanji in enumerate("〇一二三四五六七八九")} | {"零": 0}
_ERA_NAMES = "|".join(era.name for era in ERAS)
_BOTH_YEARS = re.compile(
    rf"(?:(?P<era>{_ERA_NAMES})(?P<count>元|\d{{1,2}})年?\((?:西暦)?(?P<western>\d{{4}})年?\)年?"
    rf"|(?:西暦)?(?P<western2>\d{{4}})年?\((?P<era2>{_ERA_NAMES})(?P<count2>元|\d{{1,2}})年?\)年?)"
)


def plain_spelling(text: str) -> str:
    """Half-width, without spaces, time, weekday and «生»; every separator is `-`.

    Raises DateError where a western year in brackets contradicts the 和暦 year beside it.
    """
    wide = unicodedata.normalize("NFKC", text).strip()
    bare = "".join(_TIME.sub("", wide).split())
    bare = _WEEKDAY.sub("", _BORN.sub("", bare))
    figures = _KANJI_FIGURES.sub(lambda run: str(_number(run.group())), bare)
    one_year = _BOTH_YEARS.sub(_agreed_year, figures)
    return _SEPARATORS.sub("-", one_year).strip("-")


def _number(kanji: str) -> int:
    """十七 and 一七 are both 17."""
    if "十" not in kanji:
        return int("".join(str(_FIGURES[figure]) for figure in kanji))
    tens, _, ones = kanji.partition("十")
    return (_number(tens) if tens else 1) * 10 + (_number(ones) if ones else 0)


def _agreed_year(found: re.Match[str]) -> str:
    name = found["era"] or found["era2"]
    count = found["count"] or found["count2"]
    western = int(found["western"] or found["western2"])
    era = next(era for era in ERAS if era.name == name)
    if era.western(1 if count == "元" else int(count)) != western:
        raise DateError(f"{name}{count}年と西暦{western}年は合いません。どちらかが違います。")
    return f"{name}{count}年"

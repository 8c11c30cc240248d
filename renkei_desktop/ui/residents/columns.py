"""The columns of the list of residents: what each says about a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from renkei_desktop.domain.choice import Answer
from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.text.wareki import birthday_age, wareki

Words = Callable[[PersonRow, date], str]


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in units; 0 takes what the others leave. `shown` at first, until the clerk chooses."""

    key: str
    title: str
    width: int
    words: Words
    shown: bool = True


CONSENT_WORDS = {
    Answer.GIVEN: "あり",
    Answer.REFUSED: "なし",
    Answer.WITHDRAWN: "取消",
    Answer.UNASKED: "まだ",
}


def age_words(row: PersonRow, today: date) -> str:
    """The age in figures; empty where the birth leaves it open."""
    age = birthday_age(row.birth, today) if row.birth else None
    return "" if age is None else str(age)


def consent_words(row: PersonRow, _today: date) -> str:
    """«あり», «なし», «取消», «まだ»; a dash for somebody who is not registered."""
    if row.resident is None:
        return "未登録"
    return CONSENT_WORDS[row.consent or Answer.UNASKED]


def why_words(row: PersonRow, _today: date) -> str:
    """Reasons for support with the care level; what needs power stands first."""
    parts = (row.reasons, row.care_level)
    return "・".join(part for part in parts if part)


COLUMNS = (
    Column("name", "氏名", 148, lambda row, _: row.name),
    Column("reading", "よみ", 132, lambda row, _: row.reading),
    Column("age", "年齢", 46, age_words),
    Column("association", "町内会", 80, lambda row, _: row.association_name),
    Column("why", "事由", 0, why_words),
    Column("consent", "同意", 58, consent_words),
    Column("birth", "生年月日", 110, lambda r, _: wareki(r.birth, True) if r.birth else "", False),
    Column("address", "住所", 170, lambda row, _: row.address, False),
    Column("phone", "電話", 124, lambda row, _: "・".join(row.phones), False),
    Column("yago", "屋号", 84, lambda row, _: row.yago, False),
)

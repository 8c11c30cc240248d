"""The columns of the list of residents."""

from __future__ import annotations

from datetime import date

from renkei_desktop.domain.choice import Answer
from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.text.wareki import birthday_age, wareki
from renkei_desktop.ui.pieces.chip import Tone
from renkei_desktop.ui.pieces.row_model import Column, Look

_CONSENT = {
    Answer.GIVEN: ("あり", Tone.GOOD),
    Answer.REFUSED: ("なし", Tone.DANGER),
    Answer.WITHDRAWN: ("取消", Tone.DANGER),
    Answer.UNASKED: ("まだ", Tone.WARNING),
}
NOT_REGISTERED = ("未登録", Tone.PLAIN)


def age_words(row: PersonRow, today: date) -> str:
    """The age in figures; empty where the birth leaves it open."""
    age = birthday_age(row.birth, today) if row.birth else None
    return "" if age is None else str(age)


def consent_words(row: PersonRow) -> tuple[str, Tone]:
    """«あり», «なし», «取消», «まだ», with the tone; «未登録» for somebody only known."""
    return NOT_REGISTERED if row.resident is None else _CONSENT[row.consent or Answer.UNASKED]


def why_words(row: PersonRow) -> str:
    """Reasons for support with the care level."""
    return "・".join(part for part in (row.reasons, row.care_level) if part)


def _known_or_registered(row: PersonRow) -> Tone:
    return Tone.PLAIN if row.resident is None else Tone.GOOD


def columns(today: date) -> tuple[Column, ...]:
    """All columns there are; the clerk chooses which stand in the list."""
    chip = Look.CHIP
    return (
        Column("name", "氏名", 134, lambda r: r.name, look=Look.NAME, tone=_known_or_registered),
        Column("reading", "よみ", 120, lambda r: r.reading, gives_way=4),
        Column("age", "年齢", 46, lambda r: age_words(r, today), gives_way=2),
        Column("association", "町内会", 76, lambda r: r.association_name, gives_way=3),
        Column("why", "事由", 0, why_words),
        Column(
            "consent",
            "同意",
            66,
            lambda r: consent_words(r)[0],
            look=chip,
            tone=lambda r: consent_words(r)[1],
        ),
        Column(
            "birth", "生年月日", 96, lambda r: wareki(r.birth, True) if r.birth else "", False, 7
        ),
        Column("address", "住所", 170, lambda r: r.address, False, 8),
        Column("phone", "電話", 138, lambda r: "・".join(r.phones), False, 6),
        Column("yago", "屋号", 84, lambda r: r.yago, False, 5),
    )

"""The list of people: a few plain queries put together in one pass."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from renkei_desktop.domain.choice import Answer, Purpose, RecipientClass, Sex
from renkei_desktop.domain.consent import restriction
from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.place import Accuracy
from renkei_desktop.domain.searching import PART
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.store.database import Database, Row
from renkei_desktop.store.labels import words_of

PEOPLE = """
SELECT p.id, r.id, p.name, p.reading, p.sort_key, p.birth, p.sex, p.place_address, p.association,
       a.name, p.household, h.yago, r.care_level, r.power,
       p.place_point_latitude, p.place_point_longitude, p.place_accuracy,
       p.folded, h.folded
FROM person p
LEFT JOIN resident r ON r.person = p.id AND r."exists" AND r.ending IS NULL
LEFT JOIN household h ON h.id = p.household AND h."exists"
LEFT JOIN association a ON a.id = p.association AND a."exists"
WHERE p."exists" {which} ORDER BY p.sort_key, p.id
"""
_PHONES = """
SELECT person, number, folded FROM phone WHERE "exists" {which} ORDER BY person, "order", id
"""
_REASONS = """
SELECT resident, term, note FROM support_reason WHERE "exists" {which}
ORDER BY resident, "order", id
"""
_CONSENTS = """
SELECT resident, answer_answer FROM consent
WHERE "exists" AND purpose = ? AND class IN (?, ?) {which}
"""
# Looking a value up is several times faster than calling the enumeration, 20,000 times over.
_SEXES: Mapping[str | None, Sex | None] = {None: None, **{sex.value: sex for sex in Sex}}
_ACCURACIES: Mapping[str | None, Accuracy | None] = {None: None, **{a.value: a for a in Accuracy}}
_ANSWERS = {answer.value: answer for answer in Answer}
_ASKED = (RecipientClass.COMMISSIONER.value, RecipientClass.ASSOCIATION.value)


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands in other tables, by person or resident."""

    phones: Mapping[RecordId, list[tuple[str, str]]]
    reasons: Mapping[RecordId, list[str]]
    consents: Mapping[RecordId, Answer]
    care_levels: Mapping[str, str]


def all_rows(database: Database) -> tuple[PersonRow, ...]:
    """Everybody who stands, by reading."""
    with _not_collecting():
        return _joined(database, "", "", "", ())


@contextmanager
def _not_collecting() -> Iterator[None]:
    """Spares a third of the time: rows form no cycles, but the collector would look for some."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def one_row(database: Database, person: RecordId) -> PersonRow | None:
    """One person, or None for somebody who does not stand."""
    residents = "AND resident IN (SELECT id FROM resident WHERE person = ?)"
    rows = _joined(database, "AND p.id = ?", "AND person = ?", residents, (person,))
    return rows[0] if rows else None


def _joined(
    database: Database, people: str, phones: str, residents: str, values: tuple[str, ...]
) -> tuple[PersonRow, ...]:
    around = _Around(
        phones=_phones(database.rows(_PHONES.format(which=phones), values)),
        reasons=_reasons(database, database.rows(_REASONS.format(which=residents), values)),
        consents=_consents(
            database.rows(
                _CONSENTS.format(which=residents), (Purpose.ROSTER.value, *_ASKED, *values)
            )
        ),
        care_levels=words_of(database, "care_level"),
    )
    found: dict[RecordId, PersonRow] = {}
    for row in database.each(PEOPLE.format(which=people), values):
        # Somebody registered twice (after a merge) is still one person.
        found.setdefault(row[0], _person_row(row, around))
    return tuple(found.values())


def _person_row(row: Row, around: _Around) -> PersonRow:
    (
        person, resident, name, reading, sort_key, birth, sex, address, association,
        association_name, household, yago, care_level, power,
        latitude, longitude, accuracy, folded, folded_household,
    ) = row  # fmt: skip
    phones = around.phones.get(person, ())
    parts = (folded, folded_household, *(digits for _, digits in phones))
    return PersonRow(
        person=person,
        resident=resident,
        name=name or "",
        reading=reading or "",
        sort_key=sort_key,
        birth=None if birth is None else _date(birth),
        sex=_SEXES[sex],
        address=address or "",
        association=association,
        association_name=association_name or "",
        household=household,
        yago=yago or "",
        phones=tuple(number for number, _ in phones),
        care_level=around.care_levels.get(care_level, care_level or ""),
        reasons="、".join(around.reasons.get(resident, ())),
        power=power or "",
        consent=None if resident is None else around.consents.get(resident, Answer.UNASKED),
        latitude=latitude,
        longitude=longitude,
        accuracy=_ACCURACIES[accuracy],
        folded=PART.join(part for part in parts if part),
    )


@lru_cache(maxsize=65536)
def _date(text: str) -> PartialDate:
    return PartialDate.from_iso(text)


def _phones(rows: Iterable[Row]) -> dict[RecordId, list[tuple[str, str]]]:
    found: dict[RecordId, list[tuple[str, str]]] = {}
    for person, number, folded in rows:
        found.setdefault(person, []).append((number or "", folded))
    return found


def _reasons(database: Database, rows: Iterable[Row]) -> dict[RecordId, list[str]]:
    words = words_of(database, "support_reason")
    found: dict[RecordId, list[str]] = {}
    for resident, term, note in rows:
        found.setdefault(resident, []).append(words.get(term, term or note or ""))
    return found


def _consents(rows: Iterable[Row]) -> dict[RecordId, Answer]:
    """The stricter of the answers for the two classes; an answer that is missing is «unasked»."""
    found: dict[RecordId, list[Answer]] = {}
    for resident, answer in rows:
        found.setdefault(resident, []).append(_ANSWERS[answer or Answer.UNASKED])
    return {resident: _strictest(tuple(answers)) for resident, answers in found.items()}


@lru_cache(maxsize=256)
def _strictest(answers: tuple[Answer, ...]) -> Answer:
    missing = (Answer.UNASKED,) * (len(_ASKED) - len(answers))
    return max(*answers, *missing, key=restriction)

"""What the card says about a person, in words: pure, from the records behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from renkei_desktop.domain.choice import Answer, Purpose
from renkei_desktop.domain.consent import Consent
from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.person import EmergencyContact, Person, Phone
from renkei_desktop.domain.resident import Resident, Supporter
from renkei_desktop.domain.text.wareki import PartialDate, birthday_age, wareki
from renkei_desktop.office.residents import PersonCard
from renkei_desktop.ui.forms.answer_box import answer_words
from renkei_desktop.ui.forms.consequence import SHORT
from renkei_desktop.ui.pieces import Tone


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the card: a label and one or several lines of text."""

    label: str
    text: str
    strong: bool = False
    people: tuple[tuple[RecordId, str], ...] = ()
    """Who can be opened from this line: the person and the words."""


@dataclass(frozen=True, slots=True)
class ChipFact:
    """A word at the top of the card, where it must not be overlooked."""

    words: str
    tone: Tone


Terms = Mapping[str, str]
"""Words of the vocabularies by code."""

_CONSENT_CHIPS = {
    Answer.GIVEN: ChipFact("同意あり", Tone.GOOD),
    Answer.REFUSED: ChipFact("同意なし", Tone.DANGER),
    Answer.WITHDRAWN: ChipFact("同意を取り消し", Tone.DANGER),
    Answer.UNASKED: ChipFact("同意はまだ", Tone.WARNING),
}


def chips(card: PersonCard) -> tuple[ChipFact, ...]:
    """Consent, what needs power, an ended registration, values that stand side by side."""
    resident = card.sheet.resident
    if resident is None:
        return (ChipFact("登録していない人", Tone.PLAIN),)
    if resident.ending is not None:
        return (ChipFact(_ending_words(resident), Tone.PLAIN),)
    found = [_CONSENT_CHIPS[card.row.consent or Answer.UNASKED]]
    if resident.power:
        found.append(ChipFact("停電に注意", Tone.DANGER))
    if card.card.conflicts:
        found.append(ChipFact(f"食い違い {len(card.card.conflicts)}件", Tone.WARNING))
    return tuple(found)


def _ending_words(resident: Resident) -> str:
    ending = resident.ending
    reason = ending.reason.label if ending and ending.reason else ""
    on = wareki(ending.on, short=True) if ending and ending.on else ""
    detail = " ".join(part for part in (reason, on) if part)
    return f"登録は終わっています（{detail}）" if detail else "登録は終わっています"


def main_facts(card: PersonCard, terms: Terms, today: date) -> tuple[Fact, ...]:
    """What a clerk needs on the telephone, in the order of the card."""
    sheet, resident = card.sheet, card.sheet.resident
    found = [
        Fact("生年月日", birth_words(sheet.person, today)),
        Fact("住所", _address(sheet.person, card.row)),
        Fact("電話", _lines(_phone_words(phone) for phone in sheet.phones), strong=True),
        Fact("緊急連絡先", _lines(map(_contact_words, sheet.contacts))),
    ]
    if resident is not None:
        found += [
            Fact("事由", _reasons(card, terms)),
            Fact("介護度", terms.get(resident.care_level or "", resident.care_level or "")),
            Fact("電気の要る機器", resident.power or ""),
            Fact("いつもの様子", resident.usual or ""),
            Fact("支援者", _lines(_supporter_words(s, card) for s in sheet.supporters)),
        ]
    found += [Fact("町内会", _bodies(card)), _members(card, today)]
    return tuple(fact for fact in found if fact.text)


def birth_words(person: Person, today: date) -> str:
    """«昭和17年4月2日（84歳）・女»."""
    age = birthday_age(person.birth, today) if person.birth else None
    when = wareki(person.birth) if person.birth else ""
    known = f"{when}（{age}歳）" if age is not None else when
    return "・".join(part for part in (known, person.sex.label if person.sex else "") if part)


def _address(person: Person, row: PersonRow) -> str:
    address = person.place.address if person.place else None
    yago = f"屋号: {row.yago}" if row.yago else ""
    return "　".join(part for part in (address, yago) if part)


def _phone_words(phone: Phone) -> str:
    return "　".join(part for part in (phone.number, phone.whose) if part)


def _contact_words(contact: EmergencyContact) -> str:
    who = f"{contact.name or ''}（{contact.relation}）" if contact.relation else contact.name or ""
    return "　".join(part for part in (who, contact.number) if part)


def _reasons(card: PersonCard, terms: Terms) -> str:
    words = []
    for reason in card.sheet.reasons:
        word = terms.get(reason.term or "", reason.term or "")
        words.append(
            f"{word}（{reason.note}）" if word and reason.note else word or reason.note or ""
        )
    return "・".join(words)


def _supporter_words(supporter: Supporter, card: PersonCard) -> str:
    who = card.supporter_names.get(supporter.id) or supporter.organisation or ""
    accepted = f"承諾 {wareki(supporter.accepted_on, short=True)}" if supporter.accepted_on else ""
    detail = "・".join(part for part in (supporter.relation, accepted) if part)
    return f"{who}（{detail}）" if detail else who


def _bodies(card: PersonCard) -> str:
    association = card.association
    if association is None:
        return ""
    head = f"（会長 {association.head}）" if association.head else ""
    commissioner = card.commissioner
    in_charge = f"民生委員: {commissioner.name}　{commissioner.phone or ''}" if commissioner else ""
    return _lines((f"{association.name}{head}", in_charge.rstrip("　")))


def _members(card: PersonCard, today: date) -> Fact:
    people = tuple((row.person, _member_words(row, today)) for row in card.household_members)
    return Fact("世帯の人", _lines(words for _, words in people), people=people)


def _member_words(row: PersonRow, today: date) -> str:
    age = birthday_age(row.birth, today) if row.birth else None
    detail = "・".join(
        part
        for part in (f"{age}歳" if age is not None else "", "登録" if row.resident else "")
        if part
    )
    return f"{row.name}（{detail}）" if detail else row.name


def more_facts(card: PersonCard) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
    """The groups behind «もっと»: title and lines."""
    groups = (
        ("同意のくわしい返事", _consents(card.sheet.consents)),
        ("登録と手助け", _registration(card.sheet.resident)),
        ("世帯とメモ", _notes(card)),
    )
    return tuple((title, facts) for title, facts in groups if facts)


def _consents(consents: Iterable[Consent]) -> tuple[Fact, ...]:
    found = []
    for purpose in Purpose:
        answers = [c for c in consents if c.purpose is purpose]
        if answers:
            found.append(Fact(purpose.label, _lines(map(_consent_words, answers))))
    return tuple(found)


def _consent_words(consent: Consent) -> str:
    answer = consent.answer
    who = SHORT[consent.recipient_class] if consent.recipient_class else ""
    when = wareki(answer.on, short=True) if answer.on else ""
    way = answer.way.label if answer.way else ""
    detail = "・".join(part for part in (when, way, answer.by) if part)
    return f"{who}　{answer_words(answer.answer)}" + (f"（{detail}）" if detail else "")


def _registration(resident: Resident | None) -> tuple[Fact, ...]:
    if resident is None:
        return ()
    found = (
        Fact("手助けの要点", resident.care_note or ""),
        Fact("登録番号", resident.number or ""),
        Fact("登録日", _day(resident.registered_on)),
        Fact("申請", resident.way.label if resident.way else ""),
    )
    return tuple(fact for fact in found if fact.text)


def _notes(card: PersonCard) -> tuple[Fact, ...]:
    person, household = card.sheet.person, card.sheet.household
    found = (
        Fact("字のメモ", person.name_note or ""),
        Fact("宛名番号", person.external_code or ""),
        Fact("世帯番号", (household.code if household else "") or ""),
        Fact("世帯のメモ", (household.note if household else "") or ""),
        Fact("メモ", person.note or ""),
    )
    return tuple(fact for fact in found if fact.text)


def _day(day: PartialDate | None) -> str:
    return wareki(day) if day else ""


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)

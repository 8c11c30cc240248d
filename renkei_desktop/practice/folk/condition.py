"""How each registered person is: care level, reasons for support, devices, what is usual."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from renkei_desktop.domain.choice import Sex
from renkei_desktop.practice.folk.family import Life, Member
from renkei_desktop.practice.folk.phrase import (
    CARE_NOTES,
    CARE_NOTES_BY_REASON,
    HEAVY_CARE_NOTES,
    POWER,
    POWER_BED,
    REASON_NOTES,
    USUAL,
)
from renkei_desktop.practice.folk.settling import Dwelling
from renkei_desktop.practice.stream import Stream

CARE_LEVELS = (
    "independent", "target", "support_1", "support_2", "care_1", "care_2", "care_3",
    "care_4", "care_5",
)  # fmt: skip
"""Codes of the vocabulary `care_level`, from lightest to heaviest."""

_HEAVY = frozenset(CARE_LEVELS[6:])
_ILLNESSES = (
    ("physical_1_2", 0.13), ("hearing", 0.06), ("visual", 0.035), ("intractable", 0.035),
    ("oxygen", 0.035), ("dialysis", 0.025), ("suction", 0.012), ("ventilator", 0.006),
    ("mental", 0.015),
)  # fmt: skip
_YOUNG = (
    ("physical_1_2", 5), ("intellectual", 4), ("mental", 4), ("intractable", 3), ("visual", 1),
    ("hearing", 1), ("ventilator", 1), ("other", 1),
)  # fmt: skip
_MOST_REASONS = 4


@dataclass(frozen=True, slots=True)
class Condition:
    """What the office knows about how somebody is; `reasons` are codes with a note or None."""

    care_level: str | None
    reasons: tuple[tuple[str, str | None], ...]
    power: str | None
    usual: str | None
    care_note: str | None


def condition(dwelling: Dwelling, place: int, chance: Stream) -> Condition:
    """The condition of one member of a household."""
    member = dwelling.family.members[place]
    care = _care_level(member, chance)
    reasons = list(dict.fromkeys(_reasons(dwelling, member, care, chance)))[:_MOST_REASONS]
    return Condition(
        care_level=care,
        reasons=tuple((code, _reason_note(code, chance)) for code in reasons or ["other"]),
        power=_power(reasons, care, chance),
        usual=chance.choice(USUAL) if chance.heads(0.62) else None,
        care_note=_care_note(reasons, care, chance) if chance.heads(0.5) else None,
    )


def _care_level(member: Member, chance: Stream) -> str | None:
    """None where nobody has ever been asked to judge it."""
    if member.age < 65:
        return None
    frailty = (member.age - 65) / 34 + chance.gauss(0, 0.28)
    if frailty < 0.22:
        return None
    return CARE_LEVELS[min(8, int((frailty - 0.22) / 1.05 * 9))]


def _reasons(dwelling: Dwelling, member: Member, care: str | None, chance: Stream) -> Iterator[str]:
    yield from _reasons_of_household(dwelling, member)
    if care in _HEAVY:
        yield "care_3_up"
    if member.age < 65:
        yield from _reasons_when_young(dwelling, member, chance)
        return
    if care is not None and chance.heads(0.3 if care in _HEAVY else 0.12):
        yield "dementia"
    for code, share in _ILLNESSES:
        if chance.heads(share):
            yield code


def _reasons_of_household(dwelling: Dwelling, member: Member) -> Iterator[str]:
    members = dwelling.family.members
    if member.age < 65:
        return
    if len(members) == 1:
        yield "alone"
    elif all(other.age >= 65 for other in members):
        couple = dwelling.family.life is Life.OLD_COUPLE
        yield "elderly_couple" if couple else "all_elderly"
    elif dwelling.family.life in (Life.OLD_WITH_CHILD, Life.THREE_GENERATIONS):
        yield "alone_by_day"


def _reasons_when_young(dwelling: Dwelling, member: Member, chance: Stream) -> Iterator[str]:
    if dwelling.family.life is Life.FROM_ABROAD:
        yield "foreign_language"
    elif member.age < 4:
        yield "infant"
    elif member.sex is Sex.FEMALE and 20 <= member.age <= 41 and chance.heads(0.5):
        yield "pregnant"
    elif member.age < 18:
        yield chance.choice(("physical_1_2", "intellectual", "intractable"))
    else:
        yield chance.weighted(_YOUNG)


def _reason_note(code: str, chance: Stream) -> str | None:
    notes = REASON_NOTES.get(code)
    return chance.choice(notes) if notes and chance.heads(0.6) else None


def _care_note(reasons: list[str], care: str | None, chance: Stream) -> str:
    """What a helper must know first: by the reason, else by how heavy the care is."""
    by_reason = [CARE_NOTES_BY_REASON[code] for code in reasons if code in CARE_NOTES_BY_REASON]
    if by_reason and chance.heads(0.7):
        return by_reason[0]
    return chance.choice(HEAVY_CARE_NOTES if care in _HEAVY else CARE_NOTES)


def _power(reasons: list[str], care: str | None, chance: Stream) -> str | None:
    for code, words in POWER.items():
        if code in reasons:
            return chance.choice(words)
    return chance.choice(POWER_BED) if care in _HEAVY and chance.heads(0.4) else None

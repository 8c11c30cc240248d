"""Who a row is about: somebody of the ledger for certain, somebody perhaps, or nobody yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from renkei_desktop.domain.text.fold import fold
from renkei_desktop.domain.text.wareki import PartialDate, wareki
from renkei_desktop.intake.known import KnownPeople, reading_key
from renkei_desktop.intake.plan import KnownPerson
from renkei_desktop.intake.residents import IncomingPerson


@dataclass(frozen=True, slots=True)
class Identity:
    """The person a row is about, or those it may be about, with the doubts as sentences.

    `remarks` do not keep the row from being taken in.
    """

    person: KnownPerson | None = None
    doubts: tuple[str, ...] = ()
    candidates: tuple[KnownPerson, ...] = ()
    remarks: tuple[str, ...] = ()


def identify(incoming: IncomingPerson, known: KnownPeople) -> Identity:
    """By the code of the list first, then by name and birth, then by whatever else agrees."""
    return (
        _by_code(incoming, known)
        or _by_name_and_birth(incoming, known)
        or _by_other_signs(incoming, known)
    )


def _by_code(incoming: IncomingPerson, known: KnownPeople) -> Identity | None:
    found = known.with_code(incoming.external_code)
    if not found:
        return None
    if len(found) > 1:
        return Identity(None, (f"同じ住民コードの人が{len(found)}人います。",), tuple(found))
    person = found[0]
    same_name = fold(person.name) == fold(incoming.name)
    if not same_name and not _same_birth(person.birth, incoming.birth):
        doubt = f"住民コードは同じですが、氏名も生年月日も違います（{person.name}）。"
        return Identity(person, (doubt,), (person,))
    return Identity(person, tuple(_name_doubts(person, incoming)))


def _by_name_and_birth(incoming: IncomingPerson, known: KnownPeople) -> Identity | None:
    found = known.with_name_and_birth(incoming.name, incoming.birth)
    if len(found) > 1:
        return Identity(None, (f"同じ名前と生年月日の人が{len(found)}人います。",), tuple(found))
    if found:
        person = found[0]
        return Identity(person, (*_code_doubts(person, incoming), *_name_doubts(person, incoming)))
    namesakes = known.with_name(incoming.name)
    perhaps = [p for p in namesakes if _births_allow(p.birth, incoming.birth)]
    if not perhaps:
        return None
    doubt = "同じ名前の人がいますが、生年月日がそろっていません。"
    return Identity(perhaps[0] if len(perhaps) == 1 else None, (doubt,), tuple(perhaps))


def _by_other_signs(incoming: IncomingPerson, known: KnownPeople) -> Identity:
    numbers = [phone.digits for phone in incoming.phones]
    signs = (
        ("同じよみと生年月日の人がいます", _same_reading_and_birth(incoming, known)),
        ("同じよみと住所の人がいます", _same_reading_and_address(incoming, known)),
        ("同じ電話で、よみか生年月日も同じ人がいます", _same_phone(incoming, known, numbers)),
    )
    doubts = tuple(f"{words}（{_names(people)}）。" for words, people in signs if people)
    candidates = {p.id: p for _, people in signs for p in people}
    if doubts:
        return Identity(None, doubts, tuple(candidates.values()))
    family = known.with_phone(numbers)
    if family:
        return Identity(remarks=(f"同じ電話の人がいます（{_names(family)}）。",))
    return Identity()


def _same_reading_and_birth(incoming: IncomingPerson, known: KnownPeople) -> Sequence[KnownPerson]:
    return known.with_reading_and_birth(incoming.reading, incoming.birth)


def _same_reading_and_address(incoming: IncomingPerson, known: KnownPeople) -> list[KnownPerson]:
    found = known.with_reading_and_address(incoming.reading, incoming.address)
    return [p for p in found if _births_allow(p.birth, incoming.birth)]


def _same_phone(
    incoming: IncomingPerson, known: KnownPeople, numbers: Iterable[str]
) -> list[KnownPerson]:
    """A family shares its telephone, so something else has to agree as well."""
    key = reading_key(incoming.reading)
    return [
        p
        for p in known.with_phone(numbers)
        if _same_birth(p.birth, incoming.birth)
        or (key and key == reading_key(p.reading) and _births_allow(p.birth, incoming.birth))
    ]


def _name_doubts(person: KnownPerson, incoming: IncomingPerson) -> Iterable[str]:
    """The same person under another spelling: which one is right, only the resident knows."""
    if person.name == incoming.name or _spaceless(person.name) == _spaceless(incoming.name):
        return
    if fold(person.name) == fold(incoming.name):
        same = "生年月日が同じで" if _same_birth(person.birth, incoming.birth) else ""
        yield f"{same}名前の字が違います（{differing(person.name, incoming.name)}）。"
    else:
        yield f"氏名が違います（{person.name}→{incoming.name}）。"
    if not _births_allow(person.birth, incoming.birth):
        yield f"生年月日も違います（{_written(person.birth)}→{_written(incoming.birth)}）。"


def _code_doubts(person: KnownPerson, incoming: IncomingPerson) -> Iterable[str]:
    if person.external_code and incoming.external_code:
        yield "名前と生年月日は同じですが、住民コードが違います。"


def differing(old: str, new: str) -> str:
    """The characters that differ, «髙/高», or the whole names where the lengths differ."""
    one, other = _spaceless(old), _spaceless(new)
    if len(one) != len(other):
        return f"{old}/{new}"
    return "、".join(f"{a}/{b}" for a, b in zip(one, other, strict=True) if a != b)


def _spaceless(name: str) -> str:
    return "".join(name.split())


def _same_birth(one: PartialDate | None, other: PartialDate | None) -> bool:
    return one is not None and one == other


def _births_allow(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two births can be the same: one is unknown, or only partly known."""
    return one is None or other is None or one.agrees_with(other)


def _written(birth: PartialDate | None) -> str:
    return wareki(birth) if birth is not None else "なし"


def _names(people: Sequence[KnownPerson]) -> str:
    shown = "、".join(person.name for person in people[:3])
    return shown + ("など" if len(people) > 3 else "")

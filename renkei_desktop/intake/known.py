"""Finding people of the ledger again: indexes, so that 20,000 rows meet 20,000 people quickly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from renkei_desktop.domain.text.fold import fold
from renkei_desktop.domain.text.kana import sort_key
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.intake.plan import KnownPerson

Key = TypeVar("Key")

_MANY = 50
"""A sign that more people share (the telephone of a home) tells nobody apart."""


def code_key(code: str | None) -> str:
    """A code without its zeros in front, which a spreadsheet drops."""
    return fold(code or "").lstrip("0")


def reading_key(reading: str | None) -> str:
    """A reading whether or not it has a space between the names."""
    return sort_key("".join((reading or "").split())) if reading else ""


def digits_of(number: str) -> str:
    return "".join(filter(str.isdigit, number))


class KnownPeople:
    """The people of the ledger by code, name, reading, birth, address and telephone."""

    def __init__(self, people: Sequence[KnownPerson]) -> None:
        self._by_code = _index((code_key(p.external_code), p) for p in people)
        self._by_name = _index((fold(p.name), p) for p in people)
        self._by_name_birth = _index(((fold(p.name), p.birth), p) for p in people)
        self._by_reading_birth = _index(((reading_key(p.reading), p.birth), p) for p in people)
        self._by_reading_address = _index(
            ((reading_key(p.reading), fold(p.address or "")), p) for p in people
        )
        self._by_phone = _index((digits_of(n), p) for p in people for n in p.phones)

    def with_code(self, code: str | None) -> Sequence[KnownPerson]:
        key = code_key(code)
        return self._by_code.get(key, ()) if key else ()

    def with_name(self, name: str) -> Sequence[KnownPerson]:
        return self._by_name.get(fold(name), ())

    def with_name_and_birth(self, name: str, birth: PartialDate | None) -> Sequence[KnownPerson]:
        return self._by_name_birth.get((fold(name), birth), ()) if birth is not None else ()

    def with_reading_and_birth(
        self, reading: str | None, birth: PartialDate | None
    ) -> Sequence[KnownPerson]:
        if reading is None or birth is None:
            return ()
        return self._by_reading_birth.get((reading_key(reading), birth), ())

    def with_reading_and_address(
        self, reading: str | None, address: str | None
    ) -> Sequence[KnownPerson]:
        if reading is None or address is None:
            return ()
        return self._by_reading_address.get((reading_key(reading), fold(address)), ())

    def with_phone(self, numbers: Iterable[str]) -> Sequence[KnownPerson]:
        found = (p for number in numbers for p in self._by_phone.get(number, ()) if number)
        return tuple({p.id: p for p in found}.values())


def _index(pairs: Iterable[tuple[Key, KnownPerson]]) -> dict[Key, list[KnownPerson]]:
    index: dict[Key, list[KnownPerson]] = defaultdict(list)
    for key, person in pairs:
        if len(index[key]) < _MANY:
            index[key].append(person)
    return index

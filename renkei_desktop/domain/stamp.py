"""Stamps, siblings and what a form has seen: order that comes from causes, never from clocks.

Every register (a field, or a value class of fields that change together) holds one or more
`Sibling`s. Each carries the stamps of the writes that made it and the exact set of stamps which
those writes superseded. The exact set is kept sparse: a register only ever lists the stamps that
were written to this very register, so a plain set of them is smaller than a version vector with
its exceptions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

SeatId = str


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """One write of one seat. `counter` starts at 1 and never runs backwards within a seat."""

    seat: SeatId
    counter: int

    @property
    def text(self) -> str:
        """`seat.counter`, as it stands in files."""
        return f"{self.seat}.{self.counter}"

    @staticmethod
    def from_text(text: str) -> Stamp:
        """Raises ValueError for anything else."""
        seat, _, counter = text.rpartition(".")
        return Stamp(seat, int(counter))


Stamps = frozenset[Stamp]
NONE: Stamps = frozenset()


@dataclass(frozen=True, slots=True)
class Sibling:
    """One value that stands in a register, with the writes that it replaced.

    It has one stamp, or several where different seats wrote the same value apart from each other.
    """

    value: Any
    stamps: Stamps
    superseded: Stamps = NONE

    @property
    def known(self) -> Stamps:
        """All writes to this register that whoever wrote this one had taken note of."""
        return self.superseded | self.stamps


@dataclass(frozen=True, slots=True)
class Register:
    """The siblings of one register; the first one is what this seat goes on showing."""

    siblings: tuple[Sibling, ...]

    @property
    def shown(self) -> Sibling:
        return self.siblings[0]

    @property
    def in_conflict(self) -> bool:
        return len(self.siblings) > 1

    @property
    def values(self) -> tuple[Any, ...]:
        return tuple(sibling.value for sibling in self.siblings)

    @property
    def stamps(self) -> Stamps:
        """The stamps of the values that stand now."""
        return NONE.union(*(sibling.stamps for sibling in self.siblings))

    @property
    def known(self) -> Stamps:
        """Every stamp that this register has ever held, as far as this seat knows."""
        return NONE.union(*(sibling.known for sibling in self.siblings))


@dataclass(frozen=True, slots=True)
class Seen:
    """What a form displayed, register by register: a save settles these writes and no others."""

    registers: Mapping[str, Stamps] = field(default_factory=dict)

    def of(self, register: str) -> Stamps:
        return self.registers.get(register, NONE)

    def to_wire(self) -> dict[str, list[str]]:
        """As JSON, to be kept with a half-typed form: it must not learn what it never showed."""
        return {wire: stamp_texts(stamps) for wire, stamps in self.registers.items()}

    @staticmethod
    def from_wire(found: Mapping[str, list[str]]) -> Seen:
        """What `to_wire` gave. Raises ValueError for anything else."""
        return Seen({wire: stamps_from(texts) for wire, texts in found.items()})


def stamp_texts(stamps: Stamps) -> list[str]:
    """Stamps as texts, in order."""
    return [stamp.text for stamp in sorted(stamps)]


def stamps_from(texts: Iterable[str]) -> Stamps:
    """What `stamp_texts` gave. Raises ValueError for anything else."""
    return frozenset(map(Stamp.from_text, texts))


def write(register: Register | None, value: Any, stamp: Stamp, seen: Stamps) -> Register:
    """The register after a write by somebody who had `seen` the given writes.

    Siblings whose stamps were seen are replaced; one that came in unseen stays beside the new
    value, which is shown first.
    """
    siblings = () if register is None else register.siblings
    settled = (sibling.known for sibling in siblings if sibling.stamps <= seen)
    superseded = seen.union(*settled) - {stamp}
    written = Sibling(value, frozenset({stamp}), superseded)
    return Register(_standing((written, *siblings), superseded))


def union(registers: Iterable[Register]) -> Register:
    """What stands when the same register of several seats is put together.

    The siblings that no other has superseded, in the order given, equal values as one.
    """
    siblings = [s for register in registers for s in register.siblings]
    superseded = NONE.union(*(s.superseded for s in siblings))
    return Register(_standing(siblings, superseded))


def _standing(siblings: Iterable[Sibling], superseded: Stamps) -> tuple[Sibling, ...]:
    standing: list[Sibling] = []
    for sibling in siblings:
        stamps = sibling.stamps - superseded
        if not stamps:
            continue
        for place, other in enumerate(standing):
            if same(other.value, sibling.value):
                standing[place] = _as_one(other, stamps, sibling.superseded)
                break
        else:
            same_stamps = stamps == sibling.stamps
            standing.append(sibling if same_stamps else replace(sibling, stamps=stamps))
    return tuple(standing)


def _as_one(sibling: Sibling, stamps: Stamps, superseded: Stamps) -> Sibling:
    together = sibling.stamps | stamps
    return Sibling(sibling.value, together, (sibling.superseded | superseded) - together)


def same(one: Any, other: Any) -> bool:
    """Whether two wire values are the same: true is not 1."""
    return type(one) is type(other) and bool(one == other)

"""Stamps, siblings and what a form has seen: order that comes from causes, never from clocks.

Every register (a field, or a value class of fields that change together) holds one or more
`Sibling`s. Each carries the stamp of the write that made it and the exact set of stamps which
that write superseded. The exact set is kept sparse: a register only ever lists the stamps that
were written to this very register, so a plain set of them is smaller than a version vector with
its exceptions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

SeatId = str


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """One write of one seat. `counter` starts at 1 and never runs backwards within a seat."""

    seat: SeatId
    counter: int


Stamps = frozenset[Stamp]
NONE: Stamps = frozenset()


@dataclass(frozen=True, slots=True)
class Sibling:
    """One value that stands in a register, with the writes that it replaced."""

    value: Any
    stamp: Stamp
    superseded: Stamps = NONE

    @property
    def known(self) -> Stamps:
        """All writes to this register that whoever wrote this one had taken note of."""
        return self.superseded | {self.stamp}


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
    def stamps(self) -> Stamps:
        """The stamps of the values that stand now."""
        return frozenset(sibling.stamp for sibling in self.siblings)

    @property
    def known(self) -> Stamps:
        """Every stamp that this register has ever held, as far as this seat knows."""
        return frozenset().union(*(sibling.known for sibling in self.siblings))


@dataclass(frozen=True, slots=True)
class Seen:
    """What a form displayed, register by register: a save settles these writes and no others."""

    registers: Mapping[str, Stamps] = field(default_factory=dict)

    def of(self, register: str) -> Stamps:
        return self.registers.get(register, NONE)


def write(register: Register | None, value: Any, stamp: Stamp, seen: Stamps) -> Register:
    """The register after a write by somebody who had `seen` the given writes.

    Siblings whose stamp was seen are replaced; one that came in unseen stays beside the new value.
    """
    if register is None:
        return Register((Sibling(value, stamp, seen - {stamp}),))
    settled = [s for s in register.siblings if s.stamp in seen]
    superseded = frozenset().union(seen, *(s.known for s in settled)) - {stamp}
    unseen = tuple(s for s in register.siblings if s.stamp not in superseded)
    return Register((Sibling(value, stamp, superseded), *unseen))


def union(registers: Iterable[Register]) -> Register:
    """The siblings that no other sibling has superseded, in the order given, equal values once."""
    siblings = [s for register in registers for s in register.siblings]
    superseded: Stamps = frozenset().union(*(s.superseded for s in siblings))
    standing: list[Sibling] = []
    for sibling in siblings:
        if sibling.stamp in superseded or any(s.stamp == sibling.stamp for s in standing):
            continue
        standing.append(sibling)
    return Register(tuple(standing))

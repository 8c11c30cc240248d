"""A record as somebody holds it in their hands: the values together with the stamps behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic

from renkei_desktop.domain.field import AnyRecord
from renkei_desktop.domain.stamp import Seen, Stamps


@dataclass(frozen=True, slots=True)
class Held(Generic[AnyRecord]):
    """A record as it was read, and exactly which writes it shows.

    A form keeps it from opening to saving and hands it back: what differs from `record` is what
    the clerk changed, and only the writes in `seen` are settled by that change. `seen` covers the
    values in `record` and nothing else. Where several values stand side by side, `conflicts` holds
    them all by wire name of the register (as values of the field, the shown one first) and
    `beside` the writes behind those not shown, which only an explicit decision settles.
    """

    record: AnyRecord
    seen: Seen = field(default_factory=Seen)
    exists: bool = True
    conflicts: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    beside: Seen = field(default_factory=Seen)

    def all_seen(self, register: str) -> Stamps:
        """The writes behind every value of a register, shown or standing beside it."""
        return self.seen.of(register) | self.beside.of(register)

"""A record as somebody holds it in their hands: the values together with the stamps behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic

from renkei_desktop.domain.field import AnyRecord
from renkei_desktop.domain.stamp import Seen


@dataclass(frozen=True, slots=True)
class Held(Generic[AnyRecord]):
    """A record as it was read, and exactly which writes it shows.

    A form keeps it from opening to saving and hands it back: what differs from `record` is what
    the clerk changed, and only the writes in `seen` are settled by that change.
    `conflicts` holds, by register, all values that stand side by side (the shown one first).
    """

    record: AnyRecord
    seen: Seen = field(default_factory=Seen)
    exists: bool = True
    conflicts: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)

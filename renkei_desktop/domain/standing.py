"""Which of several values that stand side by side is shown first: the conflict rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from renkei_desktop.domain.choice import Answer
from renkei_desktop.domain.consent import restriction
from renkei_desktop.domain.field import Conflict
from renkei_desktop.domain.place import Accuracy
from renkei_desktop.domain.stamp import Register

_Rank = Callable[[Any], int]


def in_order(register: Register, rule: Conflict) -> Register:
    """The register with what is in force first; equals keep their order. Nothing is dropped.

    Values are in wire form. All of them stay until a clerk decides.
    """
    rank = _rank(register, rule) if register.in_conflict else None
    if rank is None:
        return register
    return Register(tuple(sorted(register.siblings, key=lambda sibling: rank(sibling.value))))


def existing_first(register: Register) -> Register:
    """Existence: an edit beats an ending that did not know of it."""
    return Register(tuple(sorted(register.siblings, key=lambda s: s.value is not True)))


def _rank(register: Register, rule: Conflict) -> _Rank | None:
    if rule is Conflict.RESTRICTIVE:
        return lambda value: -restriction(_answer(value))
    if rule is Conflict.ENDING:
        return lambda value: 0 if value else 1
    if rule is Conflict.SURVEYED and _same_address(register):
        return lambda value: 0 if (value or {}).get("accuracy") == Accuracy.SURVEYED else 1
    return None


def _answer(value: Any) -> Answer:
    found: str = (value or {}).get("answer", Answer.UNASKED.value)
    answer: Answer = Answer(found)
    return answer


def _same_address(register: Register) -> bool:
    return len({(value or {}).get("address") for value in register.values}) == 1

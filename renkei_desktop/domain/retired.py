"""Registers that old deeds wrote and that no form has any more: what their values mean today.

A wire name is permanent. When a field is split or dropped, its old name moves here with a function
that turns an old value into values of today's registers; history, undo and old bundles use it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

Upgrade = Callable[[Any], Mapping[str, Any]]

_AVOID = re.compile("(.*(?:避|だめ|不可|出られない|いない).*)")


def split_hours_note(value: str | None) -> dict[str, str | None]:
    """担当者の「連絡のしかた」: one text became 避けたい時間 and よい連絡方法.

    Sentences that speak of avoiding go to the first, all others to the second; nothing is dropped.
    """
    avoid: list[str] = []
    best: list[str] = []
    for sentence in re.split("[。\n]", value or ""):
        sentence = sentence.strip()
        if sentence:
            (avoid if _AVOID.fullmatch(sentence) else best).append(sentence)
    return {"avoid_hours": _joined(avoid), "best_way": _joined(best)}


def _joined(sentences: list[str]) -> str | None:
    return "。".join(sentences) or None


_RETIRED: Mapping[tuple[str, str], tuple[str, Upgrade]] = {
    ("contact", "hours_note"): ("連絡のしかた", split_hours_note),
}


def is_retired(kind: str, register: str) -> bool:
    return (kind, register) in _RETIRED


def upgraded(kind: str, register: str, value: Any) -> Mapping[str, Any]:
    """The wire values of today's registers for an old value; itself where it is not retired."""
    found = _RETIRED.get((kind, register))
    return {register: value} if found is None else found[1](value)


def retired_label(kind: str, register: str) -> str | None:
    """The Japanese label that a retired register had, or None for any other."""
    found = _RETIRED.get((kind, register))
    return None if found is None else found[0]

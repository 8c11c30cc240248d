"""A changed register in the words of the clerk: what it was and what it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from renkei_desktop.domain.change import ChangeLine
from renkei_desktop.domain.choice import Choice
from renkei_desktop.domain.consent import ConsentAnswer
from renkei_desktop.domain.field import EXISTS, Declared, Kind, declared, record_kinds
from renkei_desktop.domain.place import Accuracy, Place
from renkei_desktop.domain.resident import Ending
from renkei_desktop.domain.text.wareki import DateError, PartialDate, wareki
from renkei_desktop.domain.wire import Json, by_wire, from_wire

NOTHING = "（なし）"
_UNSPOKEN = frozenset({Kind.ORDER, Kind.REFERENCE})

Names = Mapping[str, str]
"""Words for terms by code and for records by id, as far as they are known."""


def change_words(line: ChangeLine, names: Names) -> str:
    """«電話: 0164-35-2111 → 0164-35-2112»; an empty text for what says nothing to a reader."""
    cls = record_kinds().get(line.kind)
    if cls is None:
        return ""
    if line.register == EXISTS:
        return f"{cls.LABEL}を{'加えました' if line.after else '外しました'}"
    item = by_wire(cls).get(line.register)
    if item is None or item.field.kind is Kind.ORDER:
        return ""
    before, after = value_words(item, line.before, names), value_words(item, line.after, names)
    label = item.field.label
    if not before:
        return f"{label}: {after}" if after else ""
    return f"{label}: {before} → {after or NOTHING}"


def value_words(item: Declared, wire: Json, names: Names) -> str:
    """A stored value in words; empty where there is none."""
    if wire is None or wire == "":
        return ""
    try:
        value = from_wire(item.value_type, wire)
    except (TypeError, ValueError, DateError):
        return "（読めない値）"
    return _words(item, value, names)


def _words(item: Declared, value: object, names: Names) -> str:
    if isinstance(value, PartialDate):
        return wareki(value)
    if isinstance(value, Choice | Accuracy):
        return value.label
    if isinstance(value, Place):
        where = value.accuracy.label if value.accuracy else ""
        position = f"（位置: {where}）" if value.point else "（位置なし）"
        return (value.address or "") + position
    if isinstance(value, ConsentAnswer | Ending):
        return _parts(value, names)
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if item.field.kind is Kind.PHOTO:
        return "写真"
    if isinstance(value, tuple):
        return f"{len(value)}件"
    return names.get(str(value), "" if item.field.kind in _UNSPOKEN else str(value))


def _parts(value: object, names: Names) -> str:
    found = []
    for item in declared(type(value)):
        part = getattr(value, item.attribute)
        if part is not None:
            found.append(_words(item, part, names))
    return "・".join(word for word in found if word)


def moment_words(at: datetime) -> str:
    """«11月23日 10:42», with the year where it is short enough to matter: «R8.11.23 10:42»."""
    local = at.astimezone()
    return f"{wareki(local.date(), short=True)} {local:%H:%M}"

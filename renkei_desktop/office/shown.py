"""What a half-typed form had shown, kept with its draft.

A form that is taken up again days later must not settle what it never showed: it goes on from the
records and stamps of the day on which it was opened. What others have changed since stays as it
is, or stands beside as a 食い違い where both changed the same.
"""

from __future__ import annotations

from typing import Any

from renkei_desktop.domain.field import record_kinds
from renkei_desktop.domain.held import Held
from renkei_desktop.domain.stamp import Seen
from renkei_desktop.domain.wire import Json, record_from, registers_of
from renkei_desktop.office.sheets import Card


def kept(card: Card) -> Json:
    """The card as JSON for the draft."""
    return [_held_to_wire(held) for held in card.helds.values()]


def recalled(found: Json, fresh: Card) -> Card:
    """The card that `kept` gave; `fresh` where the draft holds none that can be read."""
    if not isinstance(found, list):
        return fresh
    try:
        return Card.of(_held_from_wire(item) for item in found)
    except (KeyError, TypeError, ValueError, AttributeError):
        return fresh


def _held_to_wire(held: Held[Any]) -> Json:
    return {
        "kind": held.record.KIND,
        "id": held.record.id,
        "registers": registers_of(held.record),
        "seen": held.seen.to_wire(),
        "exists": held.exists,
    }


def _held_from_wire(item: Any) -> Held[Any]:
    cls = record_kinds()[item["kind"]]
    record = record_from(cls, item["id"], item["registers"])
    return Held(record, Seen.from_wire(item["seen"]), item["exists"] is True)

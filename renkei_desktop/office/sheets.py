"""What a form opens and hands back; the one way in which any form saves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.consent import Consent
from renkei_desktop.domain.field import Record
from renkei_desktop.domain.held import Held
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.office import my_number
from renkei_desktop.office.desk import Desk

if TYPE_CHECKING:
    from renkei_desktop.store.ledger import Book


@dataclass(frozen=True, slots=True)
class Card:
    """The records that a form displays, each with the writes that it shows."""

    helds: Mapping[RecordId, Held[Any]] = field(default_factory=dict)

    @staticmethod
    def of(helds: Iterable[Held[Any]]) -> Card:
        return Card({held.record.id: held for held in helds})

    @property
    def conflicts(self) -> dict[tuple[RecordId, str], tuple[Any, ...]]:
        """Registers in which several values stand side by side, by record and wire name."""
        return {
            (record_id, register): values
            for record_id, held in self.helds.items()
            for register, values in held.conflicts.items()
        }


def save(
    desk: Desk,
    label: str,
    card: Card,
    records: Iterable[Record],
    reason: str | None = None,
    *,
    photos: Iterable[bytes] = (),
) -> Changes:
    """Writes what a form changed, as one deed.

    A record with a new id is created, one that differs from the card is corrected register by
    register, one that the card holds and `records` lacks is ended; the rest stays untouched.
    `photos` (JPEG bytes) are those that the records refer to by their SHA-256.
    Raises RenkeiError where a text looks like a マイナンバー.
    """
    kept = {record.id: record for record in records}
    for record in kept.values():
        my_number.refuse_in(record)
    with desk.writing(label, reason) as book:
        for photo in photos:
            book.attach(photo, "image/jpeg")
        for record_id, record in kept.items():
            _put(book, record, card.helds.get(record_id))
        for record_id, held in card.helds.items():
            if held.exists and record_id not in kept:
                book.end(held)
    return book.changes


def _put(book: Book, record: Record, held: Held[Any] | None) -> None:
    # Only a form that shows the standing answer may raise a consent; a card is such a form.
    book.put(record, held, by_form=isinstance(record, Consent))

"""Chance and identity, both from the seed: the same seed gives the same town on every machine."""

from __future__ import annotations

import random
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from renkei_desktop.domain.moment import RecordId

_PRACTICE = uuid.UUID("0d7a5c1e-3b0f-5e6b-8a52-6f2f8f0c5d11")

T = TypeVar("T")


class Stream(random.Random):
    """Chance for one part of the town."""

    def heads(self, share: float) -> bool:
        """True in the given share of all throws."""
        return self.random() < share

    def weighted(self, table: Sequence[tuple[T, float]]) -> T:
        """One of the entries, as often as its weight says."""
        return self.choices([entry for entry, _ in table], [weight for _, weight in table])[0]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The same items in another order."""
        return self.sample(items, len(items))


@dataclass(frozen=True, slots=True)
class Seed:
    """Where all chance comes from.

    Every part draws from its own stream, so that adding to one part leaves the others unchanged.
    """

    number: int

    def stream(self, *part: object) -> Stream:
        """The chance of one part, always from its beginning."""
        return Stream("/".join(str(word) for word in (self.number, *part)))

    def record_id(self, kind: str, *key: object) -> RecordId:
        """The id of a practice record, different in every practice town."""
        return uuid.uuid5(_PRACTICE, "/".join(str(w) for w in (self.number, kind, *key))).hex


_DIGITS = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def order_key(place: int) -> str:
    """The order key of the child at this place, counted from 0, with room between any two."""
    high, low = divmod(place, len(_DIGITS))
    return _DIGITS[high] + _DIGITS[low]

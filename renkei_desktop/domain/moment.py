"""Time and identity, which are always arguments: nothing below `app` asks the machine for them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
"""Gives the present moment with its time zone."""

RecordId = str
"""32 hexadecimal digits of a UUID; the same record has the same id in every office."""

_KEYED = uuid.UUID("5f0c5e0e-6a7b-5f44-9a38-8f1f6c0c9b11")


def new_id() -> RecordId:
    """An id for a record that nobody has seen before."""
    return uuid.uuid4().hex


def keyed_id(kind: str, *key: str) -> RecordId:
    """The id of a record that is determined by its key (consent by resident × purpose × class).

    Two seats that create it apart from each other meet in one record.
    """
    return uuid.uuid5(_KEYED, "\x1f".join((kind, *key))).hex

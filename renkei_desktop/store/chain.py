"""The chain over the log: salted commitments, linked one to the next.

A row is committed to by `blake2b(salt ‖ row)`, and only the commitments are linked. So the values
of a row can be erased together with its salt, and the chain still verifies; without the salt a
commitment to a birthday could be guessed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable

START = bytes(32)
SALT_BYTES = 16
_SEPARATOR = "\x1e"


def new_salt() -> bytes:
    return os.urandom(SALT_BYTES)


def commitment(salt: bytes, row: Iterable[object]) -> bytes:
    """What the chain remembers of a row; None and the empty text are told apart."""
    text = _SEPARATOR.join("\x1d" if part is None else str(part) for part in row)
    return hashlib.blake2b(salt + text.encode(), digest_size=32).digest()


def link(previous: bytes, committed: bytes) -> bytes:
    """The end of the chain after one more row."""
    return hashlib.blake2b(previous + committed, digest_size=32).digest()

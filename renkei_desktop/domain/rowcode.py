"""Row codes: what identifies a printed row, so that a marked sheet can be typed back."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from renkei_desktop.domain.moment import RecordId

_ALPHABET = "0123456789ACDEFGHJKLMNPQRTUVWXY"
"""Digits and capitals without B, I, O, S and Z, which a pen turns into 8, 1, 0, 5 and 2."""

SHORTEST = 5


def row_code(record: RecordId, length: int = SHORTEST) -> str:
    """The code of a record: the same on every sheet, meaningless without the program."""
    number = int.from_bytes(hashlib.blake2b(record.encode(), digest_size=16).digest(), "big")
    code = []
    for _ in range(length):
        number, digit = divmod(number, len(_ALPHABET))
        code.append(_ALPHABET[digit])
    return "".join(code)


def row_codes(records: Iterable[RecordId], shortest: int = SHORTEST) -> dict[RecordId, str]:
    """Codes for all rows of one sheet; those that would meet get longer until they differ."""
    ids = tuple(dict.fromkeys(records))
    codes = {record: row_code(record, shortest) for record in ids}
    length = shortest
    while len(set(codes.values())) < len(ids):
        length += 1
        taken = Counter(codes.values())
        codes = {
            record: code if taken[code] == 1 else row_code(record, length)
            for record, code in codes.items()
        }
    return codes

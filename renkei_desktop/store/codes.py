"""The paper recovery code: 128 bits that a clerk can type from paper without a mistake.

Eight groups of four characters. Each group carries 16 bits and four check bits of its own, so a
slip is reported with the number of its group. The alphabet leaves out I, L, O and U; what looks
alike, full width, small letters, spaces and dashes are all taken as meant.
"""

from __future__ import annotations

import hashlib
import unicodedata

from renkei_desktop.domain.error import RenkeiError

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}
_MEANT = str.maketrans("OIL", "011")
_GROUPS = 8
_GROUP_LETTERS = 4
SECRET_BYTES = 16


def written(secret: bytes) -> str:
    """The code for a secret of 16 bytes: `7K2M-…` in eight groups."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a recovery secret has 16 bytes")
    pairs = (secret[at : at + 2] for at in range(0, SECRET_BYTES, 2))
    return "-".join(_group(number, pair) for number, pair in enumerate(pairs))


def read(text: str) -> bytes:
    """The secret behind a typed code. Raises RenkeiError naming the group that cannot be right."""
    plain = unicodedata.normalize("NFKC", text).upper().translate(_MEANT)
    letters = [letter for letter in plain if letter.isascii() and letter.isalnum()]
    if len(letters) != _GROUPS * _GROUP_LETTERS:
        raise RenkeiError(
            f"紙の合言葉は32文字です。いまは{len(letters)}文字あります。",
            kept="何も変えていません。",
            todo="4文字ずつ、8つのまとまりを順に入力してください。",
        )
    groups = ["".join(letters[at : at + 4]) for at in range(0, len(letters), _GROUP_LETTERS)]
    return b"".join(_pair(number, group) for number, group in enumerate(groups))


def _group(number: int, pair: bytes) -> str:
    bits = int.from_bytes(pair, "big") << 4 | _check(number, pair)
    return "".join(_ALPHABET[bits >> shift & 31] for shift in (15, 10, 5, 0))


def _pair(number: int, group: str) -> bytes:
    bits = 0
    for letter in group:
        bits = bits << 5 | _VALUES.get(letter, 0)
    pair = (bits >> 4).to_bytes(2, "big")
    if any(letter not in _VALUES for letter in group) or bits & 15 != _check(number, pair):
        raise RenkeiError(
            f"紙の合言葉の{number + 1}番目のまとまりが違います。",
            kept="何も変えていません。",
            todo="その4文字を紙ともう一度見くらべてください。",
        )
    return pair


def _check(number: int, pair: bytes) -> int:
    return hashlib.blake2b(bytes([number]) + pair, digest_size=1).digest()[0] & 15

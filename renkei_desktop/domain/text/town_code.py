"""団体コード: the six digits of a municipality, the last of which checks the others."""

from __future__ import annotations

import unicodedata

_WEIGHTS = (6, 5, 4, 3, 2)


def plain_town_code(text: str) -> str:
    """The digits of what was typed; one lost leading zero (Excel drops it) is put back."""
    digits = "".join(c for c in unicodedata.normalize("NFKC", text) if c.isdigit())
    if len(digits) == 5 and is_town_code("0" + digits):
        return "0" + digits
    return digits


def is_town_code(digits: str) -> bool:
    """Whether these are six digits with the right check digit: 014389 is, 014388 is not."""
    if len(digits) != 6 or not digits.isascii() or not digits.isdigit():
        return False
    return digits[5] == check_digit(digits[:5])


def check_digit(five: str) -> str:
    """The sixth digit for prefecture and municipality."""
    weighed = sum(int(digit) * weight for digit, weight in zip(five, _WEIGHTS, strict=True))
    return str((11 - weighed % 11) % 10)

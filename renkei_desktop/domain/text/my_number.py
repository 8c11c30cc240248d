"""Finding what looks like an individual number (マイナンバー), which the program never keeps."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = 12
_DASH = "-‐‑‒–—―−ーｰ_/.·・"
_CHAIN = re.compile(rf"(?<![\d+])\d+(?:[ {_DASH}]\d+)*", re.ASCII)
_DECIMAL = re.compile(r"(?<![\d.])\d+\.\d+(?![\d.])", re.ASCII)
"""A measured value, such as a degree of longitude."""
_WEIGHTS = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
"""Of the first eleven digits from the left, as the ministerial order on the check digit says."""


def my_number_like(text: str) -> bool:
    """Whether twelve digits with a valid check digit stand in the text.

    Full-width digits count, and so do separators between groups of one size (4-4-4, 3-3-3-3).
    Longer and shorter numbers, telephone numbers among them, do not.
    """
    plain = _DECIMAL.sub(" ", unicodedata.normalize("NFKC", text))
    return any(
        _valid(number) for chain in _CHAIN.finditer(plain) for number in _candidates(chain.group())
    )


def _candidates(chain: str) -> list[str]:
    """The runs of twelve digits in a chain of groups, told by the size of the groups."""
    groups = re.split(r"\D", chain)
    found = []
    for start, group in enumerate(groups):
        size = len(group)
        if not size or _DIGITS % size or (start and len(groups[start - 1]) == size):
            continue
        run = _same_size(groups, start)
        if len(run) * size == _DIGITS:
            found.append("".join(run))
    return found


def _same_size(groups: list[str], start: int) -> list[str]:
    end = start
    while end < len(groups) and len(groups[end]) == len(groups[start]):
        end += 1
    return groups[start:end]


def _valid(number: str) -> bool:
    """Whether the check digit fits; twelve zeros are an empty field of some system, no number."""
    if not number.strip("0"):
        return False
    total = sum(int(n) * weight for n, weight in zip(number, _WEIGHTS, strict=False))
    rest = total % 11
    return int(number[-1]) == (0 if rest <= 1 else 11 - rest)

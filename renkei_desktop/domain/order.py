"""Fractional order keys: text that sorts children among their siblings, with room everywhere.

A key is read as the digits after the point of a number in base 62. Comparing two keys byte by byte
compares the numbers, so a database sorts them as they are. Moving one child changes only its key.
"""

from __future__ import annotations

from itertools import zip_longest

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE = {digit: value for value, digit in enumerate(_DIGITS)}
_LOWEST, _HIGHEST = _DIGITS[0], _DIGITS[-1]
_BASE = len(_DIGITS)


def between(before: str | None, after: str | None) -> str:
    """A key that sorts after `before` and before `after`; None stands for the open end.

    Raises ValueError where `before` does not sort before `after`, or for what is no order key.
    """
    for key in (before, after):
        _check(key)
    if before is not None and after is not None and before >= after:
        raise ValueError(f"no key lies between {before} and {after}")
    if before is None and after is None:
        return _DIGITS[_BASE // 2]
    if after is None:
        return _next(before or "")
    if before is None:
        return _previous(after)
    return _middle(before, after)


def spread(count: int) -> list[str]:
    """Keys for `count` children in a row."""
    keys: list[str] = []
    for _ in range(count):
        keys.append(between(keys[-1] if keys else None, None))
    return keys


def _check(key: str | None) -> None:
    if key is None:
        return
    if not key or key.endswith(_LOWEST) or any(digit not in _VALUE for digit in key):
        raise ValueError(f"{key!r} is no order key")


def _next(key: str) -> str:
    """One step towards the end: lists grow there, so keys must not grow with every step."""
    for place, digit in enumerate(key):
        if digit != _HIGHEST:
            return key[:place] + _DIGITS[_VALUE[digit] + 1]
    return key + _DIGITS[1]


def _previous(key: str) -> str:
    """One step towards the beginning."""
    for place, digit in enumerate(key):
        if _VALUE[digit] > 1:
            return key[:place] + _DIGITS[_VALUE[digit] - 1]
        if digit == _DIGITS[1] and place == len(key) - 1:
            return key[:place] + _LOWEST + _HIGHEST
    raise ValueError(f"{key!r} is no order key")


def _middle(before: str, after: str) -> str:
    """The shared beginning and then the shortest digits that lie in the gap."""
    shared = ""
    for low, high in zip_longest(before, after, fillvalue=_LOWEST):
        if low != high:
            break
        shared += low
    rest, limit = before[len(shared) :], after[len(shared) :]
    low_value = _VALUE[rest[0]] if rest else 0
    high_value = _VALUE[limit[0]]
    if high_value - low_value > 1:
        return shared + _DIGITS[(low_value + high_value) // 2]
    if len(limit) > 1:
        return shared + limit[0]
    return shared + _DIGITS[low_value] + (_next(rest[1:]) if rest[1:] else _DIGITS[_BASE // 2])

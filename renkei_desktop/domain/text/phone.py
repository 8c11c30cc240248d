"""Telephone numbers as an office writes them: one spelling, the town's area code, notes apart.

Only Japanese numbers, by a few rules of our own. A number is never refused: what looks wrong is
kept as it was written and comes with a doubt.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_DASHES = re.compile("[‐‑‒–—―−ーｰ.・]")
_NUMBER = re.compile(r"[+(]?\d(?:[\d() -]*\d)?", re.ASCII)
_NOT_DIGITS = re.compile(r"[^0-9]+")
_BETWEEN = re.compile(r"[、,;/／\n]+")
_NONE = re.compile(r"(?:なし|無し?|ありません|[-*×]+)?")
_LABEL = re.compile(r"^(?:電話|自宅|携帯|TEL|FAX|Tel|Fax|tel|fax)[:：]?")
_BRACKETS = "()（）[]「」 :："

_FREE = re.compile(r"(0120|0570|0990)(\d{3})(\d{3})", re.ASCII)
_MOBILE = re.compile(r"(0[5-9]0)(\d{4})(\d{4})", re.ASCII)
_ELEVEN = re.compile(r"0[5-9]0|0800", re.ASCII)
_LONG_FREE = re.compile(r"(0800)(\d{3})(\d{4})", re.ASCII)
_LARGE_CITY = re.compile(r"(0[36])(\d{4})(\d{4})", re.ASCII)
_SAPPORO = re.compile(r"(011)(\d{3})(\d{4})", re.ASCII)
_HOKKAIDO = re.compile(r"(01[2-6]\d)(\d{2})(\d{4})", re.ASCII)

_DOUBT_DIGITS = "けた数が違うようです。確かめてください。"
_DOUBT_ZERO = "先頭の0がなかったので補いました。確かめてください。"
_DOUBT_LETTERS = "電話番号として読めません。そのまま残しました。"


@dataclass(frozen=True, slots=True)
class Phone:
    """One number. `note` is what was written beside it («長女»), `doubt` a Japanese sentence."""

    number: str
    note: str = ""
    doubt: str | None = None

    @property
    def digits(self) -> str:
        """The number without separators: what two spellings have in common."""
        return _digits(self.number)


def split_phone(text: str, area_code: str) -> Phone:
    """The number and the note in a text that holds one number.

    `area_code` is the town's («0164»); a local number gets it. An empty text or «なし» gives an
    empty number without a doubt.
    """
    plain = _plain(text)
    if _NONE.fullmatch(plain):
        return Phone("")
    found = _longest_number(plain)
    if found is None:
        return Phone(plain, "", _DOUBT_LETTERS)
    note = _note(plain[: found.start()], plain[found.end() :])
    number, doubt = _complete(found.group(), _digits(area_code))
    return Phone(number, note, doubt)


def split_phones(text: str, area_code: str) -> tuple[Phone, ...]:
    """All numbers of a text in which 、 / ; or line breaks stand between them."""
    parts = (split_phone(part, area_code) for part in _BETWEEN.split(text))
    return tuple(phone for phone in parts if phone.number)


def _digits(text: str) -> str:
    return _NOT_DIGITS.sub("", text)


def _plain(text: str) -> str:
    wide = unicodedata.normalize("NFKC", text).strip()
    return _LABEL.sub("", _DASHES.sub("-", wide)).strip()


def _longest_number(plain: str) -> re.Match[str] | None:
    found = list(_NUMBER.finditer(plain))
    longest = max(found, key=lambda match: len(_digits(match.group())), default=None)
    if longest is None or len(_digits(longest.group())) < 5:
        return None
    return longest


def _note(before: str, after: str) -> str:
    parts = (part.strip(_BRACKETS) for part in (before, after))
    return " ".join(part for part in parts if part)


def _complete(written: str, area: str) -> tuple[str, str | None]:
    """The whole number as it is usually divided, and what is doubtful about it."""
    digits = _digits(written)
    if written.startswith("+81"):
        digits = "0" + digits[2:].removeprefix("0")
    if len(digits) == 10 - len(area) and not digits.startswith("0") and area:
        digits = area + digits
    if digits.startswith("0"):
        return _divided(digits, written, area)
    if len(digits) in (9, 10):
        return _divided("0" + digits, written, area)[0], _DOUBT_ZERO
    return _kept(written), _DOUBT_DIGITS


def _divided(digits: str, written: str, area: str) -> tuple[str, str | None]:
    if len(digits) == 10 and area and digits.startswith(area):
        return "-".join((area, digits[len(area) : -4], digits[-4:])), None
    kept = _kept(written)
    if kept.count("-") == 2 and len(digits) == _length(digits) and kept.startswith("0"):
        return kept, None
    for shape in (_FREE, _LONG_FREE, _MOBILE, _LARGE_CITY, _SAPPORO, _HOKKAIDO):
        found = shape.fullmatch(digits)
        if found is not None:
            return "-".join(found.groups()), None
    if len(digits) != _length(digits):
        return kept, _DOUBT_DIGITS
    # Where an area code ends is known for this town and for Hokkaido only: elsewhere the number
    # stays divided as it was written.
    same = _digits(kept) == digits
    return (kept if same else digits), None


def _length(digits: str) -> int:
    """How many digits a number that begins like this has."""
    return 11 if _ELEVEN.match(digits) else 10


def _kept(written: str) -> str:
    return _NOT_DIGITS.sub("-", written).strip("-")

"""One pasted line: its number or bullet taken off, cut into cells, the cells told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from renkei_desktop.domain.text.fold import fold, my_number_like
from renkei_desktop.domain.text.kana import is_reading, to_hiragana
from renkei_desktop.domain.text.phone import Phone, split_phone

_BULLET = re.compile(
    r"^(?:[・•●○■□◆◇*＊]\s*|[-‐–—]\s+|[①-⑳]\s*|[(（]?[0-9０-９]{1,3}(?:[)）.．:：]\s*|\s+))+"
)
_ONLY_NUMBER = re.compile(r"[(（]?[0-9０-９]{1,4}[.．)）]?|[・•●○■□◆◇*＊①-⑳-]")
_WIDE_GAP = re.compile(r"[ \u3000]{2,}")
_DIVIDERS = (re.compile("\t"), re.compile("[,，]"), re.compile("、"))
_ENOUGH_DIGITS = 6


@dataclass(frozen=True, slots=True)
class PastedLine:
    """The cells of one line; `number` counts the lines of the pasted text from 1."""

    number: int
    cells: tuple[str, ...]
    holds_number: bool = False
    """Whether something like a マイナンバー stood in it; that cell is empty now."""

    def cell(self, at: int | None) -> str:
        return self.cells[at] if at is not None and at < len(self.cells) else ""

    def without_number(self) -> PastedLine:
        """The line without a first cell that only counts the lines."""
        if len(self.cells) > 1 and _ONLY_NUMBER.fullmatch(self.cells[0]):
            return replace(self, cells=self.cells[1:])
        return self

    def others(self, places: Mapping[str, int]) -> list[str]:
        """What stands in cells that no field claims."""
        return [c for at, c in enumerate(self.cells) if c and at not in places.values()]


def lines_of(text: str) -> Iterator[PastedLine]:
    """The lines that hold something."""
    for number, line in enumerate(text.splitlines(), start=1):
        cells = tuple(_cells(line))
        kept = tuple("" if my_number_like(cell) else cell for cell in cells)
        if any(cells):
            yield PastedLine(number, kept, holds_number=kept != cells)


def _cells(line: str) -> list[str]:
    """Cut at tabs, else at commas, else at wide gaps."""
    divider = next((sign for sign in _DIVIDERS if sign.search(line)), _WIDE_GAP)
    first, *others = map(str.strip, divider.split(line.strip("\r\n \u3000")))
    return [first if _ONLY_NUMBER.fullmatch(first) else _BULLET.sub("", first).strip(), *others]


def places_by_heading(
    line: PastedLine, words: Mapping[str, Sequence[str]]
) -> dict[str, int] | None:
    """Where each field stands if the line is one of headings (at least two of them); else None."""
    found: dict[str, int] = {}
    for at, cell in enumerate(line.cells):
        for field, wordings in words.items():
            if fold(cell) in {fold(word) for word in wordings}:
                found.setdefault(field, at)
    return found if len(found) >= 2 else None


def places_by_shape(line: PastedLine) -> dict[str, int]:
    """The first cell is the name; kana and a telephone number are known by their look."""
    places = {"name": 0}
    for at, cell in enumerate(line.cells[1:], start=1):
        if sum(map(str.isdigit, cell)) >= _ENOUGH_DIGITS:
            places.setdefault("phone", at)
        elif is_reading(cell):
            places.setdefault("reading", at)
    return places


def reading_of(text: str) -> str | None:
    """A reading in hiragana, None where there is none."""
    return " ".join(to_hiragana(text).split()) or None


def phone_of(text: str, area_code: str) -> Phone | None:
    phone = split_phone(text, area_code)
    return phone if phone.number else None

"""The faces of our paper, the face behind them, and what neither of them can print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache

from renkei_desktop import paths
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.printing.fontfile import FontFile, opened
from renkei_desktop.printing.graphemes import graphemes, visible


class Face(Enum):
    """BIZ UDGothic for tables, its proportional sister for running text."""

    GOTHIC = "BIZUDGothic-Regular.ttf"
    GOTHIC_BOLD = "BIZUDGothic-Bold.ttf"
    PROPORTIONAL = "BIZUDPGothic-Regular.ttf"
    PROPORTIONAL_BOLD = "BIZUDPGothic-Bold.ttf"


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that no face on this PC can show; `text_index` says in which of the texts."""

    grapheme: str
    text_index: int


@cache
def main(face: Face) -> FontFile:
    """The font of a face. Raises `RenkeiError` where the program was installed without it."""
    try:
        return opened(paths.resources() / "fonts" / face.value)
    except OSError as error:
        raise RenkeiError(
            "印刷に使う文字（BIZ UDゴシック）が見つかりません。",
            kept="何も印刷していません。",
            todo="プログラムを入れ直してください。",
        ) from error


@cache
def fallback() -> FontFile | None:
    """IPAmj Mincho where this PC has it; opened when a text first needs it."""
    found = next((path for path in paths.fallback_font_places() if path.is_file()), None)
    return None if found is None else opened(found)


def chosen(face: Face, grapheme: str) -> tuple[FontFile, int] | None:
    """The font and the glyph that show this very grapheme, or None: never one that looks alike."""
    glyph = main(face).glyph(grapheme)
    if glyph:
        return main(face), glyph
    behind = fallback()
    glyph = behind.glyph(grapheme) if behind else None
    return (behind, glyph) if behind and glyph else None


def missing(texts: Iterable[str]) -> tuple[Missing, ...]:
    """What could not be printed, in order; each grapheme once per text. Ask before printing.

    All four main faces have the same characters, so the answer holds for any of them.
    """
    plain = main(Face.GOTHIC).plain
    found: list[Missing] = []
    for index, text in enumerate(texts):
        if not plain.issuperset(text):
            found += (Missing(grapheme, index) for grapheme in _unprintable(text))
    return tuple(found)


def missing_from_rows(around: Iterable[str], rows: Iterable[str]) -> tuple[Missing, ...]:
    """What could not be printed of a list: `text_index` is the number of the row, or -1 for the
    texts that stand `around` the rows, where each grapheme is named once."""
    outside = dict.fromkeys(found.grapheme for found in missing(around))
    return (*(Missing(grapheme, -1) for grapheme in outside), *missing(rows))


def _unprintable(text: str) -> list[str]:
    plain = main(Face.GOTHIC).plain
    lines = text.replace("\t", " ").splitlines()
    rare = {g: None for line in lines for g in graphemes(line) if g not in plain}
    shown = dict.fromkeys(map(visible, rare))
    return [g for g in shown if g and chosen(Face.GOTHIC, g) is None]

"""Text for search columns: what the same word has in common however it was written.

Only ever for derived columns and comparisons. A stored name keeps the very characters that the
resident uses; nothing here may be written back into one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib import resources

from renkei_desktop.domain.text.kana import to_hiragana
from renkei_desktop.domain.text.my_number import my_number_like

__all__ = ["beyond_bmp", "fold", "graphemes", "has_variants", "my_number_like"]

_IGNORED = re.compile(
    "[\u00ad\u180b-\u180f\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
"""Variation selectors and characters without width."""
_GAPS = re.compile(r"[^\S\n]+")
_DASHES = re.compile("[\u2010-\u2015\u2043\u207b\u208b\u2212\u2500\u2501\u30fc\u30a0~\u301c]+")
_SMALL_KE_KA = str.maketrans("ゖゕ", "けか")
_JOINED_TO_BASE = frozenset({"Mn", "Mc", "Me"})
_IDEOGRAPHIC_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def fold(text: str) -> str:
    """The search form of a text: one width, one kind of kana, small letters, common forms of kanji.

    Spaces go, dashes and ー become `-`, variation selectors go, ヶ becomes け; line breaks stay.
    A query of several words is to be split before it is folded. Folding twice changes nothing.
    """
    wide = _GAPS.sub("", unicodedata.normalize("NFKC", _IGNORED.sub("", text)))
    small = unicodedata.normalize("NFKC", to_hiragana(wide).casefold())
    return _DASHES.sub("-", small).translate(_SMALL_KE_KA).translate(_variants())


def has_variants(text: str) -> bool:
    """Whether the text asks for a glyph that a plain widget shows in its base form only (IVS)."""
    return _IDEOGRAPHIC_SELECTOR.search(text) is not None


def beyond_bmp(text: str) -> bool:
    """Whether a character lies beyond U+FFFF (𠮷), where many fonts have no glyph."""
    return any(character > "\uffff" for character in text)


def graphemes(text: str) -> list[str]:
    """The characters as a reader counts them: selectors and marks stay with their base."""
    found: list[str] = []
    for character in text:
        if found and _belongs_to_base(character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _belongs_to_base(character: str) -> bool:
    return unicodedata.category(character) in _JOINED_TO_BASE or character in "\u200d\uff9e\uff9f"


@cache
def _variants() -> dict[int, str]:
    """The directed table of 異体字: each rare form with the common one it leads to."""
    source = resources.files(__package__).joinpath("variants.txt").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in source.splitlines() if not line.startswith("#"))
    return {ord(form): common for common, forms in lines for form in forms}

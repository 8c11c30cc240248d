"""Text cut into what a reader calls one character: never inside a variant or a voiced kana."""

from __future__ import annotations

import re

_JOINER = "\u200d"
_FOLLOWERS = (
    "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a"  # combining marks
    "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variation selectors
    "\ufe20-\ufe2f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f" + _JOINER
)
_PICTURE = "[\u2190-\u2bff\U0001f000-\U0001faff]"
_GRAPHEME = re.compile(
    rf"[\U0001f1e6-\U0001f1ff]{{2}}|.(?:[{_FOLLOWERS}]|(?<={_JOINER}){_PICTURE})*", re.DOTALL
)
_FOLLOWER = re.compile(f"[{_FOLLOWERS}]")

IDEOGRAPHIC_SELECTORS = range(0xE0100, 0xE01F0)
STANDARD_SELECTORS = range(0xFE00, 0xFE10)
TEXT_OR_PICTURE = frozenset("\ufe0e\ufe0f")
"""Selectors that ask for a plain or a coloured drawing of the same character."""

_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def graphemes(text: str) -> list[str]:
    """The text as a list of graphemes; joined together they are the text again."""
    return _GRAPHEME.findall(text)


def visible(grapheme: str) -> str:
    """The grapheme without the signs that only steer and leave no mark on paper."""
    return _UNSEEN.sub("", grapheme)


def follows(character: str) -> bool:
    """Whether a single character belongs to the one before it."""
    return bool(_FOLLOWER.match(character))


def unvaried(grapheme: str) -> str:
    """The grapheme without its variation selector: what a search is typed with."""
    return _SELECTOR.sub("", grapheme)

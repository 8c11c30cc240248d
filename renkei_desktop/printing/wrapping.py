"""Lines broken as Japanese is: no 。 or small kana at a start, no opening bracket at an end.

Works on graphemes and their widths alone, so it knows nothing of fonts. Numbers, telephone
numbers and Latin words stay together as long as they fit into a line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

NOT_AT_START = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々〻ー〜～…‥％‰℃°′″"
    "’”）〕］｝〉》」』】〙〗｠»"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "｡､｣･ﾞﾟｰｧｨｩｪｫｬｭｮｯ"
    ",.:;?!)]}%"
)
NOT_AT_END = frozenset("‘“（〔［｛〈《「『【〘〖｟«｢([{￥＄£¥$№＃")
_INSEPARABLE = frozenset("…‥―—")
_WORD = frozenset(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-‐./:@_+#&'"
    "０１２３４５６７８９－"
)
SPACES = frozenset(" \u3000\u00a0")
_SLACK = 1e-6

Units = Sequence[str]
"""Graphemes: a plain string will do where each character is one."""


def spans(
    units: Units,
    widths: Iterable[float],
    limit: float,
    *,
    indent: float = 0.0,
    at_spaces: bool = False,
) -> list[tuple[int, int]]:
    """Where each line starts and ends. Spaces at a break belong to no line.

    No line is wider than `limit`, unless a single grapheme is; those after the first have `indent`
    less. With `at_spaces` a break at a space goes before any other (names). The rules give way
    only where nothing else fits.
    """
    reach = [0.0, *accumulate(widths)]
    start, end = _skip_spaces(units, 0), len(units)
    found: list[tuple[int, int]] = []
    while start < end:
        fits = max(bisect_right(reach, reach[start] + limit + _SLACK) - 1, start + 1)
        cut = _cut(units, start, fits, at_spaces) if fits < end else end
        found.append((start, _before_spaces(units, start, cut)))
        if start == found[0][0]:
            limit -= indent
        start = _skip_spaces(units, cut)
    return found


_Rule = Callable[[str, str], bool]
"""Whether a line may end between two graphemes, of which neither is a space."""


def _cut(units: Units, start: int, fits: int, at_spaces: bool) -> int:
    """The last place up to `fits` where the line may end: by the rules, then by the least harm."""
    if at_spaces and (cut := _last(units, start, fits, _inside_word, only_spaces=True)):
        return cut
    return _last(units, start, fits, _by_rule) or _last(units, start, fits, _inside_word) or fits


def _last(
    units: Units, start: int, fits: int, rule: _Rule, *, only_spaces: bool = False
) -> int | None:
    for cut in range(fits, start, -1):
        before, after = units[cut - 1], units[cut]
        if after in SPACES or before in SPACES:
            if _inside_word(*_beyond_spaces(units, start, cut)):
                return cut
        elif not only_spaces and rule(before, after):
            return cut
    return None


def _by_rule(before: str, after: str) -> bool:
    return _inside_word(before, after) and not (before in _WORD and after in _WORD)


def _inside_word(before: str, after: str) -> bool:
    if after in NOT_AT_START or before in NOT_AT_END:
        return False
    return not (before == after and before in _INSEPARABLE)


def _beyond_spaces(units: Units, start: int, cut: int) -> tuple[str, str]:
    """What the lines would end and start with; nothing at all where only spaces follow."""
    last, first = _before_spaces(units, start, cut) - 1, _skip_spaces(units, cut)
    return units[last] if last >= start else "", units[first] if first < len(units) else ""


def _skip_spaces(units: Units, at: int) -> int:
    while at < len(units) and units[at] in SPACES:
        at += 1
    return at


def _before_spaces(units: Units, start: int, end: int) -> int:
    while end > start and units[end - 1] in SPACES:
        end -= 1
    return end

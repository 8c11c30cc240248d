"""Text for search columns: what the same word has in common however it was written.

Only ever for derived columns and comparisons. A stored name keeps the very characters that the
resident uses.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from renkei_desktop.domain.text.kana import to_hiragana

_VARIANTS = str.maketrans("嶋斎齋齊邊邉﨑髙𠮷德濵濱", "島斉斉斉辺辺崎高吉徳浜浜")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The search form of a text."""
    wide = unicodedata.normalize("NFKC", text)
    return "".join(to_hiragana(wide).casefold().split()).translate(_VARIANTS)

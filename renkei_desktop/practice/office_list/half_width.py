"""Half-width katakana, in which old systems keep their readings."""

from __future__ import annotations

import unicodedata

_KANA = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFF9E)}
_MARKS = {"\u3099": "\uff9e", "\u309a": "\uff9f"}
_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


def half_width(reading: str) -> str:
    """A reading in hiragana as half-width katakana; everything else stays as it is."""
    parts = unicodedata.normalize("NFD", reading.translate(_TO_KATAKANA))
    return "".join(_KANA.get(part, _MARKS.get(part, part)) for part in parts)

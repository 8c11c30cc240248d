"""Readings: their normal form, the order of the fifty sounds, and the tabs あかさたな.

The order is the project's own, so that every system sorts alike: base kana first (ー counts as the
vowel it lengthens), then 濁点 and 半濁点, then small kana. Hiragana, katakana and half-width
katakana are the same. What is not kana comes after わ, an empty reading comes last.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

ROWS = "あかさたなはまやらわ"
OTHER = "他"

_HALF_WIDTH = re.compile("[\uff61-\uff9f]+")
_LOOSE_MARK = re.compile("[\u3041-\u30ff][\u3099\u309a]")
_READING = re.compile("[ぁ-ゖー・ ]*[ぁ-ゖ][ぁ-ゖー・ ]*")

_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)} | {
    0x30FD: "ゝ",
    0x30FE: "ゞ",
}
_SMALL = dict(zip("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ", strict=True))
_VOWELS = {
    kana: vowel
    for vowel, line in {
        "あ": "あかさたなはまやらわ",
        "い": "いきしちにひみりゐ",
        "う": "うくすつぬふむゆる",
        "え": "えけせてねへめれゑ",
        "お": "おこそとのほもよろを",
    }.items()
    for kana in line
}
_LONG = "ー"

# Both sort before anything that stands inside a level, and a level ends before a word does.
_LEVEL = " "
_WORD = "!"
_LAST = "\U0010fffd"


def to_hiragana(text: str) -> str:
    """The text with katakana of any width as hiragana; everything else stays as it is."""
    wide = _HALF_WIDTH.sub(lambda run: unicodedata.normalize("NFKC", run.group()), text)
    joined = _LOOSE_MARK.sub(lambda pair: unicodedata.normalize("NFC", pair.group()), wide)
    return joined.translate(_TO_HIRAGANA)


def is_reading(text: str) -> bool:
    """Whether the text can stand as a reading: kana of any kind, ー, ・ and spaces only."""
    return _READING.fullmatch(to_hiragana(text).replace("\u3000", " ")) is not None


def sort_key(reading: str | None) -> str:
    """A text that sorts readings by the fifty sounds when compared byte by byte.

    Word by word, so that all of one family name stand together before the next one begins.
    """
    words = _plain(reading).split()
    return _WORD.join(map(_word_key, words)).rstrip(_LEVEL) if words else _LAST


def _word_key(word: str) -> str:
    """The three levels of one word, less important ones only deciding between equals."""
    base, marks, sizes = "", "", ""
    for character in word:
        kana, mark, size = _weigh(character, base[-1:])
        base, marks, sizes = base + kana, marks + mark, sizes + size
    return _LEVEL.join((base, marks.rstrip("0"), sizes.rstrip("0")))


def row_of(reading: str | None) -> str:
    """The tab a reading stands under: one of あかさたなはまやらわ, or 他."""
    hiragana = _plain(reading)
    base = _weigh(hiragana[0], "")[0] if hiragana else ""
    if not "あ" <= base <= "ん":
        return OTHER
    return max(start for start in ROWS if start <= base)


def _plain(reading: str | None) -> str:
    """Hiragana with single spaces and iteration marks written out."""
    hiragana = " ".join(to_hiragana(reading or "").replace("・", " ").split())
    if "ゝ" not in hiragana and "ゞ" not in hiragana:
        return hiragana
    written = ""
    for before, character in pairwise(" " + hiragana):
        written += _repeated(written[-1:] or before, character)
    return written


def _repeated(before: str, character: str) -> str:
    if character not in "ゝゞ":
        return character
    base = unicodedata.normalize("NFD", before)[:1]
    return base if character == "ゝ" else unicodedata.normalize("NFC", base + "\u3099")


def _weigh(character: str, before: str) -> tuple[str, str, str]:
    """What one character counts on the three levels: base kana, voicing, size."""
    if character == _LONG:
        return _VOWELS.get(before, _LONG), "0", "2"
    if character in _SMALL:
        return _SMALL[character], "0", "1"
    parts = unicodedata.normalize("NFD", character)
    if "ぁ" <= parts[0] <= "ん":
        return parts[0], {"\u3099": "1", "\u309a": "2"}.get(parts[1:], "0"), "0"
    return _after_kana(character), "0", "0"


def _after_kana(character: str) -> str:
    """Letters and figures in their full width, which sorts after kana and kanji."""
    folded = unicodedata.normalize("NFKC", character).casefold()[:1] or character
    return chr(ord(folded) + 0xFEE0) if "!" <= folded <= "~" else folded

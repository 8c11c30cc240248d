"""The reading of a name, taken from the input method while the name is typed.

An input method shows the kana first and the kanji after the conversion; what it showed last as
kana is how the clerk pronounced what was then confirmed.
"""

from __future__ import annotations

import re

from renkei_desktop.domain.text.kana import to_hiragana

_KANA = re.compile(r"[ぁ-ゖー・ ]+")
_KANA_THEN_LETTERS = re.compile(r"([ぁ-ゖー・ ]*)([a-zａ-ｚ]*)", re.IGNORECASE)


class ReadingCatcher:
    """Follows the steps of an input method and says how what it confirmed is read."""

    def __init__(self) -> None:
        self._typed = ""

    def step(self, preedit: str, commit: str) -> str:
        """One event of the input method; gives the reading of what it confirmed, or nothing.

        `preedit` is what is still open after the event, `commit` what was confirmed by it.
        """
        reading = self._confirmed(preedit, commit) if commit else ""
        kana = _as_kana(preedit)
        if kana:
            self._typed = kana
        elif not preedit:
            self._typed = ""
        return reading

    def _confirmed(self, preedit: str, commit: str) -> str:
        if not self._typed:
            return commit if commit.isspace() else _as_kana(commit)
        if not preedit:
            return self._typed
        rest = _as_kana(preedit)
        if rest and self._typed.endswith(rest):
            return self._typed.removesuffix(rest)
        # The open rest is kanji already: all of it is read out with the last confirmation.
        return ""


def _as_kana(text: str) -> str:
    """The text as hiragana, or nothing where it holds anything else; `けn` counts as けん."""
    found = _KANA_THEN_LETTERS.fullmatch(to_hiragana(text))
    if found is None:
        return ""
    kana, letters = found.groups()
    n = "ん" if letters.lower() in ("n", "ｎ") else ""
    return kana + n if _KANA.fullmatch(kana + n) else ""

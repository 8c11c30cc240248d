"""What every refusal owes the clerk, and what it must never say."""

from __future__ import annotations

from collections.abc import Callable

from renkei_desktop.domain.error import RenkeiError

NAME = "蕪木 とき江"
READING = "かぶらぎ ときえ"
ADDRESS = "蕗谷七丁目9-13"
PHONE = "0999-88-7313"
PRIVATE = ("蕪木", "とき江", "かぶらぎ", "蕗谷", "88-7313")
"""Pieces of the one person who is in every office of these tests; invented, and unmistakable."""


def is_sentence(text: str) -> bool:
    """Whether a text is Japanese and ends as a sentence does."""
    return text.endswith("。") and any("\u3040" <= c <= "\u30ff" for c in text)


def names_nobody(text: str) -> bool:
    return not any(piece in text for piece in PRIVATE)


def refused(call: Callable[[], object]) -> RenkeiError:
    """The refusal in which a call must end: what happened, nothing lost, what to do."""
    try:
        call()
    except RenkeiError as error:
        for part in (error.what, error.kept, error.todo):
            assert is_sentence(part), part
        assert names_nobody(f"{error}{error.__cause__}")
        return error
    raise AssertionError("it should have been refused")

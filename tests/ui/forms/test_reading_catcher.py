"""The reading behind what an input method confirmed, step by step as real ones behave."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.ui.pieces.reading_catcher import ReadingCatcher

_KANA = st.text("あいうえおかきくけこさしすせそたつなのはひふみやまだん", min_size=1, max_size=6)
_WORD = st.text("山田小野寺佐藤林高橋渡辺清正花子", min_size=1, max_size=4)


def read(*steps: tuple[str, str]) -> str:
    catcher = ReadingCatcher()
    return "".join(catcher.step(preedit, commit) for preedit, commit in steps)


def test_kana_converted_and_confirmed() -> None:
    assert read(("や", ""), ("やま", ""), ("やまだ", ""), ("山田", ""), ("", "山田")) == "やまだ"


def test_romaji_that_is_still_open() -> None:
    steps = (("y", ""), ("や", ""), ("やm", ""), ("やま", ""), ("やまd", ""), ("やまだ", ""))
    assert read(*steps, ("山田", ""), ("", "山田")) == "やまだ"


def test_a_last_n_becomes_ん_with_the_conversion() -> None:
    assert read(("け", ""), ("けn", ""), ("県", ""), ("", "県")) == "けん"
    assert read(("けｎ", ""), ("県", ""), ("", "県")) == "けん"


def test_a_correction_by_backspace() -> None:
    assert read(("やまだ", ""), ("やま", ""), ("山", ""), ("", "山")) == "やま"


def test_another_candidate_does_not_change_the_reading() -> None:
    steps = (("はやし", ""), ("林", ""), ("早矢仕", ""), ("林", ""), ("", "林"))
    assert read(*steps) == "はやし"


def test_back_from_the_kanji_to_the_kana() -> None:
    assert read(("はし", ""), ("橋", ""), ("はしも", ""), ("橋本", ""), ("", "橋本")) == "はしも"


def test_katakana_by_key_is_read_as_hiragana() -> None:
    assert read(("ふみ", ""), ("フミ", ""), ("", "フミ")) == "ふみ"


def test_confirmed_clause_by_clause_with_the_rest_in_kana() -> None:
    steps = (("やまだたろう", ""), ("山田たろう", ""), ("たろう", "山田"), ("太郎", ""))
    assert read(*steps, ("", "太郎")) == "やまだたろう"


def test_confirmed_clause_by_clause_with_the_rest_converted() -> None:
    steps = (("やまだたろう", ""), ("山田太郎", ""), ("太郎", "山田"), ("", "太郎"))
    assert read(*steps) == "やまだたろう"


def test_given_up_leaves_nothing_for_the_next_word() -> None:
    assert read(("やまだ", ""), ("", ""), ("", "林")) == ""


@pytest.mark.parametrize("word", ["ABC", "12", "山田"])
def test_what_was_never_kana_has_no_reading(word: str) -> None:
    assert read((word, ""), ("", word)) == ""


def test_a_space_is_passed_on() -> None:
    assert read(("おのでら", ""), ("", "小野寺"), ("", "　"), ("ふみ", ""), ("", "フミ")) == (
        "おのでら　ふみ"
    )


@given(st.lists(st.tuples(_KANA, _WORD), min_size=1, max_size=4))
def test_words_one_after_the_other_are_read_one_after_the_other(
    words: list[tuple[str, str]],
) -> None:
    steps = []
    for kana, word in words:
        steps += [(kana[:n], "") for n in range(1, len(kana) + 1)]
        steps += [(word, ""), ("", word)]
    assert read(*steps) == "".join(kana for kana, _ in words)

"""The search form of a text, and what a plain widget cannot show."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.text.fold import beyond_bmp, fold, graphemes, has_variants

KANJI = st.characters(min_codepoint=0x3400, max_codepoint=0x2FFFF, categories=["Lo"])
IVS = "\U000e0100"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("髙橋", "高橋"),
        ("﨑山", "崎山"),
        ("𠮷田", "吉田"),
        ("德永", "徳永"),
        ("濵田", "浜田"),
        ("濱田", "浜田"),
        ("嶋", "島"),
        ("嶌", "島"),
        ("齋藤", "斉藤"),
        ("齊藤", "斉藤"),
        ("斎藤", "斉藤"),
        ("渡邊", "渡辺"),
        ("渡邉" + IVS, "渡辺"),
        ("葛" + IVS + "城", "葛城"),
        ("神\ufe00谷", "神谷"),
        ("塚", "塚"),
        ("淵", "渕"),
        ("櫻澤國廣", "桜沢国広"),
        ("佐藤　花子", "佐藤花子"),
        ("サトウ ﾊﾅ", "さとうはな"),
        ("１－２―３ー４", "1-2-3-4"),
        ("龍ケ崎", "竜ヶ崎"),
        ("ＡＢＣ", "abc"),
        ("㈱", "(株)"),
        ("か\u3099", "ガ"),
        ("見\u200b本", "見本"),
    ],
)
def test_the_same_word_written_otherwise_has_one_search_form(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("功", "切"), ("玉", "王"), ("師", "帥"), ("書", "昼"), ("己", "巳"), ("宍戸", "肉戸")],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=KANJI))
def test_rare_kanji_fold_to_the_end_of_their_chain(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="髙﨑𠮷あア゙ｶﾞー-1 A" + IVS), st.text(alphabet="髙﨑𠮷いイ2 b"))
def test_a_part_is_found_in_the_whole(one: str, other: str) -> None:
    assert fold(other) in fold(one + "。" + other)


def test_line_breaks_stay_so_that_fields_do_not_run_together() -> None:
    assert fold("佐藤\n花子") == "佐藤\n花子"


def test_twenty_thousand_lines_are_folded_in_a_moment() -> None:
    lines = [f"髙橋 花子{number} 見本町本通{number % 90}丁目" for number in range(20_000)]
    begin = time.perf_counter()
    assert len({fold(line) for line in lines}) == len(lines)
    assert time.perf_counter() - begin < 5


def test_variation_sequences_are_noticed() -> None:
    assert has_variants("渡邉" + IVS)
    assert has_variants("神\ufe00")
    assert not has_variants("髙﨑𠮷")


def test_characters_beyond_the_first_plane_are_noticed() -> None:
    assert beyond_bmp("𠮷田")
    assert not beyond_bmp("吉田髙﨑")


def test_a_character_keeps_its_selector_and_its_marks() -> None:
    assert graphemes("葛" + IVS + "𠮷か\u3099ｶﾞ") == ["葛" + IVS, "𠮷", "か\u3099", "ｶﾞ"]
    assert graphemes("") == []


@given(st.text())
def test_characters_put_together_give_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text
    assert "" not in graphemes(text)

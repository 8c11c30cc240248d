"""The order of the fifty sounds, the tabs, and the normal form of a reading."""

from __future__ import annotations

import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.text.kana import OTHER, ROWS, is_reading, row_of, sort_key, to_hiragana

HIRAGANA = "".join(chr(code) for code in range(0x3041, 0x3097))
readings = st.text(alphabet=HIRAGANA + "ー ", min_size=1).filter(lambda text: text.strip())


@pytest.mark.parametrize(
    ("written", "hiragana"),
    [
        ("ｶﾞｷﾞﾊﾟｳﾞ", "がぎぱゔ"),
        ("ｻﾄｳ ﾊﾅｺ", "さとう はなこ"),
        ("サトウ　ハナコ", "さとう　はなこ"),
        ("ｻｰﾋﾞｽ", "さーびす"),
        ("か\u3099", "が"),
        ("ヵヶ", "ゕゖ"),
        ("髙橋ﾊﾅ", "髙橋はな"),
        ("", ""),
    ],
)
def test_katakana_of_any_width_becomes_hiragana(written: str, hiragana: str) -> None:
    assert to_hiragana(written) == hiragana


def test_only_kana_is_touched() -> None:
    text = "﨑𠮷葛󠄀ＡＢ１２①㈱"
    assert to_hiragana(text) == text


def test_the_order_of_the_fifty_sounds() -> None:
    expected = [
        "あい",
        "あお",
        "かつは",
        "かつば",
        "かっぱ",
        "がっぱ",
        "かわ",
        "さとう",
        "さとう あい",
        "さとう はな",
        "ざとう あい",
        "さとうだ あい",
        "さとお はな",
        "さとー あい",
        "すし",
        "すす",
        "すず",
        "わたなべ",
        "をさだ",
        "ん",
        "阿部",
        "ABC",
        "",
    ]
    assert sorted(Random(1).sample(expected, len(expected)), key=sort_key) == expected


def test_a_long_mark_counts_as_the_vowel_it_lengthens() -> None:
    assert sort_key("さああ") < sort_key("さーち") < sort_key("さいあ")
    assert sort_key("こおの") < sort_key("こーの") < sort_key("こおは")


def test_marks_decide_before_small_kana() -> None:
    assert sort_key("かつは") < sort_key("かっは") < sort_key("がつは") < sort_key("がっは")


def test_all_widths_and_both_kana_sort_alike() -> None:
    keys = {sort_key(text) for text in ("ｶﾞｰﾄﾞ ｻﾝ", "ガード　サン", "がーど さん", "ガード・サン")}
    assert len(keys) == 1


def test_repeated_kana_are_written_out() -> None:
    assert sort_key("いすゞ") == sort_key("いすず")
    assert sort_key("さゝき") == sort_key("ささき")
    assert sort_key("ミスヾ") != ""


def test_nothing_and_blank_come_last() -> None:
    assert sort_key(None) == sort_key("") == sort_key("　 ")
    assert sort_key("ん") < sort_key("龠") < sort_key("zzz") < sort_key(None)


@given(readings, readings)
def test_a_key_orders_bytes_as_it_orders_text(one: str, other: str) -> None:
    by_text = sort_key(one) < sort_key(other)
    assert by_text == (sort_key(one).encode() < sort_key(other).encode())


@given(readings, st.sampled_from("あかさたなん"))
def test_a_longer_word_comes_after_its_beginning(reading: str, kana: str) -> None:
    word = reading.split()[0]
    assert sort_key(word) < sort_key(word + kana)


@given(readings, readings)
def test_different_base_kana_decide_before_marks(one: str, other: str) -> None:
    first, second = ("".join(text.split()) for text in (one, other))
    bare = ["".join(unicodedata.normalize("NFD", t)[0] for t in word) for word in (first, second)]
    if "ー" not in first + second and bare[0] != bare[1] and all(map(_large, bare)):
        assert (sort_key(first) < sort_key(second)) == (bare[0] < bare[1])


def _large(word: str) -> bool:
    return not set(word) & set("ぁぃぅぇぉっゃゅょゎゕゖ")


@pytest.mark.parametrize(
    ("reading", "row"),
    [
        ("ｱｵｷ", "あ"),
        ("ゔぇるで", "あ"),
        ("ぐんじ", "か"),
        ("ぢんの", "た"),
        ("っ", "た"),
        ("ぱーく", "は"),
        ("んだ", "わ"),
        ("をの", "わ"),
        ("ゐど", "わ"),
        ("りんご", "ら"),
        ("ゆき", "や"),
        ("阿部", OTHER),
        ("ABC", OTHER),
        ("ー", OTHER),
        ("", OTHER),
        (None, OTHER),
    ],
)
def test_the_tab_of_a_reading(reading: str | None, row: str) -> None:
    assert row_of(reading) == row


def test_every_kana_has_a_tab_and_tabs_follow_the_order() -> None:
    rows = [row_of(kana) for kana in sorted(HIRAGANA, key=sort_key)]
    assert set(rows) == set(ROWS)
    assert [ROWS.index(row) for row in rows] == sorted(ROWS.index(row) for row in rows)


@pytest.mark.parametrize("text", ["さとう はな", "サトウ　ハナ", "ｻﾄｳ", "こーの", "ジョン・スミス"])
def test_legal_readings(text: str) -> None:
    assert is_reading(text)


@pytest.mark.parametrize(
    "text", ["", " ", "ー", "佐藤", "さとう1", "さとう（旧）", "Sato", "さ\nと"]
)
def test_what_is_no_reading(text: str) -> None:
    assert not is_reading(text)

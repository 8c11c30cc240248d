from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.printing.graphemes import graphemes
from renkei_desktop.printing.wrapping import NOT_AT_END, NOT_AT_START, SPACES, spans


def width_of(grapheme: str) -> float:
    return 0.5 if grapheme[0] < "\u0100" else 1.0


def wrapped(text: str, limit: float, **options: float) -> list[str]:
    units = graphemes(text)
    cuts = spans(units, map(width_of, units), limit, **options)  # type: ignore[arg-type]
    return ["".join(units[start:end]) for start, end in cuts]


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("雪が降る。", 4, ["雪が降", "る。"]),
        ("「雪」が降る", 3, ["「雪」", "が降る"]),
        ("町の「雪」", 3, ["町の", "「雪」"]),
        ("いきって", 2, ["い", "きっ", "て"]),
        ("ストーブ", 3, ["ストー", "ブ"]),
        ("ストーブ", 2, ["ス", "トー", "ブ"]),
        ("佐々木", 1.5, ["佐", "々", "木"]),
        ("待つ……人", 3, ["待", "つ……", "人"]),
        ("電話0164-35-2111", 7, ["電話", "0164-35-2111"]),
        ("長女 090-0000-0000", 7, ["長女", "090-0000-0000"]),
        ("090-0000-0000", 3, ["090-00", "00-000", "0"]),
        ("小野寺 源左衛門", 6, ["小野寺 源左", "衛門"]),
        ("  雪　", 4, ["雪"]),
        ("　", 4, []),
        ("", 4, []),
    ],
)
def test_lines_end_where_a_japanese_typesetter_ends_them(
    text: str, limit: float, expected: list[str]
) -> None:
    assert wrapped(text, limit) == expected


def test_names_break_between_family_and_given_name() -> None:
    assert wrapped("小野寺 源左衛門", 6, at_spaces=True) == ["小野寺", "源左衛門"]
    assert wrapped("小野寺源左衛門", 6, at_spaces=True) == ["小野寺源左衛", "門"]


def test_lines_after_the_first_are_narrower_where_they_hang() -> None:
    assert wrapped("①あいうえお", 4, indent=1) == ["①あいう", "えお"]
    assert wrapped("①あいうえおか", 4, indent=1) == ["①あいう", "えおか"]
    assert wrapped("①あいうえおかき", 4, indent=1) == ["①あいう", "えおか", "き"]


def test_a_plain_string_will_do() -> None:
    assert spans("雪が降る", [1.0] * 4, 2) == [(0, 2), (2, 4)]


JAPANESE = st.text(
    alphabet="雪降町旭佐髙𠮷あいうえおカキク0123-ab 　、。」ゃっー（「…", max_size=80
)
VARIED = st.lists(
    st.sampled_from(["葛󠄀", "か\u3099", "辻󠄁", "雪", "。", "（", "ー", " ", "7"]), max_size=40
)
LIMITS = st.floats(min_value=1, max_value=20)


@given(JAPANESE | VARIED.map("".join), LIMITS)
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, limit: float) -> None:
    made = wrapped(text, limit)
    spaces = str.maketrans("", "", "".join(SPACES))
    assert "".join(made).translate(spaces) == text.translate(spaces)
    assert all(sum(map(width_of, graphemes(line))) <= limit + 1e-6 for line in made)
    assert all(line.strip() == line and line for line in made)


@given(VARIED.map("".join), LIMITS)
def test_no_grapheme_is_cut(text: str, limit: float) -> None:
    whole = [g for g in graphemes(text) if g not in SPACES]
    assert [g for line in wrapped(text, limit) for g in graphemes(line) if g not in SPACES] == whole


def may_end(before: str, after: str) -> bool:
    """Whether a line may end between two texts, said once more and in another way."""
    last, first = before.rstrip(SPACED)[-1:], after.lstrip(SPACED)[:1]
    if not last or not first:
        return False
    return not (last in NOT_AT_END or first in NOT_AT_START or last == first == "…")


SPACED = "".join(SPACES)


@given(JAPANESE, LIMITS)
def test_the_rules_give_way_only_where_nothing_else_fits(text: str, limit: float) -> None:
    for before, after in pairwise(wrapped(text, limit)):
        if not may_end(before, after):
            assert not any(may_end(before[:n], before[n:]) for n in range(1, len(before)))


@given(st.text(alphabet="雪降町旭佐あいう", max_size=60), st.integers(min_value=1, max_value=20))
def test_plain_text_fills_its_lines(text: str, limit: int) -> None:
    assert wrapped(text, limit) == [text[n : n + limit] for n in range(0, len(text), limit)]

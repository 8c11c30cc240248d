from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.printing.graphemes import follows, graphemes, unvaried, visible


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("葛󠄀城", ["葛󠄀", "城"]),
        ("か\u3099き", ["か\u3099", "き"]),
        ("𠮷田", ["𠮷", "田"]),
        ("辻󠄀󠄁", ["辻󠄀󠄁"]),
        ("👨\u200d👩\u200d👧と犬", ["👨\u200d👩\u200d👧", "と", "犬"]),
        ("🇯🇵旗", ["🇯🇵", "旗"]),
        ("葛\u200d城", ["葛\u200d", "城"]),
        ("", []),
    ],
)
def test_a_reader_sees_so_many_characters(text: str, parts: list[str]) -> None:
    assert graphemes(text) == parts


@given(st.text())
def test_nothing_is_lost(text: str) -> None:
    assert "".join(graphemes(text)) == text


@given(st.text(min_size=1))
def test_no_grapheme_but_the_first_starts_with_a_follower(text: str) -> None:
    assert not any(follows(grapheme[0]) for grapheme in graphemes(text)[1:])


def test_steering_signs_leave_no_mark() -> None:
    assert visible("葛\u200d") == "葛"
    assert visible("\ufeff") == ""
    assert visible("葛󠄀") == "葛󠄀"


def test_a_search_is_typed_without_the_selector() -> None:
    assert unvaried("葛󠄀") == "葛"
    assert unvaried("塚\ufe00") == "塚"

"""Fractional order keys: always room, sorted byte by byte, and short."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.order import between, spread


def inserted(places: list[int]) -> list[str]:
    """The keys of a list into which a child was put at one place after the other."""
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        before = keys[at - 1] if at else None
        after = keys[at] if at < len(keys) else None
        keys.insert(at, between(before, after))
    return keys


@given(st.lists(st.integers(0, 1000), max_size=200))
def test_wherever_children_are_put_the_keys_stand_in_order(places: list[int]) -> None:
    keys = inserted(places)
    encoded = [key.encode() for key in keys]
    assert all(one < other for one, other in pairwise(encoded))
    assert not any(key.endswith("0") for key in keys)


key_pairs = st.lists(
    st.from_regex(r"[0-9A-Za-z]{0,6}[1-9A-Za-z]", fullmatch=True),
    min_size=2,
    max_size=2,
    unique=True,
)


@given(key_pairs)
def test_there_is_always_room_between_two_keys(pair: list[str]) -> None:
    low, high = sorted(pair)
    assert low < between(low, high) < high
    assert between(None, low) < low
    assert between(high, None) > high


@pytest.mark.parametrize("place", [0, 1, 10**9])
def test_keys_stay_short_however_one_sided_the_list_grows(place: int) -> None:
    keys = [between(None, None)]
    for _ in range(1000):
        at = min(place, len(keys))
        before = keys[at - 1] if at else None
        keys.insert(at, between(before, keys[at] if at < len(keys) else None))
    assert max(map(len, keys)) < 220


def test_a_row_of_keys() -> None:
    keys = spread(500)
    assert keys == sorted(set(keys)) and len(keys) == 500


@pytest.mark.parametrize(
    ("before", "after"),
    [("b", "a"), ("a", "a"), ("", None), ("a0", None), (None, "あ"), ("-", "a")],
)
def test_what_leaves_no_room_is_refused(before: str | None, after: str | None) -> None:
    with pytest.raises(ValueError):
        between(before, after)

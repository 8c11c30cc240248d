"""団体コード with its check digit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.text.town_code import check_digit, is_town_code, plain_town_code


@pytest.mark.parametrize("code", ["014389", "011002", "131016", "074462"])
def test_codes_of_real_towns_fit(code: str) -> None:
    assert is_town_code(code)


@pytest.mark.parametrize("code", ["", "01438", "014388", "0143890", "O14389", "０１４３８９"])
def test_anything_else_does_not(code: str) -> None:
    assert not is_town_code(code)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("014389", "014389"),
        ("０１４３８９", "014389"),
        ("01438-9", "014389"),
        ("14389", "014389"),
        ("01438", "01438"),
        ("", ""),
    ],
)
def test_what_was_typed_becomes_digits(typed: str, plain: str) -> None:
    assert plain_town_code(typed) == plain


@given(st.from_regex(r"[0-9]{5}", fullmatch=True), st.integers(0, 4), st.integers(1, 9))
def test_one_wrong_digit_is_nearly_always_noticed(five: str, at: int, by: int) -> None:
    code = five + check_digit(five)
    assert is_town_code(code)
    wrong = code[:at] + str((int(code[at]) + by) % 10) + code[at + 1 :]
    # Two of the eleven remainders share the digit 0, or 1; nothing else is confused.
    assert not is_town_code(wrong) or code[5] in "01"

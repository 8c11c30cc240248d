"""What is taken for a マイナンバー, and what never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.text.fold import my_number_like

# Made up for these tests: eleven figures and the check digit that belongs to them.
VALID = "123456789018"


def check_digit(eleven: str) -> int:
    """The rule as the ordinance puts it: P(n) counted from the right, Q(n) = n+1 or n-5."""
    total = 0
    for n in range(1, 12):
        weight = n + 1 if n <= 6 else n - 5
        total += int(eleven[-n]) * weight
    return 0 if total % 11 <= 1 else 11 - total % 11


eleven_figures = st.text(alphabet="0123456789", min_size=11, max_size=11).filter(
    lambda text: text.strip("0") != ""
)


@given(eleven_figures)
def test_a_number_with_its_check_digit_is_noticed(eleven: str) -> None:
    number = eleven + str(check_digit(eleven))
    assert my_number_like(number)
    assert my_number_like(f"控え{number[:4]}-{number[4:8]}-{number[8:]}です")


@given(eleven_figures, st.integers(1, 9))
def test_a_wrong_check_digit_is_none(eleven: str, off: int) -> None:
    assert not my_number_like(eleven + str((check_digit(eleven) + off) % 10))


@pytest.mark.parametrize(
    "text",
    [
        VALID,
        "１２３４５６７８９０１８",
        "1234 5678 9018",
        "１２３４－５６７８－９０１８",
        "123ー456ー789ー018",
        "1234.5678.9018",
        "個人番号は1234-5678-9018です",
        "0164-35-1234 / 123456789018",
        "123456789018 090-1111-2222",
    ],
)
def test_spellings(text: str) -> None:
    assert my_number_like(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0164-35-1234",
        "090-1111-2222",
        "01643512340",
        "1234567890180",
        "12345678901",
        "+81 90-1234-5678",
        "+819012345678",
        "134.123456789018",
        "0164-35-1234 0164-35-9018",
        "1234-5678-9018-1234",
        "2024-04-01 1234",
        "000000000000",
        "南1条2丁目3番4号 567890",
    ],
)
def test_what_is_no_individual_number(text: str) -> None:
    assert not my_number_like(text)


@given(st.from_regex(r"0\d{1,4}-\d{1,4}-\d{4}", fullmatch=True))
def test_no_telephone_number_of_ten_or_eleven_digits_is_taken(text: str) -> None:
    if sum(map(str.isdigit, text)) in (10, 11):
        assert not my_number_like(text)

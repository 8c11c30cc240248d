"""Telephone numbers: one spelling, the area code, the note beside it, doubts but no refusal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.text.phone import Phone, split_phone, split_phones

AREA = "0164"


@pytest.mark.parametrize(
    ("text", "number", "note"),
    [
        ("３５－１２３４", "0164-35-1234", ""),
        ("351234", "0164-35-1234", ""),
        ("35ー1234", "0164-35-1234", ""),
        ("0164-35-1234", "0164-35-1234", ""),
        ("0164351234", "0164-35-1234", ""),
        ("0164(35)1234", "0164-35-1234", ""),
        ("（0164）35-1234", "0164-35-1234", ""),
        ("０９０ー１１１１ー２２２２（長女）", "090-1111-2222", "長女"),
        ("09011112222", "090-1111-2222", ""),
        ("長男　090-1111-2222", "090-1111-2222", "長男"),
        ("電話：35-2111", "0164-35-2111", ""),
        ("TEL 35-2111", "0164-35-2111", ""),
        ("0164-35-1234(内線12)", "0164-35-1234", "内線12"),
        ("0312345678", "03-1234-5678", ""),
        ("0111234567", "011-123-4567", ""),
        ("0166221111", "0166-22-1111", ""),
        ("01267-2-1234", "01267-2-1234", ""),
        ("0451234567", "0451234567", ""),
        ("045(123)4567", "045-123-4567", ""),
        ("0120123456", "0120-123-456", ""),
        ("08001112222", "0800-111-2222", ""),
        ("05011112222", "050-1111-2222", ""),
        ("+81 90-1111-2222", "090-1111-2222", ""),
        ("+81-164-35-1234", "0164-35-1234", ""),
    ],
)
def test_a_number_and_its_note(text: str, number: str, note: str) -> None:
    assert split_phone(text, AREA) == Phone(number, note)


@pytest.mark.parametrize(
    ("text", "number", "word"),
    [
        ("9011112222", "090-1111-2222", "0がなかった"),
        ("164351234", "0164-35-1234", "0がなかった"),
        ("35-123", "35-123", "けた数"),
        ("090-1111-222", "090-1111-222", "けた数"),
        ("0166-22-33334", "0166-22-33334", "けた数"),
        ("隣の家に", "隣の家に", "読めません"),
        ("110", "110", "読めません"),
    ],
)
def test_a_doubt_never_loses_what_was_written(text: str, number: str, word: str) -> None:
    phone = split_phone(text, AREA)
    assert phone.number == number
    assert phone.doubt is not None and word in phone.doubt


@pytest.mark.parametrize("text", ["", "　", "なし", "無", "－", "---", "×"])
def test_no_number(text: str) -> None:
    assert split_phone(text, AREA) == Phone("")


def test_without_an_area_code_a_local_number_is_doubtful() -> None:
    assert split_phone("35-1234", "").doubt is not None


def test_several_numbers_in_one_cell() -> None:
    phones = split_phones("35-1234、090-1111-2222(長女)/35-9999\nなし", AREA)
    assert [phone.number for phone in phones] == ["0164-35-1234", "090-1111-2222", "0164-35-9999"]
    assert phones[1].note == "長女"
    assert phones[0].digits == "0164351234"


@given(st.text(max_size=40))
def test_no_digit_is_lost(text: str) -> None:
    phone = split_phone(text, AREA)
    kept = phone.number + phone.note
    written = [c for c in unicodedata.normalize("NFKC", text) if c.isascii() and c.isdigit()]
    if "+81" not in unicodedata.normalize("NFKC", text):
        assert sum(c.isascii() and c.isdigit() for c in kept) >= len(written)


@given(st.from_regex(r"0[0-9]{9,10}", fullmatch=True))
def test_reading_a_number_again_changes_nothing(digits: str) -> None:
    once = split_phone(digits, AREA)
    assert once.digits == digits
    assert split_phone(once.number, AREA).number == once.number

"""The paper code: typed as people type, and a slip found in the group where it happened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.store import codes

secrets = st.binary(min_size=16, max_size=16)
WIDE = {ord(c): ord(c) + 0xFEE0 for c in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


@given(secrets)
def test_a_code_gives_back_its_secret(secret: bytes) -> None:
    assert codes.read(codes.written(secret)) == secret


@given(secrets)
def test_it_may_be_typed_in_any_of_the_ways_people_type(secret: bytes) -> None:
    code = codes.written(secret)
    assert codes.read(code.lower()) == secret
    assert codes.read(code.replace("-", "")) == secret
    assert codes.read(code.replace("-", "　ー ")) == secret
    assert codes.read(code.translate(WIDE)) == secret
    assert codes.read(code.replace("0", "O").replace("1", "l")) == secret


@given(secrets)
def test_it_has_eight_groups_of_four_letters_that_cannot_be_mistaken(secret: bytes) -> None:
    groups = codes.written(secret).split("-")
    assert [len(group) for group in groups] == [4] * 8
    assert not set("".join(groups)) & set("ILOU")


@given(secrets, st.integers(0, 6))
def test_two_groups_in_each_others_place_do_not_give_another_code(secret: bytes, at: int) -> None:
    groups = codes.written(secret).split("-")
    swapped = [*groups[:at], groups[at + 1], groups[at], *groups[at + 2 :]]
    if swapped != groups:
        try:
            assert codes.read("-".join(swapped)) != secret
        except RenkeiError as error:
            assert "番目" in error.what


def test_most_slips_are_found_in_their_group() -> None:
    code = codes.written(bytes(range(16)))
    found = 0
    slips = [(at, c) for at in range(4) for c in "ACEGJ3579"]
    for at, letter in slips:
        wrong = code[:10] + code[10:14][:at] + letter + code[10:14][at + 1 :] + code[14:]
        if wrong == code:
            found += 1
            continue
        try:
            codes.read(wrong)
        except RenkeiError as error:
            assert "3番目" in error.what
            found += 1
    assert found >= len(slips) * 0.8


@pytest.mark.parametrize("text", ["", "7K2M", "7K2M-" * 9])
def test_a_code_of_another_length_says_how_long_it_is(text: str) -> None:
    with pytest.raises(RenkeiError, match="32文字"):
        codes.read(text)


def test_a_letter_outside_the_alphabet_is_found() -> None:
    code = codes.written(bytes(16))
    with pytest.raises(RenkeiError, match="1番目"):
        codes.read("U" + code[1:])

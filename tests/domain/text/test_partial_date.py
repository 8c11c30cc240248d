"""A date of which the month or the day may be unknown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.text.wareki import DateError, PartialDate

full = st.dates(date(1900, 1, 1), date(2059, 12, 31)).map(PartialDate.of)
partial = st.one_of(
    full,
    full.map(lambda day: PartialDate(day.year, day.month)),
    full.map(lambda day: PartialDate(day.year)),
)


@given(partial)
def test_stored_text_and_back(day: PartialDate) -> None:
    assert PartialDate.from_iso(day.iso) == day
    assert str(day) == day.iso


@pytest.mark.parametrize(
    ("day", "iso"),
    [
        (PartialDate(1942), "1942"),
        (PartialDate(1942, 4), "1942-04"),
        (PartialDate(1942, 4, 2), "1942-04-02"),
    ],
)
def test_the_three_forms(day: PartialDate, iso: str) -> None:
    assert day.iso == iso


@given(st.lists(partial))
def test_days_sort_as_their_texts_do(days: list[PartialDate]) -> None:
    assert [day.iso for day in sorted(days)] == sorted(day.iso for day in days)


@given(partial, partial)
def test_the_four_comparisons_agree(one: PartialDate, other: PartialDate) -> None:
    assert (one < other) == (not one >= other) == (other > one)
    assert (one <= other) == (one < other or one == other)


@given(partial)
def test_first_and_last_day_enclose_what_it_can_mean(day: PartialDate) -> None:
    assert day.first <= day.last
    assert day.is_full == (day.first == day.last)
    assert PartialDate.of(day.first).agrees_with(day)


def test_a_partial_date_agrees_with_the_days_in_it() -> None:
    april = PartialDate(1942, 4)
    assert april.agrees_with(PartialDate(1942, 4, 30))
    assert april.agrees_with(PartialDate(1942))
    assert not april.agrees_with(PartialDate(1942, 5, 1))


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ((2024, 2, 30), "2月30日はありません。2024年2月は29日までです。"),
        ((1900, 2, 29), "2月29日はありません。1900年2月は28日までです。"),
        ((1942, 4, 31), "4月31日はありません。4月は30日までです。"),
        ((1942, 13, 1), "13月はありません。月は1から12までです。"),
        ((1942, 0, 1), "0月はありません。月は1から12までです。"),
        ((1942, 4, 0), "4月0日はありません。4月は30日までです。"),
        ((42, 4, 1), "42年は使えません。西暦は4けたで入力してください。"),
        ((1942, None, 1), "日だけがあり、月がありません。月も入力してください。"),
    ],
)
def test_what_is_no_date(parts: tuple[int, int | None, int | None], sentence: str) -> None:
    with pytest.raises(DateError) as caught:
        PartialDate(*parts)
    assert caught.value.sentence == sentence


@pytest.mark.parametrize("text", ["", "42", "1942-4", "1942-04-2", "1942/04/02", "１９４２", "x"])
def test_other_texts_are_no_stored_date(text: str) -> None:
    with pytest.raises(DateError):
        PartialDate.from_iso(text)

"""Legal age, the age people say, and births that are only partly known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.text.wareki import (
    PartialDate,
    age_on,
    age_range,
    birthday_age,
    reaches_on,
)

births = st.dates(date(1900, 1, 1), date(2020, 12, 31))


@pytest.mark.parametrize(
    ("birth", "day", "legal", "said"),
    [
        ((1959, 4, 2), date(2024, 3, 31), 64, 64),
        ((1959, 4, 2), date(2024, 4, 1), 65, 64),
        ((1959, 4, 2), date(2024, 4, 2), 65, 65),
        ((1949, 4, 1), date(2024, 3, 31), 75, 74),
        ((1949, 1, 1), date(2023, 12, 31), 75, 74),
        ((1944, 2, 29), date(2009, 2, 27), 64, 64),
        ((1944, 2, 29), date(2009, 2, 28), 65, 64),
        ((1944, 2, 29), date(2009, 3, 1), 65, 65),
        ((1944, 2, 29), date(2008, 2, 28), 64, 63),
        ((1944, 2, 29), date(2008, 2, 29), 64, 64),
        ((2024, 4, 1), date(2024, 4, 1), 0, 0),
    ],
)
def test_the_law_counts_the_day_before(
    birth: tuple[int, int, int], day: date, legal: int, said: int
) -> None:
    assert age_on(PartialDate(*birth), day) == legal
    assert birthday_age(PartialDate(*birth), day) == said


def test_nobody_has_an_age_before_birth() -> None:
    assert age_on(PartialDate(2024, 4, 2), date(2024, 4, 1)) is None
    assert birthday_age(PartialDate(2024, 4, 2), date(2024, 4, 1)) is None


@given(births, st.integers(0, 110))
def test_an_age_is_reached_on_one_day_and_not_before(born: date, age: int) -> None:
    birth = PartialDate.of(born)
    day = reaches_on(birth, age)
    assert day is not None
    if age:
        assert age_on(birth, day) == age
        assert age_on(birth, day - timedelta(days=1)) == age - 1


@given(births, st.integers(0, 40_000))
def test_the_age_people_say_follows_a_day_later(born: date, days: int) -> None:
    birth, day = PartialDate.of(born), born + timedelta(days=days)
    assert birthday_age(birth, day + timedelta(days=1)) == age_on(birth, day)


def test_a_partial_birth_gives_a_range() -> None:
    day = date(2024, 6, 1)
    assert age_range(PartialDate(1942), day) == (81, 82)
    assert age_on(PartialDate(1942), day) is None
    assert age_range(PartialDate(1942, 4), day) == (82, 82)
    assert age_on(PartialDate(1942, 4), day) == 82
    assert birthday_age(PartialDate(1942), day) is None
    assert reaches_on(PartialDate(1942, 4), 65) is None

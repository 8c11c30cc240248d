"""和暦 on every day from 1900 to 2059, 年度, weekdays."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.text.wareki import (
    ERAS,
    PartialDate,
    era_at,
    fiscal_year,
    fiscal_year_label,
    parse_date,
    wareki,
    weekday_ja,
)

FIRST, LAST = date(1900, 1, 1), date(2059, 12, 31)


def test_every_day_goes_there_and_back() -> None:
    wrong = []
    day = FIRST
    while day <= LAST:
        partial = PartialDate.of(day)
        if parse_date(wareki(partial)) != partial or parse_date(wareki(partial, True)) != partial:
            wrong.append(day)
        day += timedelta(days=1)
    assert wrong == []


@given(st.dates(FIRST, LAST), st.booleans())
def test_a_month_or_a_year_goes_there_and_back(day: date, short: bool) -> None:
    month, year = PartialDate(day.year, day.month), PartialDate(day.year)
    assert parse_date(wareki(month, short)) == month
    assert parse_date(wareki(year, short)) == year


@given(st.dates(FIRST, LAST))
def test_seven_figures_of_the_resident_register(day: date) -> None:
    era = era_at(day)
    assert era is not None
    text = f"{era.code}{era.year_of(day.year):02}{day:%m%d}"
    assert parse_date(text) == PartialDate.of(day)


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(1912, 7, 29), "明治45年7月29日", "M45.7.29"),
        (date(1912, 7, 30), "大正元年7月30日", "T1.7.30"),
        (date(1926, 12, 24), "大正15年12月24日", "T15.12.24"),
        (date(1926, 12, 25), "昭和元年12月25日", "S1.12.25"),
        (date(1989, 1, 7), "昭和64年1月7日", "S64.1.7"),
        (date(1989, 1, 8), "平成元年1月8日", "H1.1.8"),
        (date(2019, 4, 30), "平成31年4月30日", "H31.4.30"),
        (date(2019, 5, 1), "令和元年5月1日", "R1.5.1"),
        (date(2024, 4, 1), "令和6年4月1日", "R6.4.1"),
        (date(1850, 1, 1), "西暦1850年1月1日", "1850.1.1"),
    ],
)
def test_the_days_on_which_eras_change(day: date, long: str, short: str) -> None:
    assert wareki(day) == long
    assert wareki(PartialDate.of(day), short=True) == short


def test_partial_dates_are_written_as_far_as_they_are_known() -> None:
    assert wareki(PartialDate(1942)) == "昭和17年"
    assert wareki(PartialDate(1942, 4), short=True) == "S17.4"
    assert wareki(PartialDate(1989)) == "平成元年"


def test_eras_follow_each_other_without_a_gap() -> None:
    for before, after in pairwise(ERAS):
        assert before.end is not None
        assert after.begin - before.end in (timedelta(0), timedelta(days=1))


def test_the_weekday_of_a_known_day() -> None:
    assert weekday_ja(date(2024, 4, 1)) == "月"
    assert weekday_ja(PartialDate(2024, 4, 7)) == "日"
    assert weekday_ja(PartialDate(2024, 4)) == ""


def test_the_year_of_the_office_begins_in_april() -> None:
    assert fiscal_year(date(2024, 3, 31)) == 2023
    assert fiscal_year(date(2024, 4, 1)) == 2024
    assert fiscal_year(date(2025, 1, 1)) == 2024


@pytest.mark.parametrize(
    ("year", "label"),
    [
        (2024, "令和6年度"),
        (2020, "令和2年度"),
        (2019, "令和元年度"),
        (2018, "平成30年度"),
        (1989, "平成元年度"),
        (1988, "昭和63年度"),
        (1926, "大正15年度"),
        (1850, "1850年度"),
    ],
)
def test_the_name_of_a_year_of_the_office(year: int, label: str) -> None:
    assert fiscal_year_label(year) == label

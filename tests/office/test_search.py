"""The search box: what it finds, and why it says it found it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.searching import PART, digits
from renkei_desktop.domain.text.fold import fold
from renkei_desktop.domain.text.kana import sort_key
from renkei_desktop.office.search import Query, SearchIndex


def person(number: int, name: str, reading: str, *, registered: bool = True, **more: object):  # type: ignore[no-untyped-def]
    fields = {"yago": "", "address": "", "phones": (), **more}
    texts = [name, reading, fields["address"], fields["yago"]]
    folded = [fold(text) for text in texts] + [digits(p) for p in fields["phones"]]
    return PersonRow(
        person=f"p{number}",
        resident=f"r{number}" if registered else None,
        name=name,
        reading=reading,
        sort_key=sort_key(reading),
        birth=None,
        sex=None,
        association=None,
        association_name="",
        household=None,
        care_level="",
        reasons="",
        power="",
        consent=None,
        latitude=None,
        longitude=None,
        accuracy=None,
        folded=PART.join(folded),
        **fields,
    )


PEOPLE = (
    person(1, "佐藤 キヨ", "さとう きよ", phones=("0999-35-2111",)),
    person(2, "林 正", "はやし ただし", yago="かねき", address="旭町一丁目3-12"),
    person(3, "髙橋 吉男", "たかはし よしお"),
    person(4, "𠮷田 花子", "よしだ はなこ", registered=False),
    person(5, "小林 ウメ", "こばやし うめ"),
)
INDEX = SearchIndex(PEOPLE)


def found(text: str) -> list[str]:
    return [row.person for row in INDEX.people(text, registered_only=False)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("佐藤", ["p1"]),
        ("林", ["p5", "p2"]),
        ("高橋", ["p3"]),
        ("髙橋", ["p3"]),
        ("吉", ["p3", "p4"]),
        ("さと", ["p1"]),
        ("サト", ["p1"]),
        ("ｻﾄｳ", ["p1"]),
        ("カネキ", ["p2"]),
        ("0999352111", ["p1"]),
        ("0999-35-2111", ["p1"]),
        ("３５－２１１１", ["p1"]),
        ("林 ただし", ["p2"]),
        ("ただし 旭町", ["p2"]),
        ("ない", []),
    ],
)
def test_what_is_found(typed: str, expected: list[str]) -> None:
    assert found(typed) == expected


def test_typing_on_narrows_and_taking_back_widens() -> None:
    for text in ("は", "はや", "はやし", "はや", "は", "", "は た", "は たか"):
        fresh = SearchIndex(PEOPLE)
        assert INDEX.people(text, registered_only=False) == fresh.people(
            text, registered_only=False
        )


@given(st.lists(st.sampled_from(["さ", "と", "う", "林", " ", "3", "-", "だ", "か"]), max_size=8))
def test_narrowing_never_differs_from_a_plain_scan(letters: list[str]) -> None:
    index = SearchIndex(PEOPLE)
    text = ""
    for letter in letters:
        text += letter
        query = Query.of(text)
        scan = [r for r in sorted(PEOPLE, key=lambda r: r.sort_key) if query.matches(r.folded)]
        assert list(index.people(text, registered_only=False)) == scan


def test_the_list_shows_the_registered_ones_and_search_finds_everybody() -> None:
    assert "p4" not in [row.person for row in INDEX.people()]
    assert [row.person for row in INDEX.people("よしだ")] == ["p4"]


def test_tabs_go_by_reading() -> None:
    assert [row.person for row in INDEX.people(tab="は")] == ["p2"]
    assert [row.person for row in INDEX.people(tab="か")] == ["p5"]


@pytest.mark.parametrize(
    ("typed", "why"),
    [("さとう", "よみ"), ("佐藤", "氏名"), ("かねき", "屋号"), ("2111", "電話"), ("旭町", "住所")],
)
def test_it_says_why_it_matched(typed: str, why: str) -> None:
    assert [hit.why for hit in INDEX.find(typed)] == [why]


def test_a_changed_row_takes_the_place_of_the_old_one() -> None:
    index = SearchIndex(PEOPLE)
    moved = replace(PEOPLE[0], reading="わかやま きよ", sort_key=sort_key("わかやま きよ"))
    assert index.people("は")
    index.replace_person("p1", moved)
    assert [row.person for row in index.people()][-1] == "p1"
    index.replace_person("p1", None)
    assert "p1" not in [row.person for row in index.people()]


def test_locked_means_empty() -> None:
    index = SearchIndex(PEOPLE)
    index.people("林")
    index.clear()
    assert index.people("林") == () == index.people() == index.find("林")

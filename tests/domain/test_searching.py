"""What the search box looks into."""

from __future__ import annotations

from renkei_desktop.domain.person import Household, Person, Phone
from renkei_desktop.domain.place import Place
from renkei_desktop.domain.resource import Resource
from renkei_desktop.domain.searching import PART, digits, folded_text, reading_key
from renkei_desktop.domain.text.fold import fold
from renkei_desktop.domain.text.kana import sort_key


def test_all_searched_fields_stand_apart_from_each_other() -> None:
    person = Person(
        id="1",
        name="髙橋 ハナ",
        reading="タカハシ　ハナ",
        place=Place(address="緑町１丁目"),
        note="ひみつのメモ",
    )
    parts = folded_text(person).split(PART)
    assert parts == [fold("髙橋 ハナ"), fold("たかはし はな"), fold("緑町1丁目")]


def test_nothing_gives_nothing() -> None:
    assert folded_text(Person(id="1")) == ""
    assert folded_text(Person(id="1", place=Place())) == ""
    assert folded_text(Household(id="1", code="12", note="x")) == ""


def test_a_number_is_found_with_and_without_hyphens() -> None:
    assert digits("０１６４−３５－2111（長女）") == "0164352111"
    assert folded_text(Phone(id="1", number="0164-35-2111")) == "0164352111"


def test_records_sort_by_reading_and_without_one_by_name() -> None:
    assert reading_key(Person(id="1", name="林", reading="はやし")) == sort_key("はやし")
    assert reading_key(Resource(id="1", name="さくら堂")) == sort_key("さくら堂")
    assert reading_key(Household(id="1")) == sort_key("")

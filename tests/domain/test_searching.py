"""What the search box looks into."""

from __future__ import annotations

import hashlib

from renkei_desktop.domain.person import Household, Person, Phone
from renkei_desktop.domain.place import Place
from renkei_desktop.domain.resource import Resource
from renkei_desktop.domain.searching import EDITION, PART, digits, folded_text, reading_key
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


BLOCKS = (
    (0x0020, 0x007F),
    (0x3041, 0x3100),
    (0x3400, 0x4DC0),
    (0x4E00, 0x9FFD),
    (0xF900, 0xFADA),
    (0xFF01, 0xFFA0),
    (0x20000, 0x2A6DE),
)
"""Old blocks only, which no later Python folds in another way."""


def test_the_edition_goes_up_when_folding_or_sorting_changes() -> None:
    """Where this fails, raise `EDITION` and note the new digest: old files must be worked over."""
    text = "".join(chr(code) for block in BLOCKS for code in range(*block))
    folded = "".join(fold(text[at : at + 200]) for at in range(0, len(text), 200))
    kana = range(0x3041, 0x30FE)
    keys = "".join(sort_key(chr(one) + chr(one + 1) + "ー") for one in kana)
    digest = hashlib.blake2b((folded + keys).encode(), digest_size=8).hexdigest()
    assert (EDITION, digest) == (1, "cb5656b2b50a7cb5")

"""«同じ人かもしれません»."""

from __future__ import annotations

import dataclasses

from renkei_desktop.domain.choice import Sex
from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.searching import PART
from renkei_desktop.domain.text.fold import fold
from renkei_desktop.domain.text.kana import sort_key
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.ui.residents.likeness import likely_same

BORN = PartialDate(1942, 4, 2)


def known(key: str, name: str, reading: str, birth: PartialDate | None) -> PersonRow:
    return PersonRow(
        person=key,
        resident=None,
        name=name,
        reading=reading,
        sort_key=sort_key(reading or name),
        birth=birth,
        sex=Sex.FEMALE,
        address="",
        association=None,
        association_name="",
        household=None,
        yago="",
        phones=(),
        care_level="",
        reasons="",
        power="",
        consent=None,
        latitude=None,
        longitude=None,
        accuracy=None,
        folded=PART.join((fold(name), fold(reading))),
    )


FUMI = known("fumi", "小野寺 フミ", "おのでら ふみ", BORN)
HANAKO = known("hanako", "﨑山 花子", "さきやま はなこ", PartialDate(1933, 2, 1))
EVERYBODY = (HANAKO, FUMI)


def found(name: str = "", reading: str = "", birth: PartialDate | None = None) -> list[str]:
    return [row.person for row in likely_same(EVERYBODY, name, reading, birth)]


def test_nobody_is_like_an_empty_form() -> None:
    assert found() == []


def test_the_same_name_in_other_characters() -> None:
    assert found("崎山花子") == ["hanako"]


def test_the_same_reading() -> None:
    assert found(reading="オノデラ　フミ") == ["fumi"]


def test_a_family_name_as_it_is_typed() -> None:
    assert found("小野寺") == ["fumi"]
    assert found("小") == []


def test_a_birth_that_cannot_agree_speaks_against() -> None:
    assert found("小野寺", birth=PartialDate(1990)) == []
    assert found("小野寺フミ", birth=PartialDate(1990)) == ["fumi"]
    assert found("小野寺", birth=PartialDate(1942)) == ["fumi"]


def test_the_same_birth_with_the_same_first_character() -> None:
    assert found("小野", birth=BORN) == ["fumi"]
    assert found("山", birth=BORN) == []


def test_the_likeliest_comes_first_and_there_are_not_too_many() -> None:
    twins = [dataclasses.replace(FUMI, person=f"t{n}", birth=None) for n in range(20)]
    rows = likely_same((*twins, FUMI), "小野寺 フミ", "おのでら ふみ", BORN)
    assert (rows[0].person, len(rows)) == ("fumi", 6)

"""Lists of children on a form: order, adding, taking away, half-typed ones."""

from __future__ import annotations

import dataclasses
from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from renkei_desktop.domain.person import Phone
from renkei_desktop.domain.resource import Contact
from renkei_desktop.ui.forms.child_list import ChildList, in_order
from renkei_desktop.ui.forms.sections import PERSON, RESOURCE, sections_of
from renkei_desktop.ui.forms.surroundings import Surroundings
from tests.ui.keys import click, press


@pytest.fixture
def phones(qtbot: QtBot, around: Surroundings) -> ChildList:
    section = next(s for s in sections_of(PERSON) if s.each == "phone")
    numbers = count(1)
    made = ChildList(section, around, lambda: Phone(id=f"new-{next(numbers)}", person="p"))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def three() -> list[Phone]:
    return [
        Phone(id=key, person="p", number=f"0999-35-200{n}", order=order)
        for n, (key, order) in enumerate((("a", "V"), ("b", "W"), ("c", "X")), start=1)
    ]


def ids(made: ChildList) -> list[str]:
    return [record.id for record in made.records]


def field(made: ChildList, row: int, attribute: str):  # type: ignore[no-untyped-def]
    return made.parts[row].lines[attribute].editor.field


def test_an_empty_list_begins_with_an_empty_row_that_is_not_saved(phones: ChildList) -> None:
    phones.show_records(())
    assert len(phones.rows) == 1
    assert phones.records == ()


def test_untouched_children_come_back_as_they_were(phones: ChildList) -> None:
    phones.show_records(three())
    assert list(phones.records) == three()


def test_a_child_moves_up_and_only_its_key_changes(phones: ChildList) -> None:
    phones.show_records(three())
    up = phones.rows[2].buttons[0]
    click(up)
    assert ids(phones) == ["a", "c", "b"]
    keys = {record.id: record.order for record in phones.records}  # type: ignore[attr-defined]
    assert (keys["a"], keys["b"]) == ("V", "W")
    assert "V" < keys["c"] < "W"


def test_the_button_stays_under_the_finger(phones: ChildList) -> None:
    phones.show_records(three())
    phones.rows[2].buttons[0].setFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Space)
    press(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert ids(phones) == ["c", "a", "b"]
    assert not phones.rows[0].buttons[0].isEnabled()


def test_a_child_is_added_and_filled_in(phones: ChildList) -> None:
    phones.show_records(three())
    click(phones.add_button)
    assert QApplication.focusWidget() is field(phones, 3, "number")
    QTest.keyClicks(field(phones, 3, "number"), "090-0000-0000")
    last = phones.records[-1]
    assert (last.id, last.person, last.number) == ("new-1", "p", "090-0000-0000")  # type: ignore[attr-defined]
    assert last.order > "X"  # type: ignore[attr-defined]


def test_a_child_is_taken_away(phones: ChildList) -> None:
    phones.show_records(three())
    click(phones.rows[1].buttons[2])
    assert ids(phones) == ["a", "c"]


def test_the_last_child_taken_away_leaves_an_empty_row(phones: ChildList) -> None:
    phones.show_records(three()[:1])
    click(phones.rows[0].buttons[2])
    assert (len(phones.rows), phones.records) == (1, ())


def test_children_without_an_order_of_their_own_get_one(phones: ChildList) -> None:
    phones.show_records(dataclasses.replace(phone, order="V") for phone in three())
    assert ids(phones) == ["a", "b", "c"]
    assert all(a.order < b.order for a, b in pairwise(phones.records))  # type: ignore[attr-defined]


def test_a_draft_brings_everything_back(phones: ChildList) -> None:
    phones.show_records(three())
    click(phones.add_button)
    QTest.keyClicks(field(phones, 3, "whose"), "abc")
    click(phones.rows[0].buttons[2])
    kept = phones.draft()
    phones.show_records(three())
    phones.resume(kept)
    assert ids(phones) == ["b", "c", "new-1"]
    assert phones.records[-1].whose == "abc"  # type: ignore[attr-defined]


def test_a_child_with_many_fields_has_them_below_each_other(
    qtbot: QtBot, around: Surroundings
) -> None:
    section = next(s for s in sections_of(RESOURCE) if s.each == "contact")
    made = ChildList(section, around, lambda: Contact(id="k", resource="x"))
    qtbot.addWidget(made)
    made.show_records(())
    made.show()
    tops = [line.editor.field.mapTo(made, line.editor.field.pos()).y() for line in _lines(made)]
    assert tops == sorted(set(tops))


def _lines(made: ChildList):  # type: ignore[no-untyped-def]
    return list(made.parts[0].lines.values())


@given(st.permutations([f"k{n}" for n in range(6)]), st.booleans())
def test_any_order_gives_rising_keys(order: list[str], alike: bool) -> None:
    records = [
        Phone(id=key, number="1", order="V" if alike else "V" + "ab" * (int(key[1]) + 1))
        for key in order
    ]
    sorted_out = in_order(records)
    assert [record.id for record in sorted_out] == order
    assert all(a.order < b.order for a, b in pairwise(sorted_out))  # type: ignore[attr-defined]

"""町内会 and 民生委員 by pasting."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt

from renkei_desktop.office import town
from renkei_desktop.ui.intake.paste_section import (
    AssociationsSection,
    CommissionersSection,
    PasteSection,
)
from tests.ui.house import House, texts, wait
from tests.ui.keys import click

SECTIONS = (AssociationsSection, CommissionersSection)
Pasting = Callable[[str], PasteSection]


@pytest.fixture
def pasting(office: House) -> Iterator[Callable[[str], PasteSection]]:
    """One of the two sections in a window of its own, as settings and wizard embed it."""
    made: list[PasteSection] = []

    def make(name: str) -> PasteSection:
        session = office.window.session
        assert session is not None
        found = next(cls for cls in SECTIONS if cls.name == name)(session)
        session.broadcast.changed.connect(found.changed)
        found.resize(900, 600)
        found.show()
        found.shown()
        office.settle()
        made.append(found)
        return found

    yield make
    for found in made:
        found.close()
        found.deleteLater()


def paste(office: House, found: PasteSection, text: str) -> None:
    found.text.setPlainText(text)
    wait(lambda: found.table.lines.rowCount() > 0)
    office.settle()


def test_what_was_pasted_is_shown_before_it_is_written(office: House, pasting: Pasting) -> None:
    found = pasting("associations")
    before = office.ask(town.associations)
    paste(office, found, "町内会\t会長\t電話\n南町一\t髙橋 𠮷男\t35-1234\n南町二\t\t")
    assert "髙橋 𠮷男" in texts(found.table)
    assert found.take_button.text() == "町内会を2件 入れる"
    assert office.ask(town.associations) == before
    click(found.take_button)
    office.settle()
    names = [a.name for a in office.ask(town.associations)]
    assert names[-2:] == ["南町一", "南町二"]
    assert found.said.text() == "町内会を2件 入れました。"
    assert found.text.toPlainText() == "" and found.table.isHidden()


def test_a_name_that_is_there_already_is_not_ticked(office: House, pasting: Pasting) -> None:
    found = pasting("associations")
    known = office.ask(town.associations)[0].name
    paste(office, found, f"{known}\n南町一")
    assert found.table.lines.ticked == [False, True]
    assert any(text.endswith("。") for text in texts(found.table))


def test_a_tick_is_taken_back(office: House, pasting: Pasting) -> None:
    found = pasting("associations")
    paste(office, found, "南町一\n南町二")
    index = found.table.lines.index(0, 0)
    found.table.lines.setData(index, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert found.take_button.text() == "町内会を1件 入れる"
    click(found.take_button)
    office.settle()
    assert "南町一" not in [a.name for a in office.ask(town.associations)]


def test_commissioners_become_recipients_in_charge_of_their_bodies(
    office: House, pasting: Pasting
) -> None:
    found = pasting("commissioners")
    body = office.ask(town.associations)[0]
    paste(office, found, f"新田 三子\tにった みつこ\t0999-20-1111\t{body.name}")
    click(found.take_button)
    office.settle()
    made = next(c for c in office.ask(town.commissioners) if c.name == "新田 三子")
    after = office.ask(town.associations)[0]
    assert after.commissioner == made.id
    assert "新田 三子" in [r.name for r in office.ask(town.recipients)]


def test_pasted_text_is_forgotten_when_emptied(office: House, pasting: Pasting) -> None:
    found = pasting("associations")
    paste(office, found, "ひみつの町内会")
    found.cleared()
    assert not any("ひみつ" in text for text in texts(found))


def test_an_answer_for_a_text_that_has_changed_is_not_shown(
    office: House, pasting: Pasting
) -> None:
    found = pasting("associations")
    found.text.setPlainText("南町一")
    found._read()
    found.text.setPlainText("")
    found._read()
    office.settle()
    assert found.table.lines.rowCount() == 0

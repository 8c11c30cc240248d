"""The table of consents: what is changed becomes a full answer, and what follows is said."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from renkei_desktop.domain.choice import Answer, AnswerWay, Policy, Purpose, RecipientClass
from renkei_desktop.domain.consent import Consent, ConsentAnswer, TownPolicy, consent_id
from renkei_desktop.domain.resident import Resident
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.ui.forms.consent_matrix import CLASSES, ConsentMatrix
from renkei_desktop.ui.forms.surroundings import Surroundings
from tests.ui.forms.conftest import TODAY
from tests.ui.keys import press

RESIDENT = Resident(id="r", person="p")
CELL = (Purpose.ROSTER, RecipientClass.COMMISSIONER)
STANDING = ConsentAnswer(
    answer=Answer.GIVEN, on=PartialDate(2025, 6, 2), way=AnswerWay.PAPER, by="本人"
)


def consent(answer: ConsentAnswer, cell: tuple[Purpose, RecipientClass] = CELL) -> Consent:
    return Consent(
        id=consent_id("r", *cell),
        resident="r",
        purpose=cell[0],
        recipient_class=cell[1],
        answer=answer,
    )


def made(qtbot: QtBot, around: Surroundings) -> ConsentMatrix:
    matrix = ConsentMatrix(RESIDENT, around)
    qtbot.addWidget(matrix)
    with qtbot.waitExposed(matrix):
        matrix.show()
    return matrix


@pytest.fixture
def matrix(qtbot: QtBot, around: Surroundings) -> ConsentMatrix:
    return made(qtbot, around)


def choose(matrix: ConsentMatrix, answer: Answer, cell: tuple = CELL) -> None:  # type: ignore[type-arg]
    """As the clerk does, by key."""
    box = matrix.boxes[cell]
    box.setFocus()
    while box.answer is not answer:
        before = box.currentIndex()
        press(box, Qt.Key.Key_Down if box.findData(answer) > before else Qt.Key.Key_Up)
        assert box.currentIndex() != before


def fill_in(matrix: ConsentMatrix, **typed: str) -> None:
    for attribute, text in typed.items():
        matrix.circumstances.lines[attribute].editor.resume(text)


def test_untouched_answers_come_back_as_they_were(matrix: ConsentMatrix) -> None:
    stored = (consent(STANDING), consent(STANDING, (Purpose.ROSTER, RecipientClass.OTHER)))
    matrix.show_records(stored)
    assert set(matrix.records) == set(stored)
    assert matrix.trouble() == ""


def test_an_answer_becomes_a_full_one_under_the_key_of_its_question(matrix: ConsentMatrix) -> None:
    choose(matrix, Answer.GIVEN)
    fill_in(matrix, by="長女")
    (written,) = matrix.records
    assert written == consent(
        ConsentAnswer(answer=Answer.GIVEN, on=PartialDate.of(TODAY), way=AnswerWay.PAPER, by="長女")
    )


def test_without_who_answered_it_is_not_saved(matrix: ConsentMatrix) -> None:
    choose(matrix, Answer.GIVEN)
    assert matrix.trouble() == "同意の返事には、日付・方法・答えた人が要ります。"
    fill_in(matrix, by="本人")
    assert matrix.trouble() == ""


def test_a_plan_has_to_be_explained_first(matrix: ConsentMatrix) -> None:
    choose(matrix, Answer.GIVEN, (Purpose.PLAN, RecipientClass.FIRE))
    fill_in(matrix, by="本人")
    assert "説明した紙" in matrix.trouble()
    fill_in(matrix, explanation="説明書 第3版")
    assert matrix.trouble() == ""


def test_a_correction_needs_its_reason(matrix: ConsentMatrix) -> None:
    choose(matrix, Answer.REFUSED)
    fill_in(matrix, by="本人", way=AnswerWay.CORRECTION.value)
    assert matrix.trouble() == "誤入力の訂正には理由が要ります。"
    matrix.circumstances.resume({"reason": "となりの欄に入れていた"})
    assert (matrix.trouble(), matrix.circumstances.reason) == ("", "となりの欄に入れていた")


def test_only_what_was_given_can_be_taken_back(matrix: ConsentMatrix) -> None:
    assert matrix.boxes[CELL].findData(Answer.WITHDRAWN) < 0
    matrix.show_records((consent(STANDING),))
    choose(matrix, Answer.WITHDRAWN)
    fill_in(matrix, by="本人")
    assert [c.answer.answer for c in matrix.records] == [Answer.WITHDRAWN]


def test_an_answer_taken_back_before_saving_changes_nothing(matrix: ConsentMatrix) -> None:
    matrix.show_records((consent(STANDING),))
    choose(matrix, Answer.REFUSED)
    choose(matrix, Answer.GIVEN)
    assert matrix.records == (consent(STANDING),)
    assert matrix.circumstances.isHidden()


def test_one_press_agrees_for_all_recipients(matrix: ConsentMatrix, qtbot: QtBot) -> None:
    matrix.agree(Purpose.ROSTER)
    assert {cell for cell, answer in matrix.changed.items() if answer is Answer.GIVEN} == {
        (Purpose.ROSTER, recipient) for recipient in CLASSES
    }


def test_what_follows_is_said(matrix: ConsentMatrix) -> None:
    assert matrix.consequence == "どの名簿にも載りません。"
    choose(matrix, Answer.GIVEN)
    assert matrix.consequence.startswith("民生委員の名簿に載ります。")
    assert "消防" in matrix.consequence
    matrix.agree(Purpose.ROSTER)
    assert matrix.consequence == "すべての相手の名簿に載ります。"


def test_an_ordinance_counts_for_those_who_were_not_asked(
    qtbot: QtBot, around: Surroundings
) -> None:
    policy = TownPolicy(Policy.ORDINANCE_REFUSAL, "見本町条例第1号")
    matrix = made(qtbot, dataclasses.replace(around, policy=policy))
    assert matrix.consequence == "すべての相手の名簿に載ります。"
    choose(matrix, Answer.REFUSED)
    assert matrix.consequence.endswith("民生委員の名簿には載りません。")


def test_a_draft_brings_answers_and_circumstances_back(
    qtbot: QtBot, matrix: ConsentMatrix, around: Surroundings
) -> None:
    matrix.show_records((consent(STANDING),))
    choose(matrix, Answer.REFUSED)
    QTest.keyClicks(matrix.circumstances.lines["by"].editor.field, "abc")
    again = made(qtbot, around)
    again.show_records((consent(STANDING),))
    again.resume(matrix.draft())
    assert again.changed == matrix.changed
    assert again.records == matrix.records

"""記録: what was given away, what was done, and taking a deed back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from renkei_desktop.domain.change import ChangeLine
from renkei_desktop.domain.choice import ProvisionState
from renkei_desktop.office import positions, provisions
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.people import row
from renkei_desktop.office.plans import Paper, Request, plan
from renkei_desktop.ui.records.change_words import change_words
from renkei_desktop.ui.records.page import RecordsPage
from tests.ui.invented import TOMI
from tests.ui.keys import click, press
from tests.ui.stage import Stage

Show = Callable[..., RecordsPage]


def words(widget: QWidget) -> str:
    return "\n".join(x.text() for x in widget.findChildren(QLabel) if x.isVisibleTo(widget))


def give(state: ProvisionState) -> Callable[[Desk], object]:
    def deed(desk: Desk) -> object:
        wanted = Request(paper=Paper.ROSTER, recipient="t-fire", reason="冬の見守り")
        record = provisions.enter(desk, plan(desk, wanted))
        return provisions.settle(desk, record.id, state)

    return deed


@pytest.fixture
def page(show: Show, stage: Stage) -> RecordsPage:
    return show(RecordsPage)


def turn(page: RecordsPage, number: int) -> None:
    click(page.tabs[number])


def test_an_office_that_gave_nothing_away_says_so(page: RecordsPage) -> None:
    assert "まだ何も渡していません" in words(page.copies)


def test_copies_by_what_became_of_them(page: RecordsPage, stage: Stage) -> None:
    for state in (ProvisionState.HANDED, ProvisionState.UNKNOWN, ProvisionState.CANCELLED):
        stage.session.write(give(state))
    stage.settle()
    numbers = [line.number for line in page.copies.model.rows]
    assert numbers == ["1-0003", "1-0002", "1-0001"]
    assert (page.tabs[1].text(), page.tabs[2].text()) == (
        "どうなったか未定 1",
        "返っていない写し 1",
    )
    turn(page, 1)
    assert [line.number for line in page.copies.model.rows] == ["1-0002"]
    page.go_to("out")
    assert [line.number for line in page.copies.model.rows] == ["1-0001"]
    page.copies.list.choose(page.copies.model.rows[0].provision)
    assert "理由: 冬の見守り" in words(page.copies)
    page.copies.buttons[ProvisionState.RETURNED].click()
    stage.settle()
    assert page.copies.model.rows == ()
    assert page.tabs[2].text() == "返っていない写し"


def test_deeds_with_who_and_when_and_undone_by_key(page: RecordsPage, stage: Stage) -> None:
    stage.session.write(lambda desk: positions.set_right(desk, "person", TOMI, 43.9, 141.9))
    stage.settle()
    turn(page, 3)
    labels = [line.label for line in page.deeds.model.rows]
    assert labels[:2] == ["位置を直す", "見本を入れる"]
    page.deeds.list.setFocus()
    page.deeds.list.choose(page.deeds.model.rows[0].deed)
    assert "戻したことの記録が残ります" in words(page.deeds)
    page.deeds.undo_button.setFocus()
    press(page.deeds.undo_button, Qt.Key.Key_Space)
    stage.settle()
    assert stage.ask(lambda desk: row(desk, TOMI)).latitude == 43.801
    line = next(x for x in page.deeds.model.rows if x.label == "位置を直す")
    assert line.undone
    page.deeds.list.choose(line.deed)
    assert "もう元に戻してあります。" in words(page.deeds)
    assert not page.deeds.undo_button.isVisible()


def test_a_copy_that_was_given_is_not_undone_by_a_button(page: RecordsPage, stage: Stage) -> None:
    stage.session.write(give(ProvisionState.HANDED))
    stage.settle()
    turn(page, 3)
    page.deeds.list.choose(page.deeds.model.rows[0].deed)
    assert "これは元に戻せない操作です。" in words(page.deeds)


def test_locking_leaves_nothing(page: RecordsPage, stage: Stage) -> None:
    stage.session.write(give(ProvisionState.HANDED))
    stage.settle()
    page.cleared()
    QTest.qWait(10)
    assert (page.copies.model.rows, page.deeds.model.rows) == ((), ())


def changed(kind: str, register: str, before: object, after: object) -> str:
    line = ChangeLine(
        deed="d",
        label="訂正",
        clerk="福祉 一子",
        at=datetime(2026, 11, 24, tzinfo=UTC),
        reason=None,
        kind=kind,
        record="r",
        register=register,
        before=before,  # type: ignore[arg-type]
        after=after,  # type: ignore[arg-type]
    )
    return change_words(line, {"a-1": "旭町一", "care_2": "要介護2"})


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (("phone", "number", "0999-1", "0999-2"), "電話: 0999-1 → 0999-2"),
        (("person", "birth", "1942-04", "1942-04-02"), "生年月日: 昭和17年4月 → 昭和17年4月2日"),
        (("person", "sex", None, "female"), "性別: 女"),
        (("person", "name_note", "はしご高", None), "字のメモ: はしご高 → （なし）"),
        (("person", "association", None, "a-1"), "町内会: 旭町一"),
        (("person", "association", None, "a-9"), ""),
        (("resident", "care_level", None, "care_2"), "要介護度: 要介護2"),
        (("person", "exists", None, True), "人を加えました"),
        (("phone", "exists", True, False), "電話を外しました"),
        (("phone", "order", "V", "W"), ""),
        (("phone", "unknown", "1", "2"), ""),
        (("animal", "name", "1", "2"), ""),
        (("person", "birth", None, "1942-13"), "生年月日: （読めない値）"),
        (
            (
                "person",
                "place",
                None,
                {"address": "旭町1", "point": [43.0, 141.0], "accuracy": "house"},
            ),
            "住所: 旭町1（位置: 番地）",
        ),
        (
            ("consent", "answer", None, {"answer": "given", "on": "2025-06-02", "by": "本人"}),
            "返事: 同意する・令和7年6月2日・本人",
        ),
        (("resident", "ending", None, {"reason": "moved"}), "登録の終わり: 転出"),
        (("contact", "photo", None, "ab" * 32), "顔写真: 写真"),
    ],
)
def test_a_change_in_words(line: tuple[str, str, object, object], told: str) -> None:
    assert changed(*line) == told

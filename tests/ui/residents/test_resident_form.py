"""The form of a resident on a real office, played with keys: new, known, changed, left half way."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from renkei_desktop.domain.choice import Answer, EndingReason, Purpose, RecipientClass
from renkei_desktop.domain.person import Household, Person, Phone
from renkei_desktop.domain.place import Accuracy, Point
from renkei_desktop.domain.resident import Ending, Resident, SupportReason
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.office import residents
from renkei_desktop.office.residents import PersonCard
from renkei_desktop.ui.page import Draft
from renkei_desktop.ui.residents.page import ResidentsPage
from tests.ui.invented import FUMI, TOMI, UNKNOWN
from tests.ui.keys import click, convert, press
from tests.ui.residents.conftest import without_map
from tests.ui.stage import Stage

Show = Callable[..., ResidentsPage]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(show: Show, stage: Stage) -> ResidentsPage:
    return show(ResidentsPage, prepare=without_map)


def now() -> QWidget:
    """Where the cursor stands."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def go_on(times: int = 1) -> None:
    """Enter, as often as said; the one that confirmed a conversion is long over."""
    QTest.qWait(80)
    for _ in range(times):
        press(now(), Qt.Key.Key_Return)


def save(stage: Stage) -> None:
    press(now(), Qt.Key.Key_S, CTRL)
    stage.settle()
    stage.settle()


def card_of(stage: Stage, person: str) -> PersonCard:
    found: PersonCard = stage.ask(lambda desk: residents.person_card(desk, person))
    return found


def open_form(page: ResidentsPage, stage: Stage, person: str) -> None:
    page.go_to(person)
    stage.settle()
    page.begin_change()


def line(page: ResidentsPage, name: str) -> Any:
    assert page.desk.open is not None
    return page.desk.open.form.line(name).editor


def fields(page: ResidentsPage, kind: str, row: int) -> dict[str, Any]:
    assert page.desk.open is not None
    part = page.desk.open.form.lists[kind].parts[row]
    return {attribute: line.editor for attribute, line in part.lines.items()}


def words(widget: QWidget) -> str:
    return "\n".join(x.text() for x in widget.findChildren(QLabel) if x.isVisibleTo(widget))


def test_somebody_new_is_registered_with_keys_only(page: ResidentsPage, stage: Stage) -> None:
    assert page.main_deed is not None
    page.main_deed.click()
    convert(now(), "はやし", "林")
    press(now(), Qt.Key.Key_Space)
    convert(now(), "まさこ", "昌子")
    go_on(2)
    QTest.keyClicks(now(), "S12.3.4")
    go_on()
    press(now(), Qt.Key.Key_Right)
    go_on()
    convert(now(), "あさひまち5", "旭町5")
    save(stage)
    chosen = page.list_card.list.current
    assert (chosen.name, chosen.reading) == ("林 昌子", "はやし まさこ")
    card = card_of(stage, chosen.person)
    assert card.sheet.person.birth == PartialDate(1937, 3, 4)
    assert card.sheet.person.sex is not None and card.sheet.person.sex.label == "女"
    assert card.sheet.person.place is not None and card.sheet.person.place.address == "旭町5"
    assert card.sheet.resident is not None
    assert card.sheet.resident.registered_on == PartialDate(2026, 11, 24)
    assert (card.sheet.phones, card.sheet.household) == ((), None)
    assert "林 昌子" in words(page.card)


def test_who_is_known_already_is_offered_and_opened(page: ResidentsPage, stage: Stage) -> None:
    page.begin_new()
    convert(now(), "おのでら", "小野寺")
    QTest.qWait(260)
    assert "同じ人かもしれません" in words(page.side)
    offered = page.side.findChildren(QPushButton)
    assert {button.accessibleName() for button in offered} == {
        "同じ人として開く: 小野寺 フミ",
        "同じ人として開く: 小野寺 太郎",
    }
    click(next(b for b in offered if "太郎" in b.accessibleName()))
    stage.settle()
    assert not page.desk.is_open
    assert "小野寺 太郎" in words(page.card)
    assert page.draft() is None


def test_somebody_known_is_registered(page: ResidentsPage, stage: Stage) -> None:
    page.go_to(UNKNOWN)
    stage.settle()
    click(page.card.register_button)
    assert "小野寺 太郎さんを登録する" in words(page.form_view)
    save(stage)
    card = card_of(stage, UNKNOWN)
    assert card.sheet.resident is not None
    assert card.sheet.person.name == "小野寺 太郎"
    assert UNKNOWN in [row.person for row in page.list_card.model.rows]


def test_one_field_is_changed_and_nothing_else(page: ResidentsPage, stage: Stage) -> None:
    before = card_of(stage, FUMI)
    open_form(page, stage, FUMI)
    number = fields(page, "phone", 0)["number"].field
    number.setFocus()
    number.selectAll()
    QTest.keyClicks(number, "35-9999")
    save(stage)
    after = card_of(stage, FUMI)
    changed = [
        (c.kind, c.register, c.after)
        for c in after.history[: len(after.history) - len(before.history)]
    ]
    assert changed == [("phone", "number", "0999-35-9999")]
    assert "0999-35-9999" in words(page.card)


def test_a_form_that_was_not_touched_writes_nothing(page: ResidentsPage, stage: Stage) -> None:
    before = card_of(stage, FUMI)
    open_form(page, stage, FUMI)
    assert page.desk.open is not None and not page.desk.open.touched
    save(stage)
    assert card_of(stage, FUMI).history == before.history


def test_consent_is_written_as_a_full_answer(page: ResidentsPage, stage: Stage) -> None:
    page.go_to("p-kiyoshi")
    stage.settle()
    page.begin_change()
    assert page.desk.open is not None
    matrix = page.desk.open.form.matrix
    assert matrix is not None
    matrix.boxes[Purpose.ROSTER, RecipientClass.COMMISSIONER].setFocus()
    press(now(), Qt.Key.Key_Down)
    save(stage)
    assert page.desk.is_open
    assert "同意の返事には、日付・方法・答えた人が要ります。" in words(page.form_view)
    convert(now(), "ほんにん", "本人")
    save(stage)
    (consent,) = card_of(stage, "p-kiyoshi").sheet.consents
    assert (consent.answer.answer, consent.answer.by) == (Answer.GIVEN, "本人")
    assert consent.answer.on == PartialDate(2026, 11, 24)


def test_a_reason_is_taken_away_and_another_comes_first(page: ResidentsPage, stage: Stage) -> None:
    open_form(page, stage, FUMI)
    assert page.desk.open is not None
    reasons = page.desk.open.form.lists["support_reason"]
    click(reasons.rows[1].buttons[0])
    click(reasons.rows[1].buttons[2])
    save(stage)
    kept = stage.ask(lambda desk: desk.rows.of(SupportReason, "resident", "r-fumi"))
    assert [held.record.term for held in kept] == ["oxygen"]


def test_a_pin_is_set_from_within_the_form(page: ResidentsPage, stage: Stage) -> None:
    open_form(page, stage, FUMI)
    line(page, "person.place").map_wanted.emit()
    assert page.map.is_moving
    page.map.view.pin_moved.emit(FUMI, 43.9, 141.8)
    page.map.confirm_button.click()
    assert "位置: 手置き" in words(page.form_view)
    history = len(card_of(stage, FUMI).history)
    save(stage)
    card = card_of(stage, FUMI)
    assert len(card.history) == history + 1
    place = card.sheet.person.place
    assert place is not None and place.point == Point(43.9, 141.8)
    assert place.accuracy is Accuracy.SURVEYED


def test_a_pin_of_a_form_that_is_given_up_goes_back(page: ResidentsPage, stage: Stage) -> None:
    sent: list[tuple[list[tuple[str, float]], list[str]]] = []
    page.map.view.change_pins = lambda pins, gone=(): sent.append(  # type: ignore[method-assign]
        ([(pin.record_id, pin.latitude) for pin in pins], list(gone))
    )
    for person in (FUMI, "p-long"):
        open_form(page, stage, person)
        line(page, "person.place").map_wanted.emit()
        page.map.view.pin_moved.emit(person, 43.9, 141.8)
        page.map.confirm_button.click()
        page.desk.close()
    assert sent == [
        ([(FUMI, 43.9)], []),
        ([(FUMI, 43.8045)], []),
        ([("p-long", 43.9)], []),
        ([], ["p-long"]),
    ]


def test_a_pin_is_set_right_beside_the_card(page: ResidentsPage, stage: Stage) -> None:
    page.go_to(TOMI)
    stage.settle()
    page.map.begin_move_of_selected()
    page.map.view.pin_moved.emit(TOMI, 43.81, 141.91)
    page.map.confirm_button.click()
    stage.settle()
    place = card_of(stage, TOMI).sheet.person.place
    assert place is not None and place.point == Point(43.81, 141.91)
    assert page.list_card.list.current.accuracy is Accuracy.SURVEYED


class TestLeaving:
    def test_esc_asks_where_something_was_typed(self, page: ResidentsPage, stage: Stage) -> None:
        open_form(page, stage, FUMI)
        QTest.keyClicks(now(), "x")
        press(now(), Qt.Key.Key_Escape)
        panel = QApplication.activeModalWidget()
        assert panel is not None and "まだ保存していません" in words(panel)
        press(panel, Qt.Key.Key_Escape)
        assert page.desk.is_open
        press(now(), Qt.Key.Key_Escape)
        verbs = QApplication.activeModalWidget().findChildren(QPushButton)
        click(next(verb for verb in verbs if verb.text() == "消してやめる"))
        assert not page.desk.is_open
        stage.settle()
        assert card_of(stage, FUMI).sheet.person.name == "小野寺 フミ"

    def test_every_change_is_told_so_that_the_draft_is_kept(
        self, page: ResidentsPage, stage: Stage
    ) -> None:
        open_form(page, stage, FUMI)
        assert page.draft() is None
        told = QSignalSpy(page.typed)
        QTest.keyClicks(now(), "x")
        assert told.count() == 1
        kept = page.draft()
        assert kept is not None and (kept.form, kept.record) == ("person", FUMI)

    def test_a_saved_form_drops_its_draft(self, page: ResidentsPage, stage: Stage) -> None:
        open_form(page, stage, FUMI)
        QTest.keyClicks(now(), "x")
        settled = QSignalSpy(page.settled)
        save(stage)
        assert settled.at(0) == ["person", FUMI]
        assert page.draft() is None

    def test_another_record_puts_the_form_aside(self, page: ResidentsPage, stage: Stage) -> None:
        open_form(page, stage, FUMI)
        QTest.keyClicks(now(), "x")
        page.go_to(TOMI)
        stage.settle()
        assert "書きかけの票が1つあります。" in words(page.parked)
        click(page.parked.on_button)
        stage.settle()
        assert line(page, "person.name").line.text().endswith("x")
        assert not page.parked.isVisible()

    def test_what_was_put_aside_comes_back_with_the_form(
        self, page: ResidentsPage, stage: Stage
    ) -> None:
        page.begin_new()
        convert(now(), "はやし", "林")
        page.go_to(TOMI)
        stage.settle()
        page.begin_new()
        stage.settle()
        assert line(page, "person.name").value() == "林"

    def test_a_draft_is_taken_up_after_a_lock(
        self, page: ResidentsPage, stage: Stage, show: Show
    ) -> None:
        open_form(page, stage, FUMI)
        QTest.keyClicks(now(), "x")
        line(page, "person.birth").resume("S17.")
        kept = page.draft()
        assert kept is not None
        page.cleared()
        again = show(ResidentsPage, prepare=without_map)
        again.restore_draft(Draft(kept.form, kept.record, kept.data))
        stage.settle()
        QTest.qWait(80)
        assert line(again, "person.name").line.text().endswith("x")
        assert line(again, "person.birth").field.text() == "S17."
        assert again.draft() == kept

    def test_a_new_person_keeps_the_same_id_over_a_lock(
        self, page: ResidentsPage, stage: Stage, show: Show
    ) -> None:
        page.begin_new()
        convert(now(), "はやし", "林")
        kept = page.draft()
        assert kept is not None and page.desk.open is not None
        person = page.desk.open.person
        again = show(ResidentsPage, prepare=without_map)
        again.restore_draft(kept)
        QTest.qWait(80)
        assert again.desk.open is not None and again.desk.open.person == person


class TestHousehold:
    def test_it_is_made_when_something_is_typed_about_it(
        self, page: ResidentsPage, stage: Stage
    ) -> None:
        open_form(page, stage, TOMI)
        line(page, "household.yago").resume("まるや")
        save(stage)
        card = card_of(stage, TOMI)
        assert card.sheet.household is not None
        assert (card.sheet.household.yago, card.row.yago) == ("まるや", "まるや")

    def test_another_one_is_joined_and_the_old_one_stays(
        self, page: ResidentsPage, stage: Stage
    ) -> None:
        open_form(page, stage, TOMI)
        line(page, "household.yago").resume("まるや")
        save(stage)
        old = card_of(stage, TOMI).sheet.household
        page.begin_change()
        assert page.desk.open is not None
        click(next(box for box in page.desk.open.form.boxes if box.title == "世帯").head)
        picker = line(page, "person.household")
        picker.field.setFocus()
        picker.field.selectAll()
        convert(picker.field, "ふみ", "小野寺")
        QTest.qWait(80)
        press(picker.field, Qt.Key.Key_Return)
        save(stage)
        card = card_of(stage, TOMI)
        assert card.sheet.household is not None and card.sheet.household.id == "h-fumi"
        held = stage.ask(lambda desk: desk.rows.get(Household, old.id))
        assert held.exists


def test_a_new_registration_leaves_the_ended_one_as_it_is(
    page: ResidentsPage, stage: Stage
) -> None:
    ending = Ending(reason=EndingReason.MOVED, on=PartialDate(2026, 3))
    stage.session.write(
        lambda desk: residents.end_registration(desk, residents.person_card(desk, FUMI), ending)
    )
    stage.settle()
    page.go_to(FUMI)
    stage.settle()
    click(page.card.register_button)
    save(stage)
    found = stage.ask(lambda desk: desk.rows.of(Resident, "person", FUMI))
    assert {held.record.id for held in found} > {"r-fumi"}
    ended = next(held for held in found if held.record.id == "r-fumi")
    assert (ended.record.ending, ended.exists) == (ending, True)
    assert stage.ask(lambda desk: len(desk.rows.of(Phone, "person", FUMI))) == 2


def test_values_that_stand_side_by_side_are_shown_and_one_is_taken(
    page: ResidentsPage, stage: Stage
) -> None:
    _write_unseen(stage, "小野寺 文")
    open_form(page, stage, FUMI)
    beside = words(page.side)
    assert "食い違い" in beside
    assert "小野寺 フミ" in beside and "小野寺 文" in beside
    takes = [b for b in page.side.findChildren(QPushButton) if b.text() == "この値にする"]
    other = 1 if line(page, "person.name").value() == "小野寺 フミ" else 0
    wanted = ("小野寺 フミ", "小野寺 文")[other]
    click(takes[1])
    assert line(page, "person.name").value() == wanted


def _write_unseen(stage: Stage, name: str) -> None:
    """Writes a name as somebody who had not seen the one that stands."""

    def write(desk):  # type: ignore[no-untyped-def]
        held = desk.rows.get(Person, FUMI)
        blind = dataclasses.replace(held, seen=type(held.seen)())
        with desk.writing("別の端末") as book:
            book.put(dataclasses.replace(held.record, name=name), blind)
        return book.changes

    stage.session.write(write)
    stage.settle()


def test_saving_that_is_refused_loses_nothing(page: ResidentsPage, stage: Stage) -> None:
    """Somebody else registered the same person while this form was open."""
    page.go_to(UNKNOWN)
    stage.settle()
    page.begin_known()
    stage.session.write(lambda desk: _put(desk, Resident(id="r-other", person=UNKNOWN)))
    stage.settle()
    save(stage)
    assert page.desk.is_open
    assert "この人はもう登録されています。" in words(page.form_view)


def _put(desk, record):  # type: ignore[no-untyped-def]
    with desk.writing("登録") as book:
        book.put(record, None)
    return book.changes

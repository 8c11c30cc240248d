"""A whole form: errors beside the fields, saving, going back, what survives half typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from renkei_desktop.domain.field import Record
from renkei_desktop.domain.moment import new_id
from renkei_desktop.domain.person import EmergencyContact, Household, Person, Phone
from renkei_desktop.domain.resident import Resident, Supporter, SupportReason
from renkei_desktop.ui.forms.form_view import FormView
from renkei_desktop.ui.forms.photo_editor import SIZE, PhotoEditor
from renkei_desktop.ui.forms.picker import PickerEditor
from renkei_desktop.ui.forms.sections import PERSON
from renkei_desktop.ui.forms.sheet_form import SheetForm, begin
from renkei_desktop.ui.forms.surroundings import Surroundings
from tests.ui.forms.conftest import BODIES, find
from tests.ui.keys import click, convert, press

BLANKS = {
    "phone": lambda: Phone(id=new_id(), person="p"),
    "emergency_contact": lambda: EmergencyContact(id=new_id(), person="p"),
    "support_reason": lambda: SupportReason(id=new_id(), resident="r"),
    "supporter": lambda: Supporter(id=new_id(), resident="r"),
}


def form_of(around: Surroundings, person: Person, *children: Record) -> SheetForm:
    singles = [person, Household(id="h"), Resident(id="r", person="p")]
    return SheetForm(PERSON, around, singles, children, BLANKS)


@pytest.fixture
def view(qtbot: QtBot, around: Surroundings) -> FormView:
    made = FormView()
    qtbot.addWidget(made)
    made.resize(760, 900)
    made.open(form_of(around, Person(id="p")), "住民を登録する", "登録する")
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    assert made.form is not None
    begin(made.form, "person.name")
    return made


def said(view: FormView) -> list[str]:
    """All sentences in red that stand on the form."""
    labels = view.findChildren(QLabel)
    return [x.text() for x in labels if x.property("role") == "error" and x.isVisible()]


def focus(attribute: str, view: FormView) -> bool:
    assert view.form is not None
    field = view.form.line(f"person.{attribute}").editor.field
    return QApplication.focusWidget() in (field, field.focusProxy())


def test_enter_leads_through_the_short_card(view: FormView) -> None:
    order = []
    for attribute in ("name", "reading", "birth", "sex", "place"):
        order.append(focus(attribute, view))
        press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert order == [True] * 5


def test_a_missing_name_is_said_beside_the_field_and_the_cursor_goes_there(
    view: FormView, qtbot: QtBot
) -> None:
    assert view.form is not None
    view.form.line("person.birth").editor.field.setFocus()
    with qtbot.assertNotEmitted(view.save_wanted):
        press(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert said(view) == [
        "直すところが1つあります。氏名を入力してください。",
        "氏名を入力してください。",
    ]
    assert focus("name", view)
    assert QApplication.activeModalWidget() is None


def test_a_wrong_date_is_said_while_typing_after_a_breath(view: FormView, qtbot: QtBot) -> None:
    assert view.form is not None
    field = view.form.line("person.birth").editor.field
    field.setFocus()
    QTest.keyClicks(field, "S17.4.31")
    assert said(view) == []
    qtbot.waitUntil(
        lambda: said(view) == ["4月31日はありません。4月は30日までです。"], timeout=3000
    )
    press(field, Qt.Key.Key_Backspace)
    assert said(view) == []


def test_a_wrong_date_is_said_at_once_when_one_leaves(view: FormView) -> None:
    assert view.form is not None
    field = view.form.line("person.birth").editor.field
    field.setFocus()
    QTest.keyClicks(field, "S17.4.31")
    press(field, Qt.Key.Key_Tab)
    assert said(view) == ["4月31日はありません。4月は30日までです。"]


def test_ctrl_s_saves_what_is_right(view: FormView, qtbot: QtBot) -> None:
    convert(QApplication.focusWidget(), "おのでら", "小野寺")
    with qtbot.waitSignal(view.save_wanted, timeout=1000):
        press(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert view.form is not None
    person = view.form.record("person")
    assert (person.name, person.reading) == ("小野寺", "おのでら")  # type: ignore[attr-defined]


def test_esc_goes_back_from_any_field(view: FormView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.back_wanted, timeout=1000):
        press(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_saving_is_not_asked_twice(view: FormView, qtbot: QtBot) -> None:
    convert(QApplication.focusWidget(), "おのでら", "小野寺")
    view.hold(True)
    with qtbot.assertNotEmitted(view.save_wanted):
        view.save()
    view.refuse("保存できませんでした。")
    assert said(view) == ["保存できませんでした。"]
    with qtbot.waitSignal(view.save_wanted, timeout=1000):
        view.save()


def test_a_trouble_behind_もっと_unfolds_its_group(view: FormView) -> None:
    assert view.form is not None
    view.form.line("person.name").editor.resume("小野寺")
    view.form.line("person.note").editor.resume("123456789018")
    view.save()
    box = next(box for box in view.form.boxes if box.title == "字と番号とメモ")
    assert not box.folded
    assert focus("note", view)


def test_もっと_opens_by_key(view: FormView) -> None:
    assert view.form is not None
    box = next(box for box in view.form.boxes if box.title == "世帯")
    assert box.folded
    box.head.setFocus()
    press(box.head, Qt.Key.Key_Space)
    assert not box.folded
    assert QApplication.focusWidget() is not box.head


def test_half_typed_everything_comes_back(
    view: FormView, qtbot: QtBot, around: Surroundings
) -> None:
    assert view.form is not None
    view.form.line("person.name").editor.resume("小野寺 フミ")
    view.form.line("person.birth").editor.resume("S17.")
    view.form.line("person.place").editor.resume({"address": "旭町", "point": [43.0, 141.0]})
    view.form.lists["phone"].rows[0].part.lines["number"].editor.resume("0999-3")
    again = form_of(around, Person(id="p"))
    qtbot.addWidget(again)
    again.resume(view.form.draft())
    assert again.draft() == view.form.draft()


def test_a_draft_of_a_form_that_has_changed_since_is_taken_as_far_as_it_fits(
    qtbot: QtBot, around: Surroundings
) -> None:
    form = form_of(around, Person(id="p"))
    qtbot.addWidget(form)
    form.resume({"parts": {"person": {"name": "林", "nickname": "x"}, "animal": {}}, "lists": {}})
    assert form.record("person").name == "林"  # type: ignore[attr-defined]
    form.resume(None)


def test_clearing_leaves_nothing_readable(view: FormView, qtbot: QtBot) -> None:
    assert view.form is not None
    view.form.line("person.name").editor.resume("小野寺 フミ")
    view.clear()
    qtbot.wait(20)
    texts = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    assert not any("小野寺" in text or "登録" in text for text in texts)
    assert view.form is None


class TestPicker:
    @pytest.fixture
    def picker(self, qtbot: QtBot) -> Iterator[PickerEditor]:
        made = PickerEditor(find, lambda i: BODIES.get(i, ""))
        window = QWidget()
        QVBoxLayout(window).addWidget(made.field)
        qtbot.addWidget(window)
        window.resize(500, 400)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        made.field.setFocus()
        yield made
        window.close()

    def test_typed_found_and_chosen_by_key(self, picker: PickerEditor, qtbot: QtBot) -> None:
        convert(picker.field, "きた", "北")
        assert picker.line.matches.isVisible()
        press(picker.field, Qt.Key.Key_Down)
        press(picker.field, Qt.Key.Key_Up)
        qtbot.wait(80)
        press(picker.field, Qt.Key.Key_Return)
        assert (picker.value(), picker.line.text()) == ("a-2", "北栄")
        assert picker.trouble() == ""

    def test_the_enter_that_confirms_picks_nothing(self, picker: PickerEditor) -> None:
        convert(picker.field, "きた", "北")
        press(picker.field, Qt.Key.Key_Return)
        assert picker.value() is None

    def test_esc_shuts_the_list_and_not_the_form(self, picker: PickerEditor) -> None:
        convert(picker.field, "きた", "北")
        press(picker.field, Qt.Key.Key_Escape)
        assert not picker.line.matches.isVisible()

    def test_chosen_by_mouse(self, picker: PickerEditor) -> None:
        convert(picker.field, "きた", "北")
        matches = picker.line.matches
        click(matches.viewport(), matches.visualItemRect(matches.item(1)).center())
        assert picker.value() == "a-3"

    def test_words_that_are_not_in_the_list_are_no_choice(self, picker: PickerEditor) -> None:
        convert(picker.field, "みなみ", "南")
        assert (picker.value(), picker.trouble()) == (None, "一覧の中から選んでください。")

    def test_emptied_it_is_nothing(self, picker: PickerEditor) -> None:
        picker.show_value("a-1")
        assert picker.line.text() == "旭町一"
        picker.line.selectAll()
        press(picker.field, Qt.Key.Key_Delete)
        assert (picker.value(), picker.trouble()) == (None, "")

    def test_a_name_typed_in_full_is_a_choice(self, picker: PickerEditor) -> None:
        convert(picker.field, "あさひまちいち", "旭町一")
        assert picker.value() == "a-1"


class TestPhoto:
    @pytest.fixture
    def photo(self, qtbot: QtBot) -> PhotoEditor:
        made = PhotoEditor()
        qtbot.addWidget(made.field)
        made.field.show()
        return made

    def test_a_picture_is_cut_to_the_shape_of_a_face(
        self, photo: PhotoEditor, tmp_path: Path
    ) -> None:
        wide = QImage(800, 600, QImage.Format.Format_RGB32)
        wide.fill(QColor("#0F6B5C"))
        wide.save(str(tmp_path / "face.png"))
        photo.take_file(tmp_path / "face.png")
        assert photo.trouble() == ""
        cut = QImage.fromData(photo.picture or b"")
        assert cut.size() == SIZE
        assert len(photo.value() or "") == 64

    def test_what_is_no_picture_is_said(self, photo: PhotoEditor, tmp_path: Path) -> None:
        (tmp_path / "x.jpg").write_bytes(b"no picture")
        photo.take_file(tmp_path / "x.jpg")
        assert photo.trouble() == "この写真は読めません。JPEGかPNGの写真を選んでください。"
        assert photo.value() is None

    def test_it_is_taken_away(self, photo: PhotoEditor) -> None:
        photo.show_value("ab" * 32)
        click(photo.drop_button)
        assert photo.value() is None

    def test_a_new_picture_survives_half_typed(
        self, photo: PhotoEditor, tmp_path: Path, qtbot: QtBot
    ) -> None:
        image = QImage(300, 400, QImage.Format.Format_RGB32)
        image.fill(QColor("#9A6700"))
        image.save(str(tmp_path / "face.png"))
        photo.take_file(tmp_path / "face.png")
        again = PhotoEditor()
        qtbot.addWidget(again.field)
        again.resume(photo.draft())
        assert (again.value(), again.picture) == (photo.value(), photo.picture)

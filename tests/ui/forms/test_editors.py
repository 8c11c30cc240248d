"""The editors of single fields: what they take, what they say, what they keep."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from renkei_desktop.domain.place import Accuracy, Place, Point
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.ui.forms.choice_editors import ComboEditor, FlagEditor, Option, SegmentEditor
from renkei_desktop.ui.forms.date_editor import DateEditor
from renkei_desktop.ui.forms.editor import MY_NUMBER, Editor
from renkei_desktop.ui.forms.place_editor import PlaceEditor
from renkei_desktop.ui.forms.text_editors import KanaEditor, NoteEditor, PhoneEditor, TextEditor
from tests.ui.forms.conftest import TODAY
from tests.ui.keys import click, convert, press

LETTERS = tuple(Option(n, f"答え{n}") for n in range(6))


def page(qtbot: QtBot, *editors: Editor) -> QWidget:
    """A window with these editors below each other."""
    window = QWidget()
    layout = QVBoxLayout(window)
    for editor in editors:
        layout.addWidget(editor.field)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    # qtbot itself only holds windows weakly.
    qtbot.held_window = window  # type: ignore[attr-defined]
    return window


def edits(editor: Editor) -> list[None]:
    """Grows by one at every `edited`."""
    said: list[None] = []
    editor.edited.connect(lambda: said.append(None))
    return said


class TestText:
    def test_the_very_characters_are_kept(self, qtbot: QtBot) -> None:
        editor = TextEditor()
        page(qtbot, editor)
        editor.show_value("髙橋 𠮷男 葛\U000e0102")
        assert editor.value() == "髙橋 𠮷男 葛\U000e0102"

    def test_empty_is_nothing(self, qtbot: QtBot) -> None:
        editor = TextEditor()
        page(qtbot, editor)
        editor.show_value("  ")
        assert editor.value() is None

    @pytest.mark.parametrize("make", [TextEditor, NoteEditor, PlaceEditor])
    def test_what_looks_like_an_individual_number_is_refused(
        self, qtbot: QtBot, make: type[Editor]
    ) -> None:
        editor = make()
        page(qtbot, editor)
        editor.resume({"address": "番号 123456789018"} if make is PlaceEditor else "123456789018")
        assert editor.trouble() == MY_NUMBER
        editor.resume({"address": "番号 123456789012"} if make is PlaceEditor else "123456789012")
        assert editor.trouble() == ""

    def test_showing_says_nothing_and_typing_does(self, qtbot: QtBot) -> None:
        editor, note = TextEditor(), NoteEditor()
        page(qtbot, editor, note)
        said, noted = edits(editor), edits(note)
        editor.show_value("a")
        note.show_value("a")
        assert (said, noted) == ([], [])
        QTest.keyClicks(editor.field, "bc")
        QTest.keyClicks(note.field, "d")
        assert (len(said), len(noted)) == (2, 1)


class TestReading:
    def test_it_follows_the_name(self, qtbot: QtBot) -> None:
        name, reading = TextEditor(), KanaEditor()
        page(qtbot, name, reading)
        reading.follow(name)
        convert(name.field, "おのでら", "小野寺")
        press(name.field, Qt.Key.Key_Space)
        convert(name.field, "ふみ", "フミ")
        assert (name.value(), reading.value()) == ("小野寺 フミ", "おのでら ふみ")

    def test_typed_by_hand_it_is_left_alone(self, qtbot: QtBot) -> None:
        name, reading = TextEditor(), KanaEditor()
        page(qtbot, name, reading)
        reading.follow(name)
        convert(reading.field, "さいとう", "さいとう")
        convert(name.field, "さいとう", "齋藤")
        assert reading.value() == "さいとう"

    def test_a_stored_reading_is_left_alone(self, qtbot: QtBot) -> None:
        name, reading = TextEditor(), KanaEditor()
        page(qtbot, name, reading)
        reading.follow(name)
        reading.show_value("おのでら")
        convert(name.field, "ふみ", "フミ")
        assert reading.value() == "おのでら"

    def test_a_name_that_is_emptied_begins_anew(self, qtbot: QtBot) -> None:
        name, reading = TextEditor(), KanaEditor()
        page(qtbot, name, reading)
        reading.follow(name)
        convert(name.field, "やまだ", "山田")
        name.line.selectAll()
        press(name.field, Qt.Key.Key_Delete)
        assert reading.value() is None
        convert(name.field, "はやし", "林")
        assert reading.value() == "はやし"

    def test_katakana_is_kept_as_hiragana(self, qtbot: QtBot) -> None:
        reading = KanaEditor()
        page(qtbot, reading)
        reading.resume("ｵﾉﾃﾞﾗ　フミ")
        assert (reading.value(), reading.trouble()) == ("おのでら ふみ", "")

    def test_kanji_is_no_reading(self, qtbot: QtBot) -> None:
        reading = KanaEditor()
        page(qtbot, reading)
        reading.resume("小野寺")
        assert reading.trouble() == "よみは、ひらがなで入力してください。"


class TestEnter:
    def test_enter_goes_on(self, qtbot: QtBot) -> None:
        first, second = TextEditor(), TextEditor()
        page(qtbot, first, second)
        first.field.setFocus()
        QTest.keyClicks(first.field, "abc")
        press(first.field, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is second.field

    def test_an_enter_that_confirms_never_goes_on(self, qtbot: QtBot) -> None:
        first, second = TextEditor(), TextEditor()
        page(qtbot, first, second)
        first.field.setFocus()
        convert(first.field, "やまだ", "山田")
        press(first.field, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is first.field
        assert first.value() == "山田"
        qtbot.wait(80)
        press(first.field, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is second.field

    def test_an_enter_in_the_middle_of_a_conversion_never_goes_on(self, qtbot: QtBot) -> None:
        from tests.ui.keys import preedit

        first, second = TextEditor(), TextEditor()
        page(qtbot, first, second)
        first.field.setFocus()
        preedit(first.field, "やまだ")
        press(first.field, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is first.field
        assert second.value() is None

    def test_enter_goes_on_from_a_choice(self, qtbot: QtBot) -> None:
        combo, segments, last = ComboEditor(LETTERS), SegmentEditor(LETTERS[:3]), TextEditor()
        page(qtbot, combo, segments, last)
        combo.field.setFocus()
        press(combo.field, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is segments.field.focusProxy()
        press(QApplication.focusWidget(), Qt.Key.Key_Return)
        assert QApplication.focusWidget() is last.field


class TestDate:
    @pytest.mark.parametrize("text", ["S17.4.2", "昭和17年4月2日", "3170402", "1942/4/2"])
    def test_many_spellings_one_day(self, qtbot: QtBot, text: str) -> None:
        editor = DateEditor(TODAY, with_age=True)
        page(qtbot, editor)
        editor.resume(text)
        assert editor.value() == PartialDate(1942, 4, 2)
        assert editor.gloss() == "昭和17年4月2日（木）満84歳"

    def test_the_gloss_appears_as_one_types(self, qtbot: QtBot) -> None:
        editor = DateEditor(TODAY)
        page(qtbot, editor)
        glosses = []
        editor.edited.connect(lambda: glosses.append(editor.gloss()))
        QTest.keyClicks(editor.field, "R6.4.1")
        assert glosses[-1] == "令和6年4月1日（月）"
        assert glosses[1] == "令和6年"

    def test_a_day_that_is_none_is_explained(self, qtbot: QtBot) -> None:
        editor = DateEditor(TODAY)
        page(qtbot, editor)
        editor.resume("R6.2.30")
        assert editor.value() is None
        assert editor.trouble() == "2月30日はありません。2024年2月は29日までです。"

    def test_nobody_is_born_tomorrow(self, qtbot: QtBot) -> None:
        editor = DateEditor(TODAY, with_age=True)
        page(qtbot, editor)
        editor.resume("R8.11.25")
        assert editor.trouble() == "生年月日が今日より後になっています。"

    def test_it_is_written_out_when_one_leaves(self, qtbot: QtBot) -> None:
        editor, other = DateEditor(TODAY), TextEditor()
        page(qtbot, editor, other)
        editor.field.setFocus()
        QTest.keyClicks(editor.field, "S17.4")
        press(editor.field, Qt.Key.Key_Tab)
        assert editor.field.text() == "昭和17年4月"

    def test_half_typed_it_is_kept(self, qtbot: QtBot) -> None:
        editor, again = DateEditor(TODAY), DateEditor(TODAY)
        page(qtbot, editor, again)
        QTest.keyClicks(editor.field, "S17.")
        again.resume(editor.draft())
        assert again.field.text() == "S17."


class TestChoices:
    def test_arrows_choose_among_segments(self, qtbot: QtBot) -> None:
        editor = SegmentEditor(LETTERS[:3])
        page(qtbot, editor)
        first = editor.field.focusProxy()
        first.setFocus()
        press(first, Qt.Key.Key_Right)
        assert editor.value() == 0
        press(QApplication.focusWidget(), Qt.Key.Key_Right)
        assert editor.value() == 1
        press(QApplication.focusWidget(), Qt.Key.Key_Left)
        assert editor.value() == 0

    def test_a_second_click_takes_the_answer_back(self, qtbot: QtBot) -> None:
        editor = SegmentEditor(LETTERS[:3])
        page(qtbot, editor)
        button = editor.field.focusProxy()
        click(button)
        assert editor.value() == 0
        click(button)
        assert editor.value() is None

    def test_a_wheel_changes_nothing(self, qtbot: QtBot) -> None:
        editor = ComboEditor(LETTERS)
        page(qtbot, editor)
        editor.show_value(2)
        where = QPointF(5, 5)
        turn = QWheelEvent(
            where,
            where,
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(editor.field, turn)
        assert editor.value() == 2

    def test_a_key_in_a_shut_list_counts_as_an_edit(self, qtbot: QtBot) -> None:
        editor = ComboEditor(LETTERS)
        page(qtbot, editor)
        said = edits(editor)
        editor.field.setFocus()
        press(editor.field, Qt.Key.Key_Down)
        assert (editor.value(), bool(said)) == (0, True)

    def test_a_term_that_is_no_longer_used_stays_readable(self, qtbot: QtBot) -> None:
        editor = ComboEditor(LETTERS)
        page(qtbot, editor)
        editor.show_value("むかしの言葉")
        assert editor.value() == "むかしの言葉"
        assert editor.field.currentText() == "むかしの言葉（いまは使わない）"

    def test_other_answers_are_offered(self, qtbot: QtBot) -> None:
        editor = ComboEditor(LETTERS)
        page(qtbot, editor)
        editor.show_value(3)
        editor.offer((Option("x", "別"),))
        assert (editor.value(), editor.field.count()) == (None, 2)
        editor.show_value("x")
        assert editor.field.currentText() == "別"

    @pytest.mark.parametrize("editor_of", [SegmentEditor, ComboEditor])
    def test_a_draft_brings_the_answer_back(self, qtbot: QtBot, editor_of: type) -> None:
        editor, again = editor_of(LETTERS[:4]), editor_of(LETTERS[:4])
        page(qtbot, editor, again)
        editor.show_value(2)
        again.resume(editor.draft())
        assert again.value() == 2

    def test_yes_and_no_in_words(self, qtbot: QtBot) -> None:
        editor = FlagEditor("使う", "使わない")
        page(qtbot, editor)
        editor.show_value(True)
        assert editor.value() is True


class TestPhone:
    def test_figures_of_any_width_and_the_area_code(self, qtbot: QtBot) -> None:
        editor = PhoneEditor("0999")
        page(qtbot, editor)
        editor.resume("３５－２１１１")
        assert editor.value() == "0999-35-2111"

    def test_what_looks_wrong_is_doubted_but_kept(self, qtbot: QtBot) -> None:
        editor = PhoneEditor("0999")
        page(qtbot, editor)
        editor.resume("0999-35-21")
        assert editor.trouble() == ""
        assert editor.gloss()
        assert editor.value()


class TestPlace:
    def test_a_changed_address_warns_of_the_old_point(self, qtbot: QtBot) -> None:
        editor = PlaceEditor()
        page(qtbot, editor)
        stored = Place(address="旭町1", point=Point(43, 141), accuracy=Accuracy.HOUSE)
        editor.show_value(stored)
        assert (editor.value(), editor.gloss()) == (stored, "")
        QTest.keyClicks(editor.field.focusProxy(), "0")
        assert editor.gloss() == "住所が変わりました。地図の位置は前の住所のものです。"

    def test_a_pin_set_by_hand_belongs_to_the_new_address(self, qtbot: QtBot) -> None:
        editor = PlaceEditor()
        page(qtbot, editor)
        editor.show_value(Place(address="旭町1", point=Point(43, 141), accuracy=Accuracy.ROUGH))
        QTest.keyClicks(editor.field.focusProxy(), "0")
        editor.set_point(43.5, 141.5)
        wanted = Place(address="旭町10", point=Point(43.5, 141.5), accuracy=Accuracy.SURVEYED)
        assert (editor.value(), editor.gloss()) == (wanted, "")

    def test_a_place_without_anything_is_none(self, qtbot: QtBot) -> None:
        editor = PlaceEditor()
        page(qtbot, editor)
        editor.show_value(None)
        assert editor.value() is None

    def test_a_draft_keeps_the_point(self, qtbot: QtBot) -> None:
        editor, again = PlaceEditor(), PlaceEditor()
        page(qtbot, editor, again)
        editor.show_value(Place(address="旭町1", point=Point(43, 141), accuracy=Accuracy.HOUSE))
        again.resume(editor.draft())
        assert again.value() == editor.value()

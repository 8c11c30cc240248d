"""Enter goes on from field to field, but never while the input method is converting."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from renkei_desktop.ui.pieces.line import Line, Lines
from tests.ui.house import let_run
from tests.ui.keys import commit, convert, preedit, press


class Form(QWidget):
    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        self.first, self.second = Line(), Line()
        layout.addWidget(self.first)
        layout.addWidget(self.second)
        self.entered: list[str] = []
        self.first.entered.connect(lambda: self.entered.append(self.first.text()))


@pytest.fixture
def form(qapp: QApplication) -> Iterator[Form]:
    made = Form()
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    made.first.setFocus()
    yield made
    made.close()


def test_enter_goes_to_the_next_field(form: Form) -> None:
    QTest.keyClicks(form.first, "abc")
    press(form.first, Qt.Key.Key_Return)
    assert form.entered == ["abc"]
    assert form.second.hasFocus()


def test_enter_while_converting_belongs_to_the_input_method(form: Form) -> None:
    preedit(form.first, "たか")
    press(form.first, Qt.Key.Key_Return)
    assert form.entered == []
    assert form.first.hasFocus()


def test_the_enter_that_confirms_a_conversion_never_moves_on(form: Form) -> None:
    preedit(form.first, "高橋")
    commit(form.first, "高橋")
    press(form.first, Qt.Key.Key_Return)
    assert form.first.text() == "高橋"
    assert form.first.hasFocus()
    let_run(90)
    press(form.first, Qt.Key.Key_Return)
    assert form.entered == ["高橋"]
    assert form.second.hasFocus()


def test_a_line_that_stays_says_that_enter_was_pressed(qapp: QApplication) -> None:
    line = Line(moves_on=False)
    entered: list[bool] = []
    line.entered.connect(lambda: entered.append(True))
    press(line, Qt.Key.Key_Enter)
    assert entered == [True]


def test_the_kana_behind_a_word_are_heard(form: Form) -> None:
    heard: list[str] = []
    form.first.heard.connect(heard.append)
    convert(form.first, "さとう", "佐藤")
    assert form.first.text() == "佐藤"
    assert heard == ["さとう"]


def test_tab_leaves_a_field_of_several_lines(qapp: QApplication) -> None:
    lines = Lines("", rows=3)
    assert lines.tabChangesFocus()
    press(lines, Qt.Key.Key_Return)
    assert lines.toPlainText() == "\n"

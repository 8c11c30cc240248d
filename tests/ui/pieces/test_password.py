"""New passwords: strong enough, the same twice, judged in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from renkei_desktop.ui.pieces.field_row import Fields
from renkei_desktop.ui.pieces.password import SHORTEST, NewPassword, strength
from renkei_desktop.ui.pieces.password_line import CAPS, PasswordLine
from tests.ui.house import texts


@pytest.mark.parametrize(
    ("password", "good"),
    [
        ("", False),
        ("ゆき", False),
        ("aaaaaaaaaaaaaa", False),
        ("abababababab", False),
        ("ゆきの朝はしずか", False),
        ("ゆきの朝はとてもしずか", True),
        ("correct horse", True),
    ],
)
def test_length_counts_and_repetition_does_not(password: str, good: bool) -> None:
    assert strength(password)[0] is good
    assert strength(password)[1].endswith("。")


@pytest.mark.parametrize("password", ["みほんちょうほけんふくし", "みほんちょうほけんふくし2026"])
def test_what_everybody_can_guess_is_refused(password: str) -> None:
    assert not strength(password, ("みほんちょうほけんふくし",))[0]
    assert strength(password)[0]


@given(st.text(max_size=40))
def test_nothing_short_is_ever_good(password: str) -> None:
    good, _ = strength(password)
    assert not good or len(password) >= SHORTEST


@pytest.fixture
def new(qapp: QApplication) -> tuple[Fields, NewPassword]:
    fields = Fields()
    return fields, NewPassword(fields)


def test_both_have_to_be_alike(new: tuple[Fields, NewPassword]) -> None:
    fields, password = new
    password.first.setText("ゆきの朝はとてもしずか")
    assert not password.ready
    password.second.setText("ゆきの夜")
    assert "上の合言葉と違います。" in texts(fields)
    password.second.setText("ゆきの朝")
    assert "上の合言葉と違います。" not in texts(fields), "it is only not finished yet"
    assert not password.ready
    password.second.setText("ゆきの朝はとてもしずか")
    assert password.ready
    assert "同じです。" in texts(fields)


def test_what_is_missing_is_said_in_one_sentence(new: tuple[Fields, NewPassword]) -> None:
    _, password = new
    assert password.trouble == "合言葉を決めてください。"
    password.first.setText("ゆき")
    assert password.trouble == f"あと{SHORTEST - 2}文字いります。"
    password.first.setText("ゆきの朝はとてもしずか")
    assert "もう一度" in password.trouble


def test_a_password_is_never_shown(qapp: QApplication) -> None:
    line = PasswordLine()
    assert line.echoMode() is QLineEdit.EchoMode.Password
    assert line.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu


@pytest.mark.parametrize(
    ("letter", "shift", "on"),
    [("A", False, True), ("a", False, False), ("A", True, False), ("a", True, True)],
)
def test_caps_lock_is_noticed_from_the_letters(
    qapp: QApplication, letter: str, shift: bool, on: bool
) -> None:
    line = PasswordLine()
    heard: list[bool] = []
    line.caps.connect(heard.append)
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.sendKeyEvent(QTest.KeyAction.Click, line, Qt.Key.Key_A, letter, held)
    assert heard[0] is on


def test_caps_lock_is_said_under_the_field(new: tuple[Fields, NewPassword]) -> None:
    fields, password = new
    QTest.sendKeyEvent(
        QTest.KeyAction.Click,
        password.first,
        Qt.Key.Key_A,
        "A",
        Qt.KeyboardModifier.NoModifier,
    )
    assert CAPS in texts(fields)

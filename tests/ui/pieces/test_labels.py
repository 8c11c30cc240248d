"""Words are words: nothing that is shown is ever taken for markup."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from renkei_desktop.ui import pieces
from renkei_desktop.ui.pieces.labels import Words, label


@pytest.mark.parametrize("wrap", [False, True])
def test_markup_in_a_name_is_shown_as_it_stands(qapp: QApplication, wrap: bool) -> None:
    made = label("<b>山田</b> & <img src=x>", wrap=wrap)
    assert made.text() == "<b>山田</b> & <img src=x>"
    if isinstance(made, Words):
        inner = super(Words, made).text()
        assert "&lt;b&gt;" in inner and "<img" not in inner and "&amp;" in inner
    else:
        assert made.textFormat() is Qt.TextFormat.PlainText


def test_a_cleared_label_holds_nothing(qapp: QApplication) -> None:
    made = Words("山田 花子")
    made.clear()
    assert made.text() == made.accessibleName() == ""
    assert "山田" not in super(Words, made).text()


def test_wrapped_lines_have_room_between_them(qapp: QApplication) -> None:
    made = Words("一行目\n二行目\n三行目")
    assert made.sizeHint().height() >= 3 * 1.3 * made.fontMetrics().height()


@pytest.mark.parametrize("name", pieces.__all__)
def test_every_building_block_can_be_had_from_the_package(name: str) -> None:
    found = getattr(pieces, name)
    assert callable(found), f"{name} is a module of the same name"


def test_anything_else_cannot() -> None:
    with pytest.raises(AttributeError):
        pieces.nonsense  # noqa: B018

"""A decision: verbs on the buttons, the harmless one first where something ends."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from renkei_desktop.ui.dialogs.asking import ask
from tests.ui.house import House, button, panels
from tests.ui.keys import click, press


def asked(house: House, *, ends: bool = False) -> list[str]:
    done: list[str] = []
    ask(house.window, "外しますか。", "", "外す", lambda: done.append("x"), ends_something=ends)
    return done


def test_the_verb_does_it(house: House) -> None:
    done = asked(house)
    click(button(panels()[0], "外す"))
    assert done == ["x"] and not panels()


@pytest.mark.parametrize("way", ["button", "escape"])
def test_anything_else_does_not(house: House, way: str) -> None:
    done = asked(house)
    if way == "button":
        click(button(panels()[0], "やめる"))
    else:
        press(panels()[0], Qt.Key.Key_Escape)
    assert done == [] and not panels()


@pytest.mark.parametrize(("ends", "words"), [(True, "やめる"), (False, "外す")])
def test_enter_is_harmless_where_something_ends(house: House, ends: bool, words: str) -> None:
    asked(house, ends=ends)
    focused = [b for b in panels()[0].findChildren(QPushButton) if b.isDefault()]
    assert [b.text() for b in focused] == [words]
    panels()[0].close()


def test_no_button_says_yes_or_no(house: House) -> None:
    asked(house)
    words = {b.text() for b in panels()[0].findChildren(QPushButton)}
    assert words.isdisjoint({"はい", "いいえ", "OK", "Yes", "No"})
    panels()[0].close()

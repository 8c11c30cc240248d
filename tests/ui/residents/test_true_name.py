"""The true glyph of a name with variants: looked up in the font, drawn, or said to be missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from renkei_desktop import paths
from renkei_desktop.setup import fonts
from renkei_desktop.setup.machine import this_machine
from renkei_desktop.ui import theme
from renkei_desktop.ui.residents.outlines import outline
from renkei_desktop.ui.residents.true_name import TrueName
from renkei_desktop.ui.residents.variant_glyph import variant_glyph

BASE = "葛城"
MING_FORM = "葛\U000e0102城"
"""A form of 文字情報基盤: only the Ming face has it."""
GOTHIC_FORM = "葛\U000e0100城"
"""A form of Adobe-Japan1: the face of the screen has it."""
NOBODY_HAS = "葛\U000e01ee城"


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp)


def mincho() -> Path:
    found = fonts.mincho(this_machine())
    assert found is not None
    return found


def gothic() -> Path:
    return paths.resources() / "fonts" / "BIZUDPGothic-Bold.ttf"


@pytest.mark.parametrize("face", [mincho, gothic])
def test_every_sequence_of_the_font_leads_to_its_glyph(face) -> None:  # type: ignore[no-untyped-def]
    with TTFont(face(), lazy=True) as font:
        cmap = font.reader["cmap"]
        table = font["cmap"].getcmap(0, 5)
        wrong = [
            (hex(character), hex(selector))
            for selector, entries in table.uvsDict.items()
            for character, glyph in entries
            if variant_glyph(cmap, character, selector)
            != (0 if glyph is None else font.getGlyphID(glyph))
        ]
        count = sum(len(entries) for entries in table.uvsDict.values())
    assert (wrong, count > 10_000) == ([], True)


@pytest.mark.parametrize("character", ["A", "あ", "葛"])
def test_a_sequence_that_the_font_does_not_know(character: str) -> None:
    with TTFont(mincho(), lazy=True) as font:
        assert variant_glyph(font.reader["cmap"], ord(character), 0xE01EF) is None


def painted(text: str, qtbot: QtBot) -> QImage:
    name = TrueName()
    qtbot.addWidget(name)
    name.show_name(text)
    name.resize(name.sizeHint())
    return name.grab().toImage()


def test_variants_look_different_from_the_base_and_from_each_other(qtbot: QtBot) -> None:
    ming, gothic_form = painted(MING_FORM, qtbot), painted(GOTHIC_FORM, qtbot)
    pictures = [painted(BASE, qtbot), gothic_form, ming]
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_the_face_of_the_screen_is_used_where_it_has_the_form() -> None:
    assert not outline(GOTHIC_FORM, 20).ming
    assert outline(MING_FORM, 20).ming
    assert outline(GOTHIC_FORM + MING_FORM, 20).missing == ()


def test_a_form_that_no_face_has_is_said_and_drawn_in_its_base_form(qtbot: QtBot) -> None:
    drawn = outline(NOBODY_HAS, 20)
    assert drawn.missing == ("葛\U000e01ee",)
    assert drawn.path.boundingRect().width() > 20


def test_what_the_ming_face_lacks_is_drawn_from_another(qtbot: QtBot) -> None:
    assert outline("葛\U000e0102ABC", 20).width > outline("葛\U000e0102", 20).width + 20


def test_an_ordinary_name_stays_a_text_that_can_be_copied(qtbot: QtBot) -> None:
    name = TrueName()
    qtbot.addWidget(name)
    name.show_name("髙橋 𠮷男")
    assert not name.is_drawn
    name.show_name(MING_FORM)
    assert name.is_drawn
    assert name.accessibleName() == MING_FORM
    name.show_name("")
    assert not name.is_drawn

"""The look: one set of tokens, legible colours, one scale for everything."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication

from renkei_desktop.ui import theme
from renkei_desktop.ui.theme import SCALES, Colours

_INK_ON = (
    ("ink", "paper"),
    ("ink", "ground"),
    ("secondary", "paper"),
    ("secondary", "ground"),
    ("accent", "paper"),
    ("accent", "accent_tint"),
    ("paper", "accent"),
    ("paper", "accent_dark"),
    ("danger", "paper"),
    ("danger", "danger_tint"),
    ("warning_ink", "warning_tint"),
    ("blue", "blue_tint"),
    ("rail_ink", "rail"),
    ("rail_quiet", "rail"),
    ("paper", "rail_chosen"),
    ("paper", "disaster"),
    ("paper", "disaster_chosen"),
    ("danger_tint", "disaster"),
)


def luminance(colour: str) -> float:
    parts = QColor(colour).getRgbF()[:3]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("front", "back"), _INK_ON)
def test_words_stand_out_from_their_ground(front: str, back: str) -> None:
    colours = Colours()._asdict()
    assert contrast(colours[front], colours[back]) >= 4.5


@pytest.mark.parametrize("scale", SCALES)
def test_every_length_of_the_style_sheet_is_scaled(scale: float) -> None:
    sheet = theme.style_sheet(scale)
    assert "$" not in sheet
    assert not re.search(r"\d+u\b", sheet)
    heights = [int(n) for n in re.findall(r"QPushButton \{[^}]*?min-height: (\d+)px", sheet)]
    assert heights[0] == round(34 * scale)


def test_a_length_is_at_least_one_pixel(qapp: QApplication) -> None:
    theme.apply(qapp, 1.25)
    assert (theme.px(0), theme.px(0.2), theme.px(8)) == (0, 1, 10)
    theme.apply(qapp)


def test_the_face_of_the_screen_is_the_shipped_one(qapp: QApplication) -> None:
    theme.apply(qapp)
    assert QFontInfo(theme.body_font()).family() == "BIZ UDPGothic"
    assert theme.body_font(theme.now().sizes.title, bold=True).pixelSize() == 22


def test_an_unknown_colour_in_a_style_sheet_is_no_silent_mistake() -> None:
    names = Colours()._fields
    assert len(set(names)) == len(names)
    for value in Colours():
        assert QColor(value).isValid()

"""The icons: drawn in one colour, painted in the one that is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from renkei_desktop import paths
from renkei_desktop.ui import icons

IN_STYLE_SHEETS = {"tick_white", "dot"}
"""These carry their own colour, because a style sheet cannot give them one."""
FILES = sorted(
    file for file in (paths.resources() / "icons").glob("*.svg") if file.stem not in IN_STYLE_SHEETS
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_icon_is_painted_in_the_colour_asked_for(qapp: QApplication, file: Path) -> None:
    asked = QColor("#B42318")
    picture = icons.pixmap(file.stem, asked.name(), 24).toImage()
    for x in range(picture.width()):
        for y in range(picture.height()):
            seen = picture.pixelColor(x, y)
            if seen.alpha() > 250:
                assert max(abs(a - b) for a, b in zip(rgb(seen), rgb(asked), strict=True)) <= 2


def rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def test_there_are_icons() -> None:
    assert len(FILES) > 20


def test_an_icon_that_is_not_there_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("恐竜", "#000000")

"""Colours, type sizes and spacing as one frozen object, and the style sheet made from them.

Every length is given in units of the design (one unit is one pixel at ordinary type) and multiplied
by the scale of 大きな文字: `px(8)` in code, `8u` in the style sheet.
"""

from __future__ import annotations

import re
from pathlib import Path
from string import Template
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from renkei_desktop import paths

SCALES = (1.0, 1.25, 1.5, 2.0)
FAMILIES = ("BIZ UDPGothic", "IPAmjMincho", "Yu Gothic UI", "Noto Sans CJK JP", "DejaVu Sans")
"""The face of the screen, then those that carry what it lacks (𠮷, variants, other scripts)."""

_UNIT = re.compile(r"(?<![\w#.])(\d+(?:\.\d+)?)u\b")


class Colours(NamedTuple):
    """What each colour means; meaning is never shown by colour alone."""

    ink: str = "#1F2A37"
    secondary: str = "#5B6675"
    line: str = "#DFE3E8"
    field_line: str = "#B9C1CB"
    paper: str = "#FFFFFF"
    ground: str = "#F4F5F2"
    rail: str = "#22313F"
    rail_chosen: str = "#30475A"
    rail_ink: str = "#E6EBF0"
    rail_quiet: str = "#AEBBC7"
    rail_mark: str = "#5FD3BC"
    accent: str = "#0F6B5C"
    accent_dark: str = "#0B5348"
    accent_tint: str = "#E3F1EE"
    danger: str = "#B42318"
    danger_dark: str = "#8F1B12"
    danger_tint: str = "#FDECEA"
    warning: str = "#9A6700"
    warning_ink: str = "#7A5200"
    warning_tint: str = "#FFF4D6"
    blue: str = "#1D5FA8"
    blue_tint: str = "#E6EFF9"
    disaster: str = "#6E120B"
    disaster_chosen: str = "#8F2018"


class TypeSizes(NamedTuple):
    """Heights of the type in units."""

    title: int = 22
    name: int = 19
    body: int = 15
    field: int = 14
    label: int = 13
    small: int = 12


class Space(NamedTuple):
    """Distances in units, on a grid of eight."""

    hair: int = 4
    step: int = 8
    gap: int = 16
    edge: int = 20
    card: int = 18
    row: int = 40
    field: int = 38
    rail: int = 168


class Theme(NamedTuple):
    """All tokens together with the scale in force."""

    scale: float = 1.0
    colours: Colours = Colours()
    sizes: TypeSizes = TypeSizes()
    space: Space = Space()

    def px(self, units: float) -> int:
        """A length in pixels; anything above nothing is at least one pixel."""
        return max(1, round(units * self.scale)) if units else 0


_applied = Theme()


def now() -> Theme:
    """The theme in force; drawn things ask it for colours."""
    return _applied


def px(units: float) -> int:
    """A length of the design in pixels of the theme in force."""
    return _applied.px(units)


def style_sheet(scale: float = 1.0) -> str:
    """The style sheet of the program at that scale, from the files in `resources/style`."""
    theme = Theme(scale)
    sizes = theme.sizes._asdict().items()
    words = theme.colours._asdict() | {f"type_{name}": f"{size}u" for name, size in sizes}
    words["icons"] = (paths.resources() / "icons").as_posix()
    sheets = sorted((paths.resources() / "style").glob("*.qss"))
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    filled = Template(text).substitute(words)
    return _UNIT.sub(lambda length: f"{theme.px(float(length.group(1)))}px", filled)


def apply(app: QApplication, scale: float = 1.0) -> Theme:
    """Puts fonts, palette and style sheet in force; layouts made from now on use the scale.

    Raises FileNotFoundError where a font of the program is missing.
    """
    global _applied
    load_fonts()
    _applied = Theme(scale)
    app.setFont(body_font())
    app.setPalette(_palette(_applied.colours))
    app.setStyleSheet(style_sheet(scale))
    return _applied


def body_font(units: float | None = None, *, bold: bool = False) -> QFont:
    """The face of the screen in a height given in units; body height where none is given."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(px(_applied.sizes.body if units is None else units))
    font.setBold(bold)
    return font


_loaded: set[Path] = set()


def load_fonts() -> None:
    """Makes the faces of `resources/fonts` known to Qt, once."""
    for weight in ("Regular", "Bold"):
        file = paths.resources() / "fonts" / f"BIZUDPGothic-{weight}.ttf"
        if file in _loaded:
            continue
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FileNotFoundError(file.name)
        _loaded.add(file)


def _palette(colours: Colours) -> QPalette:
    """The few colours that Qt draws without asking the style sheet."""
    palette = QPalette()
    role = QPalette.ColorRole
    palette.setColor(role.Window, QColor(colours.ground))
    palette.setColor(role.Base, QColor(colours.paper))
    palette.setColor(role.WindowText, QColor(colours.ink))
    palette.setColor(role.Text, QColor(colours.ink))
    palette.setColor(role.ButtonText, QColor(colours.ink))
    palette.setColor(role.PlaceholderText, QColor(colours.secondary))
    palette.setColor(role.Highlight, QColor(colours.accent_tint))
    palette.setColor(role.HighlightedText, QColor(colours.ink))
    palette.setColor(role.Link, QColor(colours.blue))
    return palette

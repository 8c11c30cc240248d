"""Icons: single-colour SVG drawings of this project, painted in the colour that is asked for."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QIcon, QPainter, QPixmap

from renkei_desktop import paths
from renkei_desktop.ui.theme import px

_OWN_COLOUR = "#000000"
"""Every drawing is black; it is replaced before painting."""


def icon(name: str, colour: str, units: int = 20) -> QIcon:
    """The drawing as an icon. Raises FileNotFoundError for a name without a drawing."""
    return QIcon(pixmap(name, colour, units))


def pixmap(name: str, colour: str, units: int = 20) -> QPixmap:
    """The drawing in that colour, `units` wide and high."""
    return _painted(name, colour, px(units))


@lru_cache(maxsize=256)
def _painted(name: str, colour: str, pixels: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    text = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    drawing = QSvgRenderer(QByteArray(text.replace(_OWN_COLOUR, colour).encode()))
    sharp = 2
    picture = QPixmap(QSize(pixels, pixels) * sharp)
    picture.fill("transparent")
    painter = QPainter(picture)
    drawing.render(painter)
    painter.end()
    picture.setDevicePixelRatio(sharp)
    return picture

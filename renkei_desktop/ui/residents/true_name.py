"""A name in large type with the very glyphs that its bearer uses, IVS variants included.

Qt's widgets show the base form of a variant, so a name with variants is drawn here as outlines.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from renkei_desktop.domain.text.fold import has_variants
from renkei_desktop.ui import theme
from renkei_desktop.ui.pieces import name as name_label
from renkei_desktop.ui.residents.outlines import Outline, outline
from renkei_desktop.ui.theme import px


class TrueName(QStackedWidget):
    """Shows a name; `missing` are the characters whose true form no font here can draw."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._plain = name_label()
        self._drawn = _DrawnName()
        self.addWidget(self._plain)
        self.addWidget(self._drawn)

    def show_name(self, text: str) -> None:
        drawn = has_variants(text)
        self._plain.setText("" if drawn else text)
        self._drawn.show_name(text if drawn else "")
        self.setCurrentWidget(self._drawn if drawn else self._plain)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return (self._drawn if self.is_drawn else self._plain).sizeHint()

    @property
    def missing(self) -> tuple[str, ...]:
        return self._drawn.outline.missing if self.is_drawn else ()

    @property
    def is_drawn(self) -> bool:
        """Whether the name is drawn glyph by glyph."""
        return self.currentWidget() is self._drawn


class _DrawnName(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._pixels = px(theme.now().sizes.name)
        self.outline: Outline = outline("", self._pixels)

    def show_name(self, text: str) -> None:
        self.outline = outline(text, self._pixels)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(self.outline.width) + px(2), round(self._pixels * 1.3))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, self._pixels * 1.05)
        ink = QColor(theme.now().colours.ink)
        if self.outline.ming:
            # A hair of stroke gives the thin lines of this face the weight of a headline.
            painter.strokePath(self.outline.path, QPen(ink, self._pixels / 40))
        painter.fillPath(self.outline.path, ink)

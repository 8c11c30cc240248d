"""Frames and stacks: where things stand on a page, all distances in units of the design."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from renkei_desktop.ui.theme import px


def card(*items: QWidget | QLayout | int, role: str = "card", padding: int = 18) -> QFrame:
    """A white card with round corners; `role` may also be panel, notice or trouble.

    Its layout is a vertical one with 8 units between; an int among `items` is a stretch.
    """
    frame = QFrame()
    frame.setProperty("role", role)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(px(padding), px(padding - 4), px(padding), px(padding - 4))
    layout.setSpacing(px(8))
    _fill(layout, items)
    return frame


def stack(*items: QWidget | QLayout | int, spacing: int = 8) -> QVBoxLayout:
    """Things below each other; an int is a stretch."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(px(spacing))
    _fill(layout, items)
    return layout


def columns(*items: QWidget | QLayout | int, spacing: int = 8) -> QHBoxLayout:
    """Things beside each other; an int is a stretch."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(px(spacing))
    _fill(layout, items)
    return layout


def _fill(layout: QVBoxLayout | QHBoxLayout, items: tuple[QWidget | QLayout | int, ...]) -> None:
    for item in items:
        if isinstance(item, QWidget):
            layout.addWidget(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addStretch(item)


def rule() -> QFrame:
    """A thin line across."""
    frame = QFrame()
    frame.setProperty("role", "rule")
    frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return frame


def scrolled(inner: QWidget) -> QScrollArea:
    """The widget in an area that scrolls up and down only when it must."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inner.setProperty("clear", True)
    area.setWidget(inner)
    return area

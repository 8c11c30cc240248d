"""Buttons: verbs, in five roles."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

Press = Callable[[], object]


def button(text: str, role: str, pressed: Press | None = None) -> QPushButton:
    """A button in a role of the style sheet; `pressed` is called without arguments."""
    made = QPushButton(text)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if pressed is not None:
        made.clicked.connect(lambda _checked=False: pressed())
    return made


def primary(text: str, pressed: Press | None = None) -> QPushButton:
    """The one main deed of a page."""
    return button(text, "primary", pressed)


def secondary(text: str, pressed: Press | None = None) -> QPushButton:
    """Any other deed."""
    return button(text, "secondary", pressed)


def danger(text: str, pressed: Press | None = None) -> QPushButton:
    """A deed that ends something."""
    return button(text, "danger", pressed)


def quiet(text: str, pressed: Press | None = None) -> QPushButton:
    """A deed at the margin: «あとで», «もっと»."""
    return button(text, "quiet", pressed)


def tab(text: str, pressed: Press | None = None) -> QPushButton:
    """One of several tabs such as あかさたな; checkable, the owner groups them."""
    made = button(text, "tab", pressed)
    made.setCheckable(True)
    return made

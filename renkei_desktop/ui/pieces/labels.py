"""Words on a page: one function for each size that the look knows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label in a role of the style sheet; its text is plain text, never markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def title(text: str = "") -> QLabel:
    """The title of a page."""
    return label(text, "title")


def name(text: str = "") -> QLabel:
    """A name in large bold type; it can be selected and copied."""
    made = label(text, "name")
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def group(text: str = "") -> QLabel:
    """The title of a group of fields."""
    return label(text, "group")


def remark(text: str = "") -> QLabel:
    """A quiet line under a field or beside a title, wrapped."""
    return label(text, "remark", wrap=True)


def quiet_text(text: str = "") -> QLabel:
    """Running text in the secondary colour, wrapped."""
    return label(text, "quiet", wrap=True)


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Changes a property that the style sheet looks at and shows the change."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()

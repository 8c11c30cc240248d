"""Words on a page: one function for each size that the look knows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

_LINE_HEIGHT = "140%"
_AS_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"})
"""Nothing that is set is ever taken for markup."""


class Words(QLabel):
    """Plain running text with room between its lines, which the face of the screen lacks.

    Whatever is set is shown as it stands: markup in it is text like any other.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._plain = ""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(text)

    def text(self) -> str:
        return self._plain

    def setText(self, text: str) -> None:
        self._plain = text
        self.setAccessibleName(text)
        lines = text.translate(_AS_TEXT)
        shown = f'<p style="line-height:{_LINE_HEIGHT}; margin:0">{lines}</p>' if text else ""
        super().setText(shown)

    def clear(self) -> None:
        self.setText("")


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label in a role of the style sheet; its text is plain text, never markup."""
    made: QLabel = Words(text) if wrap else QLabel(text)
    if not wrap:
        made.setTextFormat(Qt.TextFormat.PlainText)
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

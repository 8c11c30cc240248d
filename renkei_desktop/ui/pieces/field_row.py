"""Labelled fields: the label right-aligned on the left, 必須 in words, remarks under the field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from renkei_desktop.ui.pieces.labels import label, restyle
from renkei_desktop.ui.theme import px


class FieldRow:
    """One field in a grid of `Fields`, with the line under it."""

    def __init__(self, caption: QLabel, field: QWidget, under: QLabel) -> None:
        self.caption = caption
        self.field = field
        self._under = under
        self._hint = ""
        self._wrong = ""

    def remark(self, text: str) -> None:
        """A quiet line under the field: the reading of a date, a hint. What is wrong goes first."""
        self._hint = text
        self._say()

    def wrong(self, text: str) -> None:
        """What is wrong with it, in red and in words; an empty text takes it back."""
        self._wrong = text
        restyle(self.field, "wrong", bool(text))
        self._say()

    @property
    def is_wrong(self) -> bool:
        return bool(self._wrong)

    @property
    def words(self) -> str:
        """What stands under the field."""
        return self._under.text()

    def show(self, visible: bool = True) -> None:
        """Shows or hides label, field and line together."""
        for part in (self.caption, self.field):
            part.setVisible(visible)
        self._under.setVisible(visible and bool(self._under.text()))

    def _say(self) -> None:
        text = self._wrong or self._hint
        self._under.setText(text)
        restyle(self._under, "role", "error" if self._wrong else "remark")
        self._under.setVisible(bool(text) and not self.field.isHidden())


class Fields(QWidget):
    """A grid of labelled fields, all labels in one right-aligned column.

    `label_width` in units keeps the columns of several groups on one page in line.
    """

    def __init__(self, label_width: int = 112) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnMinimumWidth(0, px(label_width))
        self._grid.setColumnStretch(1, 1)
        self._label_width = label_width

    def add(self, words: str, field: QWidget, *, must: bool = False, hint: str = "") -> FieldRow:
        """A further row; the label is the field's buddy and its name for a screen reader."""
        _keep_height(field)
        caption = self._caption(words, field, must)
        under = label("", "remark", wrap=True)
        under.setVisible(False)
        cell = QVBoxLayout()
        cell.setContentsMargins(0, 0, 0, 0)
        cell.setSpacing(px(2))
        cell.addWidget(field)
        cell.addWidget(under)
        row = self._grid.rowCount()
        self._grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(cell, row, 1)
        made = FieldRow(caption, field, under)
        if hint:
            made.remark(hint)
        return made

    def _caption(self, words: str, field: QWidget, must: bool) -> QLabel:
        caption = label(f"{words}（必須）" if must else words, "label")
        caption.setWordWrap(True)
        caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        caption.setFixedWidth(px(self._label_width))
        caption.setMinimumHeight(px(38))
        caption.setBuddy(field)
        field.setAccessibleName(words)
        return caption

    def whole(self, widget: QWidget) -> None:
        """Something across both columns: a group title, a rule."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)


def _keep_height(field: QWidget) -> None:
    """A field made of several widgets must not give way to the wrapped line under it."""
    policy = field.sizePolicy()
    if policy.verticalPolicy() is QSizePolicy.Policy.Preferred:
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        field.setSizePolicy(policy)

"""Editors for a choice among few answers and among many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QPushButton, QWidget

from renkei_desktop.domain.wire import Json
from renkei_desktop.ui.forms.editor import Editor
from renkei_desktop.ui.pieces.buttons import button
from renkei_desktop.ui.pieces.flow import Flow
from renkei_desktop.ui.theme import px

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: what is stored, what is read, and a quiet word beside it."""

    value: Any
    label: str
    detail: str = ""


class Segments(QWidget):
    """A row of buttons of which at most one is pressed; arrows move, Enter goes on."""

    chosen = Signal()

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._options = tuple(options)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        layout = Flow(px(6))
        self.setLayout(layout)
        for number, option in enumerate(self._options):
            layout.addWidget(self._button(number, option))
        self._take_turns()

    def _button(self, number: int, option: Option) -> QPushButton:
        made = _SegmentButton(self, option.label)
        self._group.addButton(made, number)
        made.clicked.connect(lambda on, number=number: self._press(number, on))
        return made

    @property
    def value(self) -> Any:
        pressed = self._group.checkedButton()
        return None if pressed is None else self._options[self._group.id(pressed)].value

    def show_value(self, value: Any) -> None:
        for number, option in enumerate(self._options):
            self._group.button(number).setChecked(option.value == value)
        self._take_turns()

    def _take_turns(self) -> None:
        """Tab comes to the pressed button, or the first one, and not to each of them."""
        stop = self._group.checkedButton() or self._group.button(0)
        for made in self._group.buttons():
            own = made is stop
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if own else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(stop)

    def step(self, by: int) -> None:
        """Chooses the neighbour of the chosen answer, as the arrow keys do."""
        pressed = self._group.checkedButton()
        at = -1 if pressed is None else self._group.id(pressed)
        number = min(max(at + by, 0), len(self._options) - 1)
        self._group.button(number).setFocus()
        self._press(number, True)

    def _press(self, number: int, on: bool) -> None:
        for other in self._group.buttons():
            other.setChecked(on and self._group.id(other) == number)
        self._take_turns()
        self.chosen.emit()


class _SegmentButton(QPushButton):
    def __init__(self, owner: Segments, words: str) -> None:
        super().__init__(words)
        self._owner = owner
        self.setCheckable(True)
        self.setProperty("role", "segment")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _FORWARD:
            self._owner.step(1)
        elif event.key() in _BACK:
            self._owner.step(-1)
        elif event.key() in _ENTER:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class Combo(QComboBox):
    """A drop-down list that a turning wheel never changes; Enter goes on, Alt+↓ opens it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class SegmentEditor(Editor):
    """A choice of two to four answers, all in sight."""

    def __init__(self, options: Iterable[Option]) -> None:
        self._options = tuple(options)
        self._segments = Segments(self._options)
        super().__init__(self._segments)
        self._segments.chosen.connect(self.edited)

    def value(self) -> Any:
        return self._segments.value

    def show_value(self, value: Any) -> None:
        self._segments.show_value(value)

    def draft(self) -> Json:
        return None if self.value() is None else str(self.value())

    def resume(self, draft: Json) -> None:
        self.show_value(_stored(self._options, draft))


class ComboEditor(Editor):
    """A choice among more answers; the empty answer stands first."""

    def __init__(self, options: Iterable[Option], *, empty: str = "（選んでいません）") -> None:
        self._combo = Combo()
        super().__init__(self._combo)
        self._options: list[Option] = []
        self._silent = False
        self._combo.setMaximumWidth(px(320))
        self._combo.addItem(empty, None)
        for option in options:
            self._add(option)
        self._combo.activated.connect(self.edited)
        self._combo.currentIndexChanged.connect(self._changed)

    def call_empty(self, words: str) -> None:
        """Other words for the empty answer."""
        self._combo.setItemText(0, words)

    def offer(self, options: Iterable[Option]) -> None:
        """Other answers than before; the empty one is chosen."""
        self._silent = True
        while self._combo.count() > 1:
            self._combo.removeItem(1)
        self._options.clear()
        for option in options:
            self._add(option)
        self._silent = False

    def _add(self, option: Option) -> None:
        self._options.append(option)
        self._combo.addItem(option.label)

    def _changed(self, _index: int) -> None:
        # Keys and letters change the answer without opening the list: `activated` stays silent.
        if not self._silent and not self._combo.view().isVisible():
            self.edited.emit()

    def value(self) -> Any:
        at = self._combo.currentIndex() - 1
        return self._options[at].value if at >= 0 else None

    def show_value(self, value: Any) -> None:
        self._silent = True
        self._combo.setCurrentIndex(self._index_of(value))
        self._silent = False

    def _index_of(self, value: Any) -> int:
        for number, option in enumerate(self._options, start=1):
            if option.value == value:
                return number
        if value is None:
            return 0
        # A term that the town no longer uses stays readable on the records that have it.
        self._add(Option(value, f"{value}（いまは使わない）"))
        return len(self._options)

    def draft(self) -> Json:
        return None if self.value() is None else str(self.value())

    def resume(self, draft: Json) -> None:
        self.show_value(_stored(self._options, draft))


def _stored(options: Iterable[Option], draft: Json) -> Any:
    return next((o.value for o in options if draft is not None and str(o.value) == draft), None)


class FlagEditor(SegmentEditor):
    """Yes or no, in words."""

    def __init__(self, yes: str = "はい", no: str = "いいえ") -> None:
        super().__init__((Option(True, yes), Option(False, no)))

    def value(self) -> bool:
        return bool(super().value())


def segment_button(words: str) -> QPushButton:
    """A single button that stays pressed, in the look of `Segments`."""
    made = button(words, "segment")
    made.setCheckable(True)
    return made

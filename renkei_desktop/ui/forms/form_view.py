"""The frame of every form: its title, what is wrong in one line, the fields, the two verbs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from renkei_desktop.ui.forms.sheet_form import SheetForm
from renkei_desktop.ui.pieces import card, columns, label, name, primary, scrolled, secondary, stack
from renkei_desktop.ui.theme import px

_WIDEST = 820
"""Longer lines are not read more easily."""
_LEAST_HEIGHT = 130


class FormView(QWidget):
    """Shows one form at a time. Ctrl+S saves, Esc goes back.

    Within a card it is not `framed` and takes what room there is, so that its verbs stay in sight
    in large type.
    `save_wanted` comes only when nothing is wrong; `back_wanted` whenever the clerk gives up.
    """

    save_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, *, framed: bool = True) -> None:
        super().__init__()
        self.form: SheetForm | None = None
        self._title = name()
        self._title.setWordWrap(True)
        self._wrong = label("", "error", wrap=True)
        self.back_button = secondary("やめる", self.back_wanted.emit)
        self.save_button = primary("登録する", self.save)
        self.back_button.setToolTip("Esc")
        self.save_button.setToolTip("Ctrl+S")
        head = columns(self._title, self.back_button, self.save_button)
        head.setStretch(0, 1)
        self._framed = framed
        self._room = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        if framed:
            layout.addWidget(card(head, self._wrong, self._room))
        else:
            layout.addLayout(stack(head, self._wrong, self._room))
        self._wrong.hide()
        save = QShortcut(QKeySequence("Ctrl+S"), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.save)

    def open(self, form: SheetForm, title: str, verb: str) -> None:
        """Shows a form in the place of the one before."""
        self.clear()
        self.form = form
        self._title.setText(title)
        self.save_button.setText(verb)
        self._area = scrolled(form)
        form.setMaximumWidth(px(_WIDEST))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not self._framed:
            self._area.setMinimumHeight(px(_LEAST_HEIGHT))
            self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._room.addWidget(self._area)
        form.edited.connect(self._edited)

    def clear(self) -> None:
        """Nothing readable is left."""
        self._say("")
        self._title.setText("")
        if self.form is not None:
            self._room.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()
            self.form = None

    def save(self) -> None:
        """Asks for saving, or says what must be put right first."""
        if self.form is None or not self.save_button.isEnabled():
            return
        troubles = self.form.troubles()
        if not troubles:
            self._say("")
            self.save_wanted.emit()
            return
        self._say(f"直すところが{len(troubles)}つあります。{troubles[0]}")
        self.form.go_to_first_trouble()

    def refuse(self, sentence: str) -> None:
        """Saving did not work; everything typed is still there."""
        self._say(sentence)
        self.hold(False)

    def hold(self, busy: bool) -> None:
        """While something is being saved it cannot be saved again."""
        self.save_button.setEnabled(not busy)

    def _edited(self) -> None:
        if not self._wrong.isHidden() and self.form is not None:
            self._say("")

    def _say(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.form is not None:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self):  # type: ignore[no-untyped-def]
        hint = super().sizeHint()
        hint.setWidth(max(hint.width(), px(560)))
        return hint

"""The wizard itself: the steps on the left, one of them in view, «もどる», «あとで» and «次へ»."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.wire import Json
from renkei_desktop.office import drafts
from renkei_desktop.ui.arriving import WIZARD, Seated
from renkei_desktop.ui.drafts import KEPT_AFTER_MS
from renkei_desktop.ui.pieces.buttons import primary, quiet, secondary
from renkei_desktop.ui.pieces.frames import card, columns, scrolled
from renkei_desktop.ui.pieces.labels import label, quiet_text
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.theme import px
from renkei_desktop.ui.wizard.course import Course
from renkei_desktop.ui.wizard.founding import Founding
from renkei_desktop.ui.wizard.step import Step
from renkei_desktop.ui.wizard.steps import TITLES, in_the_office
from renkei_desktop.ui.workplace import Workplace


class WizardView(QWidget):
    """`found(work)` asks the window to make the office, `finished` to show it, `given_up` to go
    back to the start page. How far it is stands in the office, or on this PC before there is one.
    """

    found = Signal(object)
    finished = Signal()
    given_up = Signal()
    lock = Signal()

    def __init__(
        self, workplace: Workplace, session: Session | None = None, seated: Seated | None = None
    ) -> None:
        super().__init__()
        self._workplace = workplace
        self.session = session
        self.founding = None if session else Founding(workplace.preferences)
        if self.founding is not None:
            self.steps = self.founding.steps
            first: Json = self.founding.resume()
        else:
            assert session is not None
            assert seated is not None
            self.steps = in_the_office(session, seated)
            first = _kept(seated.wizard, "step")
            session.broadcast.changed.connect(self._changed)
        self._at = next((i for i, s in enumerate(self.steps) if s.name == first), 0)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(KEPT_AFTER_MS)
        self._soon.timeout.connect(self._note)
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.lock)
        self._show()
        typed = _kept(seated.wizard, "typed") if seated else None
        if typed is not None:
            self.current.restore(typed)

    # --- how it looks

    def _lay_out(self) -> None:
        self.course = Course(TITLES)
        self.stack = QStackedWidget()
        for step in self.steps:
            self.stack.addWidget(_framed(step))
            step.edited.connect(self._edited)
            step.typed.connect(self._soon.start)
            step.go_on.connect(self.next)
        self._said = label("", "error", wrap=True)
        self.back_button = secondary("もどる", self.back)
        self.later_button = quiet("あとで", self.pass_over)
        self.next_button = primary("次へ", self.next)
        deeds = columns(self.back_button, self._said, self.later_button, self.next_button)
        deeds.setStretch(1, 1)
        column = card(self.stack, deeds, padding=28)
        column.setMaximumWidth(px(1110))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.course)
        holder = QHBoxLayout()
        holder.setContentsMargins(px(24), px(24), px(24), px(24))
        holder.addWidget(column, 100)
        holder.addStretch(1)
        layout.addLayout(holder, 1)

    def _show(self) -> None:
        step = self.current
        self.stack.setCurrentIndex(self._at)
        self.course.show_step(step.name)
        self.back_button.setText("もどる" if self._at else "はじめの画面へもどる")
        self.back_button.setVisible(self._at > 0 or self.founding is not None)
        if self.founding is not None:
            self.founding.prepare(step)
        step.shown()
        self._edited()
        step.take_focus()

    @property
    def current(self) -> Step:
        """The step in view."""
        return self.steps[self._at]

    def take_focus(self) -> None:
        self.current.take_focus()

    def _edited(self) -> None:
        self._said.setText("")
        last = self.founding is None and self._at + 1 == len(self.steps)
        waiting = self.current.waiting
        self.later_button.setVisible(waiting and not last)
        self.next_button.setVisible(last or not waiting)
        self.next_button.setText("ホームを開く" if last else "次へ")

    # --- moving

    def next(self) -> None:
        """«次へ»; says what is missing where it cannot go on."""
        trouble = self.current.trouble
        if trouble:
            self._said.setText(trouble)
            self.current.take_focus()
        elif not self.next_button.isHidden() and self.next_button.isEnabled():
            self._go_on()

    def pass_over(self) -> None:
        """«あとで»: what was left out can be done in the settings."""
        self._go_on()

    def back(self) -> None:
        """«もどる»: to the step before, or back to the start page."""
        if self._at == 0:
            self._note()
            self.given_up.emit()
            return
        self._at -= 1
        self._show()

    def _go_on(self) -> None:
        """To the next step; after the third one the office is made, after the last it is shown."""
        if self._at + 1 < len(self.steps):
            self._at += 1
            self._note()
            self._show()
        elif self.founding is not None:
            self._note()
            self.next_button.setEnabled(False)
            self.found.emit(self.founding.work(self._workplace.machine))
        else:
            self._finish()

    def refused(self, sentence: str) -> None:
        """The office could not be made: says why; what was typed is still there."""
        self.next_button.setEnabled(True)
        self._said.setText(sentence)

    def _note(self) -> None:
        """Keeps which step it is and what is half typed in it."""
        self._soon.stop()
        step = self.current
        if self.founding is not None:
            self.founding.note(step.name)
        elif self.session is not None:
            kept: Json = {"step": step.name, "typed": step.draft()}
            self.session.read(lambda desk: drafts.keep(desk, WIZARD, drafts.NEW, kept))

    def _finish(self) -> None:
        self._soon.stop()
        if self.session is not None:
            self.session.read(
                lambda desk: drafts.drop(desk, WIZARD, drafts.NEW),
                lambda _none: self.finished.emit(),
                owner=self,
            )

    def _changed(self, changes: Changes) -> None:
        for step in self.steps:
            step.changed(changes)

    def cleared(self) -> None:
        """The window is locked or closed: what is half typed is kept, nothing readable stays."""
        if self.session is not None:
            self._note()
        for step in self.steps:
            step.cleared()
        if self.session is not None:
            self.session.broadcast.changed.disconnect(self._changed)
        self._soon.stop()


def _kept(state: Json, key: str) -> Json:
    return state.get(key) if isinstance(state, dict) else None


def _framed(step: Step) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, px(6), 0)
    layout.setSpacing(px(16))
    layout.addWidget(label(step.heading, "title", wrap=True))
    layout.addWidget(quiet_text(step.explanation))
    layout.addWidget(step, 1)
    return scrolled(holder)

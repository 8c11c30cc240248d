"""A real window with a real desk thread and a real office folder; only the keys are cheap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from renkei_desktop import app
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office import entrance, leaving, offices
from renkei_desktop.office.machine import Machine
from renkei_desktop.store.cost import KdfCost
from renkei_desktop.ui.office_view import OfficeView
from renkei_desktop.ui.unlock import UnlockView
from tests.ui.invented import NEW, found_office
from tests.ui.keys import click
from tests.ui.stage import Clock

SECOND, SECOND_PASSWORD = "保健 二美", "しらかばの並木道"


class House:
    """`troubles` are the sentences that nobody took, `broken` what must never happen."""

    def __init__(self, room: Path) -> None:
        self.room = room
        self.clock = Clock()
        self.machine = Machine(room / "state", self.clock, KdfCost.practice())
        self.folder = room / "見本町.renkei"
        self.code = ""
        self.window = app.window(self.machine, warms=False)
        self.troubles: list[RenkeiError] = []
        self.broken: list[BaseException] = []
        self.window.workplace.background.troubled.connect(self.troubles.append)
        self.window.workplace.background.broken.connect(self.broken.append)
        self.window.show()
        self.activate()

    def activate(self) -> None:
        """Makes the window the active one again, as a click into it would."""
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window), "the window does not become active"

    def found(self) -> None:
        """Makes the office with two clerks, and notes it as the last one of this PC."""
        desk = found_office(self.folder, self.machine)
        offices.add_clerk(desk, SECOND, SECOND_PASSWORD)
        self.code = offices.new_paper_code(desk)
        leaving.leave(desk)
        entrance.remember(self.machine, self.folder)

    def sit_down(self, clerk: str = NEW.clerk, password: str = NEW.password) -> OfficeView:
        """Comes in at the unlock view by clicking and typing."""
        view = self.window.centralWidget()
        if not isinstance(view, UnlockView):
            self.window.begin()
        self.unlock(clerk, password)
        assert self.view is not None, "the office is not open"
        return self.view

    def unlock(self, clerk: str, password: str) -> None:
        """Types a password at the unlock view, right or wrong."""
        view = self.window.centralWidget()
        assert isinstance(view, UnlockView)
        click(button(view, clerk))
        view.password.setText(password)
        click(view.open_button)
        self.settle()

    @property
    def view(self) -> OfficeView | None:
        return self.window.office

    @property
    def office(self) -> OfficeView:
        """The open office."""
        assert self.view is not None
        return self.view

    def settle(self, seconds: float = 20) -> None:
        """Runs the event loop until the desk thread has nothing left to do."""
        wait(lambda: not self.window.workplace.background.busy, seconds)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if self.broken:
            raise self.broken[0]

    def ask(self, fn: Callable[[Any], Any]) -> Any:
        """Runs `fn` on the desk thread and waits for the answer."""
        answers: list[Any] = []
        assert self.window.session is not None
        self.window.session.read(fn, answers.append)
        self.settle()
        return answers[0]

    def close(self) -> None:
        """Closes the window as a clerk does, and ends the thread."""
        self.window.close()
        wait(lambda: not self.window.workplace.background.busy, 20)
        for other in QApplication.topLevelWidgets():
            if other is not self.window and other.isVisible():
                other.close()
        self.window.workplace.background.finish()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def wait(done: Callable[[], bool], seconds: float = 10) -> None:
    """Runs the event loop until something holds; raises TimeoutError where it never does."""
    loop = QEventLoop()
    check = QTimer()
    check.setInterval(5)
    check.timeout.connect(lambda: loop.quit() if done() else None)
    check.start()
    QTimer.singleShot(int(seconds * 1000), loop, lambda: loop.exit(1))
    if loop.exec() != 0:
        raise TimeoutError("it never came to that")


def let_run(milliseconds: int) -> None:
    """Runs the event loop for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def button(inside: QWidget, words: str) -> QAbstractButton:
    """The button that says these words; raises LookupError where there is none in view."""
    QCoreApplication.processEvents()
    for found in inside.findChildren(QAbstractButton):
        named = found.text() == words or found.accessibleName() == words
        if named and found.isVisibleTo(inside):
            return found
    raise LookupError(words)


def panels() -> list[QWidget]:
    """The small windows that are open over the window."""
    from renkei_desktop.ui.dialogs.panel import Panel

    return [w for w in QApplication.topLevelWidgets() if isinstance(w, Panel) and w.isVisible()]


def texts(inside: QWidget | None = None) -> Iterator[str]:
    """Every text of every widget, read the way a snooper would: shown or not."""
    found = QApplication.allWidgets() if inside is None else inside.findChildren(QWidget)
    for widget in found:
        for reader in ("text", "toPlainText", "windowTitle", "toolTip", "accessibleName", "title"):
            value = getattr(widget, reader, None)
            said = value() if callable(value) else ""
            if isinstance(said, str) and said:
                yield said
        yield from _model_texts(widget)


def _model_texts(widget: QWidget) -> Iterator[str]:
    read = getattr(widget, "model", None)
    model = read() if callable(read) else None
    if model is None:
        return
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row in range(model.rowCount()):
        for column in range(columns):
            yield str(model.data(model.index(row, column)) or "")

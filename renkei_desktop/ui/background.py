"""The desk thread: the one thread that owns the vault, and how work is handed to it.

    session.read(people.people, self._show)
    session.write(lambda desk: positions.set_right(desk, kind, record, lat, lon))
    session.read(lambda desk, progress: own_list.preview(desk, t, m, progress), then, watched=True)

The window never waits. After 400 ms a progress window appears, with «やめる» for watched work.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal
from shiboken6 import isValid

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.ui import tidying
from renkei_desktop.ui.broadcast import Broadcast
from renkei_desktop.work import Stopped

log = logging.getLogger(__name__)

Then = Callable[[Any], object]
Fail = Callable[[RenkeiError], object]

PROGRESS_AFTER_MS = 400
_BETWEEN_REPORTS = 0.05
_RESTING = 4


@dataclass(frozen=True)
class Read:
    """Something to find out: `fn(desk)`, or `fn(desk, progress)` if `watched`.

    `then(result)` runs on the window's thread, unless `owner` is gone by then or the window was
    locked meanwhile. `fail(error)` takes a RenkeiError instead of the message panel, `stopped()`
    is called where the clerk has stopped the work. Without a `label` no progress window appears.
    """

    fn: Callable[..., Any]
    then: Then | None = None
    fail: Fail | None = None
    watched: bool = False
    label: str = "しばらくお待ちください"
    owner: QObject | None = None
    stopped: Callable[[], object] | None = None
    desk_of: Callable[[Any], Any] | None = None


class Write(Read):
    """A deed: its `Changes` (or `.changes`) are broadcast once before `then` runs."""


class Open(Read):
    """Opens or makes an office: `fn(progress)`; `desk_of(result)` is the desk from then on."""


class Aside(Read):
    """Work on the desk thread that needs no open office: `fn(progress)`."""


class Leave(Read):
    """The last work at a desk, `fn(desk, progress)`: afterwards the thread holds no desk."""


class _Order:
    """One piece of work on its way to the desk thread and back."""

    def __init__(self, work: Read, generation: int, report: Callable[..., object]) -> None:
        self.work = work
        self.generation = generation
        self.stop = threading.Event()
        self.result: Any = None
        self.error: BaseException | None = None
        self._report = report
        self._reported = 0.0

    @property
    def can_stop(self) -> bool:
        """Whether the work reports its progress, and so hears of «やめる»."""
        return self.work.watched or isinstance(self.work, Open | Aside | Leave)

    def progress(self, done: int, total: int | None, label: str) -> None:
        """The `Progress` that the work calls; on the desk thread."""
        if self.stop.is_set():
            raise Stopped
        moment = time.monotonic()
        if moment - self._reported >= _BETWEEN_REPORTS:
            self._reported = moment
            self._report(self, done, -1 if total is None else total, label)


class _DeskThread(QObject):
    """Lives on the desk thread and holds the desk; nobody else ever touches either."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._desk: Any = None

    def take(self, order: _Order) -> None:
        try:
            order.result = self._do(order)
        except BaseException as error:
            order.error = error
        self.answered.emit(order)

    def _do(self, order: _Order) -> Any:
        work = order.work
        if isinstance(work, Open):
            result = work.fn(order.progress)
            self._desk = work.desk_of(result) if work.desk_of else result
            return result
        if isinstance(work, Aside):
            return work.fn(order.progress)
        if self._desk is None:
            raise Stopped
        if isinstance(work, Leave):
            return self._leave(work, order)
        return work.fn(self._desk, order.progress) if work.watched else work.fn(self._desk)

    def _leave(self, work: Leave, order: _Order) -> Any:
        desk, self._desk = self._desk, None
        return work.fn(desk, order.progress)


class Background(QObject):
    """Hands work to the desk thread, one piece after the other, and brings the answers back.

    `slow(order)` is said when a piece takes longer than 400 ms, `progressed(order, done, total,
    label)` as it goes on, `done(order)` when it has ended; `troubled(error)` for a RenkeiError that
    nobody took, `broken(error)` for anything else.
    """

    slow = Signal(object)
    progressed = Signal(object, int, int, str)
    done = Signal(object)
    troubled = Signal(object)
    broken = Signal(object)
    _handed = Signal(object)

    def __init__(self, broadcast: Broadcast) -> None:
        super().__init__()
        self._broadcast = broadcast
        self._generation = 0
        self._waiting: list[_Order] = []
        # An answer may refer to widgets. It must not be the desk thread that lets go of it last.
        self._resting: deque[_Order] = deque(maxlen=_RESTING)
        tidying.begin()
        self._thread = QThread()
        self._thread.setObjectName("desk")
        self._desk_thread = _DeskThread()
        self._desk_thread.moveToThread(self._thread)
        self._handed.connect(self._desk_thread.take, Qt.ConnectionType.QueuedConnection)
        self._desk_thread.answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether anything is still under way."""
        return bool(self._waiting)

    def run(self, work: Read) -> None:
        """Hands over a piece of work and returns at once."""
        order = _Order(work, self._generation, self.progressed.emit)
        self._waiting.append(order)
        QTimer.singleShot(PROGRESS_AFTER_MS, self, lambda: self._grown_slow(order))
        self._handed.emit(order)

    def forget(self) -> None:
        """From now on answers to earlier work are dropped: the window is being locked."""
        self._generation += 1

    def stop_all(self) -> None:
        """Asks everything under way to stop."""
        for order in self._waiting:
            order.stop.set()

    def finish(self, milliseconds: int = 60_000) -> bool:
        """Ends the desk thread after what it is doing now; True if it has ended."""
        self._thread.quit()
        ended = self._thread.wait(milliseconds)
        tidying.end()
        return ended

    def _grown_slow(self, order: _Order) -> None:
        if order in self._waiting and order.work.label:
            self.slow.emit(order)

    def _answer(self, order: _Order) -> None:
        self._waiting.remove(order)
        self._resting.append(order)
        self.done.emit(order)
        if order.error is not None:
            self._fail(order, order.error)
        elif order.generation == self._generation:
            self._succeed(order)

    def _succeed(self, order: _Order) -> None:
        work = order.work
        if isinstance(work, Write):
            self._tell(order.result)
        if work.then is not None and (work.owner is None or isValid(work.owner)):
            work.then(order.result)

    def _tell(self, result: Any) -> None:
        from renkei_desktop.domain.change import Changes

        changes = getattr(result, "changes", result)
        if isinstance(changes, Changes):
            self._broadcast.changed.emit(changes)

    def _fail(self, order: _Order, error: BaseException) -> None:
        work = order.work
        mine = order.generation == self._generation and (work.owner is None or isValid(work.owner))
        if isinstance(error, Stopped):
            if work.stopped is not None and mine:
                work.stopped()
        elif not isinstance(error, RenkeiError):
            log.error("unexpected %s on the desk thread", type(error).__name__)
            self.broken.emit(error)
        elif work.fail is not None and mine:
            work.fail(error)
        else:
            self.troubled.emit(error)

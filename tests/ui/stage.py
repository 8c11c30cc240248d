"""A desk thread, a session and an office behind them, for pages that are shown by themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.store.cost import KdfCost
from renkei_desktop.ui.background import Background, Leave, Open
from renkei_desktop.ui.broadcast import Broadcast
from renkei_desktop.ui.search_feed import SearchFeed
from renkei_desktop.ui.session import Session
from tests.ui.invented import NEW, found_office

Make = Callable[[Path, Machine], Desk]


class Clock:
    """Half past eight on a Tuesday in November; every look is a second later."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class Stage:
    """An open office with its session. `close` ends the thread and must be called."""

    def __init__(self, room: Path, make: Make = found_office) -> None:
        self.clock = Clock()
        self.machine = Machine(room / "state", self.clock, KdfCost.practice())
        self.broadcast = Broadcast()
        self.background = Background(self.broadcast)
        self.troubles: list[RenkeiError] = []
        self.broken: list[BaseException] = []
        self.background.troubled.connect(self.troubles.append)
        self.background.broken.connect(self.broken.append)
        self.session = Session(self.background, self.broadcast, self.clock, NEW.clerk)
        folder = room / "見本町.renkei"
        self.background.run(Open(lambda progress: make(folder, self.machine)))
        self.feed = SearchFeed(self.session)
        self.feed.renew()
        self.settle()

    def settle(self, seconds: float = 20) -> None:
        """Runs the event loop until the desk thread has nothing left to do."""
        loop = QEventLoop()
        check = QTimer()
        check.setInterval(5)
        check.timeout.connect(lambda: None if self.background.busy else loop.quit())
        check.start()
        late = QTimer.singleShot(int(seconds * 1000), loop, lambda: loop.exit(1))
        del late
        if loop.exec() != 0:
            raise TimeoutError("the desk thread is still busy")
        # What the answers changed on the page comes into view with the next events.
        for _ in range(3):
            QCoreApplication.processEvents()
        if self.broken:
            raise self.broken[0]

    def ask(self, fn: Callable[[Desk], Any]) -> Any:
        """Runs `fn` on the desk thread and waits for the answer."""
        answers: list[Any] = []
        self.session.read(fn, answers.append)
        self.settle()
        return answers[0]

    def close(self) -> None:
        """Closes the office and ends the thread."""
        self.background.run(Leave(lambda desk, progress: desk.vault.close()))
        self.settle()
        self.background.finish()

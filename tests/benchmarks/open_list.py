"""One window, one password, one list: prints the seconds from the one to the other and ends.

`python -m tests.benchmarks.open_list FOLDER STATE CLERK PASSWORD ROWS`
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

from renkei_desktop import app
from renkei_desktop.office.machine import Machine
from renkei_desktop.store.cost import KdfCost
from renkei_desktop.ui.window import Window

SIZE = (1366, 768)
READING_MS = 2_500
"""As long as it takes a clerk to type the password; the program loads its libraries meanwhile."""


class Watch(QObject):
    """Goes to the residents as soon as the office stands, and waits until their list is painted."""

    def __init__(self, window: Window, loop: QEventLoop, rows: int) -> None:
        super().__init__()
        self._window, self._loop, self._rows = window, loop, rows
        self._list: Any = None
        window.entered.connect(self._enter)

    def _enter(self) -> None:
        from renkei_desktop.ui.residents.page import ResidentsPage

        office = self._window.office
        assert office is not None
        office.go("residents")
        self._list = office.findChild(ResidentsPage).list_card.list
        self._list.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._list.model().rowCount() >= self._rows:
            QTimer.singleShot(0, self._loop.quit)
        return False


def main(folder: str, state: str, clerk: str, password: str, rows: str) -> None:
    app.application()
    machine = Machine(Path(state), lambda: datetime.now(UTC), KdfCost.usual())
    window = app.window(machine)
    window.resize(*SIZE)
    window.threshold.show_unlock(Path(folder))
    window.show()
    typing = QEventLoop()
    QTimer.singleShot(READING_MS, typing.quit)
    typing.exec()
    loop = QEventLoop()
    watch = Watch(window, loop, int(rows))
    QTimer.singleShot(60_000, loop, lambda: loop.exit(1))
    begun = time.perf_counter()
    window.centralWidget().unlock.emit(clerk, password)
    painted = loop.exec() == 0
    print(time.perf_counter() - begun)
    sys.stdout.flush()
    del watch
    # The lock of the folder ends with the process; nothing was written.
    os._exit(0 if painted else 1)


if __name__ == "__main__":
    main(*sys.argv[1:])

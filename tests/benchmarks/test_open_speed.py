"""From the accepted password to the painted list, in an office with 6,000 registered residents.

Against what cannot be spared: deriving the key once, one query for the same rows, one paint of a
bare table with them. Steady state: the first opening after a huge deed also checks the log of it.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from PySide6.QtCore import QAbstractTableModel, QEvent, QEventLoop, QModelIndex, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from renkei_desktop.office.machine import Machine
from renkei_desktop.office.offices import found, open_office
from renkei_desktop.office.practice_town import move_in
from renkei_desktop.practice.town import town
from renkei_desktop.setup.start import CHECKOUT
from renkei_desktop.store.cost import KdfCost
from renkei_desktop.store.database import Database
from tests.office.conftest import NEW

RESIDENTS = 6_000
RUNS = 5
SIZE = (1366, 768)
QUERY = """
SELECT p.name, p.reading, p.birth, a.name FROM resident r
JOIN person p ON p.id = r.person LEFT JOIN association a ON a.id = p.association
WHERE r."exists" AND r.ending IS NULL ORDER BY p.sort_key
"""

pytestmark = pytest.mark.benchmark


@dataclass(frozen=True)
class Office:
    folder: Path
    machine: Machine
    key: bytes


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    room = tmp_path_factory.mktemp("office")
    machine = Machine(room / "state", lambda: datetime.now(UTC), KdfCost.usual())
    folder = room / "見本町.renkei"
    desk = found(folder, replace(NEW, practice=True), machine).desk
    move_in(desk, town(1, RESIDENTS))
    key = bytes(desk.vault.keyholders.key)
    desk.vault.close()
    open_office(folder, NEW.clerk, NEW.password, machine).vault.close()
    return Office(folder, machine, key)


class Painted(QObject):
    """Ends a loop when a widget with enough rows has been painted."""

    def __init__(self, loop: QEventLoop, rows: Callable[[], int]) -> None:
        super().__init__()
        self._loop, self._rows = loop, rows

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._rows() >= RESIDENTS:
            QTimer.singleShot(0, self._loop.quit)
        return False


def until_painted(viewport: QWidget, rows: Callable[[], int], start: Callable[[], Any]) -> float:
    """Seconds from `start` until the viewport has been painted with all rows."""
    loop = QEventLoop()
    watch = Painted(loop, rows)
    viewport.installEventFilter(watch)
    QTimer.singleShot(60_000, loop, lambda: loop.exit(1))
    begun = time.perf_counter()
    start()
    assert loop.exec() == 0, "the list was never painted"
    return time.perf_counter() - begun


class Bare(QAbstractTableModel):
    """The same texts in a table, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[Any, ...]] = []

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return len(self.lines)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 4

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        shown = role == Qt.ItemDataRole.DisplayRole
        return self.lines[index.row()][index.column()] if shown else None


def floor(office: Office) -> float:
    """Derive the key, ask once, paint once."""
    model, view = Bare(), QTableView()
    view.setModel(model)
    view.resize(*SIZE)
    view.show()
    cost = office.machine.cost

    def fill() -> None:
        Argon2id(
            salt=bytes(16),
            length=32,
            iterations=cost.iterations,
            lanes=cost.lanes,
            memory_cost=cost.memory_kib,
        ).derive(NEW.password.encode())
        database = Database(office.folder / "ledger.db", office.key)
        lines = database.run(QUERY)
        database.close()
        model.beginResetModel()
        model.lines = lines
        model.endResetModel()

    taken = until_painted(view.viewport(), model.rowCount, fill)
    view.close()
    return taken


def ours(office: Office) -> float:
    """The program in a process of its own: the password goes in, the list comes out."""
    words = (str(office.folder), str(office.machine.state), NEW.clerk, NEW.password)
    command = [sys.executable, "-m", "tests.benchmarks.open_list", *words, str(RESIDENTS)]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return float(done.stdout)


def test_the_list_stands_soon_after_the_password(qapp: QApplication, office: Office) -> None:
    pairs = [(ours(office), floor(office)) for _ in range(RUNS)]
    mine, bare = median(p[0] for p in pairs), median(p[1] for p in pairs)
    ratio = median(a / b for a, b in pairs)
    print(f"\n{RESIDENTS} residents: {mine:.2f} s, floor {bare:.2f} s: {ratio:.2f}")
    assert ratio <= 2

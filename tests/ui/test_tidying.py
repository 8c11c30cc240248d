"""Garbage is collected on the thread of the window, never on the desk thread."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import ClassVar

from PySide6.QtWidgets import QApplication

from renkei_desktop.ui import tidying
from renkei_desktop.ui.background import Background, Open, Read
from renkei_desktop.ui.broadcast import Broadcast
from tests.ui.house import wait


class Knot:
    """Part of a cycle; notes on which thread it is let go."""

    ends: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        Knot.ends.append(threading.get_ident())


def test_python_collects_by_itself_only_without_a_desk_thread(qapp: QApplication) -> None:
    assert gc.isenabled()
    one, two = Background(Broadcast()), Background(Broadcast())
    assert not gc.isenabled()
    one.finish()
    assert not gc.isenabled()
    two.finish()
    assert gc.isenabled()


def test_what_the_desk_thread_fills_the_window_empties(qapp: QApplication) -> None:
    background = Background(Broadcast())
    Knot.ends.clear()

    def litter(_desk: object) -> int:
        return len([Knot() for _ in range(5_000)])

    background.run(Open(lambda _progress: "desk"))
    background.run(Read(litter))
    wait(lambda: not background.busy)
    assert Knot.ends == []
    tidying.collect()
    assert set(Knot.ends) == {threading.get_ident()}
    background.finish()


def test_a_collection_takes_the_old_along_when_they_are_due(qapp: QApplication) -> None:
    knot = weakref.ref(Knot())
    for _ in range(400):
        [Knot() for _ in range(800)]
        tidying.collect()
    assert knot() is None

"""Garbage is collected on the thread of the window only.

Python collects on whichever thread happens to fill its quota. A widget that is part of a cycle
would then be destroyed by the desk thread, and Qt does not survive that. So while there is a desk
thread, the collector is off and a timer on the thread of the window does its work.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QTimer

_EVERY_MS = 1_000

_timer: QTimer | None = None
_threads = 0


def begin() -> None:
    """A desk thread begins; on the thread of the window."""
    global _timer, _threads
    _threads += 1
    gc.disable()
    if _timer is None:
        _timer = QTimer(QCoreApplication.instance())
        _timer.setInterval(_EVERY_MS)
        _timer.timeout.connect(collect)
    _timer.start()


def end() -> None:
    """A desk thread has ended; after the last one Python collects by itself again."""
    global _threads
    _threads = max(_threads - 1, 0)
    if _threads == 0:
        if _timer is not None:
            _timer.stop()
        gc.enable()


def collect() -> None:
    """Collects what is due, the young first, as Python itself would have done."""
    for generation, (count, due) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
        if count > due:
            gc.collect(generation)

"""One set-up at a time: a second start waits until the first one is through."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _give_back(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _give_back(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


@contextmanager
def turn(file: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Holds `file` locked; waits, after saying so, while another start holds it.

    The lock ends with its holder, so a killed set-up leaves none behind. On Linux the handle is
    inherited by the commands that the set-up runs: if it is killed while pip still writes, the
    next one waits for that pip.
    """
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        os.set_inheritable(handle, sys.platform != "win32")
        _wait(handle, say)
        try:
            yield
        finally:
            _give_back(handle)
    finally:
        os.close(handle)


def _wait(handle: int, say: Callable[[str], None]) -> None:
    if _try(handle):
        return
    say("いま別の起動が準備をしています。終わるまで待ちます。")
    while not _try(handle):
        time.sleep(0.2)

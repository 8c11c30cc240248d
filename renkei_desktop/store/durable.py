"""Writing a small file so that a power cut leaves the old one or the new one, never half of one."""

from __future__ import annotations

import os
import time
from pathlib import Path

_TRIES = 8
_FIRST_WAIT = 0.05


def write_durably(path: Path, content: bytes) -> None:
    """Replaces a file as a whole: temporary neighbour, fsync, replace. Raises OSError."""
    beside = path.with_name(path.name + ".new")
    try:
        with beside.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        replace_patiently(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(path.parent)


def replace_patiently(source: Path, target: Path) -> None:
    """`os.replace`, tried again while an antivirus program holds the file (Windows)."""
    wait = _FIRST_WAIT
    for left in reversed(range(_TRIES)):
        try:
            source.replace(target)
        except PermissionError:
            if left == 0:
                raise
            time.sleep(wait)
            wait *= 2
        else:
            return


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder durable, where the system can (not on Windows)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

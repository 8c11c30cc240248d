"""A disk with as much room as a test wants to leave on it.

A real one, filled up, where this PC lets us mount one; otherwise the system's limit on how large
a file may grow.
"""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DISK_BYTES = 48 * 1024 * 1024
_FILLER = "filler"


class FullDisk:
    """A small file system in memory, filled up but for a few bytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def left(self, room: int) -> Iterator[None]:
        filler = self.folder / _FILLER
        with filler.open("wb", buffering=0) as file:
            try:
                while file.write(b"x" * 65536):
                    pass
            except OSError:
                file.truncate(max(0, file.tell() - room))
        try:
            yield
        finally:
            filler.unlink()


class GrowthLimit:
    """No file may grow beyond a size: what stands in for a full disk without the right to mount."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def left(self, room: int) -> Iterator[None]:
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)


Room = FullDisk | GrowthLimit


@contextmanager
def mounted(folder: Path) -> Iterator[bool]:
    """A small disk at this folder; whether it could be mounted."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(folder)]
    may = os.geteuid() == 0 and subprocess.run(command, capture_output=True).returncode == 0
    try:
        yield may
    finally:
        if may:
            subprocess.run(["umount", "--lazy", str(folder)], check=True, capture_output=True)

"""A process that does deeds in children of its own and kills them on the way.

It imports everything once; each deed is a fork. A child is killed after a time, or right before
one of the steps by which it changes files, counted from the beginning of the deed.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

_ROOT = Path(__file__).resolve().parents[2]
_CHANGING = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.link")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True)
class Outcome:
    """Whether a deed was killed, and how long it took until then or until it was done."""

    killed: bool
    seconds: float
    error: str


@dataclass(frozen=True)
class Killer:
    """Asks the other process for deeds."""

    process: subprocess.Popen[str]

    def __call__(
        self, deed: str, place: Path, *, after: float | None = None, step: int | None = None
    ) -> Outcome:
        job = {"deed": deed, "place": str(place), "after": after, "step": step}
        _stream(self.process.stdin).write(json.dumps(job) + "\n")
        _stream(self.process.stdin).flush()
        found = json.loads(_stream(self.process.stdout).readline())
        outcome = Outcome(**found)
        assert not outcome.error, outcome.error
        return outcome


def _stream(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream


@contextmanager
def killing() -> Iterator[Killer]:
    """The other process, for as long as this lasts."""
    command = [sys.executable, "-m", "tests.trouble.killed"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=_ROOT
    ) as process:
        yield Killer(process)
        _stream(process.stdin).close()
        assert process.wait(30) == 0


def _serve() -> None:
    from tests.trouble import deeds

    for line in sys.stdin:
        job = json.loads(line)
        print(json.dumps(_fork(deeds, job)), flush=True)


def _fork(deeds: Any, job: dict[str, Any]) -> dict[str, Any]:
    begun, begin = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(begun)
        _child(deeds, job, begin)
    os.close(begin)
    told = os.read(begun, 1)
    start = time.monotonic()
    if job["after"] is not None and told:
        # The pipe ends when the child has ended by itself.
        ended, _, _ = select.select([begun], [], [], job["after"])
        if not ended:
            os.kill(child, signal.SIGKILL)
    error = os.read(begun, 4000).decode()
    _, status = os.waitpid(child, 0)
    os.close(begun)
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    return {"killed": killed, "seconds": time.monotonic() - start, "error": error}


def _child(deeds: Any, job: dict[str, Any], begin: int) -> None:
    place = Path(job["place"])
    try:
        desk = deeds.ready(place)
        os.write(begin, b".")
        if job["step"] is not None:
            _die_before(job["step"])
        deeds.DEEDS[job["deed"]](desk, place)
    except BaseException as error:
        os.write(begin, repr(error).encode()[:4000])
    finally:
        os._exit(0)


def _die_before(step: int) -> None:
    """Kills this very process right before it changes a file for the so many-th time."""
    left = [step]

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event not in _CHANGING and not (event == "open" and _writes(*arguments)):
            return
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1

    sys.addaudithook(watch)


def _writes(path: object, mode: str | None, flags: int) -> bool:
    return bool(set(mode or "") & set("wax+")) or bool(flags & _WRITING)


if __name__ == "__main__":
    _serve()

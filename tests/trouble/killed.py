"""A process that does deeds in children of its own and kills them on the way.

It imports everything once; each deed is a fork. A child is killed after a time, or right after one
of the steps by which it changes files or the database, counted from the beginning of the deed. What
stood in a buffer then is lost, as in any kill.
"""

from __future__ import annotations

import io
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

_ROOT = Path(__file__).resolve().parents[2]
ON_FILES = frozenset(
    {
        *("open", "write", "flush", "close", "fsync", "replace", "rename", "unlink", "remove"),
        *("rmdir", "mkdir", "truncate", "sendfile", "copyfileobj", "symlink", "link"),
    }
)
"""What changes a file, by the names that the interpreter calls in the end."""
ON_THE_LEDGER = frozenset({"execute", "executemany", "commit"})
STEPS = ON_FILES | ON_THE_LEDGER


@dataclass(frozen=True)
class Outcome:
    """Whether a deed was killed, and how long it took until then or until it was done."""

    killed: bool
    seconds: float
    error: str
    steps: tuple[str, ...] = ()
    """The steps of a deed that was only watched, by name."""


@dataclass(frozen=True)
class Killer:
    """Asks the other process for deeds."""

    process: subprocess.Popen[str]

    def __call__(
        self,
        deed: str,
        place: Path,
        *,
        after: float | None = None,
        step: int | None = None,
        watched: bool = False,
    ) -> Outcome:
        job = {"deed": deed, "place": str(place), "after": after, "step": step, "watched": watched}
        _stream(self.process.stdin).write(json.dumps(job) + "\n")
        _stream(self.process.stdin).flush()
        found = json.loads(_stream(self.process.stdout).readline())
        outcome = Outcome(**{**found, "steps": tuple(found["steps"])})
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
    ready = os.read(begun, 1)
    start = time.monotonic()
    if job["after"] is not None and ready:
        # The pipe ends when the child has ended by itself.
        ended, _, _ = select.select([begun], [], [], job["after"])
        if not ended:
            os.kill(child, signal.SIGKILL)
    with os.fdopen(begun, "rb") as pipe:
        said = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    told: dict[str, Any] = json.loads(said) if said else {"error": "", "steps": []}
    return {"killed": killed, "seconds": time.monotonic() - start, **told}


def _child(deeds: Any, job: dict[str, Any], begin: int) -> None:
    place = Path(job["place"])
    steps: list[str] = []
    error = ""
    try:
        desk = deeds.ready(place)
        os.write(begin, b".")
        if job["watched"]:
            _after_each_step(steps.append)
        elif job["step"] is not None:
            _after_each_step(_die_after(job["step"]))
        deeds.DEEDS[job["deed"]](desk, place)
    except BaseException as broken:
        error = repr(broken)[:2000]
    finally:
        sys.setprofile(None)
        os.write(begin, json.dumps({"error": error, "steps": steps}).encode())
        os._exit(0)


def _after_each_step(then: Callable[[str], None]) -> None:
    """Calls back right after each call of the interpreter into the system or the database."""

    def watch(frame: object, event: str, called: Any) -> None:
        if event == "c_return" and called.__name__ in STEPS and not _in_memory(called):
            then(called.__name__)

    sys.setprofile(watch)


def _in_memory(called: Any) -> bool:
    """Whether something was written that is no file, such as the pieces of a paper."""
    target = getattr(called, "__self__", None)
    return isinstance(target, io.BytesIO | io.StringIO | str | list | dict | bytearray)


def _die_after(step: int) -> Callable[[str], None]:
    """Kills this very process once that many steps have been taken."""
    left = [step]

    def count(_name: str) -> None:
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1

    return count


if __name__ == "__main__":
    _serve()

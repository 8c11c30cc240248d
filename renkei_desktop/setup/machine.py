"""What the set-up asks of the machine it runs on, and what it does to it: all in one place."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

PATIENCE = 30.0
"""Seconds after which a silent step says that it is still at work."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended: its exit code, and what it said where that was not sent to a log."""

    code: int
    said: str = ""


class Runner(Protocol):
    """Runs a command to its end; `log` takes what it says (appended) instead of the outcome.

    A command that cannot be started at all ends with code 127.
    """

    def __call__(self, command: Sequence[str], log: Path | None = None) -> Outcome: ...


@dataclass(frozen=True, slots=True)
class Machine:
    """One computer with one Python on it, as the set-up sees it."""

    system: str
    """As `sys.platform` says it: "linux", "win32"."""
    python: Path
    version: tuple[int, int]
    prefix: Path
    """The environment that this Python runs in, or its own installation."""
    environ: Mapping[str, str]
    home: Path
    top: Path
    """The root of the file system."""
    administrator: bool
    run: Runner
    which: Callable[[str], str | None]
    """The full path of a command, None where there is none."""
    has: Callable[[str], bool]
    """Whether this Python can import a module."""
    writable: Callable[[Path], bool]
    say: Callable[[str], None]
    """One line for the person who is waiting."""
    enter: Callable[[Sequence[str]], int]
    """Goes on as another command; where it comes back at all, with that command's exit code."""

    @property
    def windows(self) -> bool:
        return self.system == "win32"


def this_machine() -> Machine:
    """The machine that this program is running on."""
    return Machine(
        system=sys.platform,
        python=Path(sys.executable),
        version=sys.version_info[:2],
        prefix=Path(sys.prefix),
        environ=os.environ,
        home=Path.home(),
        top=Path(Path.home().anchor),
        administrator=hasattr(os, "geteuid") and os.geteuid() == 0,
        run=_run,
        which=shutil.which,
        has=_has,
        writable=_writable,
        say=say,
        enter=_wait_for if sys.platform == "win32" else _become,
    )


def say(line: str) -> None:
    """Writes one line to standard error at once."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def _run(command: Sequence[str], log: Path | None = None) -> Outcome:
    try:
        if log is None:
            done = subprocess.run(command, capture_output=True, text=True, errors="replace")
            return Outcome(done.returncode, done.stdout + done.stderr)
        return Outcome(_run_into(command, log))
    except OSError as error:
        return Outcome(127, str(error))


def _run_into(command: Sequence[str], log: Path) -> int:
    with log.open("ab") as out:
        # Inheritable handles go along on purpose: the turn is only over when this command has
        # ended too, even if the set-up itself is killed (see `turn`).
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PIP_USER": "0"},
            close_fds=sys.platform == "win32",
        )
    waited = 0.0
    while True:
        try:
            return process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            waited += PATIENCE
            say(f"　まだ続いています（{waited:.0f}秒）。")
        except BaseException:
            process.terminate()
            process.wait()
            raise


def _has(module: str) -> bool:
    importlib.invalidate_caches()
    return importlib.util.find_spec(module) is not None


def _writable(folder: Path) -> bool:
    """Tried, not asked: Windows does not answer `os.access` truthfully for folders."""
    trial = folder / f".renkei-{os.getpid()}"
    try:
        trial.touch()
        trial.unlink()
    except OSError:
        return False
    return True


def _become(command: Sequence[str]) -> int:
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(command[0], list(command))


def _wait_for(command: Sequence[str]) -> int:
    """Windows gives the prompt back at once after an exec, so there the parent stays and waits."""
    process = subprocess.Popen(command)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue

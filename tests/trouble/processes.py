"""Other processes: a second window on the same folder, and one that has no rights."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.trouble.offices_in import CLERK, PASSWORD

_ROOT = Path(__file__).resolve().parents[2]
_HOLD = """
import sys
from pathlib import Path
from tests.trouble.offices_in import machine_in, opened
desk = opened(Path(sys.argv[1]), machine_in(Path(sys.argv[2])))
print("open", flush=True)
sys.stdin.readline()
desk.vault.close()
"""
_PR_CAPBSET_DROP = 24
_OVERRIDES = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: what lets root write anywhere."""


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(_ROOT), "XDG_STATE_HOME": str(home)}


@contextmanager
def held_open(folder: Path, home: Path) -> Iterator[None]:
    """The office is open in another process for as long as this lasts."""
    command = [sys.executable, "-c", _HOLD, str(folder), str(home)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=_environment(home),
    ) as other:
        assert other.stdout is not None and other.stdin is not None
        assert other.stdout.readline() == "open\n"
        yield
        other.stdin.write("\n")
        other.stdin.flush()
        assert other.wait(30) == 0


def _without_overrides() -> None:
    """In the child before it starts: root becomes somebody whom file permissions bind."""
    if os.geteuid() != 0:
        return
    library = ctypes.CDLL(None, use_errno=True)
    for capability in _OVERRIDES:
        if library.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "prctl")


def _typed(words: tuple[object, ...], home: Path) -> list[str]:
    secret = home / "password.txt"
    secret.write_text(PASSWORD + "\n", "utf-8")
    return [
        *(sys.executable, "-m", "renkei_desktop.cli"),
        *(str(word) for word in words),
        *("--password-file", str(secret), "--clerk", CLERK),
    ]


def command(
    *words: object,
    home: Path,
    more: Mapping[str, str] | None = None,
    output: Any = subprocess.PIPE,
    raw: bool = False,
) -> subprocess.CompletedProcess[Any]:
    """A command in a process of its own, bound by the rights on files even for root."""
    return subprocess.run(
        _typed(words, home),
        stdout=output,
        stderr=subprocess.PIPE,
        encoding=None if raw else "utf-8",
        env={**_environment(home), **(more or {})},
        preexec_fn=_without_overrides,
        timeout=120,
        check=False,
    )


def started(*words: object, home: Path) -> subprocess.Popen[str]:
    """A command that is still running."""
    return subprocess.Popen(
        _typed(words, home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=_environment(home),
    )

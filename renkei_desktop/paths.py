"""Where the program's own files lie, and where it may keep what belongs to this PC."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """A folder that stands beside the package in a checkout and inside it in a wheel."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """Icons, style sheets, fonts, form wording."""
    return _shipped("resources")


def migrations() -> Path:
    """The Alembic migrations and the vocabulary seeds."""
    return _shipped("db")


def machine_state() -> Path:
    """What this PC remembers for all offices on it: seat marks, the last office.

    Machine-wide on Windows (%PROGRAMDATA%), per user elsewhere.
    """
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "renkei-desktop"
    state = os.environ.get("XDG_STATE_HOME")
    return (Path(state) if state else Path.home() / ".local" / "state") / "renkei-desktop"

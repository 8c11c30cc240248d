"""Where the program's own files lie, and where it may keep what belongs to this PC."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
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


FALLBACK_FONT = "ipamjm.ttf"
"""IPAmj Mincho, for characters that the shipped faces lack: too large to ship with a checkout."""


def fallback_font_places(
    system: str = sys.platform,
    environ: Mapping[str, str] = os.environ,
    home: Path | None = None,
    top: Path = Path("/"),
) -> Iterator[Path]:
    """Where IPAmj Mincho may lie, the likeliest place first; nothing says that it is there."""
    yield resources() / "fonts" / FALLBACK_FONT
    home = home or Path.home()
    if system == "win32":
        local = Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
        yield Path(environ.get("WINDIR", r"C:\Windows")) / "Fonts" / FALLBACK_FONT
        yield local / "Microsoft" / "Windows" / "Fonts" / FALLBACK_FONT
        return
    yield top / "usr" / "share" / "fonts" / "truetype" / "ipamj" / FALLBACK_FONT
    yield top / "usr" / "local" / "share" / "fonts" / FALLBACK_FONT
    yield home / ".local" / "share" / "fonts" / FALLBACK_FONT
    yield home / ".fonts" / FALLBACK_FONT


def machine_state() -> Path:
    """What this PC remembers for all offices on it: seat marks, the last office.

    Machine-wide on Windows (%PROGRAMDATA%), per user elsewhere.
    """
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "renkei-desktop"
    state = os.environ.get("XDG_STATE_HOME")
    return (Path(state) if state else Path.home() / ".local" / "state") / "renkei-desktop"

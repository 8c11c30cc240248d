"""The command line: the window, and the same deeds of the office without it."""

from __future__ import annotations

from renkei_desktop.cli.command import main

__all__ = ["main"]

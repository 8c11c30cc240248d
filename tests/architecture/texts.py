"""Rules about every text file of the checkout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import Finding

# A made-up user is called 職員 wherever a test needs one.
_PATHS = re.compile(
    r"(?<![A-Za-z0-9_.~-])/(?:home|root|tmp|work|mnt|opt|Users)/(?!職員\b)\w+"
    r"|\b[A-Z]:\\Users\\(?!職員\b)\w+",
)
_HOSTS = re.compile(
    r"files\.pythonhosted\.org|\bpypi\.org|registry\.npmjs|deb\.debian\.org|archive\.ubuntu\.com"
    r"|proxy\.golang|\b(?:https?|file)://\S+/simple\b|--(?:extra-)?index-url\s+\S|--find-links\s+\S",
)


def text_of(file: Path) -> str | None:
    """The file's text, None where it is a picture, a font or other data."""
    data = file.read_bytes()
    if b"\0" in data[:8192]:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def machine_paths(name: str, text: str) -> Iterator[Finding]:
    """Nothing in the checkout knows on which machine it was written."""
    yield from _found(name, text, _PATHS, "a path of a machine")


def registry_hosts(name: str, text: str) -> Iterator[Finding]:
    """Where packages come from is the machine's business."""
    yield from _found(name, text, _HOSTS, "a registry")


def _found(name: str, text: str, pattern: re.Pattern[str], what: str) -> Iterator[Finding]:
    for match in pattern.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        yield Finding(name, line, f"{what}: {match.group()}")

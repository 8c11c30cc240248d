"""Planted bugs: patches that touch one line of the program, and the test that must catch each.

A patch is a unified diff with a line `Caught-by: tests/…::test_…` above it. It may stand at
another line number by now, but its lines must be found exactly, and in one place only.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

COPIED = ("renkei_desktop", "resources", "db", "tests", "pyproject.toml", "requirements.lock")
_FAILED = 1
"""pytest's exit code for «ran to the end, and something failed»."""


@dataclass(frozen=True)
class Patch:
    """One line of one file, before and after, with the lines around it."""

    file: str
    before: str
    after: str
    caught_by: str


def read_patch(text: str) -> Patch:
    """Takes a patch file apart. Raises ValueError where it is not one of a single line."""
    caught_by = re.search(r"^Caught-by: (tests/\S+::\S+)$", text, re.MULTILINE)
    files = re.findall(r"^\+\+\+ b/(\S+)$", text, re.MULTILINE)
    hunks = re.split(r"^@@ .*$\n?", text, flags=re.MULTILINE)[1:]
    if caught_by is None or len(files) != 1 or len(hunks) != 1:
        raise ValueError("a patch has one Caught-by line, one file and one hunk")
    lines = [line if line else " " for line in hunks[0].splitlines()]
    removed = [line for line in lines if line[0] == "-"]
    added = [line for line in lines if line[0] == "+"]
    if len(removed) > 1 or len(added) > 1 or not removed + added:
        raise ValueError("a patch touches exactly one line")
    before = "\n".join(line[1:] for line in lines if line[0] in " -")
    after = "\n".join(line[1:] for line in lines if line[0] in " +")
    return Patch(files[0], before, after, caught_by.group(1))


def apply(patch: Patch, root: Path) -> None:
    """Changes the file below `root`. Raises ValueError where the lines do not stand there once."""
    file = root / patch.file
    # Line ends on both sides, so that only whole lines are found.
    text = "\n" + file.read_text("utf-8")
    count = text.count(f"\n{patch.before}\n")
    if count != 1:
        raise ValueError(f"the lines of the patch stand {count} times in {patch.file}")
    changed = text.replace(f"\n{patch.before}\n", f"\n{patch.after}\n")
    file.write_text(changed[1:], "utf-8")


def copy_of_the_program(source: Path, target: Path, names: tuple[str, ...] = COPIED) -> Path:
    """A copy of everything that a test run needs."""
    left_out = shutil.ignore_patterns("__pycache__")
    for name in names:
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name, ignore=left_out)
        elif (source / name).exists():
            shutil.copy2(source / name, target / name)
    return target


def is_caught(patch: Patch, copy: Path) -> tuple[bool, str]:
    """Runs the named test in the (patched) copy: whether it failed, and what pytest said."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "-m", "", patch.caught_by],
        cwd=copy,
        env={**os.environ, "CI": "true", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done.returncode == _FAILED, done.stdout + done.stderr

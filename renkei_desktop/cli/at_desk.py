"""An office opened for one command and closed again, whatever happens."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from renkei_desktop import paths
from renkei_desktop.cli import secret
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.offices import close, open_office
from renkei_desktop.store.cost import KdfCost


def this_machine() -> Machine:
    """The PC that the command runs on, with its real clock."""
    return Machine(paths.machine_state(), lambda: datetime.now().astimezone(), KdfCost.usual())


@contextmanager
def at_desk(folder: Path, words: Namespace) -> Iterator[Desk]:
    """Opens the office with the password from the words; closes it with a backup."""
    name = secret.clerk(folder, words.clerk)
    desk = open_office(folder, name, secret.password(words.password_file), this_machine())
    try:
        yield desk
    finally:
        closed = close(desk)
        if closed.trouble:
            sys.stderr.write(closed.trouble + "\n")


def say(text: str) -> None:
    """One line for the person at the terminal."""
    sys.stdout.write(text + "\n")


def say_json(data: Any) -> None:
    """Machine-readable output: one JSON document in UTF-8."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")

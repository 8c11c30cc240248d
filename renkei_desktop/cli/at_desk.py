"""An office opened for one command and closed again, whatever happens."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from renkei_desktop.cli import secret
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.offices import Closed, close, open_office
from renkei_desktop.this_pc import this_machine


@contextmanager
def at_desk(folder: Path, words: Namespace) -> Iterator[Desk]:
    """Opens the office with the password from the words; closes it with a backup.

    A backup that fails is told where nothing else went wrong: a refusal is one sentence.
    """
    name = secret.clerk(folder, words.clerk)
    desk = open_office(folder, name, secret.password(words.password_file), this_machine())
    try:
        yield desk
    except Exception:
        close(desk)
        raise
    except BaseException:
        desk.vault.close()
        raise
    tell_trouble(close(desk))


def tell_trouble(closed: Closed) -> None:
    """What the clerk must know about the closing, on standard error: the deed itself is done."""
    if closed.trouble:
        sys.stderr.write(closed.trouble + "\n")


def say(text: str) -> None:
    """One line for the person at the terminal."""
    sys.stdout.write(text + "\n")


def say_json(data: Any) -> None:
    """Machine-readable output: one JSON document, whatever the terminal can show."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(data, indent=2)
    say(text)

"""What can be known of an office before it is open; light, because the unlock window needs it."""

from __future__ import annotations

import json
from pathlib import Path

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office.machine import Machine
from renkei_desktop.store import keys

_LAST = "last-office.json"


def clerks(folder: Path) -> tuple[str, ...]:
    """The names of the clerks who have a password for this office.

    Raises RenkeiError where the folder is no office.
    """
    return keys.clerks(folder)


def location_doubt(folder: Path) -> str | None:
    """Why an office must not lie in this folder (stick, network, OneDrive), or None if it may."""
    from renkei_desktop.store import location

    try:
        location.refuse_place(folder)
    except RenkeiError as doubt:
        return doubt.sentence
    return None


def lies_in_office(file: Path) -> bool:
    """Whether a file would lie in an office folder, where nothing else may be written."""
    from renkei_desktop.store.folder import is_office

    return any(is_office(folder) for folder in file.absolute().parents)


def last_office(machine: Machine) -> Path | None:
    """The office that was open last on this PC, if it is still there."""
    try:
        text = (machine.state / _LAST).read_text(encoding="utf-8")
        folder = Path(json.loads(text)["folder"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return folder if folder.is_dir() else None


def remember(machine: Machine, folder: Path) -> None:
    """Notes the office as the one to open next time; a PC that cannot note it goes on without."""
    try:
        machine.state.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"folder": str(folder.resolve())}, ensure_ascii=False)
        (machine.state / _LAST).write_text(text, encoding="utf-8")
    except (OSError, ValueError):
        return

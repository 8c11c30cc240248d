"""控え: making one now, coming back from one."""

from __future__ import annotations

from pathlib import Path

from renkei_desktop.domain.text.wareki import PartialDate, wareki
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.offices import open_office
from renkei_desktop.store import backup
from renkei_desktop.work import Progress, unwatched


def back_up(desk: Desk, file: Path, progress: Progress = unwatched) -> Path:
    """Writes a verified backup to a file of the clerk's choice (a stick); returns its path.

    Raises RenkeiError where there is no room or the file cannot be read back.
    """
    return backup.backup(desk.vault, file, progress)


def restore(
    file: Path,
    folder: Path,
    clerk: str,
    password: str,
    machine: Machine,
    progress: Progress = unwatched,
) -> Desk:
    """Makes an office folder from a backup and opens it under a new seat.

    Raises RenkeiError for a wrong password, a damaged file, or a folder that is not empty.
    """
    # The folder may be the one that the program stands in, and is replaced by the restored one.
    there = folder.absolute()
    backup.restore(file, there, clerk=clerk, password=password, progress=progress)
    return open_office(there, clerk, password, machine)


def clerks_of(file: Path) -> tuple[str, ...]:
    """The clerks whose password opens a backup. Raises RenkeiError where it is none."""
    return backup.clerks_of(file)


def restored_notice(desk: Desk) -> str | None:
    """After a restore, until ticked off: what every page that gives something away must say."""
    day = desk.vault.restored_on
    if day is None:
        return None
    return (
        f"控えは{wareki(PartialDate.of(day))}のものです。"
        "それ以後の同意と渡した部数を紙で確かめてください。"
    )


def tick_restored(desk: Desk) -> None:
    """The clerk has checked the paper."""
    desk.vault.tick_restored()

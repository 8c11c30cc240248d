"""Getting up from the desk without a backup, and sitting down with the paper code."""

from __future__ import annotations

import shutil
from pathlib import Path

from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.offices import open_office, open_with_code, renew_password

PRACTICE_FOLDER = "renkei-practice-"


def leave(desk: Desk) -> None:
    """Closes the office as it is, because the screen is locked: afterwards no key is in memory."""
    desk.vault.close()


def recover(folder: Path, code: str, clerk: str, password: str, machine: Machine) -> Desk:
    """Gives a clerk a new password by the paper code, and opens the office as that clerk.

    Raises RenkeiError for a wrong code or a password that is too weak; nothing is changed then.
    """
    by_code = open_with_code(folder, code, machine)
    try:
        renew_password(by_code, clerk, password)
    finally:
        leave(by_code)
    return open_office(folder, clerk, password, machine)


def remove_practice(folder: Path) -> None:
    """Removes a throw-away practice town that is closed already; any other folder is left alone."""
    if folder.parent.name.startswith(PRACTICE_FOLDER):
        shutil.rmtree(folder.parent, ignore_errors=True)

"""Founding, opening and closing an office; its clerks and their passwords.

What the unlock window needs before an office is open stands in `entrance`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from renkei_desktop.domain.choice import Policy, Situation
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.provision import Town
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.provisions import own_up
from renkei_desktop.office.town import TOWN_ID
from renkei_desktop.store import vault as store_vault
from renkei_desktop.store.backup import back_up_on_close
from renkei_desktop.store.marks import SeatMarks
from renkei_desktop.work import Progress, unwatched


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOffice:
    """What the first step of the wizard asks for."""

    town_name: str
    code: str
    office: str
    phone: str
    fax: str
    area_code: str
    clerk: str
    password: str
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Founded:
    """A new office: the desk of its first clerk, and the paper code to print and lock away."""

    desk: Desk
    paper_code: str


@dataclass(frozen=True, slots=True)
class Closed:
    """How an office was closed: the backup that was made, or a sentence on what went wrong."""

    backup: Path | None
    trouble: str | None


def found(folder: Path, new: NewOffice, machine: Machine) -> Founded:
    """Makes the office folder with its encrypted file.

    Raises RenkeiError where it cannot; then nothing of it is left.
    """
    vault, paper_code = store_vault.create(
        folder,
        clerk=new.clerk,
        password=new.password,
        cost=machine.cost,
        clock=machine.clock,
        marks=_marks(machine),
    )
    desk = Desk(vault, machine.clock)
    with unmade_on_failure(desk), desk.writing("この町で始める", undoable=False) as book:
        book.put(_town(new), None)
    return Founded(desk, paper_code)


@contextmanager
def unmade_on_failure(desk: Desk) -> Iterator[None]:
    """What makes a new office, whole or not at all: closes and removes it where that fails."""
    try:
        yield
    except BaseException:
        desk.vault.close()
        shutil.rmtree(desk.folder, ignore_errors=True)
        raise


def _town(new: NewOffice) -> Town:
    return Town(
        id=TOWN_ID,
        name=new.town_name,
        code=new.code or None,
        office=new.office or None,
        phone=new.phone or None,
        fax=new.fax or None,
        area_code=new.area_code or None,
        policy=Policy.UNKNOWN,
        situation=Situation.ORDINARY,
        practice=new.practice,
    )


def open_office(folder: Path, clerk: str, password: str, machine: Machine) -> Desk:
    """Opens an office with a clerk's password.

    Raises RenkeiError for a wrong password, a folder that is open elsewhere, damaged, or newer
    than this program.
    """
    vault = store_vault.open_with_password(
        folder, clerk, password, clock=machine.clock, marks=_marks(machine)
    )
    desk = Desk(vault, machine.clock)
    with closed_on_failure(desk):
        own_up(desk)
    return desk


@contextmanager
def closed_on_failure(desk: Desk) -> Iterator[None]:
    """An office that cannot be opened to the end is closed again, so that nothing holds it."""
    try:
        yield
    except BaseException:
        desk.vault.close()
        raise


def open_with_code(folder: Path, code: str, machine: Machine) -> Desk:
    """Opens an office with the paper code, to give a clerk a new password."""
    vault = store_vault.open_with_code(folder, code, clock=machine.clock, marks=_marks(machine))
    return Desk(vault, machine.clock)


def renew_password(desk: Desk, clerk: str, password: str) -> None:
    """Gives a clerk a new password without the old one (after opening with the paper code)."""
    desk.vault.reset_password(clerk, password)


def add_clerk(desk: Desk, name: str, password: str) -> None:
    """Lets a second clerk in with a password of her own. Raises RenkeiError for a name in use."""
    desk.vault.add_clerk(name, password)


def change_password(desk: Desk, old: str, new: str) -> None:
    """Changes the password of the clerk at the desk. Raises RenkeiError if `old` is wrong."""
    desk.vault.change_password(old, new)


def new_paper_code(desk: Desk) -> str:
    """Makes a new paper code; the old one stops working."""
    return desk.vault.new_paper_code()


def close(desk: Desk, progress: Progress = unwatched) -> Closed:
    """Makes a verified backup and closes the office; a backup that fails does not keep it open."""
    backup, trouble = None, None
    try:
        backup = back_up_on_close(desk.vault, progress)
    except RenkeiError as error:
        trouble = error.sentence
    except OSError:
        trouble = _UNREADABLE_BACKUPS.sentence
    finally:
        desk.vault.close()
    return Closed(backup, trouble)


_UNREADABLE_BACKUPS = RenkeiError(
    "控えのフォルダー（backups）を読めないか、書きこめません。",
    kept="台帳と、前からある控えはそのままです。",
    todo="フォルダーを確かめて、USBメモリーにも控えを作ってください。",
)


def _marks(machine: Machine) -> SeatMarks:
    return SeatMarks(machine.state / "seats")

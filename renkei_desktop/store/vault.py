"""An office folder, made and opened: keys, lock, seat, ledger and reads in one place.

All functions and methods for one office are called on one thread.
"""

from __future__ import annotations

import json
import os
import uuid
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from renkei_desktop import paths
from renkei_desktop.domain.change import ChainReport
from renkei_desktop.domain.moment import Clock
from renkei_desktop.store import codes, derived, keys, seeds, upgrade, wrapping
from renkei_desktop.store import tip as facts
from renkei_desktop.store.chain import START
from renkei_desktop.store.copying import Source
from renkei_desktop.store.cost import KdfCost
from renkei_desktop.store.database import Database
from renkei_desktop.store.folder import OfficeFolder, clear, refuse_taken
from renkei_desktop.store.keyholders import Keyholders, refuse_blank, unlocked
from renkei_desktop.store.keys import KeyRing
from renkei_desktop.store.ledger import Ledger
from renkei_desktop.store.location import DriveProbe, refuse_place
from renkei_desktop.store.lock import FolderLock
from renkei_desktop.store.marks import Seat, SeatMarks
from renkei_desktop.store.rows import Rows
from renkei_desktop.store.seat_keeper import SeatKeeper, new_seat
from renkei_desktop.store.slot import CODE, PASSWORD
from renkei_desktop.store.tip import Tip
from renkei_desktop.store.trouble import damaged, in_words, no_room


class Vault:
    """An open office. `ledger` writes, `rows` reads."""

    def __init__(
        self,
        folder: Path,
        clerk: str,
        database: Database,
        keyholders: Keyholders,
        ledger: Ledger,
        chain: ChainReport,
        clock: Clock,
        closing: ExitStack,
    ) -> None:
        self.folder = folder
        self.clerk = clerk
        self.database = database
        self.keyholders = keyholders
        self.ledger = ledger
        self.rows = Rows(database)
        self.clock = clock
        self.chain = chain
        """What the look at the end of the log found when the office was opened."""
        self._closing = closing

    @property
    def seat(self) -> Seat:
        """The seat under which the next deed is written."""
        return self.ledger.seat

    @property
    def restored_on(self) -> date | None:
        """The day of the backup from which this office was restored, until ticked off."""
        day = facts.read(self.database, facts.COPY_MADE)
        return None if day is None else date.fromisoformat(day)

    def tick_restored(self) -> None:
        """A clerk has checked on paper what happened after the backup."""
        facts.write(self.database, facts.COPY_MADE, None)

    def last_backup(self) -> date | None:
        """The day of the latest backup, wherever it was written to."""
        day = facts.read(self.database, facts.LAST_BACKUP)
        return None if day is None else date.fromisoformat(day)

    @property
    def clerks(self) -> tuple[str, ...]:
        """The clerks who have a password."""
        return self.keyholders.ring.clerks

    def add_clerk(self, name: str, password: str) -> None:
        """Lets another clerk in. Raises RenkeiError for a name in use or left blank."""
        self.keyholders.add(name, password)

    def change_password(self, old: str, new: str) -> None:
        """Changes the password of the clerk who opened. Raises RenkeiError if `old` is wrong."""
        self.keyholders.change_password(self.clerk, old, new)

    def reset_password(self, clerk: str, new: str) -> None:
        """Gives a clerk a new password without the old one; who opened by the code works as her."""
        self.keyholders.set_password(clerk, new)
        self.clerk = self.clerk or clerk

    def new_paper_code(self) -> str:
        """A new paper code; the old one stops working."""
        return self.keyholders.new_code()

    def close(self) -> None:
        """Closes the file, forgets the key and frees the folder. Harmless when closed already."""
        self._closing.close()


def create(
    folder: Path,
    *,
    clerk: str,
    password: str,
    cost: KdfCost,
    clock: Clock,
    marks: SeatMarks,
    machine: DriveProbe | None = None,
) -> tuple[Vault, str]:
    """Makes an office in a folder that is empty or not there yet, and opens it.

    Gives the paper code along, which is nowhere kept: print it. Raises RenkeiError for a place
    where no office may lie, a folder in use, a blank name or password, and a full disk.
    """
    cost.refuse_weak()
    refuse_blank(clerk, password)
    refuse_place(folder, machine)
    is_new = refuse_taken(folder)
    with ExitStack() as undoing:
        undoing.callback(clear, folder, is_new)
        secret = os.urandom(codes.SECRET_BYTES)
        try:
            with in_words():
                _make(folder, clerk, password, secret, cost, marks)
        except OSError as error:
            raise no_room() from error
        vault = open_with_password(
            folder, clerk, password, clock=clock, marks=marks, machine=machine
        )
        undoing.pop_all()
    return vault, codes.written(secret)


def _make(
    folder: Path, clerk: str, password: str, secret: bytes, cost: KdfCost, marks: SeatMarks
) -> None:
    office = OfficeFolder(folder)
    for path in (office.path, office.maps, office.backups):
        path.mkdir(parents=True, exist_ok=True)
    key = os.urandom(wrapping.KEY_BYTES)
    vault_id = uuid.uuid4().hex
    ring = KeyRing(vault_id, 0, ())
    ring = ring.with_slot(wrapping.seal(PASSWORD, clerk, password, cost, vault_id, key))
    ring = ring.with_slot(wrapping.seal(CODE, "", secret, cost, vault_id, key)).sealed(key)
    database = Database(office.ledger, key)
    try:
        _fill(database, ring)
        tip = facts.read_tip(database)
        SeatKeeper(database, vault_id, marks).announce(database, tip, tip)
    finally:
        database.close()
    office.erasures.write_text(json.dumps({"format": 1, "erased": []}), encoding="utf-8")
    keys.write(folder, ring)


def _fill(database: Database, ring: KeyRing) -> None:
    seat = new_seat([])
    database.begin()
    upgrade.make_tables(database)
    facts.write(database, facts.VAULT, ring.vault)
    facts.write(database, facts.KEYS_EDITION, ring.edition)
    facts.write(database, facts.SEATS, [[seat.id, seat.number]])
    facts.write_tip(database, Tip(seat, deed=0, position=0, counter=0, running=0, link=START))
    derived.note_edition(database)
    seeds.plant(database, paths.migrations(), range(1, seeds.LATEST + 1))
    database.commit()


def open_with_password(
    folder: Path,
    clerk: str,
    password: str,
    *,
    clock: Clock,
    marks: SeatMarks,
    machine: DriveProbe | None = None,
) -> Vault:
    """Opens an office for a clerk.

    Raises RenkeiError for a wrong password, an unknown clerk, a folder that is open elsewhere, a
    place where no office may lie, a damaged file, and one that a newer program has written.
    """
    return _open(folder, PASSWORD, clerk, password, clock, marks, machine)


def open_with_code(
    folder: Path,
    code: str,
    *,
    clock: Clock,
    marks: SeatMarks,
    machine: DriveProbe | None = None,
) -> Vault:
    """Opens an office with the paper code, to reset a password; nobody is the clerk until then.

    Raises RenkeiError as `open_with_password` does, and for a code mistyped, naming the group.
    """
    return _open(folder, CODE, "", codes.read(code), clock, marks, machine)


def _open(
    folder: Path,
    kind: str,
    clerk: str,
    secret: str | bytes,
    clock: Clock,
    marks: SeatMarks,
    machine: DriveProbe | None,
) -> Vault:
    refuse_place(folder, machine)
    keys.read(folder)
    office = OfficeFolder(folder)
    with ExitStack() as closing:
        closing.enter_context(FolderLock(office.lock))
        ring = keys.read(folder)
        # SQLite would make an empty file in place of one that is missing.
        if not office.ledger.is_file() or not office.ledger.stat().st_size:
            raise damaged()
        key = bytearray(unlocked(ring, kind, clerk, secret))
        closing.callback(_forget, key)
        database = Database(office.ledger, key)
        closing.callback(database.close)
        if upgrade.is_old(database):
            source = Source(database, ring, key, folder)
            upgrade.bring_up(source, paths.migrations(), clock())
        slot = ring.slot_of(kind, clerk)
        cost = slot.cost if slot is not None else KdfCost.usual()
        derived.refresh(database)
        keyholders = Keyholders(folder, ring, key, cost, database)
        keyholders.refuse_old_file()
        ledger = Ledger(database, clock, SeatKeeper(database, ring.vault, marks))
        chain = ledger.verify(whole=False)
        return Vault(folder, clerk, database, keyholders, ledger, chain, clock, closing.pop_all())
    raise AssertionError("an ExitStack does not swallow exceptions")


def _forget(key: bytearray) -> None:
    key[:] = bytes(len(key))

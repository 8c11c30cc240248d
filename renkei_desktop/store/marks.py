"""The mark of a seat: what this PC remembers of an office file, outside the office folder.

A stamp (seat, counter) must never be used twice. A file that was restored or copied by hand has
an older state than the mark remembers, or lies in another place: it gets a new seat.

The mark is written *ahead* of every commit, with the head of the chain before it and after it. So
a kill between the two leaves a mark that fits both, and whichever of the two the file shows, the
next counter lies beyond what was announced.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from renkei_desktop.domain.stamp import SeatId
from renkei_desktop.store.durable import write_durably


@dataclass(frozen=True, slots=True)
class Seat:
    """A vault copy: `number` is small and shown to people («2-0042»)."""

    id: SeatId
    number: int


NOBODY = Seat("", 0)
"""The seat of a backup: nothing is ever written under it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is remembered of one seat.

    `number` is the seat's, `place` the folder and `instance` the file in it, so that a copy shows.
    `head` is the end of the chain before the latest deed, `coming` after it, `counter` its highest
    stamp.
    """

    number: int
    place: str
    instance: str
    head: str
    coming: str
    counter: int


_MOST = 1 << 53
"""A number that nobody has ever reached: beyond it the mark is damaged."""


class SeatMarks:
    """The marks of all seats on this PC, one file each, in a folder outside every office."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, vault: str, seat: SeatId) -> Mark | None:
        """The mark of a seat, or None where there is none that can be read."""
        return self._read(self._path(vault, seat))

    def highest_number(self, vault: str) -> int:
        """The highest number of a seat of this vault that ever wrote on this PC; 0 for none.

        An older copy of the file knows nothing of the seats that came after it, and two papers
        must not bear one number.
        """
        marks = (self._read(path) for path in self._folder.glob(f"{vault}-*.json"))
        return max((mark.number for mark in marks if mark is not None), default=0)

    def _read(self, path: Path) -> Mark | None:
        try:
            found = json.loads(path.read_bytes())
            mark = Mark(**{item.name: found[item.name] for item in fields(Mark)})
            bytes.fromhex(mark.coming)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        numbers = (mark.number, mark.counter)
        return mark if all(type(n) is int and 0 <= n < _MOST for n in numbers) else None

    def write(self, vault: str, seat: SeatId, mark: Mark) -> None:
        """Raises OSError where it cannot be kept."""
        self._folder.mkdir(parents=True, exist_ok=True)
        write_durably(self._path(vault, seat), json.dumps(asdict(mark)).encode())

    def _path(self, vault: str, seat: SeatId) -> Path:
        return self._folder / f"{vault}-{seat}.json"


def place_of(ledger: Path) -> str:
    return str(ledger.resolve())


def instance_of(ledger: Path) -> str:
    """What tells a file from its copy: device and file number."""
    found = ledger.stat()
    return f"{found.st_dev:x}.{found.st_ino:x}"

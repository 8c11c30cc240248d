"""The ground of the office's map, opened on the desk thread and handed to the views."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office import basemaps
from renkei_desktop.office.desk import Desk
from renkei_desktop.ui.session import Session


@dataclass(frozen=True, slots=True)
class Ground:
    """The map in use; `shape` is None where the office has no map, `trouble` says what is wrong."""

    file: Path | None = None
    shape: basemaps.Basemap | None = None
    trouble: str = ""


def read_ground(desk: Desk, known: Path | None) -> Ground | None:
    """The map in use; None where it is still the known one."""
    file = basemaps.current_file(desk)
    if file == known:
        return None
    if file is None:
        return Ground()
    try:
        return Ground(file, basemaps.opened(file))
    except RenkeiError as error:
        return Ground(file, None, error.sentence)


class GroundKeeper(QObject):
    """Looks whether another map is in use and hands it on; `take` runs on the window's thread."""

    def __init__(self, session: Session, take: Callable[[Ground], object], owner: QObject) -> None:
        super().__init__(owner)
        self._session = session
        self._take = take
        self._ground = Ground()
        self._asked = False

    def look(self) -> None:
        """Reads the map in use if it is another one than before."""
        known = self._ground.file if self._asked else Path()
        self._asked = True
        self._session.read(lambda desk: read_ground(desk, known), self._found, owner=self)

    def forget(self) -> None:
        """After the lock the map is read anew."""
        self._asked = False

    def _found(self, ground: Ground | None) -> None:
        if ground is None:
            return
        before, self._ground = self._ground, ground
        self._take(ground)
        # Only now: until then the view still asks the old map for its tiles.
        if before.shape is not None:
            basemaps.let_go(before.shape)

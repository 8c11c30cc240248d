"""How the office stands: the few facts that rail, bands and status bar show after every deed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from renkei_desktop.domain.change import DeedLine
from renkei_desktop.domain.choice import Situation
from renkei_desktop.office import deeds, provisions, town
from renkei_desktop.office.desk import Desk


@dataclass(frozen=True, slots=True)
class Standing:
    """The office at this moment. `last` is the deed that the undo button takes back."""

    town: str
    office: str
    situation: Situation
    not_returned: int
    conflicts: int
    last_backup: date | None
    last: DeedLine | None

    @property
    def disaster(self) -> bool:
        return self.situation is Situation.DISASTER


def standing(desk: Desk) -> Standing:
    """Reads it without looking at everybody: it is asked for after every single deed."""
    record = town.town(desk)
    return Standing(
        town=record.name or "",
        office=record.office or "",
        situation=record.situation or Situation.ORDINARY,
        not_returned=len(provisions.not_returned(desk)),
        conflicts=len(desk.rows.conflicts()),
        last_backup=desk.vault.last_backup(),
        last=deeds.last_undoable(desk),
    )


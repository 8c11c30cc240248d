"""The PC that the program really runs on: its clock and its folder. Only `app` and `cli` ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renkei_desktop import paths
from renkei_desktop.office.machine import Machine
from renkei_desktop.store.cost import KdfCost

if TYPE_CHECKING:
    from datetime import datetime


def clock() -> datetime:
    """The clock on the wall; everybody else is handed it."""
    # Imported when it is first asked: the unlock window is painted before.
    from datetime import datetime

    return datetime.now().astimezone()


def this_machine() -> Machine:
    """What the program knows of this PC."""
    return Machine(paths.machine_state(), clock, KdfCost.usual())

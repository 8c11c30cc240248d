"""What there is before anybody has sat down: the desk thread, the PC, its preferences."""

from __future__ import annotations

from dataclasses import dataclass

from renkei_desktop.office.machine import Machine
from renkei_desktop.ui.background import Background
from renkei_desktop.ui.broadcast import Broadcast
from renkei_desktop.ui.preferences import Preferences


@dataclass(frozen=True, slots=True, eq=False)
class Workplace:
    """Handed down from `app`; every view before the office has it.

    `warms` says whether pages may be loaded ahead of time in a quiet moment.
    """

    machine: Machine
    background: Background
    broadcast: Broadcast
    preferences: Preferences
    warms: bool = True

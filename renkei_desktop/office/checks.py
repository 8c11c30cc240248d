"""Looking through the whole office: is the file sound, does the chain hold, are there backups."""

from __future__ import annotations

from dataclasses import dataclass

from renkei_desktop.office import basemaps
from renkei_desktop.office.desk import Desk
from renkei_desktop.store import soundness
from renkei_desktop.work import Progress, unwatched


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was looked at, in lines for the clerk, and whether all of it is sound."""

    sound: bool
    lines: tuple[str, ...]


def check(desk: Desk, progress: Progress = unwatched) -> CheckReport:
    """Checks file, encryption, chain, seat and backups, and every map of the office."""
    found = soundness.check(desk.vault, progress)
    broken = [line for line in basemaps.listed(desk) if line.trouble]
    maps = tuple(f"地図「{line.name}」: {line.trouble}" for line in broken)
    return CheckReport(found.sound and not broken, (*found.lines, *maps))

"""練習する: a fictional town in a real office folder, to try everything without fear."""

from __future__ import annotations

import dataclasses
import shutil
import tempfile
from pathlib import Path

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.provision import Town
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.offices import NewOffice, found, unmade_on_failure
from renkei_desktop.office.town import TOWN_ID, held_town
from renkei_desktop.outlet.whole_file import write_whole
from renkei_desktop.practice.town import PracticeTown, town
from renkei_desktop.store.cost import KdfCost
from renkei_desktop.work import Progress, unwatched

CLERK = "練習 係"
PASSWORD = "練習"
"""The password of a practice town that nobody gave one: no secret, the people are made up."""

GROUND = "見本町.geojson"


def found_practice(
    folder: Path,
    machine: Machine,
    *,
    residents: int = 300,
    seed: int = 1,
    password: str = PASSWORD,
    progress: Progress = unwatched,
) -> Desk:
    """Makes the practice town in `folder` and opens it. The same seed gives the same town.

    Raises RenkeiError where the folder is in use or may not hold an office.
    """
    progress(0, None, "練習の町を描いています")
    drawn = town(seed, residents)
    cheap = dataclasses.replace(machine, cost=KdfCost.practice())
    desk = found(folder, _new_office(drawn, password), cheap).desk
    with unmade_on_failure(desk):
        write_whole(folder / "maps" / GROUND, drawn.ground)
        move_in(desk, drawn, progress)
    return desk


def open_practice(machine: Machine, progress: Progress = unwatched) -> Desk:
    """A throw-away practice town in a temporary folder; `leave_practice` removes it again.

    Raises RenkeiError where there is no place for it.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="renkei-practice-")) / "見本町.renkei"
    except OSError:
        raise RenkeiError(
            "練習の町を置く場所を作れません。",
            kept="ほんとうの台帳には触れていません。",
            todo="ディスクの空きを確かめて、もう一度してください。",
        ) from None
    try:
        return found_practice(folder, machine, progress=progress)
    except BaseException:
        shutil.rmtree(folder.parent, ignore_errors=True)
        raise


def leave_practice(desk: Desk) -> None:
    """Closes a throw-away practice town and removes its folder."""
    folder = desk.folder.parent
    desk.vault.close()
    shutil.rmtree(folder, ignore_errors=True)


def _new_office(drawn: PracticeTown, password: str) -> NewOffice:
    record = next(r for r in drawn.records if isinstance(r, Town))
    return NewOffice(
        town_name=record.name or "",
        code=record.code or "",
        office=record.office or "",
        phone=record.phone or "",
        fax=record.fax or "",
        area_code=record.area_code or "",
        clerk=CLERK,
        password=password,
        practice=True,
    )


def move_in(desk: Desk, drawn: PracticeTown, progress: Progress = unwatched) -> None:
    """Enters everybody and everything of a practice town into an open office, as one deed."""
    total = len(drawn.records)
    with desk.writing("練習の町をつくる", undoable=False) as book:
        for photo in drawn.photos.values():
            book.attach(photo, "image/jpeg")
        for done, record in enumerate(drawn.records):
            if done % 200 == 0:
                progress(done, total, "練習の町に人を入れています")
            if isinstance(record, Town):
                ours = dataclasses.replace(record, id=TOWN_ID, practice=True)
                book.put(ours, held_town(desk))
            else:
                book.put(record, None, by_form=True)

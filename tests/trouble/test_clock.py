"""A clock that is wrong: the battery of the PC is dead, somebody set it back, it jumps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from renkei_desktop.office import backups, deeds, home, offices, papers, plans, provisions, town
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.plans import Paper, Request
from renkei_desktop.office.residents import person_card, register
from renkei_desktop.store.container import SUFFIX
from tests.trouble.offices_in import (
    CLERK,
    PASSWORD,
    WallClock,
    opened,
    somebody,
    stand_in,
    stand_of,
)

JAPAN = timezone(timedelta(hours=9))
MOMENTS = (
    datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
    datetime(2026, 11, 24, 8, 0, tzinfo=UTC),
    datetime(1970, 1, 1, tzinfo=UTC),
    datetime(2090, 12, 31, 23, 59, tzinfo=JAPAN),
    datetime(2026, 11, 24, 18, 0, tzinfo=JAPAN),
    datetime(2026, 11, 24, 9, 0, 0, 123456, tzinfo=UTC),
    datetime(1980, 1, 4, tzinfo=timezone(-timedelta(hours=11))),
)


def set_to(machine: Machine, moment: datetime) -> None:
    assert isinstance(machine.clock, WallClock)
    machine.clock.now = moment


def a_days_work(desk: Desk) -> str:
    """Something of everything: a person, a copy, a backup, an undo; gives the copy's number."""
    sheet = somebody("架空 花")
    register(desk, sheet)
    assert person_card(desk, sheet.person.id).history
    request = Request(paper=Paper.WINDOWS, recipient=town.recipients(desk)[0].id, reason="備え")
    made = papers.make(desk, plans.plan(desk, request))
    home.morning(desk)
    last = deeds.last_undoable(desk)
    assert last is not None
    deeds.undo(desk, last.deed)
    deeds.undo(desk, deeds.record_of_deeds(desk)[0].deed)
    return made.number


def test_the_work_goes_on_whatever_the_clock_says(folder: Path, machine: Machine) -> None:
    numbers = []
    for moment in MOMENTS:
        set_to(machine, moment)
        desk = opened(folder, machine)
        numbers.append(a_days_work(desk))
        stand_of(desk)
        closed = offices.close(desk)
        assert closed.trouble is None and closed.backup is not None
        assert closed.backup.exists()
    assert len(set(numbers)) == len(numbers)
    assert [int(number.partition("-")[2]) for number in numbers] == list(range(1, len(numbers) + 1))
    desk = opened(folder, machine)
    at = [line.at for line in reversed(deeds.record_of_deeds(desk, 1000))]
    assert at != sorted(at), "the clock did not jump"
    assert len(desk.rows.people()) == 1 + len(MOMENTS)
    assert len(provisions.listed(desk)) == len(MOMENTS)
    stamps = desk.vault.database.run('SELECT seat, counter FROM "change"')
    assert len(stamps) == len(set(stamps))
    desk.vault.close()


@pytest.mark.parametrize("back", [timedelta(0), timedelta(days=400), timedelta(days=20_000)])
def test_a_backup_made_after_the_clock_went_back_is_the_one_that_stays(
    folder: Path, machine: Machine, back: timedelta
) -> None:
    """Twelve days of work, then the clock is set back: what is newest must not be let go."""
    now = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    for day in range(14):
        set_to(machine, now + timedelta(days=day) - (back if day >= 12 else timedelta(0)))
        desk = opened(folder, machine)
        register(desk, somebody("架空 花"))
        newest = offices.close(desk).backup
    assert newest is not None and newest.exists()
    there = folder.with_name("戻した.renkei")
    backups.restore(newest, there, CLERK, PASSWORD, machine).vault.close()
    assert stand_in(there, machine) == stand_in(folder, machine)
    assert len(list((folder / "backups").glob(f"*{SUFFIX}"))) >= 10


def test_two_closings_within_one_second(folder: Path, machine: Machine) -> None:
    for people in (2, 3):
        set_to(machine, MOMENTS[0])
        desk = opened(folder, machine)
        set_to(machine, MOMENTS[0])
        register(desk, somebody("架空 花"))
        set_to(machine, MOMENTS[0])
        closed = offices.close(desk)
        assert closed.trouble is None and closed.backup is not None
        there = folder.with_name(f"戻した{people}.renkei")
        backups.restore(closed.backup, there, CLERK, PASSWORD, machine).vault.close()
        assert stand_in(there, machine).people == people

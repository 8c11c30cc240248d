"""Killed while saving: whatever was acknowledged is there, and the next start goes on as before."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from renkei_desktop.domain.person import Person, Phone
from renkei_desktop.domain.vocabulary import Term
from renkei_desktop.store.proof import integrity
from renkei_desktop.store.vault import Vault
from tests.store.offices import CLERK, Place, put_new, somebody

KILLS = 100 if os.environ.get("CI") else 12
ROOT = Path(__file__).parents[2]


def saved_until_killed(place: Place, seat: str, saved: int, seconds: float) -> list[str]:
    """Starts a process that saves, kills it some time after it has told of so many people, and
    gives all that it told of."""
    command = [sys.executable, "-m", "tests.store.committing", str(place.root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline().decode().strip() == seat
        lines = [process.stdout.readline().decode().strip() for _ in range(saved)]
        time.sleep(seconds)
        process.kill()
        lines += process.stdout.read().decode().split("\n")
        process.wait()
    # The last line may have been cut off in the middle.
    return [line for line in lines[:-1] if line]


def look_through(office: Vault, seat: str, told: list[str]) -> None:
    """Nothing lost, nothing halved, the chain whole, the seat the same."""
    assert office.seat.id == seat
    assert office.ledger.verify(whole=True).is_sound
    people = {person.id: person for person in office.rows.all(Person)}
    assert set(told) <= set(people)
    assert all(people[person].name == "直した" for person in told)
    phones = {phone.person for phone in office.rows.all(Phone)}
    assert phones == set(people)
    assert office.rows.count(Term) > 50
    counters = office.database.run('SELECT count(*), count(DISTINCT counter) FROM "change"')
    assert counters[0][0] == counters[0][1]


def test_no_kill_loses_a_committed_change(place: Place) -> None:
    office = place.create()
    seat = office.seat.id
    office.close()
    chance = random.Random(2026)
    told: list[str] = []
    for _ in range(KILLS):
        told += saved_until_killed(place, seat, chance.randrange(5), chance.uniform(0, 0.02))
        office = place.open()
        look_through(office, seat, told)
        office.close()
    assert len(told) > KILLS
    office = place.open()
    assert integrity(office.database.path, office.keyholders.key) == ()
    deed = put_new(office, somebody())
    office.ledger.undo(deed, clerk=CLERK)

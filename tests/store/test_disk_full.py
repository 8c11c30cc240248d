"""No space left: a sentence, and everything as it was before."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from renkei_desktop.domain.person import Person
from renkei_desktop.store import backup, keys, soundness
from renkei_desktop.store.vault import Vault
from tests.store.offices import CLERK, OTHER, PASSWORD, Place, held, put, sentence_of, somebody

ROOT = Path(__file__).parents[2]


def fill(office: Vault, pages: int) -> None:
    """Lets the file grow by a few pages only, as a disk would that is nearly full."""
    now = office.database.run("PRAGMA page_count")[0][0]
    office.database.run(f"PRAGMA max_page_count = {now + pages}")


def make_room(office: Vault) -> None:
    office.database.run("PRAGMA max_page_count = 4294967294")


@pytest.mark.parametrize("pages", [0, 1, 2, 5, 13])
def test_a_deed_that_does_not_fit_is_not_written(office: Vault, pages: int) -> None:
    first = somebody()
    with office.ledger.writing("登録", clerk=CLERK) as book:
        book.put(first, None)
    fill(office, pages)

    def save() -> None:
        with office.ledger.writing("取り込み", clerk=CLERK) as book:
            for number in range(5000):
                book.put(replace(somebody(f"人{number}"), note="雪" * 200), None)

    error = sentence_of(save)
    assert "いっぱい" in error.what
    assert "前に保存したものはそのまま" in error.kept
    assert [row.person for row in office.rows.people()] == [first.id]
    assert soundness.check(office).sound
    make_room(office)
    put(office, replace(first, name="直した"), held(office, Person, first.id))
    assert soundness.check(office).sound


def test_a_draft_that_does_not_fit_is_said_so(office: Vault) -> None:
    fill(office, 0)
    notes = office.ledger.noting()
    assert "いっぱい" in sentence_of(lambda: notes.put("draft", "a", "雪" * 100_000)).what
    assert notes.get("draft", "a") is None


UNDER_LIMIT = """
import json, resource, sys
from pathlib import Path
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.store import backup
from tests.store.offices import CLERK, OTHER, Place, somebody

place = Place(Path(sys.argv[1]))
office = place.open()
size = int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

def save():
    with office.ledger.writing("取り込み", clerk=CLERK) as book:
        for number in range(3000):
            book.put(somebody(f"人{number}"), None)

works = {
    "save": save,
    "backup": lambda: backup.backup(office, place.root / "控え.renkei-backup"),
    "clerk": lambda: office.add_clerk(OTHER, "ゆきかき"),
}
try:
    works[sys.argv[2]]()
    print(json.dumps("done"))
except RenkeiError as error:
    print(json.dumps(error.sentence))
office.close()
"""


def under_limit(place: Place, work: str, size: int) -> str:
    """Runs one piece of work in a process whose files cannot grow beyond `size` bytes."""
    command = [sys.executable, "-W", "error", "-c", UNDER_LIMIT, str(place.root), work, str(size)]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=True)
    assert done.stderr == b""
    found: str = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("growth", [0, 5_000, 300_000])
def test_a_disk_that_takes_no_more_loses_nothing(place: Place, growth: int) -> None:
    office = place.create()
    first = somebody()
    with office.ledger.writing("登録", clerk=CLERK) as book:
        book.put(first, None)
    seat = office.seat
    office.close()
    size = (place.folder / "ledger.db").stat().st_size + growth
    assert "いっぱい" in under_limit(place, "save", size)
    office = place.open()
    assert [row.person for row in office.rows.people()] == [first.id]
    assert office.seat == seat
    assert soundness.check(office).sound


def test_a_backup_that_does_not_fit_leaves_no_file(place: Place) -> None:
    place.create().close()
    sentence = under_limit(place, "backup", 100_000)
    assert "控え" in sentence or "いっぱい" in sentence
    assert not list(place.root.glob("控え*"))
    assert not (place.folder / "ledger.copy").exists()
    office = place.open()
    assert backup.backup(office, place.root / "控え.renkei-backup").is_file()


def test_a_key_file_that_does_not_fit_leaves_the_old_one(place: Place) -> None:
    place.create().close()
    assert "いっぱい" in under_limit(place, "clerk", 500)
    assert keys.clerks(place.folder) == (CLERK,)
    assert not list(place.folder.glob("*.new"))
    office = place.open(password=PASSWORD)
    office.add_clerk(OTHER, "ゆきかき")

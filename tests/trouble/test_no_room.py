"""No space left, at every level of it: a sentence, and the state before or after, never between."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.person import Person
from renkei_desktop.office import (
    backups,
    basemaps,
    drafts,
    offices,
    own_list,
    papers,
    plans,
    provisions,
)
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.plans import Paper, Request
from renkei_desktop.office.practice_town import found_practice
from renkei_desktop.office.residents import register
from renkei_desktop.office.town import recipients
from tests.data import make_vault_0001 as old
from tests.maps.made import make_mbtiles, tiles_around
from tests.trouble.little_room import FullDisk, GrowthLimit, Room, mounted
from tests.trouble.long_list import write_list
from tests.trouble.offices_in import (
    CLERK,
    FOLDER,
    NEW,
    PASSWORD,
    founded,
    machine_in,
    opened,
    somebody,
    stand_in,
    stand_of,
)
from tests.trouble.sentences import is_sentence, names_nobody, refused

LEVELS = (0, 500, 5_000, 13_000, 40_000, 120_000, 300_000, 800_000, 2_000_000)
MORE = tuple(range(20_000, 600_000, 40_000)) if os.environ.get("CI") else ()


@dataclass(frozen=True)
class Place:
    """An office on a disk that may be full, with what the PC remembers on the same disk."""

    room: Room
    machine: Machine

    @property
    def folder(self) -> Path:
        return self.room.folder / FOLDER

    @property
    def pattern(self) -> Path:
        return self.room.folder.with_name("pattern.renkei")

    def desk(self) -> Desk:
        return opened(self.folder, self.machine)

    def fresh(self) -> None:
        """The office as it was at first."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.pattern, self.folder)

    def files(self) -> set[str]:
        return {path.name for path in self.room.folder.iterdir()}


@pytest.fixture(params=["full disk", "growth limit"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    with mounted(tmp_path / "disk") as may:
        disk = tmp_path / "disk"
        room = FullDisk(disk) if may and request.param == "full disk" else GrowthLimit(disk)
        found = Place(room, machine_in(disk))
        founded(tmp_path / "pattern.renkei", found.machine).vault.close()
        found.fresh()
        yield found


def tried(place: Place, room: int, deed: Callable[[], object]) -> str:
    """The sentence in which a deed ends with so little room, empty where it was done."""
    with place.room.left(room):
        try:
            deed()
        except RenkeiError as error:
            assert is_sentence(error.what) and is_sentence(error.kept) and is_sentence(error.todo)
            assert names_nobody(str(error))
            return error.sentence
    return ""


def at_every_level(
    place: Place, deed: Callable[[Desk], object], changed: Callable[[], bool] | None = None
) -> None:
    """Does the deed at all levels of room: refused, all is as before; done, all is done."""
    before = stand_in(place.folder, place.machine)
    outcomes = set()
    for room in (*LEVELS, *MORE):
        place.fresh()
        desk = place.desk()
        try:
            sentence = tried(place, room, lambda: deed(desk))  # noqa: B023
        finally:
            desk.vault.close()
        after = stand_in(place.folder, place.machine)
        done = changed() if changed is not None else after != before
        assert done is (not sentence), (room, sentence)
        assert sentence == "" or after == before, room
        outcomes.add(done)
    assert outcomes == {True, False}, "the levels of room say nothing"


def test_saving(place: Place) -> None:
    def save(desk: Desk) -> None:
        sheet = somebody("架空 花")
        register(desk, sheet.__class__(person=_long(sheet.person), resident=sheet.resident))

    at_every_level(place, save)


def _long(person: Person) -> Person:
    return Person(id=person.id, name=person.name, note="雪かき。" * 30_000)


def test_importing(place: Place, tmp_path: Path) -> None:
    table = own_list.read(write_list(tmp_path / "一覧.csv", 300))

    def take_in(desk: Desk) -> None:
        preview = own_list.preview(desk, table, own_list.guess(table))
        own_list.take_in(desk, preview, own_list.safe_rows(preview))

    at_every_level(place, take_in)


def test_keeping_a_half_typed_form(place: Place) -> None:
    def keep(desk: Desk) -> None:
        drafts.keep(desk, "person", "new", "雪" * 100_000)

    def kept() -> bool:
        desk = place.desk()
        found = drafts.kept(desk, "person", "new")
        desk.vault.close()
        assert found in (None, "雪" * 100_000)
        return found is not None

    at_every_level(place, keep, kept)


def test_adding_a_map(place: Place, tmp_path: Path) -> None:
    file = make_mbtiles(tmp_path / "町.mbtiles", tiles_around(range(9, 16)))
    at_every_level(place, lambda desk: basemaps.add(desk, file))
    place.fresh()
    desk = place.desk()
    assert tried(place, 20_000, lambda: basemaps.add(desk, file))
    desk.vault.close()
    assert list((place.folder / "maps").iterdir()) == []


def test_backing_up(place: Place) -> None:
    file = place.room.folder / "控え"

    def made() -> bool:
        there = file.exists()
        if there:
            elsewhere = place.room.folder.with_name("戻した.renkei")
            backups.restore(file, elsewhere, CLERK, PASSWORD, place.machine).vault.close()
            shutil.rmtree(elsewhere)
            file.unlink()
        assert not list(place.room.folder.glob("*.part"))
        assert not list(place.folder.glob("ledger.copy*"))
        return there

    at_every_level(place, lambda desk: backups.back_up(desk, file), made)


def test_closing(place: Place) -> None:
    for room in LEVELS:
        place.fresh()
        desk = place.desk()
        register(desk, somebody("架空 花"))
        with place.room.left(room):
            closed = offices.close(desk)
        assert (closed.backup is None) is (closed.trouble is not None)
        assert closed.trouble is None or is_sentence(closed.trouble)
        kept = [path.name for path in (place.folder / "backups").iterdir()]
        assert kept == ([] if closed.backup is None else [closed.backup.name])
        assert stand_in(place.folder, place.machine).people == 2


def test_printing_into_a_file(place: Place) -> None:
    file = place.room.folder / "名簿.pdf"
    before = stand_in(place.folder, place.machine)
    for room in (*LEVELS, *MORE):
        place.fresh()
        desk = place.desk()
        request = Request(paper=Paper.WINDOWS, recipient=recipients(desk)[0].id, reason="備え")
        plan = plans.plan(desk, request)
        sentence = tried(
            place,
            room,
            lambda: papers.save(desk, papers.make(desk, plan), file),  # noqa: B023
        )
        desk.vault.close()
        after = stand_in(place.folder, place.machine)
        assert file.exists() is (not sentence)
        assert len(after.provisions) <= 1
        assert after.people == before.people
        if sentence:
            assert set(after.provisions) <= {"cancelled", "unknown"}
        else:
            assert file.read_bytes().startswith(b"%PDF")
            file.unlink()
        assert place.files() <= {FOLDER, "state"}


def test_changing_a_password(place: Place) -> None:
    for room in (*LEVELS[:4], *range(0, 4000, 400)):
        place.fresh()
        desk = place.desk()
        sentence = tried(
            place,
            room,
            lambda: offices.change_password(desk, PASSWORD, "はつゆき"),  # noqa: B023
        )
        desk.vault.close()
        works, other = (PASSWORD, "はつゆき") if sentence else ("はつゆき", PASSWORD)
        assert stand_in(place.folder, place.machine, works).people == 1
        assert (
            "合言葉が違います"
            in refused(
                lambda: opened(place.folder, place.machine, other)  # noqa: B023
            ).what
        )


def test_restoring(place: Place, tmp_path: Path) -> None:
    desk = place.desk()
    file = backups.back_up(desk, tmp_path / "控え")
    desk.vault.close()
    there = place.room.folder / "戻した.renkei"
    outcomes = set()
    for room in (*LEVELS, *MORE):
        sentence = tried(place, room, lambda: _restored(file, there, place.machine))
        outcomes.add(not sentence)
        if there.exists():
            assert stand_in(there, place.machine).people == 1
            shutil.rmtree(there)
        assert place.files() <= {FOLDER, "state"}
    assert outcomes == {True, False}


def _restored(file: Path, folder: Path, machine: Machine) -> None:
    backups.restore(file, folder, CLERK, PASSWORD, machine).vault.close()


@pytest.mark.parametrize("what", ["office", "practice town"])
def test_founding(place: Place, what: str) -> None:
    there = place.room.folder / "新しい町.renkei"
    makers: dict[str, Callable[[], Desk]] = {
        "office": lambda: offices.found(there, NEW, place.machine).desk,
        "practice town": lambda: found_practice(there, place.machine, residents=2),
    }
    outcomes = set()
    for room in (*(LEVELS if what == "office" else LEVELS[3::2]), *MORE, 4_000_000):
        sentence = tried(place, room, lambda: makers[what]().vault.close())
        outcomes.add(not sentence)
        assert there.exists() is (not sentence), room
        shutil.rmtree(there, ignore_errors=True)
        assert place.files() <= {FOLDER, "state"}
    assert outcomes == {True, False}


def test_opening_an_office_of_an_older_program(place: Place) -> None:
    there = place.room.folder / "古い町.renkei"
    outcomes = set()
    for room in (*LEVELS, *MORE):
        shutil.copytree(Path(old.__file__).parent / "vault-0001" / FOLDER, there)
        sentence = tried(place, room, lambda: _opened_old(there, place.machine).vault.close())
        outcomes.add(not sentence)
        desk = _opened_old(there, place.machine)
        assert stand_of(desk).people == 1
        desk.vault.close()
        shutil.rmtree(there)
    assert outcomes == {True, False}


def _opened_old(folder: Path, machine: Machine) -> Desk:
    return offices.open_office(folder, old.CLERK, old.PASSWORD, machine)


def test_an_office_can_still_be_looked_at(place: Place) -> None:
    """Also where a copy has still to be asked about, which cannot be written down now."""
    desk = place.desk()
    request = Request(paper=Paper.WINDOWS, recipient=recipients(desk)[0].id, reason="備え")
    provisions.enter(desk, plans.plan(desk, request))
    desk.vault.close()
    with place.room.left(0):
        desk = place.desk()
        assert [row.name for row in desk.rows.people()]
        assert len(provisions.unsettled(desk)) == 1
        error = refused(lambda: register(desk, somebody("架空 花")))
        assert "いっぱいか、書きこめません" in error.what or "書けないので" in error.what
        closed = offices.close(desk)
        assert closed.trouble is not None and is_sentence(closed.trouble)
    stand = stand_in(place.folder, place.machine)
    assert (stand.people, stand.provisions) == (1, ("unknown",))

"""Killed in the middle: afterwards the office is as before or as after, and everything goes on."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office import backups, offices
from tests.data import make_vault_0001 as old
from tests.maps.made import make_mbtiles, tiles_around
from tests.trouble.deeds import DEEDS, NEW_PASSWORD, OLD_FOLDER
from tests.trouble.killed import Killer, killing
from tests.trouble.long_list import write_list
from tests.trouble.offices_in import (
    CLERK,
    FOLDER,
    PASSWORD,
    Stand,
    founded,
    machine_in,
    opened,
    stand_in,
    stand_of,
)

KILLS = 20 if os.environ.get("CI") else 4
"""How often each deed is killed at a moment that chance picks."""
ROWS = 2_000
OLD_OFFICE = Path(old.__file__).parent / "vault-0001" / FOLDER
MOST_STEPS = 200


@pytest.fixture(scope="module")
def killer() -> Iterator[Killer]:
    with killing() as found:
        yield found


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What every deed starts from: an office, its backup, a long list, a map."""
    place = tmp_path_factory.mktemp("ground")
    desk = founded(place / FOLDER, machine_in(place))
    backups.back_up(desk, place / "控え")
    desk.vault.close()
    write_list(place / "一覧.csv", ROWS)
    make_mbtiles(place / "町.mbtiles", tiles_around(range(9, 16)))
    shutil.copytree(OLD_OFFICE, place / OLD_FOLDER)
    return place


class Course:
    """One deed, killed again and again, each time on fresh ground."""

    def __init__(self, ground: Path, place: Path, killer: Killer, deed: str) -> None:
        self.place, self.deed = place, deed
        self._ground, self._killer = ground, killer
        self.before = stand_in(ground / FOLDER, machine_in(place / "once"))
        self.seen: set[object] = set()

    def killed(self, *, after: float | None = None, step: int | None = None) -> bool:
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self._ground, self.place)
        return self._killer(self.deed, self.place, after=after, step=step).killed

    def duration(self) -> float:
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self._ground, self.place)
        return self._killer(self.deed, self.place).seconds

    def stand(self, password: str = PASSWORD) -> Stand:
        return stand_in(self.place / FOLDER, machine_in(self.place), password)

    def goes_on(self, deed: str, password: str = PASSWORD) -> None:
        """After a kill another deed is done, and the office closes with a backup."""
        desk = opened(self.place / FOLDER, machine_in(self.place), password)
        try:
            DEEDS[deed](desk, self.place)
        finally:
            closed = offices.close(desk)
        assert closed.trouble is None
        assert not list((self.place / FOLDER).glob("ledger.copy*"))
        assert not list((self.place / FOLDER / "backups").glob("*.part"))


def import_is_whole(course: Course) -> None:
    people = course.stand().people
    assert people in (1, 1 + ROWS)
    if people == 1:
        assert course.stand() == course.before
        course.goes_on("import_list")
        assert course.stand().people == 1 + ROWS


def a_copy_is_asked_about(course: Course) -> None:
    provisions = course.stand().provisions
    file = course.place / "名簿.pdf"
    assert provisions in ((), ("unknown",))
    assert provisions or not file.exists(), "a copy without a record"
    course.seen.add((provisions, file.exists()))
    if file.exists():
        assert file.read_bytes().rstrip().endswith(b"%%EOF")
    course.goes_on("print_paper")
    assert len(course.stand().provisions) == len(provisions) + 1
    assert not list(course.place.glob(".renkei-*"))


def a_backup_is_whole_or_none(course: Course) -> None:
    file = course.place / "新しい控え"
    assert course.stand() == course.before
    course.seen.add(file.exists())
    if file.exists():
        elsewhere = course.place / "戻した.renkei"
        backups.restore(file, elsewhere, CLERK, PASSWORD, machine_in(course.place)).vault.close()
        assert stand_in(elsewhere, machine_in(course.place)) == course.before
    course.goes_on("back_up")
    assert file.exists()
    assert not list(course.place.glob("*.part"))


def the_office_is_as_before(course: Course) -> None:
    assert course.stand() == course.before
    course.goes_on("save_one")
    assert course.stand().people == course.before.people + 1


def a_restored_office_is_whole_or_none(course: Course) -> None:
    there = course.place / "戻した.renkei"
    assert course.stand() == course.before
    course.seen.add(there.exists())
    if there.exists():
        assert stand_in(there, machine_in(course.place)) == course.before
        shutil.rmtree(there)
    course.goes_on("restore")
    assert stand_in(there, machine_in(course.place)) == course.before
    assert not list(course.place.glob("*.part"))


def one_password_opens(course: Course) -> None:
    works = []
    for password in (PASSWORD, NEW_PASSWORD):
        try:
            works += [password] * (course.stand(password) == course.before)
        except RenkeiError as error:
            assert "合言葉が違います" in error.what
    assert len(works) == 1
    course.seen.add(works[0])
    course.goes_on("save_one", works[0])
    assert course.stand(works[0]).people == 2


def a_clerk_is_in_or_not(course: Course) -> None:
    clerks = course.stand().clerks
    assert clerks in ((CLERK,), (CLERK, "保健 二葉"))
    course.seen.add(clerks)
    course.goes_on("save_one" if len(clerks) == 2 else "add_clerk")
    assert len(course.stand().clerks) == 2


def a_map_is_whole_or_none(course: Course) -> None:
    maps = course.stand().maps
    assert maps in ((), ("町.mbtiles",))
    course.seen.add(maps)
    course.goes_on("save_one" if maps else "add_map")
    assert course.stand().maps == ("町.mbtiles",)
    assert [path.name for path in (course.place / FOLDER / "maps").iterdir()] == ["町.mbtiles"]


def a_save_is_whole(course: Course) -> None:
    assert course.stand().people in (1, 2)
    course.goes_on("save_one")


def an_old_office_opens(course: Course) -> None:
    assert course.stand() == course.before
    desk = offices.open_office(
        course.place / OLD_FOLDER, old.CLERK, old.PASSWORD, machine_in(course.place)
    )
    assert stand_of(desk).people == 1
    assert offices.close(desk).trouble is None


LOOKS: dict[str, Callable[[Course], None]] = {
    "import_list": import_is_whole,
    "print_paper": a_copy_is_asked_about,
    "back_up": a_backup_is_whole_or_none,
    "close": the_office_is_as_before,
    "restore": a_restored_office_is_whole_or_none,
    "change_password": one_password_opens,
    "add_clerk": a_clerk_is_in_or_not,
    "add_map": a_map_is_whole_or_none,
    "save_one": a_save_is_whole,
    "open_old": an_old_office_opens,
}


def test_every_deed_is_killed() -> None:
    assert set(LOOKS) == set(DEEDS)


@pytest.mark.parametrize("deed", LOOKS)
def test_killed_at_any_moment(deed: str, ground: Path, tmp_path: Path, killer: Killer) -> None:
    course = Course(ground, tmp_path / "place", killer, deed)
    chance = random.Random(os.environ.get("RENKEI_SEED", deed))
    whole = course.duration()
    for _ in range(KILLS):
        course.killed(after=chance.uniform(0, whole))
        LOOKS[deed](course)


STEPS: dict[str, set[object]] = {
    "print_paper": {((), False), (("unknown",), False), (("unknown",), True)},
    "back_up": {False, True},
    "close": set(),
    "restore": {False, True},
    "change_password": {PASSWORD, NEW_PASSWORD},
    "add_clerk": {(CLERK,), (CLERK, "保健 二葉")},
    "add_map": {(), ("町.mbtiles",)},
    "open_old": set(),
}
"""The deeds that change files one after the other, and how they must have been seen to stand."""

EVERY = 1 if os.environ.get("CI") else 2


@pytest.mark.parametrize("deed", STEPS)
def test_killed_before_every_step(deed: str, ground: Path, tmp_path: Path, killer: Killer) -> None:
    course = Course(ground, tmp_path / "place", killer, deed)
    for step in range(0, MOST_STEPS, EVERY):
        killed = course.killed(step=step)
        LOOKS[deed](course)
        if not killed:
            assert step > EVERY, "nothing was watched"
            assert course.seen == STEPS[deed]
            return
    pytest.fail("the deed has no end")

"""Where an office cannot be opened or made: in use, on a stick, newer, not to be written to."""

from __future__ import annotations

import functools
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from renkei_desktop.office import backups, entrance, offices
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.practice_town import open_practice
from renkei_desktop.store import location
from renkei_desktop.work import Stopped
from tests.maps.made import make_mbtiles, tiles_around
from tests.trouble.conftest import Typed
from tests.trouble.offices_in import CLERK, NEW, PASSWORD, opened, stand_in
from tests.trouble.processes import command, held_open
from tests.trouble.sentences import is_sentence, names_nobody, refused


def test_a_folder_that_another_program_has_open(
    typed: Typed, folder: Path, machine: Machine, tmp_path: Path
) -> None:
    with held_open(folder, tmp_path):
        assert "別の窓" in refused(lambda: opened(folder, machine)).what
        for words in (("check", folder), ("backup", folder, tmp_path / "控え")):
            assert "別の窓" in typed(*words).refusal
        assert entrance.clerks(folder) == (CLERK,)
    assert stand_in(folder, machine).people == 1


@pytest.fixture
def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """What the system tells of its mounts; a stick and a share lie under the test's folder."""
    table, blocks = tmp_path / "mounts", tmp_path / "block"
    device = tmp_path / "devices" / "usb1" / "sdz" / "sdz1"
    device.mkdir(parents=True)
    blocks.mkdir()
    (blocks / "sdz1").symlink_to(device)
    lines = [
        "/dev/vda / ext4 rw 0 0",
        f"/dev/sdz1 {tmp_path}/USB\\040メモリー vfat rw 0 0",
        f"//server/福祉 {tmp_path}/共有 cifs rw 0 0",
    ]
    table.write_text("\n".join(lines) + "\n", "utf-8")
    probe = functools.partial(location.LinuxDrives, table, blocks)
    monkeypatch.setattr(location, "LinuxDrives", probe)
    monkeypatch.setattr("sys.platform", "linux")
    yield tmp_path


BAD_PLACES = {"USB メモリー": "取り外せる", "共有": "ネットワーク", "OneDrive - 見本町": "同期"}


@pytest.mark.parametrize("place", BAD_PLACES)
def test_an_office_must_not_lie_there(
    typed: Typed, mounts: Path, folder: Path, machine: Machine, place: str
) -> None:
    (mounts / place).mkdir()
    there = mounts / place / "見本町.renkei"
    doubt = entrance.location_doubt(there)
    assert doubt is not None and is_sentence(doubt) and BAD_PLACES[place] in doubt
    assert BAD_PLACES[place] in refused(lambda: offices.found(there, NEW, machine)).what
    assert BAD_PLACES[place] in typed("practice", there, "--residents", 1).refusal
    desk = opened(folder, machine)
    file = backups.back_up(desk, mounts / place / "控え")
    desk.vault.close()
    error = refused(lambda: backups.restore(file, there, CLERK, PASSWORD, machine))
    assert BAD_PLACES[place] in error.what
    assert list((mounts / place).iterdir()) == [file]
    shutil.move(folder, there)
    assert BAD_PLACES[place] in refused(lambda: opened(there, machine)).what
    assert BAD_PLACES[place] in typed("check", there).refusal


@pytest.mark.parametrize("place", BAD_PLACES)
def test_a_link_leads_there_all_the_same(mounts: Path, machine: Machine, place: str) -> None:
    (mounts / place).mkdir()
    (mounts / "書類").symlink_to(mounts / place)
    there = mounts / "書類" / "見本町.renkei"
    assert BAD_PLACES[place] in refused(lambda: offices.found(there, NEW, machine)).what


def test_a_name_without_its_folder_is_looked_at_where_it_lies(
    mounts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (mounts / "共有").mkdir()
    monkeypatch.chdir(mounts / "共有")
    doubt = entrance.location_doubt(Path("見本町.renkei"))
    assert doubt is not None and "ネットワーク" in doubt


@pytest.mark.parametrize("name", ["x" * 300, "\udcff.renkei", "名" * 100])
def test_a_name_that_no_folder_can_have(
    typed: Typed, tmp_path: Path, machine: Machine, name: str
) -> None:
    there = tmp_path / name
    assert "名前は使えません" in refused(lambda: offices.found(there, NEW, machine)).what
    assert "名前は使えません" in typed("practice", there, "--residents", 1).refusal
    assert not any(path.name == name for path in tmp_path.iterdir())


@pytest.mark.parametrize("name", ["password.txt", "password.txt/見本町.renkei"])
def test_a_file_is_in_the_way(typed: Typed, tmp_path: Path, name: str) -> None:
    assert typed("practice", tmp_path / name, "--residents", 1).refusal
    assert (tmp_path / "password.txt").read_text("utf-8") == PASSWORD + "\n"


def newer(folder: Path, machine: Machine) -> None:
    """The same office, as a later version of the program would leave it."""
    desk = opened(folder, machine)
    desk.vault.database.run("UPDATE alembic_version SET version_num = '0999'")
    desk.vault.close()


def test_an_office_that_a_newer_program_has_written(
    typed: Typed, folder: Path, machine: Machine, tmp_path: Path
) -> None:
    newer(folder, machine)
    before = (folder / "ledger.db").read_bytes()
    assert "新しい版" in refused(lambda: opened(folder, machine)).what
    assert "新しい版" in typed("check", folder).refusal
    assert "新しい版" in typed("backup", folder, tmp_path / "控え").refusal
    assert (folder / "ledger.db").read_bytes() == before
    assert not (tmp_path / "控え").exists()


def test_a_key_file_that_a_newer_program_has_written(
    typed: Typed, folder: Path, machine: Machine
) -> None:
    file = folder / "keys.json"
    file.write_text(file.read_text("utf-8").replace('"format": 1', '"format": 2'), "utf-8")
    assert "新しい版" in refused(lambda: opened(folder, machine)).what
    assert "新しい版" in refused(lambda: entrance.clerks(folder)).what
    assert "新しい版" in typed("check", folder).refusal


def test_a_folder_that_may_only_be_read(folder: Path, machine: Machine, tmp_path: Path) -> None:
    everything = [folder, *folder.rglob("*")]
    for path in everything:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        ended = command("check", folder, home=tmp_path)
    finally:
        for path in everything:
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert ended.returncode == 1
    assert "書きこめません" in ended.stderr and is_sentence(ended.stderr.strip())
    assert len(ended.stderr.splitlines()) == 1
    assert stand_in(folder, machine).people == 1


@pytest.mark.parametrize("part", ["ledger.db", "keys.json", "backups", "maps", ""])
def test_one_part_that_may_only_be_read(
    folder: Path, machine: Machine, tmp_path: Path, part: str
) -> None:
    path = folder / part
    list_file = tmp_path / "一覧.csv"
    list_file.write_text("氏名,住所\n架空 太郎,旭町1\n", "utf-8")
    map_file = make_mbtiles(tmp_path / "町.mbtiles", tiles_around(range(14, 15)))
    mode = path.stat().st_mode
    path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        ended = [
            command("import", list_file, "--office", folder, "--as", "residents", home=tmp_path),
            command("map", "add", map_file, "--office", folder, home=tmp_path),
        ]
    finally:
        path.chmod(mode)
    for end in ended:
        assert end.returncode in (0, 1)
        assert "Traceback" not in end.stderr and "思いがけない" not in end.stderr
        assert names_nobody(end.stderr) and "架空" not in end.stderr
        assert all(is_sentence(line) for line in end.stderr.splitlines())
    taken, added = (end.returncode == 0 for end in ended)
    stand = stand_in(folder, machine)
    assert (stand.people, stand.maps) == (1 + taken, ("町.mbtiles",) * added)
    assert taken == (part != "ledger.db")
    assert added == (part not in ("ledger.db", "maps"))


def test_a_folder_renamed_while_it_was_closed(typed: Typed, folder: Path, machine: Machine) -> None:
    entrance.remember(machine, folder)
    desk = opened(folder, machine)
    offices.add_clerk(desk, "保健 二葉", "こなゆき-2026")
    desk.vault.close()
    before = stand_in(folder, machine)
    elsewhere = folder.rename(folder.with_name("新しい名前.renkei"))
    assert entrance.last_office(machine) is None
    assert stand_in(elsewhere, machine) == before
    assert typed("check", elsewhere, "--clerk", CLERK).code == 0


def test_a_practice_town_is_made_once(typed: Typed, tmp_path: Path) -> None:
    there = tmp_path / "練習.renkei"
    assert typed("practice", there, "--residents", 2).code == 0
    before = {path: path.read_bytes() for path in there.rglob("*") if path.is_file()}
    assert "もう何か入っています" in typed("practice", there, "--residents", 2).refusal
    assert {path: path.read_bytes() for path in there.rglob("*") if path.is_file()} == before


def test_a_practice_town_without_a_place_leaves_nothing(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "ない"))
    assert "場所を作れません" in refused(lambda: open_practice(machine)).what
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = set(tmp_path.iterdir())

    def stop(done: int, total: int | None, label: str) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        open_practice(machine, stop)
    assert set(tmp_path.iterdir()) - before <= {machine.state}

"""What the office makes never takes the place of what the office is made of."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from renkei_desktop.office import backups, checks
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from tests.trouble.conftest import Typed
from tests.trouble.offices_in import CLERK, PASSWORD, RECIPIENT, opened, stand_in, stand_of
from tests.trouble.processes import held_open
from tests.trouble.sentences import refused

OWN = ("ledger.db", "keys.json", "LOCK", "erasures.json", "maps/町.mbtiles", "新しい", ".")
PRINT = ("print", "windows", "--recipient", RECIPIENT, "--reason", "備え")


def content(folder: Path) -> dict[Path, bytes]:
    """The files by which an office is known, apart from what opening it writes."""
    return {folder / name: (folder / name).read_bytes() for name in ("keys.json", "erasures.json")}


@pytest.mark.parametrize("name", OWN)
def test_a_backup_never_replaces_a_part_of_the_office(
    typed: Typed, folder: Path, machine: Machine, name: str
) -> None:
    before, stand = content(folder), stand_in(folder, machine)
    assert "控えを書けません" in typed("backup", folder, folder / name).refusal
    desk = opened(folder, machine)
    refused(lambda: backups.back_up(desk, folder / "maps" / ".." / name))
    desk.vault.close()
    assert content(folder) == before
    assert stand_in(folder, machine) == stand


@pytest.mark.parametrize("name", OWN)
def test_a_paper_never_does(typed: Typed, folder: Path, machine: Machine, name: str) -> None:
    before = content(folder)
    assert typed(*PRINT, "--office", folder, "--out", folder / name).refusal
    assert content(folder) == before
    assert stand_in(folder, machine).provisions in ((), ("cancelled",))


@pytest.mark.parametrize("name", [*OWN, "絵.png", "../名簿.csv", "../フォルダー.png"])
def test_nor_does_a_picture(typed: Typed, folder: Path, machine: Machine, name: str) -> None:
    (folder.parent / "名簿.csv").write_text("x")
    (folder.parent / "フォルダー.png").mkdir()
    told = typed("--screenshot", folder / name, "--page", "start", password=False)
    assert "絵を書けません" in told.refusal
    assert (folder.parent / "名簿.csv").read_text() == "x"
    assert stand_in(folder, machine).people == 1


def test_nor_one_of_a_neighbour(
    typed: Typed, folder: Path, machine: Machine, tmp_path: Path
) -> None:
    other = tmp_path / "隣町.renkei"
    assert typed("practice", other, "--residents", 1).code == 0
    whole = (other / "ledger.db").read_bytes()
    assert typed(*PRINT, "--office", folder, "--out", other / "ledger.db").refusal
    assert (other / "ledger.db").read_bytes() == whole


@pytest.fixture
def no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Something by the name of which nothing must be replaced: neither file nor folder."""
    path = tmp_path / "口"
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("口")
    return path


def test_what_is_no_file_stays_what_it_is(typed: Typed, folder: Path, no_file: Path) -> None:
    assert "控えを書けません" in typed("backup", folder, no_file).refusal
    assert "書けませんでした" in typed(*PRINT, "--office", folder, "--out", no_file).refusal
    assert no_file.is_socket()


@pytest.mark.parametrize("there", ["", "maps", "backups", "ledger.db"])
def test_nothing_is_restored_over_an_office(
    typed: Typed, folder: Path, machine: Machine, tmp_path: Path, there: str
) -> None:
    desk = opened(folder, machine)
    file = backups.back_up(desk, folder / "backups" / "控え.renkei-backup")
    (folder / "maps" / "町").write_text("x")
    before = stand_of_sound(desk)
    error = refused(lambda: backups.restore(file, folder / there, CLERK, PASSWORD, machine))
    assert "もう何か入っています" in error.what
    assert stand_of_sound(desk) == before
    desk.vault.close()
    with held_open(folder, tmp_path):
        assert "もう何か入っています" in typed("restore", file, folder / there).refusal
    (folder / "maps" / "町").unlink()
    assert stand_in(folder, machine).people == 1


def stand_of_sound(desk: Desk) -> int:
    assert any("町" in line for line in checks.check(desk).lines)
    return len(desk.rows.people())


@pytest.mark.parametrize("there", [".", "./戻した", "戻した/", "戻した.renkei"])
def test_a_folder_named_in_any_way_is_restored_into(
    typed: Typed, folder: Path, machine: Machine, tmp_path: Path, there: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    desk = opened(folder, machine)
    file = backups.back_up(desk, tmp_path / "控え")
    stand = stand_of(desk)
    desk.vault.close()
    (tmp_path / "空").mkdir()
    monkeypatch.chdir(tmp_path / "空")
    assert typed("restore", file, there).code == 0
    assert stand_in(tmp_path / "空" / there, machine) == stand


def test_a_neighbour_whose_name_looks_temporary_is_left_alone(
    typed: Typed, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "控え"
    assert typed("backup", folder, file).code == 0
    for name in ("戻した.part", "控え.part"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "大事なもの").write_text("x")
    assert typed("restore", file, tmp_path / "戻した").code == 0
    assert (tmp_path / "戻した.part" / "大事なもの").read_text() == "x"
    assert typed("backup", folder, file).refusal
    assert (tmp_path / "控え.part" / "大事なもの").read_text() == "x"
    assert typed("restore", file, tmp_path / "もう一度").code == 0

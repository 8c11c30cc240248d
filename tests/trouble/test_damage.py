"""An office folder of which something is damaged, old, or gone."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office import backups, basemaps, checks, offices
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.residents import register
from tests.trouble.conftest import Typed
from tests.trouble.offices_in import CLERK, PASSWORD, opened, somebody, stand_in, stand_of
from tests.trouble.sentences import is_sentence, names_nobody, refused

PAGE = 4096


def ledger_of(folder: Path) -> Path:
    return folder / "ledger.db"


RUINED: dict[str, Callable[[bytes], bytes]] = {
    "cut in half": lambda whole: whole[: len(whole) // 2],
    "cut inside a page": lambda whole: whole[: len(whole) // 2 + 17],
    "one page left": lambda whole: whole[:PAGE],
    "a hundred bytes left": lambda whole: whole[:100],
    "empty": lambda _: b"",
    "zeros": lambda whole: bytes(len(whole)),
    "another file": lambda _: b"SQLite format 3\0" + bytes(4080),
    "its first page flipped": lambda whole: whole[:99] + bytes([whole[99] ^ 255]) + whole[100:],
}


@pytest.mark.parametrize("ruin", RUINED)
def test_a_ruined_ledger(typed: Typed, folder: Path, machine: Machine, ruin: str) -> None:
    ledger = ledger_of(folder)
    desk = opened(folder, machine)
    file = backups.back_up(desk, folder.parent / "控え")
    before = stand_of(desk)
    desk.vault.close()
    damaged = RUINED[ruin](ledger.read_bytes())
    ledger.write_bytes(damaged)
    assert "こわれていて読めません" in refused(lambda: opened(folder, machine)).what
    for words in (("check", folder), ("backup", folder, folder.parent / "別の控え")):
        assert "こわれていて読めません" in typed(*words).refusal
    assert ledger.read_bytes() == damaged
    elsewhere = folder.with_name("戻した.renkei")
    assert typed("restore", file, elsewhere).code == 0
    assert stand_in(elsewhere, machine) == before


@pytest.mark.parametrize("thing", ["gone", "a folder"])
def test_no_ledger_at_all(typed: Typed, folder: Path, machine: Machine, thing: str) -> None:
    ledger_of(folder).unlink()
    if thing == "a folder":
        ledger_of(folder).mkdir()
    assert "こわれていて読めません" in refused(lambda: opened(folder, machine)).what
    assert "こわれていて読めません" in typed("check", folder).refusal
    assert ledger_of(folder).is_file() is False


def flipped(whole: bytes, page: int) -> bytes:
    at = page * PAGE + PAGE // 2
    return whole[:at] + bytes([whole[at] ^ 255]) + whole[at + 1 :]


def pages(folder: Path) -> int:
    return ledger_of(folder).stat().st_size // PAGE


@pytest.mark.parametrize("part", range(12))
def test_a_flipped_page_is_never_taken_for_sound(
    typed: Typed, folder: Path, machine: Machine, part: int
) -> None:
    number = pages(folder) * part // 12
    ledger_of(folder).write_bytes(flipped(ledger_of(folder).read_bytes(), number))
    told = typed("check", folder)
    assert told.refusal
    assert "異常なし" not in told.out.splitlines()[:1]


def use_everything(desk: Desk) -> None:
    """Looks at all of an office and writes into it."""
    desk.rows.people()
    desk.rows.resources()
    basemaps.listed(desk)
    register(desk, somebody("架空 花"))
    checks.check(desk)


def seems_sound(folder: Path, machine: Machine) -> bool:
    """Whether a clerk could use all of an office and would be told that nothing is wrong."""
    try:
        desk = opened(folder, machine)
    except RenkeiError:
        return False
    try:
        use_everything(desk)
        return checks.check(desk).sound
    except RenkeiError:
        return False
    finally:
        desk.vault.close()


@pytest.mark.nightly
def test_every_single_page_flipped(folder: Path, machine: Machine) -> None:
    whole = ledger_of(folder).read_bytes()
    for number in range(pages(folder)):
        ledger_of(folder).write_bytes(flipped(whole, number))
        assert not seems_sound(folder, machine), number
    ledger_of(folder).write_bytes(whole)
    assert seems_sound(folder, machine)


def test_an_older_ledger_put_back_gets_a_new_seat(folder: Path, machine: Machine) -> None:
    old = ledger_of(folder).read_bytes()
    desk = opened(folder, machine)
    register(desk, somebody("架空 花"))
    first = desk.vault.seat
    desk.vault.close()
    ledger_of(folder).write_bytes(old)
    desk = opened(folder, machine)
    assert [row.name for row in desk.rows.people()] != ["架空 花"]
    assert desk.vault.seat.number != first.number
    register(desk, somebody("架空 月"))
    after = desk.vault.seat
    assert stand_of(desk).people == 2
    desk.vault.close()
    again = opened(folder, machine)
    assert again.vault.seat == after
    again.vault.close()


def test_what_the_pc_remembers_is_lost_or_damaged(folder: Path, machine: Machine) -> None:
    seats = []
    for damage in (None, b"", b"[]", b'{"place": 1}', b"[" * 100_000, b'{"counter": 1e400}'):
        desk = opened(folder, machine)
        register(desk, somebody("架空 花"))
        seats.append(desk.vault.seat.number)
        desk.vault.close()
        marks = list((machine.state / "seats").iterdir())
        assert marks
        for mark in marks:
            mark.unlink() if damage is None else mark.write_bytes(damage)
    assert len(set(seats)) == len(seats), "a stamp might have been used twice"
    assert stand_in(folder, machine).people == 7


@pytest.mark.parametrize(
    ("key", "value"),
    [("coming", "zz"), ("coming", 5), ("head", []), ("counter", -1), ("counter", 2**70)],
)
def test_a_mark_with_one_odd_value(folder: Path, machine: Machine, key: str, value: object) -> None:
    desk = opened(folder, machine)
    register(desk, somebody("架空 花"))
    desk.vault.close()
    for mark in (machine.state / "seats").iterdir():
        mark.write_text(json.dumps({**json.loads(mark.read_bytes()), key: value}))
    desk = opened(folder, machine)
    register(desk, somebody("架空 月"))
    assert stand_of(desk).people == 3
    desk.vault.close()


@pytest.mark.parametrize("name", ["backups", "maps", "erasures.json", "LOCK"])
def test_a_part_is_gone(typed: Typed, folder: Path, machine: Machine, name: str) -> None:
    desk = opened(folder, machine)
    register(desk, somebody("架空 花"))
    offices.close(desk)
    path = folder / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    desk = opened(folder, machine)
    use_everything(desk)
    closed = offices.close(desk)
    assert closed.trouble is None and closed.backup is not None
    assert stand_in(folder, machine).people == 3
    assert typed("map", "list", "--office", folder).code == 0


@pytest.mark.parametrize("name", ["backups", "maps", "LOCK"])
def test_something_else_stands_in_the_place_of_a_part(
    typed: Typed, folder: Path, machine: Machine, name: str
) -> None:
    path = folder / name
    if path.is_dir():
        shutil.rmtree(path)
        path.write_text("x")
    else:
        path.unlink()
        path.mkdir()
    for words in (
        ("check", folder),
        ("map", "list", "--office", folder),
        ("backup", folder, folder.parent / "控え"),
    ):
        told = typed(*words)
        assert "思いがけない" not in told.err
        assert all(is_sentence(line) for line in told.err.splitlines())
    if name == "backups":
        desk = opened(folder, machine)
        register(desk, somebody("架空 花"))
        closed = offices.close(desk)
        assert closed.backup is None
        assert closed.trouble is not None and is_sentence(closed.trouble)
        path.unlink()
        assert stand_in(folder, machine).people == 2


@pytest.mark.parametrize("seed", range(4))
def test_a_journal_full_of_nonsense(folder: Path, machine: Machine, seed: int) -> None:
    chance = random.Random(seed)
    start = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" if seed % 2 else b""
    (folder / "ledger.db-journal").write_bytes(start + chance.randbytes(5000))
    (folder / "ledger.db-wal").write_bytes(chance.randbytes(5000))
    assert stand_in(folder, machine).people == 1


def test_damage_comes_up_while_the_office_is_open(folder: Path, machine: Machine) -> None:
    desk = opened(folder, machine)
    whole = ledger_of(folder).read_bytes()
    ledger_of(folder).write_bytes(whole[: PAGE * 3])
    refused(lambda: register(desk, somebody("架空 花")))
    closed = offices.close(desk)
    assert closed.backup is None
    assert closed.trouble is not None and is_sentence(closed.trouble)
    assert names_nobody(closed.trouble)
    ledger_of(folder).write_bytes(whole)
    assert stand_in(folder, machine).people == 1


def test_the_folder_is_taken_away_while_the_office_is_open(folder: Path, machine: Machine) -> None:
    desk = opened(folder, machine)
    elsewhere = folder.rename(folder.with_name("よそ.renkei"))
    refused(lambda: register(desk, somebody("架空 花")))
    closed = offices.close(desk)
    assert closed.trouble is not None and is_sentence(closed.trouble)
    assert stand_in(elsewhere, machine).people == 1


BROKEN_BACKUPS: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda whole: whole[: len(whole) // 2],
    "empty": lambda _: b"",
    "no zip": lambda _: b"x" * 5000,
    "its slots flipped": lambda whole: whole.replace(b'"argon2id"', b'"argon2ie"', 1),
    "its end flipped": lambda whole: whole[:-30] + bytes([whole[-30] ^ 255]) + whole[-29:],
    "its ledger flipped": lambda whole: flipped(whole, 5),
}


@pytest.mark.parametrize("damage", BROKEN_BACKUPS)
def test_a_damaged_backup_is_seen_and_made_again(
    typed: Typed, folder: Path, machine: Machine, damage: str
) -> None:
    desk = opened(folder, machine)
    register(desk, somebody("架空 花"))
    backup = offices.close(desk).backup
    assert backup is not None
    backup.write_bytes(BROKEN_BACKUPS[damage](backup.read_bytes()))
    assert typed("check", folder).refusal
    error = refused(
        lambda: backups.restore(backup, folder.parent / "戻した", CLERK, PASSWORD, machine)
    )
    assert "控え" in error.what
    desk = opened(folder, machine)
    closed = offices.close(desk)
    assert closed.trouble is None
    assert closed.backup is not None and closed.backup != backup
    backup.unlink()
    assert typed("check", folder).code == 0

"""One window at a time, and a lock that a kill leaves behind does no harm."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from renkei_desktop.store.lock import FolderLock
from tests.store.offices import Place, sentence_of

HOLD = """
import sys
from pathlib import Path
from renkei_desktop.store.lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_an_office_opens_in_one_window_only(place: Place) -> None:
    office = place.create()
    error = sentence_of(place.open)
    assert error.what == "このフォルダーは別の窓で開いています。"
    office.close()
    place.open().close()


def test_another_process_holds_it_too_and_its_death_frees_it(tmp_path: Path) -> None:
    path = tmp_path / "LOCK"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        assert "別の窓" in sentence_of(lambda: FolderLock(path)).what
        assert str(other.pid) in path.read_text()
        other.kill()
        other.wait()
    with FolderLock(path):
        assert "別の窓" in sentence_of(lambda: FolderLock(path)).what
    FolderLock(path).release()


def test_a_lock_file_left_behind_locks_nothing(tmp_path: Path) -> None:
    path = tmp_path / "LOCK"
    path.write_text("とおくの-pc 12345")
    FolderLock(path).release()


def test_a_holder_on_another_pc_is_named(tmp_path: Path) -> None:
    path = tmp_path / "LOCK"
    with FolderLock(path):
        path.write_text("KANRI-PC 12345")
        assert "（KANRI-PC）" in sentence_of(lambda: FolderLock(path)).what


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    assert "書きこめません" in sentence_of(lambda: FolderLock(tmp_path / "ない" / "LOCK")).what


def test_releasing_twice_is_harmless(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path / "LOCK")
    lock.release()
    lock.release()


@pytest.mark.parametrize("missing", ["keys.json", "ledger.db"])
def test_a_folder_with_a_part_missing_opens_as_nothing_else(place: Place, missing: str) -> None:
    place.create().close()
    (place.folder / missing).unlink()
    assert missing in sentence_of(place.open).what
    assert not (place.folder / missing).exists()

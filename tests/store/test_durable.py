"""Small files: the old one or the new one, never half of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from renkei_desktop.store import durable
from renkei_desktop.store.durable import replace_patiently, write_durably


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_durably(path, b"one")
    write_durably(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_durably(path, b"one")
    (tmp_path / "a.json.new").symlink_to(tmp_path / "missing" / "folder")
    with pytest.raises(OSError, match="No such file"):
        write_durably(path, b"two")
    assert path.read_bytes() == b"one"


class Held:
    """A file that an antivirus program holds for the first few tries."""

    def __init__(self, tries: int) -> None:
        self.tries = tries

    def replace(self, target: Path) -> None:
        self.tries -= 1
        if self.tries > 0:
            raise PermissionError("held by another program")


def test_a_file_that_is_held_for_a_moment_is_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(durable.time, "sleep", waits.append)
    held = Held(tries=4)
    replace_patiently(held, Path("x"))  # type: ignore[arg-type]
    assert held.tries == 0
    assert waits == [0.05, 0.1, 0.2]


def test_a_file_that_is_held_for_good_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable.time, "sleep", lambda seconds: None)
    held = Held(tries=100)
    with pytest.raises(PermissionError):
        replace_patiently(held, Path("x"))  # type: ignore[arg-type]
    assert held.tries == 92

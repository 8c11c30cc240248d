"""What both commands do before their own work, and how it ends."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from renkei_desktop.setup.machine import Machine
from renkei_desktop.setup.start import run
from tests.setup.fake import Computer


@pytest.fixture
def debian(tmp_path: Path) -> Computer:
    return Computer(tmp_path, administrator=True)


def start(computer: Computer, machine: Machine | None = None) -> tuple[int, list[list[str]]]:
    """Starts the program; gives its exit code and the arguments of deeds done without a detour."""
    done: list[list[str]] = []

    def deed(arguments: list[str]) -> int:
        done.append(arguments)
        return 3

    machine = machine or computer.start()
    return run("renkei_desktop", ["--practice"], deed, machine=machine, root=computer.root), done


def test_a_start_from_outside_goes_on_inside(debian: Computer) -> None:
    code, done = start(debian)
    python = str(debian.root / ".venv/bin/python")
    assert debian.entered == [(python, "-m", "renkei_desktop", "--practice")]
    assert (code, done) == (7, [])


def test_a_start_from_inside_does_the_deed_at_once(debian: Computer) -> None:
    start(debian)
    debian.commands.clear()
    inside = replace(debian.start(), prefix=debian.root / ".venv")
    assert start(debian, inside) == (3, [["--practice"]])
    assert debian.commands == []


def test_a_program_from_a_wheel_does_the_deed_at_once(debian: Computer) -> None:
    machine = debian.start()
    (debian.root / "requirements.lock").unlink()
    assert start(debian, machine) == (3, [["--practice"]])
    assert debian.commands == []


def test_what_cannot_be_made_ready_ends_in_one_sentence_and_exit_code_1(debian: Computer) -> None:
    debian.offline = True
    code, done = start(debian)
    assert (code, done, debian.entered) == (1, [], [])
    assert "インターネット" in debian.said[-1]
    assert "\n" not in debian.said[-1]


def test_a_full_disk_ends_in_one_sentence_and_exit_code_1(debian: Computer) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    debian.during_pip = full
    code, _ = start(debian)
    assert code == 1
    assert "空き" in debian.said[-1] and "device" not in debian.said[-1]


def test_control_c_says_that_the_next_start_goes_on(debian: Computer) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    debian.during_pip = stop
    code, _ = start(debian)
    assert code == 130
    assert "次の起動" in debian.said[-1]
    debian.during_pip = lambda: None
    assert start(debian)[0] == 7

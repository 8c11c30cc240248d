"""The real machine: commands that are run, waited for, and logged."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from renkei_desktop.setup import machine as the_machine
from renkei_desktop.setup.machine import this_machine

PYTHON = sys.executable


def test_a_command_says_what_it_says_and_how_it_ended() -> None:
    done = this_machine().run((PYTHON, "-c", "import sys; print('部品'); sys.exit(3)"))
    assert (done.code, done.said.strip()) == (3, "部品")


def test_a_command_with_a_log_adds_to_it(tmp_path: Path) -> None:
    log = tmp_path / "setup.log"
    log.write_text("before\n")
    done = this_machine().run((PYTHON, "-c", "print('after')"), log)
    assert (done.code, done.said) == (0, "")
    assert log.read_text() == "before\nafter\n"


def test_a_command_that_is_not_there_ends_with_127(tmp_path: Path) -> None:
    assert this_machine().run((str(tmp_path / "nothing"),)).code == 127
    assert this_machine().run((str(tmp_path / "nothing"),), tmp_path / "log").code == 127


def test_a_long_command_says_that_it_is_still_at_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(the_machine, "PATIENCE", 0.2)
    this_machine().run((PYTHON, "-c", "import time; time.sleep(0.5)"), tmp_path / "log")
    assert "まだ続いています" in capsys.readouterr().err


def test_pip_never_installs_for_the_user_instead(tmp_path: Path) -> None:
    program = "import os; print(os.environ['PIP_USER'])"
    this_machine().run((PYTHON, "-c", program), tmp_path / "log")
    assert (tmp_path / "log").read_text() == "0\n"


def test_modules_and_folders_are_tried() -> None:
    machine = this_machine()
    assert machine.has("json") and not machine.has("no_such_module")
    assert not machine.writable(Path(__file__).parent / "no such folder")


def test_a_writable_folder_keeps_nothing_of_the_trial(tmp_path: Path) -> None:
    assert this_machine().writable(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_windows_waits_for_the_program_and_passes_its_exit_code_on() -> None:
    assert the_machine._wait_for((PYTHON, "-c", "raise SystemExit(7)")) == 7

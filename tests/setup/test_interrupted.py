"""Set-ups that are killed in the middle, and two at once: with real processes."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from renkei_desktop.setup.environment import places, read
from renkei_desktop.setup.start import prepare
from renkei_desktop.setup.turn import turn
from tests.setup.fake import Computer

SETUP = """
import sys, time
from pathlib import Path
from renkei_desktop.setup.start import prepare
from tests.setup.fake import Computer

top = Path(sys.argv[1])

def slow_pip():
    with (top / "pips").open("a") as pips:
        pips.write("began\\n")
    time.sleep(float(sys.argv[2]))

computer = Computer(top, administrator=True, during_pip=slow_pip)
prepare(computer.start(), computer.root)
print("\\n".join(computer.said))
"""

HOLDER = """
import sys
from pathlib import Path
from renkei_desktop.setup.machine import this_machine
from renkei_desktop.setup.turn import turn

folder = Path(sys.argv[1])
with turn(folder / "turn", print):
    (folder / "held").touch()
    this_machine().run((sys.executable, "-c", "import time; time.sleep(1.5)"), folder / "log")
"""


def _spawn(program: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def _until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def _computer(top: Path) -> Computer:
    computer = Computer(top, administrator=True)
    computer.start()
    return computer


def test_a_set_up_killed_in_the_middle_is_made_anew(tmp_path: Path) -> None:
    computer = _computer(tmp_path)
    process = _spawn(SETUP, tmp_path, 60)
    _until((tmp_path / "pips").exists)
    process.kill()
    process.communicate()
    half = read(places(computer.start(), computer.root)[0])
    assert half is not None and half.building
    left_over = computer.root / ".venv/lib/half-written.py"
    left_over.touch()

    prepare(computer.start(), computer.root)
    whole = read(places(computer.start(), computer.root)[0])
    assert whole is not None and not whole.building
    assert not left_over.exists()


def test_two_starts_at_once_build_once(tmp_path: Path) -> None:
    _computer(tmp_path)
    first = _spawn(SETUP, tmp_path, 0.8)
    _until((tmp_path / "pips").exists)
    second = _spawn(SETUP, tmp_path, 0.8)
    said = second.communicate(timeout=20)[0]
    first.communicate(timeout=20)
    assert (first.returncode, second.returncode) == (0, 0)
    assert (tmp_path / "pips").read_text() == "began\n"
    assert "終わるまで待ちます" in said


def test_the_turn_lasts_until_the_command_of_a_killed_set_up_has_ended(tmp_path: Path) -> None:
    holder = _spawn(HOLDER, tmp_path)
    _until((tmp_path / "held").exists)
    _until((tmp_path / "log").exists)
    time.sleep(0.1)
    holder.kill()
    holder.wait()
    began = time.monotonic()
    waits: list[str] = []
    with turn(tmp_path / "turn", waits.append):
        waited = time.monotonic() - began
    holder.communicate()
    assert waits and waited > 0.3

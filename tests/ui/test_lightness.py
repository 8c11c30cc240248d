"""What the unlock window must not have loaded yet; its time and memory are in the benchmarks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from renkei_desktop.setup.start import CHECKOUT
from tests.ui.house import House


def test_the_unlock_window_has_loaded_nothing_heavy(house: House, tmp_path: Path) -> None:
    house.found()
    state = tmp_path / "pc"
    state.mkdir()
    (tmp_path / "state").rename(state / "renkei-desktop")
    done = subprocess.run(
        [sys.executable, str(CHECKOUT / "tests" / "benchmarks" / "unlock_window.py")],
        env={**os.environ, "XDG_STATE_HOME": str(state), "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    memory, _, loaded = done.stdout.strip().partition(" ")
    assert int(memory) > 10_000
    assert loaded == "", f"loaded before the first password: {loaded}"

"""The unlock window against a bare QtWidgets window: time until it can be used, and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from renkei_desktop.office import entrance, leaving, offices
from renkei_desktop.office.machine import Machine
from renkei_desktop.setup.start import CHECKOUT
from renkei_desktop.store.cost import KdfCost
from tests.ui.invented import NEW
from tests.ui.stage import Clock

pytestmark = pytest.mark.benchmark

HERE = Path(__file__).parent
ROUNDS = 15
MOST = 1.5


@dataclass(frozen=True, slots=True)
class Run:
    seconds: float
    memory_mib: float
    loaded: str


def run(program: str, state: Path) -> Run:
    """One fresh process, from its start until its window can be used."""
    env = {**os.environ, "XDG_STATE_HOME": str(state), "PYTHONPATH": str(CHECKOUT)}
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, str(HERE / program)],
        env=env,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    seconds = time.perf_counter() - begun
    memory, _, loaded = done.stdout.strip().partition(" ")
    return Run(seconds, int(memory) / 1024, loaded)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """A PC on which an office was open last."""
    machine = Machine(tmp_path / "renkei-desktop", Clock(), KdfCost.practice())
    folder = tmp_path / "見本町.renkei"
    leaving.leave(offices.found(folder, NEW, machine).desk)
    entrance.remember(machine, folder)
    return tmp_path


def test_the_unlock_window_is_as_light_as_half_a_window_more(state: Path) -> None:
    floors, ours = [], []
    for _ in range(ROUNDS):
        floors.append(run("floor_window.py", state))
        ours.append(run("unlock_window.py", state))
    assert {r.loaded for r in ours} == {""}
    floor_time, our_time = min(r.seconds for r in floors), min(r.seconds for r in ours)
    floor_memory = min(r.memory_mib for r in floors)
    our_memory = min(r.memory_mib for r in ours)
    print(
        f"\nunlock window {our_time * 1000:.0f} ms, bare window {floor_time * 1000:.0f} ms: "
        f"{our_time / floor_time:.2f}; {our_memory:.0f} MiB, {floor_memory:.0f} MiB: "
        f"{our_memory / floor_memory:.2f}"
    )
    assert our_time <= MOST * floor_time
    assert our_memory <= MOST * floor_memory

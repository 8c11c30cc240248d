"""PySide6 itself: the release that is locked must survive its own void calls."""

from __future__ import annotations

import subprocess
import sys

VOID_CALLS = """
from PySide6.QtCore import QObject

thing = QObject()
for number in range(20_000):
    thing.setObjectName("x")
print("alive")
"""


def test_twenty_thousand_void_calls_leave_the_program_alive() -> None:
    """One release gave away a reference to None with each of them and aborted after 5,000."""
    done = subprocess.run([sys.executable, "-c", VOID_CALLS], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "alive\n")

"""The unlock window must not wait for the database library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("sqlalchemy", "alembic", "sqlcipher3", "cryptography", "reportlab", "folium")


def imported(statement: str) -> set[str]:
    """The top-level packages that a statement loads in a fresh interpreter."""
    code = f"{statement}; import sys; print(*{{m.partition('.')[0] for m in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True)
    return set(done.stdout.decode().split())


@pytest.mark.parametrize(
    "statement",
    [
        "from renkei_desktop.store import keys; keys.clerks",
        "from renkei_desktop.store import location; location.this_machine()",
        "from renkei_desktop.store.marks import SeatMarks",
        "from renkei_desktop.store.cost import KdfCost; KdfCost.usual()",
    ],
)
def test_what_the_unlock_window_needs_is_light(statement: str) -> None:
    assert imported(statement).isdisjoint(HEAVY)


def test_opening_an_office_loads_no_migrations() -> None:
    loaded = imported("from renkei_desktop.store import vault, backup, soundness")
    assert "sqlalchemy" in loaded
    assert "alembic" not in loaded

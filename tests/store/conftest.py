"""An open office for the tests of the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from renkei_desktop.store.vault import Vault
from tests.store.offices import Place


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    found = Place(tmp_path)
    yield found
    found.close()


@pytest.fixture
def office(place: Place) -> Vault:
    return place.create()

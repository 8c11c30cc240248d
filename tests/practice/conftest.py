"""The practice town of seed 1, made once."""

from __future__ import annotations

import pytest

from renkei_desktop.practice.town import PracticeTown, town


@pytest.fixture(scope="session")
def mihon() -> PracticeTown:
    return town()

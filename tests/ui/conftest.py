"""What every test of the window needs: the one application, in Japanese, and a house to live in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from renkei_desktop import app
from renkei_desktop.ui import theme
from tests.ui.house import House


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return app.application()


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[House]:
    """A window before anybody has sat down, on a PC that knows nothing yet."""
    theme.apply(qapp)
    made = House(tmp_path)
    yield made
    made.close()


@pytest.fixture
def office(house: House) -> House:
    """The same with an office of made-up people, opened by its first clerk."""
    house.found()
    house.sit_down()
    return house

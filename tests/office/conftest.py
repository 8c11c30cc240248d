"""A real office in a temporary folder: encrypted file, ledger, seat; only the key is cheap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.offices import NewOffice, found
from renkei_desktop.store.cost import KdfCost

NEW = NewOffice(
    town_name="見本町",
    code="019999",
    office="保健福祉課",
    phone="0999-35-2111",
    fax="0999-35-2112",
    area_code="0999",
    clerk="福祉 一子",
    password="ゆきどけ-2026",
)


class StandingClock:
    """A clock that a test sets; every look moves it on by a second."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def machine(tmp_path: Path, clock: StandingClock) -> Machine:
    return Machine(tmp_path / "state", clock, KdfCost.practice())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "見本町.renkei"


@pytest.fixture
def desk(folder: Path, machine: Machine) -> Iterator[Desk]:
    founded = found(folder, NEW, machine)
    yield founded.desk
    founded.desk.vault.close()

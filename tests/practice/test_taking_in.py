"""The office's own list, taken into the practice office: every kind of row occurs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from renkei_desktop.intake.plan import Verdict
from renkei_desktop.office import own_list
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.practice_town import found_practice
from renkei_desktop.practice.office_list.listing import ListForm, office_list
from renkei_desktop.practice.town import PracticeTown
from renkei_desktop.store.cost import KdfCost


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    place = tmp_path_factory.mktemp("practice")
    now = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
    machine = Machine(place / "state", lambda: now, KdfCost.practice())
    founded = found_practice(place / "見本町.renkei", machine)
    yield founded
    founded.vault.close()


@pytest.mark.parametrize("form", list(ListForm))
def test_the_list_is_understood(
    form: ListForm, desk: Desk, mihon: PracticeTown, tmp_path: Path
) -> None:
    ending = "xlsx" if form is ListForm.XLSX else "csv"
    (tmp_path / f"list.{ending}").write_bytes(office_list(mihon, form))
    table = own_list.read(tmp_path / f"list.{ending}")
    preview = own_list.preview(desk, table, own_list.guess(table))
    counted = preview.counts
    assert counted[Verdict.NEW] == 12
    assert counted[Verdict.CHANGED] == 3
    assert counted[Verdict.WRONG] == 2
    assert counted[Verdict.SAME] > 350
    assert (counted[Verdict.DOUBTFUL] > 5) is (form is ListForm.CSV_CP932)
    assert not preview.unknown_associations

"""Lists as towns and cities publish them are read without a complaint that is not theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from renkei_desktop.intake.columns import recognise
from renkei_desktop.intake.heading import Target
from renkei_desktop.intake.list_file import read_list
from renkei_desktop.intake.problem import Severity

SHARED = Path(__file__).resolve().parents[3] / "shared" / "mapdata"
SAMPLES = sorted(path for path in SHARED.glob("csv_samples/*/*.*"))
HEADERS = sorted(SHARED.glob("csv_headers/*.csv"))
needs_samples = pytest.mark.skipif(not SAMPLES, reason="the sample data is not beside the project")


@needs_samples
def test_published_lists_are_read() -> None:
    for path in SAMPLES:
        table = read_list(path)
        assert len(table.headers) > 5 and table.rows, path.name
        mapping = recognise(table.headers)
        assert mapping.column(Target.ADDRESS) is not None, path.name
        problems = [p for row in table.rows for p in row.problems]
        assert not any(p.severity is Severity.WRONG for p in problems), path.name


@needs_samples
def test_twins_in_two_encodings_are_the_same_list() -> None:
    folder = SHARED / "csv_samples" / "numata_gsi_shelters"
    for number in (1, 2):
        windows = read_list(folder / f"01438_{number}_cp932.csv")
        assert windows == read_list(folder / f"01438_{number}_utf8bom.csv")


@needs_samples
def test_headings_alone_are_recognised() -> None:
    for path in HEADERS:
        table = read_list(path)
        assert table.rows == ()
        assert recognise(table.headers).refused == ()

"""A town for measuring is made in time that grows with its people, not with their square."""

from __future__ import annotations

import time

import pytest

from renkei_desktop.practice.town import town

pytestmark = pytest.mark.benchmark


def _seconds(registered: int) -> float:
    begun = time.process_time()
    made = town(1, registered)
    taken = time.process_time() - begun
    print(f"{registered}: {taken:.2f} s, {len(made.records)} records, {len(made.ground)} bytes")
    return taken


def test_four_times_the_people_take_little_more_than_four_times_as_long() -> None:
    _seconds(300)
    assert _seconds(20_000) / _seconds(5_000) < 6

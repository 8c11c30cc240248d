"""Row codes stay the same from sheet to sheet and differ within one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.rowcode import row_code, row_codes


def test_a_code_never_changes() -> None:
    assert row_code("00000000000000000000000000000001") == "6M018"


@given(st.sets(st.uuids().map(lambda u: u.hex), max_size=60))
def test_every_row_of_a_sheet_has_its_own_code(records: set[str]) -> None:
    codes = row_codes(records)
    assert codes.keys() == records
    assert len(set(codes.values())) == len(records)
    assert all(set(code) <= set("0123456789ACDEFGHJKLMNPQRTUVWXY") for code in codes.values())


def test_codes_that_would_meet_get_longer() -> None:
    records = [f"{n:032x}" for n in range(200)]
    codes = row_codes(records, shortest=1)
    assert len(set(codes.values())) == 200
    assert 1 < max(map(len, codes.values())) < 6


def test_six_thousand_people_keep_short_codes() -> None:
    codes = row_codes(f"{n:032x}" for n in range(6000))
    assert sum(len(code) > 5 for code in codes.values()) < 20

"""A program that folds or sorts in another way works its old files over."""

from __future__ import annotations

import pytest

from renkei_desktop.store import derived
from tests.store.offices import Place, put_new, somebody


def test_columns_of_an_older_program_are_worked_over(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = place.create()
    put_new(office, somebody("髙橋 ハナ", "たかはし はな"))
    put_new(office, somebody("林", "あ"))
    before = office.rows.people()
    office.database.run("UPDATE person SET folded = '', sort_key = ''")
    office.close()
    assert {row.folded for row in place.open().rows.people()} == {""}
    place.close()
    monkeypatch.setattr(derived, "EDITION", derived.EDITION + 1)
    office = place.open()
    assert office.rows.people() == before
    office.database.run("UPDATE person SET folded = ''")
    office.close()
    assert {row.folded for row in place.open().rows.people()} == {""}

"""A whole town of six thousand, and two clerks who take turns."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from renkei_desktop.domain.choice import Situation
from renkei_desktop.office import (
    backups,
    deeds,
    drafts,
    home,
    offices,
    own_list,
    papers,
    plans,
    residents,
    town,
)
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.plans import Paper, Request
from renkei_desktop.office.search import SearchIndex
from tests.trouble.long_list import write_list
from tests.trouble.offices_in import CLERK, PASSWORD, opened, somebody, stand_of
from tests.trouble.sentences import refused

TOWN = 6_000
SECOND, HER_PASSWORD = "保健 二葉", "こなゆき-2026"


@pytest.fixture
def crowded(desk: Desk, tmp_path: Path) -> Desk:
    """The office with six thousand people more, registered."""
    table = own_list.read(write_list(tmp_path / "一覧.csv", TOWN))
    preview = own_list.preview(desk, table, own_list.guess(table))
    own_list.take_in(desk, preview, own_list.safe_rows(preview))
    return desk


def test_six_thousand_residents(crowded: Desk, machine: Machine, tmp_path: Path) -> None:
    rows = crowded.rows.people()
    assert len(rows) == TOWN + 1
    assert home.morning(crowded).registered == TOWN + 1
    index = SearchIndex(rows)
    assert len(index.find("例示 花山", limit=100)) == len(
        [row for row in rows if row.name == "例示 花山"]
    )
    some = rows[TOWN // 2]
    assert residents.person_card(crowded, some.person).row == some
    assert residents.person_card(crowded, some.person).history
    again = own_list.read(tmp_path / "一覧.csv")
    assert own_list.summary(own_list.preview(crowded, again, own_list.guess(again)))["same"] == TOWN
    before = stand_of(crowded)
    file = backups.back_up(crowded, tmp_path / "控え")
    restored = backups.restore(file, tmp_path / "戻した", CLERK, PASSWORD, machine)
    assert stand_of(restored) == before
    restored.vault.close()
    last = deeds.last_undoable(crowded)
    assert last is not None
    assert deeds.undo(crowded, last.deed).kept == ()
    assert len(crowded.rows.people()) == 1


def test_six_thousand_on_paper(crowded: Desk) -> None:
    town.declare(crowded, Situation.DISASTER, "試験")
    recipient = town.recipients(crowded)[0].id
    request = Request(paper=Paper.ROSTER, recipient=recipient, reason="試験", decided_by="町長")
    start = time.perf_counter()
    plan = plans.plan(crowded, request)
    made = papers.make(crowded, plan)
    assert len(plan.included) == TOWN + 1
    assert len(made.printed.pages) > 100
    assert time.perf_counter() - start < 120


def test_two_clerks_take_turns(folder: Path, machine: Machine) -> None:
    first = opened(folder, machine)
    offices.add_clerk(first, SECOND, HER_PASSWORD)
    residents.register(first, somebody("架空 花"))
    drafts.keep(first, "person", "new", {"name": "書きかけ"})
    first.vault.close()
    assert (
        "合言葉が違います"
        in refused(lambda: offices.open_office(folder, SECOND, PASSWORD, machine)).what
    )
    second = offices.open_office(folder, SECOND, HER_PASSWORD, machine)
    assert deeds.last_undoable(second) is None, "somebody else's deed is not hers to take back"
    assert drafts.waiting(second) == (), "nor is somebody else's half-typed form hers to read"
    residents.register(second, somebody("架空 月"))
    lines = deeds.record_of_deeds(second)
    assert [line.clerk for line in lines[:2]] == [SECOND, CLERK]
    offices.change_password(second, HER_PASSWORD, "あられ-2026")
    second.vault.close()
    first = opened(folder, machine)
    assert drafts.kept(first, "person", "new") == {"name": "書きかけ"}
    assert stand_of(first).people == 3
    last = deeds.last_undoable(first)
    assert last is not None and last.clerk == CLERK
    refused(lambda: offices.add_clerk(first, SECOND, "x"))
    first.vault.close()
    with pytest.raises(Exception, match="合言葉が違います"):
        offices.open_office(folder, SECOND, HER_PASSWORD, machine)
    offices.open_office(folder, SECOND, "あられ-2026", machine).vault.close()


def test_two_cards_of_one_person_lose_nothing(desk: Desk) -> None:
    """The same form opened twice: what the other one wrote is never silently lost."""
    from dataclasses import replace

    sheet = somebody("架空 花")
    residents.register(desk, sheet)
    one = residents.person_card(desk, sheet.person.id)
    two = residents.person_card(desk, sheet.person.id)
    residents.correct(desk, one.card, replace(one.sheet, person=replace(sheet.person, note="甲")))
    other = replace(two.sheet.person, note="乙", name_note="はしごだか")
    residents.correct(desk, two.card, replace(two.sheet, person=other))
    after = residents.person_card(desk, sheet.person.id)
    assert after.sheet.person.name_note == "はしごだか"
    assert set(after.card.conflicts[sheet.person.id, "note"]) == {"甲", "乙"}
    assert len(desk.rows.conflicts()) == 1

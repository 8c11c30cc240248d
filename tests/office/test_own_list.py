"""The office's own list: read, compared, taken in, taken back by one undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation
from renkei_desktop.domain.person import Person
from renkei_desktop.office import deeds, own_list, residents
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.own_list import Preview, Verdict

HEAD = "氏名,フリガナ,生年月日,住所,電話番号,町内会"
ROWS = (
    "髙橋 吉男,タカハシ ヨシオ,昭和17年4月2日,旭町一丁目3-12,35-2111,旭町",
    "﨑山 花子,サキヤマ ハナコ,S8.1.15,緑町2-1,35-2112（長女）,緑町",
    "林 正,ハヤシ タダシ,平成33年1月1日,緑町2-2,,緑町",
)


@pytest.fixture
def town(desk: Desk) -> Desk:
    with desk.writing("用意") as book:
        for key, name in (("a1", "旭町"), ("a2", "緑町")):
            book.put(NeighbourhoodAssociation(id=key, name=name), None)
    return desk


def plan(desk: Desk, folder: Path, rows: tuple[str, ...], encoding: str = "cp932") -> Preview:
    file = folder / "住民一覧.csv"
    file.write_bytes("\r\n".join((HEAD, *rows)).encode(encoding))
    table = own_list.read(file)
    return own_list.preview(desk, table, own_list.guess(table))


def take(desk: Desk, preview: Preview, **more: bool) -> Changes:
    return own_list.take_in(desk, preview, own_list.safe_rows(preview), **more)


def test_a_list_is_taken_in_to_the_letter(town: Desk, tmp_path: Path) -> None:
    preview = plan(town, tmp_path, ROWS)
    assert [row.verdict for row in preview.rows] == [Verdict.NEW, Verdict.NEW, Verdict.WRONG]
    take(town, preview)
    rows = {row.name: row for row in town.rows.people()}
    assert set(rows) == {"髙橋 吉男", "﨑山 花子"}
    takahashi = rows["髙橋 吉男"]
    assert takahashi.reading == "たかはし よしお"
    assert str(takahashi.birth) == "1942-04-02"
    assert takahashi.phones == ("0999-35-2111",)
    assert takahashi.association == "a1"
    assert takahashi.resident is not None
    card = residents.person_card(town, rows["﨑山 花子"].person)
    assert card.sheet.phones[0].whose == "長女"


def test_looking_writes_nothing(town: Desk, tmp_path: Path) -> None:
    before = deeds.record_of_deeds(town)
    plan(town, tmp_path, ROWS)
    assert deeds.record_of_deeds(town) == before


def test_one_undo_takes_the_whole_list_back(town: Desk, tmp_path: Path) -> None:
    changes = take(town, plan(town, tmp_path, ROWS))
    undone = deeds.undo(town, changes.deed)
    assert undone.kept == ()
    assert town.rows.people() == ()


def test_the_same_list_again_changes_nothing(town: Desk, tmp_path: Path) -> None:
    take(town, plan(town, tmp_path, ROWS))
    again = plan(town, tmp_path, ROWS, "utf-8-sig")
    assert again.counts[Verdict.SAME] == 2
    assert not take(town, again)


def test_a_changed_row_corrects_only_what_it_says(town: Desk, tmp_path: Path) -> None:
    take(town, plan(town, tmp_path, ROWS))
    moved = (ROWS[0].replace("旭町一丁目3-12", "旭町二丁目1"),)
    preview = plan(town, tmp_path, moved)
    assert [row.verdict for row in preview.rows] == [Verdict.CHANGED]
    changes = take(town, preview)
    assert {kind for kind, _ in changes.records} == {"person"}
    person = next(p for p in town.rows.all(Person) if p.name == "髙橋 吉男")
    assert person.place is not None and person.place.address == "旭町二丁目1"
    assert len(residents.person_card(town, person.id).sheet.phones) == 1


def test_a_new_phone_is_added_after_those_that_stand(town: Desk, tmp_path: Path) -> None:
    take(town, plan(town, tmp_path, ROWS[:1]))
    take(town, plan(town, tmp_path, (ROWS[0].replace("35-2111", "090-0000-1234"),)))
    person = town.rows.people()[0]
    assert person.phones == ("0999-35-2111", "090-0000-1234")


def test_a_list_may_be_taken_in_without_registering_anybody(town: Desk, tmp_path: Path) -> None:
    take(town, plan(town, tmp_path, ROWS), register=False)
    assert all(row.resident is None for row in town.rows.people())
    take(town, plan(town, tmp_path, ROWS))
    assert all(row.resident is not None for row in town.rows.people())


def test_wrong_rows_stay_out_even_when_accepted(town: Desk, tmp_path: Path) -> None:
    preview = plan(town, tmp_path, ROWS)
    own_list.take_in(town, preview, [2, 3, 4])
    assert "林 正" not in [row.name for row in town.rows.people()]


def test_words_and_summary_name_the_rows(town: Desk, tmp_path: Path) -> None:
    preview = plan(town, tmp_path, ROWS)
    assert any(line.startswith("4行目（取り込めない）") for line in own_list.in_words(preview))
    assert own_list.summary(preview)["rows"][0]["row"] == 4
    assert own_list.summary(preview)["new"] == 2


def test_people_with_one_household_number_live_together(town: Desk, tmp_path: Path) -> None:
    file = tmp_path / "世帯.csv"
    file.write_text(
        "世帯番号,氏名,生年月日\n7,林 正,S10.1.1\n7,林 ウメ,S12.1.1\n8,林 清,S40.1.1\n", "utf-8"
    )
    table = own_list.read(file)
    preview = own_list.preview(town, table, own_list.guess(table))
    take(town, preview)
    households = {row.name: row.household for row in town.rows.people()}
    assert households["林 正"] == households["林 ウメ"] != households["林 清"]

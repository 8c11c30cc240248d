"""外字: found with their rows, and replaced by what the town has chosen."""

from __future__ import annotations

from pathlib import Path

from renkei_desktop.intake.gaiji import gaiji_in, with_gaiji
from renkei_desktop.intake.list_file import read_list
from tests.intake.lists import write_csv

TEXT = "氏名,備考\n見本\ue000子,\n佐藤花子,\n見\ue001本\ue000,\ue000\n"


def test_where_gaiji_stand(tmp_path: Path) -> None:
    table = read_list(write_csv(tmp_path / "a.csv", TEXT))
    assert gaiji_in(table) == {"\ue000": (2, 4), "\ue001": (4,)}
    assert table.notes == (
        "外字が2、4行目にあります。そのまま残すので、正しい字を確かめてください。",
    )


def test_the_choice_of_the_town_is_put_in(tmp_path: Path) -> None:
    table = with_gaiji(read_list(write_csv(tmp_path / "a.csv", TEXT)), {"\ue000": "𠮷"})
    assert table.rows[0].cells[0] == "見本𠮷子"
    assert table.rows[0].problems == ()
    assert table.rows[2].cells == ("見\ue001本𠮷", "𠮷")
    assert table.rows[2].problems
    assert gaiji_in(table) == {"\ue001": (4,)}

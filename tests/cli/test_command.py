"""Every command over the same deeds as the window: done 0, refused 1, wrongly used 2."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.cli.conftest import Typed

LIST = """氏名,フリガナ,生年月日,住所
架空 太郎,カクウ タロウ,S10.4.1,旭町1
誤り 花,アヤマリ ハナ,2/30,
"""
ROSTER = ("print", "roster", "--recipient", "見本消防署", "--reason", "冬の備え")


def test_a_practice_town_is_made_and_made_only_once(typed: Typed, town: Path) -> None:
    assert {"ledger.db", "keys.json", "maps", "backups"} <= {p.name for p in town.iterdir()}
    again = typed("practice", town, "--residents", 20)
    assert again.code == 1
    assert len(again.err.strip().splitlines()) == 1


def test_check_says_that_all_is_sound(typed: Typed, town: Path) -> None:
    checked = typed("check", town)
    assert checked.code == 0, checked.out + checked.err
    assert checked.out.strip()


def test_a_damaged_file_is_no_sound_one(typed: Typed, town: Path) -> None:
    ledger = town / "ledger.db"
    content = bytearray(ledger.read_bytes())
    content[len(content) // 2] ^= 0xFF
    ledger.write_bytes(content)
    checked = typed("check", town)
    assert checked.code == 1
    assert "Traceback" not in checked.err


def test_backup_and_restore_into_another_folder(typed: Typed, town: Path, tmp_path: Path) -> None:
    file = tmp_path / "控え"
    assert typed("backup", town, file).code == 0
    assert file.exists()
    elsewhere = tmp_path / "戻した町.renkei"
    restored = typed("restore", file, elsewhere)
    assert restored.code == 0, restored.err
    assert "控えは" in restored.out
    assert typed("check", elsewhere).code == 0
    assert typed("restore", file, elsewhere).code == 1


def test_a_list_is_looked_at_then_taken_in(typed: Typed, town: Path, tmp_path: Path) -> None:
    file = tmp_path / "一覧.csv"
    file.write_text(LIST, "utf-8-sig")
    words = ("import", file, "--office", town, "--as", "residents", "--json")
    looked = typed(*words, "--dry-run")
    assert (looked.json["new"], looked.json["wrong"]) == (1, 1)
    assert looked.json["rows"][0]["row"] == 3
    assert typed(*words).json == looked.json
    assert typed(*words).json["same"] == 1


def test_a_roster_is_previewed_then_printed_and_recorded(
    typed: Typed, town: Path, tmp_path: Path
) -> None:
    words = (*ROSTER, "--office", town)
    seen = typed(*words, "--preview", "--json").json
    assert seen["included"] and seen["left_out"]
    assert all(line["words"] for line in seen["left_out"])
    file = tmp_path / "名簿.pdf"
    made = typed(*words, "--out", file, "--json")
    assert made.code == 0, made.err
    assert made.json["number"] == "1-0001"
    document = pypdfium2.PdfDocument(file.read_bytes())
    text = "".join(p.get_textpage().get_text_bounded() for p in document)
    assert made.json["number"] in text
    assert all(line["code"] in text for line in seen["included"])


def test_one_area_only(typed: Typed, town: Path) -> None:
    words = (*ROSTER, "--office", town)
    everybody = typed(*words, "--preview", "--json").json
    refused = typed(*words, "--area", "ない町内会", "--preview")
    assert refused.code == 1 and "町内会" in refused.err
    area = everybody["scope"]
    assert area.startswith("全町内会")


def test_contact_windows(typed: Typed, town: Path, tmp_path: Path) -> None:
    file = tmp_path / "窓口.pdf"
    made = typed(
        "print", "windows", "--office", town, "--out", file, "--recipient", "見本町社会福祉協議会",
        "--reason", "年度の更新",
    )  # fmt: skip
    assert made.code == 0, made.err
    assert file.read_bytes().startswith(b"%PDF")


def test_the_map_of_the_practice_town_is_listed(typed: Typed, town: Path) -> None:
    (line,) = typed("map", "list", "--office", town, "--json").json
    assert line["chosen"] and line["source_line"]


@pytest.mark.parametrize("kind", ["no map", ""])
def test_what_is_no_map_is_refused(typed: Typed, town: Path, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "地図.mbtiles"
    file.write_text(kind)
    refused = typed("map", "add", file, "--office", town)
    assert refused.code == 1
    assert len(refused.err.strip().splitlines()) == 1


def test_a_wrong_password_changes_nothing(typed: Typed, town: Path, tmp_path: Path) -> None:
    before = (town / "ledger.db").read_bytes()
    (tmp_path / "password.txt").write_text("ちがう", "utf-8")
    refused = typed("check", town)
    assert refused.code == 1 and "ちがう" not in refused.err
    assert (town / "ledger.db").read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("nothing",),
        ("import",),
        ("print", "poster"),
        ("map",),
        ("practice", "x", "--residents", "many"),
    ],
)
def test_wrong_usage_is_explained_in_japanese(typed: Typed, words: tuple[str, ...]) -> None:
    wrong = typed(*words, password=False)
    assert wrong.code == 2
    assert wrong.err.startswith("使い方が違います")


@pytest.mark.parametrize("number", [0, 20_001])
def test_a_town_has_a_size(typed: Typed, tmp_path: Path, number: int) -> None:
    refused = typed("practice", tmp_path / "町", "--residents", number)
    assert refused.code == 1 and "20000" in refused.err


def test_without_a_password_and_a_terminal_a_sentence_says_so(typed: Typed, town: Path) -> None:
    refused = typed("check", town, password=False)
    assert refused.code == 1 and "--password-file" in refused.err


def test_help_is_japanese(typed: Typed) -> None:
    told = typed("--help", password=False)
    assert told.code == 0
    assert "練習の町" in told.out
    for english in ("options", "usage", "show this", "positional"):
        assert english not in told.out

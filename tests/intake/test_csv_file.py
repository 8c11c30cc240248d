"""CSV files: delimiters, quotation marks, ragged rows, and files far too large."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.intake import table as table_module
from renkei_desktop.intake.csv_file import read_csv
from renkei_desktop.intake.list_file import read_list
from renkei_desktop.intake.problem import Severity
from renkei_desktop.intake.table import MAX_BYTES, MAX_ROWS
from renkei_desktop.work import Stopped
from tests.intake.lists import csv_text, write_csv


def reasons(path: Path) -> dict[int, list[str]]:
    return {row.number: [p.reason for p in row.problems] for row in read_csv(path).rows}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found_out(tmp_path: Path, delimiter: str) -> None:
    text = "氏名,フリガナ,住所\n佐藤花子,さとう,本町1;2\n".replace(",", delimiter)
    if delimiter == ";":
        text = text.replace("1;2", "12")
    table = read_csv(write_csv(tmp_path / "a.csv", text))
    assert table.headers == ("氏名", "フリガナ", "住所")
    assert table.rows[0].cells[1] == "さとう"


def test_a_line_that_says_its_delimiter(tmp_path: Path) -> None:
    table = read_csv(write_csv(tmp_path / "a.csv", "sep=;\r\n氏名;よみ\r\n佐藤,花子;さとう\r\n"))
    assert table.rows[0].cells == ("佐藤,花子", "さとう")


def test_a_line_break_in_quotation_marks_is_one_row(tmp_path: Path) -> None:
    text = '氏名,備考\r\n佐藤花子,"一行目\r\n二行目"\r\n鈴木一郎,なし\r\n'
    table = read_csv(write_csv(tmp_path / "a.csv", text))
    assert [row.number for row in table.rows] == [2, 3]
    assert table.rows[0].cells[1] == "一行目\r\n二行目"


def test_ragged_rows_are_named(tmp_path: Path) -> None:
    text = (
        "氏名,よみ,住所\n佐藤花子,さとう,本町\n鈴木,すずき\n"
        "高橋,たかはし,本町,1番地\n林,はやし,旭町,,\n"
    )
    found = reasons(write_csv(tmp_path / "a.csv", text))
    assert found[2] == []
    assert found[3] == ["見出しより列が1つ少なくあります。"]
    assert "1つ多く" in found[4][0]
    assert found[5] == []


def test_examples_of_a_column_are_its_first_filled_cells(tmp_path: Path) -> None:
    table = read_csv(write_csv(tmp_path / "a.csv", "氏名,よみ\n一,\n二,に\n三,さん\n四,よん\n"))
    assert table.examples(1, count=2) == ("に", "さん")


def test_blank_rows_are_passed_over_and_numbers_stay(tmp_path: Path) -> None:
    text = "氏名,よみ\n佐藤花子,さとう\n,\n\n鈴木,すずき\n,\n\n\n"
    assert [row.number for row in read_csv(write_csv(tmp_path / "a.csv", text)).rows] == [2, 5]


def test_a_title_above_the_headings(tmp_path: Path) -> None:
    text = "見本町 名簿,,\n令和6年4月1日現在,,\n氏名,よみ,住所\n佐藤花子,さとう,本町\n"
    table = read_csv(write_csv(tmp_path / "a.csv", text))
    assert table.headers == ("氏名", "よみ", "住所")
    assert [row.number for row in table.rows] == [4]
    assert table.notes == ("1〜2行目は表題とみなし、取り込みません。",)


def test_headings_once_more_are_a_wrong_row(tmp_path: Path) -> None:
    text = csv_text([["佐藤花子"] + [""] * 8]) * 2
    table = read_csv(write_csv(tmp_path / "a.csv", text))
    assert [row.number for row in table.rows] == [2, 3, 4]
    assert [p.severity for p in table.rows[1].problems] == [Severity.WRONG]
    assert "見出しの行が3行目にもあります。取り込みません。" in table.notes


def test_unknown_headings_once_more_are_a_wrong_row_too(tmp_path: Path) -> None:
    table = read_csv(write_csv(tmp_path / "a.csv", "甲,乙,丙\n1,2,3\n甲,乙,丙\n"))
    assert table.rows[0].problems == ()
    assert table.rows[1].problems[0].severity is Severity.WRONG


def test_a_number_kept_as_text_by_an_equals_sign(tmp_path: Path) -> None:
    text = '氏名,電話番号\n佐藤花子,"=""0164351234"""\n'
    assert read_csv(write_csv(tmp_path / "a.csv", text)).rows[0].cells[1] == "0164351234"


def test_zero_bytes_are_named(tmp_path: Path) -> None:
    found = reasons(write_csv(tmp_path / "a.csv", csv_text([["佐\0藤"] + ["本町"] * 8])))
    assert found[2] == ["「氏名」に文字でないものがあります。"]


@pytest.mark.parametrize(
    "text",
    [
        '氏名,よみ\n佐藤花子,さとう\n"鈴木,すずき\n高橋,たかはし\n',
        '氏名,よみ\n佐藤花子,さとう\n"鈴木"一郎,すずき\n',
        '氏名,よみ\n佐藤花子,さとう\n"' + "あ" * 200_000 + "\n",
    ],
)
def test_quotation_marks_without_their_pair_end_in_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(RenkeiError) as caught:
        read_csv(write_csv(tmp_path / "a.csv", text))
    assert caught.value.what.startswith("3行目で引用符")
    assert caught.value.kept and caught.value.todo
    assert "鈴木" not in caught.value.sentence


@pytest.mark.parametrize("text", ["", "\n\n", ",,,\n,,\n", "\ufeff"])
def test_an_empty_file_ends_in_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(RenkeiError, match="行がありません"):
        read_list(write_csv(tmp_path / "a.csv", text))


def test_headings_alone_are_a_table_without_rows(tmp_path: Path) -> None:
    assert read_csv(write_csv(tmp_path / "a.csv", csv_text([]))).rows == ()


def test_ten_million_rows_end_quickly_and_cost_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.write("氏名,よみ\n".encode())
        for _ in range(10):
            file.write(b"a,b\n" * 1_000_000)
    assert path.stat().st_size < MAX_BYTES
    tracemalloc.start()
    begin = time.perf_counter()
    with pytest.raises(RenkeiError) as caught:
        read_list(path)
    seconds = time.perf_counter() - begin
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert caught.value.what == "行が200,000行より多いので読むのをやめました。"
    assert seconds < 60
    assert peak < 200 * 1024 * 1024


def test_a_file_too_large_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    begin = time.perf_counter()
    with pytest.raises(RenkeiError, match="大きすぎます（64MB）"):
        read_list(path)
    assert time.perf_counter() - begin < 1


def test_as_many_rows_as_are_allowed_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_module, "MAX_ROWS", 50)
    assert MAX_ROWS > 50
    rows = [[f"佐藤{number}"] + ["本町"] * 8 for number in range(50)]
    path = write_csv(tmp_path / "a.csv", csv_text(rows))
    assert len(read_csv(path).rows) == 50
    write_csv(path, csv_text([*rows, rows[0]]))
    with pytest.raises(RenkeiError):
        read_csv(path)


def test_too_many_columns_end_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RenkeiError, match="512列まで"):
        read_csv(write_csv(tmp_path / "a.csv", "氏名,よみ\n" + "a," * 600 + "\n"))


def test_a_cell_without_end_ends_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RenkeiError, match="2行目に10,000文字より長い欄"):
        read_csv(write_csv(tmp_path / "a.csv", "氏名,よみ\n" + "あ" * 20_000 + ",b\n"))


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    def stop(done: int, total: int | None, label: str) -> None:
        raise Stopped

    path = write_csv(tmp_path / "a.csv", "氏名,よみ\n" + "a,b\n" * 5_000)
    with pytest.raises(Stopped):
        read_list(path, progress=stop)


def test_a_my_number_is_not_even_kept_in_memory(tmp_path: Path) -> None:
    text = (
        "氏名,個人番号,備考\n佐藤花子,123456789018,\n鈴木,,番号は1234-5678-9018です\n"
        "高橋,あり,\n林,,0000123456789018\n"
    )
    table = read_csv(write_csv(tmp_path / "a.csv", text))
    assert "9018" not in repr(table.rows[:3])
    assert [len(row.problems) for row in table.rows] == [1, 1, 1, 0]
    assert all(row.problems[0].severity is Severity.WRONG for row in table.rows[:3])


def test_a_my_number_beyond_the_headings_is_named_and_dropped(tmp_path: Path) -> None:
    table = read_csv(write_csv(tmp_path / "a.csv", "氏名,よみ\n佐藤,さとう,123456789018\n"))
    assert "マイナンバー" in table.rows[0].problems[1].reason
    assert "9018" not in repr(table)

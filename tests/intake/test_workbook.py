"""XLSX files: dates, numbers, formulas, and what is no workbook at all."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.intake.list_file import read_list
from renkei_desktop.intake.package import _MAX_UNPACKED
from renkei_desktop.intake.workbook import sheet_names
from tests.intake.lists import people_in, rewritten, write_book

HEADINGS = ("氏名", "フリガナ", "生年月日", "電話番号", "備考")
SHEET = "xl/worksheets/sheet1.xml"


def book(tmp_path: Path, *rows: tuple[object, ...]) -> Path:
    return write_book(tmp_path / "a.xlsx", [HEADINGS, *rows])


def test_values_become_texts(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        ("髙﨑𠮷", "ﾀｶｻｷ", datetime(1942, 4, 2), 351234, 1.5),
        ("塚\U000e0100", None, "S17.4.2", 351234.0, True),
        ("林", "", date(2024, 1, 1), datetime(2024, 1, 1, 9, 30), time(9, 30)),
    )
    table = read_list(path)
    assert table.headers == HEADINGS
    assert table.rows[0].cells == ("髙﨑𠮷", "ﾀｶｻｷ", "1942-04-02", "351234", "1.5")
    assert table.rows[1].cells == ("塚\U000e0100", "", "S17.4.2", "351234", "はい")
    assert table.rows[2].cells[2:] == ("2024-01-01", "2024-01-01 09:30:00", "09:30:00")


def test_shared_texts_with_readings_as_excel_writes_them(tmp_path: Path) -> None:
    """Excel keeps the typed reading beside a text; it must not run into the name."""
    path = book(tmp_path, ("佐藤花子", "さとう", "", "", ""))
    rewritten(
        path,
        SHEET,
        lambda xml: re.sub(rb't="inlineStr"><is>.*?</is>', b't="s"><v>0</v>', xml, count=1),
    )
    shared = (
        '<?xml version="1.0" encoding="UTF-8"?><sst xmlns="http://schemas.openxmlformats.org'
        '/spreadsheetml/2006/main" count="1" uniqueCount="1"><si><r><t>氏</t></r><r><t>名</t></r>'
        '<rPh sb="0" eb="2"><t>シメイ</t></rPh><phoneticPr fontId="1"/></si></sst>'
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    rewritten(
        path,
        "[Content_Types].xml",
        lambda xml: xml.replace(
            b"</Types>",
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'.encode(),
        ),
    )
    with zipfile.ZipFile(path, "a") as made:
        made.writestr("xl/sharedStrings.xml", shared)
    assert read_list(path).headers[0] == "氏名"


def test_a_code_keeps_the_zeros_that_it_shows(tmp_path: Path) -> None:
    def eight_figures(made: Workbook) -> None:
        made.active["A2"].number_format = "00000000"

    path = write_book(tmp_path / "a.xlsx", [("宛名番号", "氏名"), (123, "佐藤")], eight_figures)
    assert read_list(path).rows[0].cells[0] == "00000123"


def test_a_date_as_a_bare_number_is_read_and_doubted(tmp_path: Path) -> None:
    (person,) = people_in(book(tmp_path, ("佐藤花子", "さとう", 15433, "", "")))
    assert person.birth == PartialDate(1942, 4, 2)
    assert any("番号で入っていた" in p.reason for p in person.problems)


def test_a_workbook_that_counts_from_1904(tmp_path: Path) -> None:
    def epoch(made: Workbook) -> None:
        from openpyxl.utils.datetime import MAC_EPOCH

        made.epoch = MAC_EPOCH

    path = write_book(tmp_path / "a.xlsx", [HEADINGS, ("佐藤", "", 13971, "", "")], epoch)
    (person,) = people_in(path)
    assert person.birth == PartialDate(1942, 4, 2)


def test_a_formula_without_a_value_is_named(tmp_path: Path) -> None:
    path = book(tmp_path, ("佐藤花子", "さとう", "S17.4.2", "=A1&A2", ""), ("林", "", "", "", ""))
    first, second = read_list(path).rows
    assert first.problems[0].reason.startswith("4列目は計算式だけで値がありません")
    assert second.problems == ()


def test_the_value_of_a_formula_is_read(tmp_path: Path) -> None:
    path = book(tmp_path, ("佐藤花子", "さとう", "S17.4.2", "=A1", ""))
    rewritten(
        path,
        SHEET,
        lambda xml: xml.replace(
            b'<c r="D2"><f>A1</f><v /></c>', b'<c r="D2" t="str"><f>A1</f><v>35-1234</v></c>'
        ).replace(
            b'<c r="D2"><f>A1</f><v></v></c>', b'<c r="D2" t="str"><f>A1</f><v>35-1234</v></c>'
        ),
    )
    assert read_list(path).rows[0].cells[3] == "35-1234"
    assert read_list(path).rows[0].problems == ()


def test_an_error_value_is_named(tmp_path: Path) -> None:
    path = book(tmp_path, ("佐藤花子", "さとう", "#REF!", "", ""))
    row = read_list(path).rows[0]
    assert row.cells[2] == ""
    assert row.problems[0].reason == "3列目は計算の結果がエラーです。"


def test_text_that_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    path = book(tmp_path, ("佐藤", "", "", "", "x"))
    rewritten(path, SHEET, lambda xml: xml)
    table = read_list(path)
    assert table.rows[0].cells[4] == "x"


def test_only_the_first_sheet_with_rows_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    def more(made: Workbook) -> None:
        made.create_sheet("空", 0)
        made.create_sheet("集計").append(["合計", 3])
        made.create_sheet("隠し").append(["氏名"])
        made["隠し"].sheet_state = "hidden"

    path = write_book(tmp_path / "a.xlsx", [HEADINGS, ("佐藤", "", "", "", "")], more)
    table = read_list(path)
    assert table.headers == HEADINGS
    assert table.notes == ("シート「Sheet」だけを読みました。「空」、「集計」は読んでいません。",)
    assert sheet_names(path) == ("空", "Sheet", "集計")
    assert read_list(path, sheet="集計").headers == ("合計", "3")


def test_rows_far_below_do_not_cost_time(tmp_path: Path) -> None:
    def far(made: Workbook) -> None:
        made.active["A1048576"] = "林"

    table = read_list(write_book(tmp_path / "a.xlsx", [HEADINGS, ("佐藤", "", "", "", "")], far))
    assert [row.number for row in table.rows] == [2, 1048576]


def test_a_row_number_beyond_the_sheet_is_not_followed(tmp_path: Path) -> None:
    path = book(tmp_path, ("佐藤", "", "", "", ""))
    rewritten(path, SHEET, lambda x: x.replace(b'<row r="2"', b'<row r="999999999"'))
    table = read_list(path)
    assert table.rows == ()


def test_too_many_columns(tmp_path: Path) -> None:
    with pytest.raises(RenkeiError, match="512列まで"):
        read_list(write_book(tmp_path / "a.xlsx", [HEADINGS, ("a",) * 600]))


def test_an_empty_workbook(tmp_path: Path) -> None:
    with pytest.raises(RenkeiError, match="中身のあるシートがありません"):
        read_list(write_book(tmp_path / "a.xlsx", []))


def package(path: Path, names: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in names.items():
            made.writestr(name, data)
    return path


ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
ENCRYPTED += "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "古い形式のExcelファイル"),
        (ENCRYPTED, "パスワードのかかったExcelブック"),
        (b"PK\x03\x04 broken", "壊れていて"),
        (b"%PDF-1.7\n", "PDFのファイル"),
        (b"\x89PNG\r\n\x1a\n", "画像のファイル"),
        (b"<html><table>", "ウェブページ"),
        (b"SQLite format 3\0", "データベース"),
    ],
)
def test_what_is_no_list_ends_in_a_sentence(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(RenkeiError) as caught:
        read_list(path)
    assert word in caught.value.what
    assert caught.value.kept == "何も取り込んでいません。" and caught.value.todo


def test_other_packages_are_told_apart(tmp_path: Path) -> None:
    document = package(tmp_path / "a.docx", {"word/document.xml": b"<w/>"})
    with pytest.raises(RenkeiError, match="ではないファイル"):
        read_list(document)
    macros = book(tmp_path, ("佐藤", "", "", "", ""))
    with zipfile.ZipFile(macros, "a") as made:
        made.writestr("xl/vbaProject.bin", b"x")
    with pytest.raises(RenkeiError, match="マクロ"):
        read_list(macros)


def test_a_package_that_swells_is_not_unpacked(tmp_path: Path) -> None:
    path = book(tmp_path, ("佐藤", "", "", "", ""))
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as made,
        made.open("xl/media/image1.png", "w", force_zip64=True) as part,
    ):
        for _ in range(_MAX_UNPACKED // (1 << 22) + 1):
            part.write(b"\0" * (1 << 22))
    assert path.stat().st_size < 1 << 20
    with pytest.raises(RenkeiError, match="中身が大きすぎます"):
        read_list(path)


@pytest.mark.parametrize(
    ("part", "damage"),
    [
        ("xl/workbook.xml", lambda xml: b""),
        ("xl/workbook.xml", lambda xml: xml[: len(xml) // 2]),
        (SHEET, lambda xml: xml[: len(xml) // 2]),
        (SHEET, lambda xml: b"<worksheet/>" + xml),
        (SHEET, lambda xml: xml.replace(b'r="A2"', b'r="??"')),
        (SHEET, lambda xml: re.sub(rb't="inlineStr"><is>.*?</is>', b't="s"><v>7</v>', xml)),
        ("xl/styles.xml", lambda xml: b"<styleSheet"),
        ("[Content_Types].xml", lambda xml: b""),
        (SHEET, lambda xml: b'<!DOCTYPE x [<!ENTITY a "b">]>' + xml),
    ],
)
def test_a_damaged_workbook_ends_in_a_sentence(tmp_path: Path, part: str, damage: object) -> None:
    path = book(tmp_path, ("佐藤花子", "さとう", "", "", ""))
    rewritten(path, part, damage)  # type: ignore[arg-type]
    with pytest.raises(RenkeiError) as caught:
        read_list(path)
    assert "佐藤" not in caught.value.sentence


def test_the_sheets_of_a_damaged_workbook_end_in_a_sentence(tmp_path: Path) -> None:
    path = book(tmp_path, ("佐藤花子", "さとう", "", "", ""))
    rewritten(path, "xl/workbook.xml", lambda xml: xml[:100])
    with pytest.raises(RenkeiError, match="壊れていて"):
        sheet_names(path)


def test_a_missing_file_ends_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RenkeiError, match="読めません"):
        read_list(tmp_path / "none.csv")
    with pytest.raises(RenkeiError, match="読めません"):
        read_list(tmp_path)

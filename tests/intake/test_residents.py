"""Rows as people: forty deliberate faults, each found in its own row and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from renkei_desktop.domain.choice import Sex
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.intake.problem import Severity
from renkei_desktop.intake.residents import IncomingPerson
from tests.intake.lists import HEADINGS, MY_NUMBER, csv_text, people_in, write_book, write_csv

WRONG, DOUBTFUL, REMARK = Severity.WRONG, Severity.DOUBTFUL, Severity.REMARK

GOOD = ("見本 花子", "ﾐﾎﾝ ﾊﾅｺ", "昭和17年4月2日", "女", "本町1番地", "35-2111", "本町", "101", "")


def row(**fields: str) -> list[str]:
    """A row without a fault but for the fields that are given."""
    cells = dict(zip(HEADINGS, GOOD, strict=True))
    cells["フリガナ"] = "みほん はなこ"
    cells.update(fields)
    return [cells[heading] for heading in HEADINGS]


FAULTS: tuple[tuple[list[str], Severity, str], ...] = (
    (row(生年月日="平成33年1月1日"), WRONG, "平成33年はありません。令和3年1月1日"),
    (row(生年月日="平成31年5月1日"), WRONG, "令和元年5月1日ではありませんか"),
    (row(生年月日="昭和17年2月30日"), WRONG, "2月30日はありません"),
    (row(生年月日="2/30"), WRONG, "年がありません"),
    (row(生年月日="春ごろ"), WRONG, "日付として読めません"),
    (row(生年月日="1941/2/29"), WRONG, "1941年2月は28日までです"),
    (row(生年月日="4330230"), WRONG, "2月30日はありません"),
    (row(生年月日="昭和65年1月1日"), WRONG, "平成2年1月1日ではありませんか"),
    (row(生年月日="大正"), WRONG, "年がありません"),
    (row(生年月日="45383"), WRONG, "表計算ソフトの日付の番号"),
    (row(生年月日="4/2/1942"), WRONG, "年が後ろにあります"),
    (row(生年月日="17.4.2"), WRONG, "元号も4けたの西暦もありません"),
    (row(生年月日="2999/1/1"), WRONG, "2999年は扱えません"),
    (row(生年月日="令和30年1月1日"), WRONG, "今日より後です"),
    (row(生年月日="明治33年1月1日"), DOUBTFUL, "120歳を超える"),
    (row(生年月日=""), DOUBTFUL, "生年月日がありません"),
    (row(生年月日="昭和17年4月"), REMARK, "月か日がありません"),
    (row(氏名=""), WRONG, "氏名がありません"),
    (row(氏名="ﾐﾎﾝ 花子"), DOUBTFUL, "氏名に半角カナ"),
    (row(氏名="見本\ue000子"), DOUBTFUL, "「氏名」に外字があります"),
    (row(氏名="見?花子"), DOUBTFUL, "字が失われている"),
    (row(氏名="見〓花子"), DOUBTFUL, "字が失われている"),
    (row(氏名="見本花子様"), DOUBTFUL, "敬称"),
    (row(氏名="見本花子2"), DOUBTFUL, "数字があります"),
    (row(氏名="見本（旧姓 本見）花子"), DOUBTFUL, "旧姓"),
    (row(氏名="見\ufffd花子"), WRONG, "読めない文字"),
    (row(氏名="見\x02花子"), WRONG, "文字でないもの"),
    (row(氏名="=見本花子"), DOUBTFUL, "計算式のような文字"),
    (row(フリガナ=""), DOUBTFUL, "よみがありません"),
    (row(フリガナ="見本はなこ"), DOUBTFUL, "仮名でない文字"),
    (row(フリガナ="ﾐﾎﾝ ﾊﾅｺﾞ"), REMARK, "半角カナをふつうの仮名に"),
    (row(性別="3"), DOUBTFUL, "性別が読めない"),
    (row(性別="2"), REMARK, "「2」を女と読みました"),
    (row(住所="+本町"), DOUBTFUL, "計算式のような文字"),
    (row(住所="@本町"), DOUBTFUL, "計算式のような文字"),
    (row(備考="-SUM(A1)"), DOUBTFUL, "計算式のような文字"),
    (row(住所='"本町\n1番地"'), REMARK, "中の改行を空白に"),
    (row(電話番号="35-211"), REMARK, "けた数が違う"),
    (row(電話番号="9011112222"), REMARK, "先頭の0がなかった"),
    (row(電話番号="隣に聞く"), REMARK, "電話番号として読めません"),
    (row(備考=MY_NUMBER), WRONG, "マイナンバーらしい"),
    (row(住民コード="1234-5678-9018"), WRONG, "マイナンバーらしい"),
    (list(HEADINGS), WRONG, "見出しの行がもう一度"),
    (row()[:5], DOUBTFUL, "列が4つ少なく"),
    ([*row(), "余り"], WRONG, "列が1つ多く"),
    (["合計", "", "", "", "120人", "", "", "", ""], WRONG, "合計などの行"),
)


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> dict[int, IncomingPerson]:
    """Each fault between two rows without one; a fault in row n must not be seen in another."""
    rows = [one for fault, _, _ in FAULTS for one in (row(), fault)]
    path = write_csv(tmp_path_factory.mktemp("lists") / "a.csv", csv_text([*rows, row()]))
    return {person.row_number: person for person in people_in(path)}


def test_there_are_more_than_thirty_faults() -> None:
    assert len(FAULTS) > 30


@pytest.mark.parametrize("at", range(len(FAULTS)))
def test_a_fault_is_named_in_its_row(faulty: dict[int, IncomingPerson], at: int) -> None:
    _, severity, words = FAULTS[at]
    person = faulty[3 + 2 * at]
    assert person.severity is severity
    assert any(words in p.reason for p in person.problems if p.severity is severity)


def test_rows_without_a_fault_have_none(faulty: dict[int, IncomingPerson]) -> None:
    good = [faulty[2 + 2 * at] for at in range(len(FAULTS) + 1)]
    assert [person.problems for person in good] == [()] * len(good)


def test_a_my_number_is_never_repeated(faulty: dict[int, IncomingPerson]) -> None:
    assert MY_NUMBER not in repr(faulty)
    assert "9018" not in repr(faulty)


def test_a_good_row_is_read_whole(faulty: dict[int, IncomingPerson]) -> None:
    person = faulty[2]
    assert (person.name, person.reading) == ("見本 花子", "みほん はなこ")
    assert person.birth == PartialDate(1942, 4, 2)
    assert person.sex is Sex.FEMALE
    assert person.address == "本町1番地"
    assert [phone.number for phone in person.phones] == ["0164-35-2111"]
    assert person.association_name == "本町"
    assert person.external_code == "101"
    assert person.note is None


def test_half_width_kana_of_a_reading_becomes_kana_and_of_a_name_stays(tmp_path: Path) -> None:
    rows = [row(フリガナ="ﾐﾎﾝ ﾊﾅｺﾞ"), row(氏名="ﾐﾎﾝ　ﾊﾅｺ")]
    first, second = people_in(write_csv(tmp_path / "a.csv", csv_text(rows)))
    assert first.reading == "みほん はなご"
    assert second.name == "ﾐﾎﾝ　ﾊﾅｺ"


def test_rare_characters_survive_from_cp932_exactly(tmp_path: Path) -> None:
    rows = [row(氏名="髙﨑　濵子"), row(氏名="德永　塚")]
    path = write_csv(tmp_path / "a.csv", csv_text(rows), "cp932")
    assert [person.name for person in people_in(path)] == ["髙﨑　濵子", "德永　塚"]


def test_gaiji_of_cp932_are_kept_and_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    content = csv_text([row(氏名="見本@子")]).encode("cp932").replace(b"@", b"\xf0\x40")
    path.write_bytes(content)
    (person,) = people_in(path)
    assert person.name == "見本\ue000子"
    assert person.severity is DOUBTFUL


def test_utf8_with_and_without_its_mark_are_alike(tmp_path: Path) -> None:
    text = csv_text([row(氏名="𠮷田\U000e0100　花")])
    marked = people_in(write_csv(tmp_path / "a.csv", text, "utf-8-sig"))
    assert marked == people_in(write_csv(tmp_path / "b.csv", text))
    assert marked[0].name == "𠮷田\U000e0100　花"


def test_family_and_given_names_in_two_columns(tmp_path: Path) -> None:
    text = "姓,名,セイ,メイ,住所1,住所2,携帯,電話1,電話2\n"
    text += "髙橋,花子,タカハシ,ハナコ,本町1,本町荘2,090-1111-2222,35-1111,35-1111\n"
    (person,) = people_in(write_csv(tmp_path / "a.csv", text))
    assert (person.name, person.reading) == ("髙橋　花子", "たかはし はなこ")
    assert person.address == "本町1　本町荘2"
    assert [phone.number for phone in person.phones] == ["0164-35-1111", "090-1111-2222"]
    assert person.problems == ()


def test_a_list_without_a_column_does_not_complain_in_every_row(tmp_path: Path) -> None:
    (person,) = people_in(write_csv(tmp_path / "a.csv", "氏名,町内会\n見本花子,本町\n"))
    assert person.problems == ()


def test_several_numbers_and_notes_in_a_cell(tmp_path: Path) -> None:
    text = "氏名,電話番号,備考,備考\n見本花子,35-2111／090-1111-2222（長女）,一,二\n"
    (person,) = people_in(write_csv(tmp_path / "a.csv", text))
    assert [(p.number, p.note) for p in person.phones] == [
        ("0164-35-2111", ""),
        ("090-1111-2222", "長女"),
    ]
    assert person.note == "一\n二"


def test_a_workbook_gives_the_same_people_as_a_csv(tmp_path: Path) -> None:
    good = [row(), row(氏名="髙﨑 𠮷雄", フリガナ="たかさき よしお", 生年月日="S3.5.6")]
    from_csv = people_in(write_csv(tmp_path / "a.csv", csv_text(good)))
    from_book = people_in(write_book(tmp_path / "a.xlsx", [HEADINGS, *good]))
    assert from_csv == from_book


def test_a_number_of_an_ordinary_code_is_no_my_number(tmp_path: Path) -> None:
    rows = [row(住民コード="000012345678"), row(住民コード="123456789012345")]
    people = people_in(write_csv(tmp_path / "a.csv", csv_text(rows)))
    assert [p.external_code for p in people] == ["000012345678", "123456789012345"]

"""The office's own list, in the three forms in which it may lie in a drawer."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from renkei_desktop.domain.person import Person
from renkei_desktop.domain.text.kana import to_hiragana
from renkei_desktop.domain.text.my_number import my_number_like
from renkei_desktop.domain.text.wareki import DateError, parse_date
from renkei_desktop.practice.office_list.half_width import half_width
from renkei_desktop.practice.office_list.line import lines
from renkei_desktop.practice.office_list.listing import ListForm, office_list
from renkei_desktop.practice.town import PracticeTown
from tests.practice.looking import of, standing


def rows(data: bytes, encoding: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(encoding), newline="")))


@pytest.mark.parametrize("form", list(ListForm))
def test_the_same_town_gives_the_same_list(mihon: PracticeTown, form: ListForm) -> None:
    assert office_list(mihon, form) == office_list(mihon, form)


def test_it_lists_registered_and_unregistered_and_newcomers(mihon: PracticeTown) -> None:
    codes = {line.code for line in lines(mihon)}
    known = {person.external_code: person.id for person in of(mihon, Person)}
    registered = {resident.person for resident in standing(mihon)}
    listed = {known[code] for code in codes if code in known}
    assert 250 < len(listed & registered) < 300
    assert len(listed - registered) > 60
    assert len(codes - set(known)) == 12


def test_the_old_system_writes_cp932(mihon: PracticeTown) -> None:
    head, *body = rows(office_list(mihon, ListForm.CSV_CP932), "cp932")
    assert head[:4] == ["宛名番号", "世帯番号", "氏名", "カナ氏名"]
    assert len(body) > 370
    assert all(len(row) == len(head) for row in body)
    names = "".join(row[2] for row in body)
    assert "髙" in names and "﨑" in names and "\ue000" in names
    assert "𠮷" not in names and "\U000e0100" not in names
    assert all("ｱ" <= row[3][0] <= "ﾝ" for row in body)
    assert {row[5] for row in body} == {"1", "2"}
    assert sum(row[4].startswith("S") for row in body) > 350


def test_the_clerks_own_list_is_utf8(mihon: PracticeTown) -> None:
    data = office_list(mihon, ListForm.CSV_UTF8)
    assert data.startswith(b"\xef\xbb\xbf")
    head, *body = rows(data, "utf-8-sig")
    assert head[2:6] == ["お名前", "ふりがな", "性別", "誕生日"]
    names = "".join(row[2] for row in body)
    assert "𠮷" in names and "葛\U000e0100城" in names
    assert all(row[5].startswith(("昭和", "大正", "平成", "令和")) for row in body)
    assert all(not row[8].startswith("090") for row in body)


def test_just_two_dates_never_were(mihon: PracticeTown) -> None:
    _, *body = rows(office_list(mihon, ListForm.CSV_UTF8), "utf-8-sig")
    wrong = []
    for row in body:
        try:
            parse_date(row[5])
        except DateError:
            wrong.append(row[5])
    assert sorted(wrong) == ["平成33年4月1日", "昭和14年2月30日"]


def test_the_worksheet_opens_with_dates_as_dates(mihon: PracticeTown) -> None:
    book = openpyxl.load_workbook(io.BytesIO(office_list(mihon, ListForm.XLSX)))
    found = list(book.active.iter_rows(values_only=True))
    assert found[0][0] == "見守り対象者名簿（令和8年10月1日現在）"
    assert found[1][:4] == ("氏名", "よみ", "屋号", "生年月日")
    dates = [row[3] for row in found[2:] if hasattr(row[3], "year")]
    assert len(dates) > 370
    births = {line.birth for line in lines(mihon)}
    assert all(any(str(birth) == f"{day:%Y-%m-%d}" for birth in births) for day in dates[:20])


@pytest.mark.parametrize("form", [ListForm.CSV_CP932, ListForm.CSV_UTF8])
def test_no_cell_looks_like_an_individual_number(mihon: PracticeTown, form: ListForm) -> None:
    encoding = "cp932" if form is ListForm.CSV_CP932 else "utf-8-sig"
    cells = [cell for row in rows(office_list(mihon, form), encoding) for cell in row]
    assert not [cell for cell in cells if my_number_like(cell)]


def test_half_width_kana_and_back() -> None:
    assert half_width("がぎ ぱーっと") == "ｶﾞｷﾞ ﾊﾟｰｯﾄ"
    assert to_hiragana(half_width("しょうじ ゔぁ")) == "しょうじ ゔぁ"

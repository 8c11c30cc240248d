"""The ways in which a date is written, and the sentence for each way of getting it wrong."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei_desktop.domain.text.wareki import DateError, PartialDate, parse_date

WAYS = "「昭和17年4月2日」「S17.4.2」「1942/4/2」のように書いてください。"
EXCEL = date(1899, 12, 30)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("R6.4.1", "2024-04-01"),
        ("r6.4.1", "2024-04-01"),
        ("令和元年5月1日", "2019-05-01"),
        ("令和1年5月1日", "2019-05-01"),
        ("Ｓ３０．３．１", "1955-03-01"),
        ("昭和17年4月", "1942-04"),
        ("昭和17年", "1942"),
        ("S17", "1942"),
        ("昭17.4.2", "1942-04-02"),
        ("㍼17年4月2日", "1942-04-02"),
        ("H.1.1.8", "1989-01-08"),
        ("S170402", "1942-04-02"),
        ("昭和17・4・2", "1942-04-02"),
        ("昭和 17年 4月 2日", "1942-04-02"),
        ("昭和十七年四月二日", "1942-04-02"),
        ("昭和二十年十二月三十一日", "1945-12-31"),
        ("大正12年3月3日生", "1923-03-03"),
        ("昭和17年4月2日(木)", "1942-04-02"),
        ("昭和17年4月2日木曜日", "1942-04-02"),
        ("昭和17（1942）年4月2日", "1942-04-02"),
        ("1942(昭和17)年4月2日", "1942-04-02"),
        ("昭和17年（1942年）4月2日", "1942-04-02"),
        ("3120304", "1937-03-04"),
        ("3170400", "1942-04"),
        ("1942/4/2", "1942-04-02"),
        ("1942-04-02", "1942-04-02"),
        ("1942-04-02 00:00:00", "1942-04-02"),
        ("1942-04-02T00:00:00", "1942-04-02"),
        ("1942年4月2日", "1942-04-02"),
        ("西暦1942年4月", "1942-04"),
        ("1942.4", "1942-04"),
        ("1942", "1942"),
        ("20240401", "2024-04-01"),
        ("19420000", "1942"),
        ("  1942/4/2　", "1942-04-02"),
        # Taisho and Showa began on a day that also belongs to the era before.
        ("明治45年7月30日", "1912-07-30"),
        ("大正15年12月25日", "1926-12-25"),
        ("昭和元年12月", "1926-12"),
        ("昭和64年", "1989"),
        ("平成31年", "2019"),
        ("平成31年4月30日", "2019-04-30"),
    ],
)
def test_what_is_read(text: str, iso: str) -> None:
    assert parse_date(text).iso == iso


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("平成31年5月1日", "平成31年は4月30日までです。令和元年5月1日ではありませんか。"),
        ("H31.5", "平成31年は4月30日までです。令和元年5月ではありませんか。"),
        ("平成33年", "平成33年はありません。令和3年ではありませんか。"),
        ("平成33年1月1日", "平成33年はありません。令和3年1月1日ではありませんか。"),
        ("4330101", "平成33年はありません。令和3年1月1日ではありませんか。"),
        ("昭和64年1月8日", "昭和64年は1月7日までです。平成元年1月8日ではありませんか。"),
        ("昭和元年12月24日", "昭和元年は12月25日からです。大正15年12月24日ではありませんか。"),
        ("令和元年4月30日", "令和元年は5月1日からです。平成31年4月30日ではありませんか。"),
        ("令和0年1月1日", "令和0年はありません。令和は元年（1年）からです。"),
        ("令和6年2月30日", "2月30日はありません。2024年2月は29日までです。"),
        ("1941/2/29", "2月29日はありません。1941年2月は28日までです。"),
        ("S17.4.31", "4月31日はありません。4月は30日までです。"),
        ("昭和17年13月1日", "13月はありません。月は1から12までです。"),
        ("昭和17年(1943年)4月2日", "昭和17年と西暦1943年は合いません。どちらかが違います。"),
        ("2999/1/1", "西暦2999年は扱えません。1868年から2199年までです。"),
        ("1066/1/1", "西暦1066年は扱えません。1868年から2199年までです。"),
        ("大正", "「大正」だけで、年がありません。"),
        ("昭和年月日", "「昭和年月日」だけで、年がありません。"),
        ("不明", "「不明」は日付になりません。わからないときは空欄にしてください。"),
        (
            "45383",
            "「45383」は表計算ソフトの日付の番号のようです。日付の形に直してください。",
        ),
        ("194204", "「194204」の6けたでは年がわかりません。元号か4けたの西暦を付けてください。"),
        ("4/2/1942", "「4/2/1942」は年が後ろにあります。年、月、日の順にしてください。"),
        ("17.4.2", "「17.4.2」は元号も4けたの西暦もありません。どちらかを付けてください。"),
        ("4月2日", "「4月2日」は年がありません。"),
        ("", "日付がありません。"),
        ("　", "日付がありません。"),
        (
            "春ごろ",
            "「春ごろ」は日付として読めません。" + WAYS,
        ),
    ],
)
def test_what_is_wrong_is_explained(text: str, sentence: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.sentence == sentence


def test_a_number_is_a_day_only_where_it_is_said_to_come_from_a_workbook() -> None:
    assert parse_date("45383", excel_origin=EXCEL) == PartialDate(2024, 4, 1)
    assert parse_date("15433.0", excel_origin=EXCEL) == PartialDate(1942, 4, 2)
    assert parse_date("43921", excel_origin=date(1904, 1, 1)) == PartialDate(2024, 4, 1)
    for text in ("0", "0.5"):
        with pytest.raises(DateError):
            parse_date(text, excel_origin=EXCEL)


def test_the_year_1942_of_a_workbook_is_a_year() -> None:
    assert parse_date("1942", excel_origin=EXCEL) == PartialDate(1942)


@given(st.text())
def test_any_text_is_a_date_or_a_sentence(text: str) -> None:
    try:
        assert isinstance(parse_date(text), PartialDate)
    except DateError as refusal:
        assert refusal.sentence.endswith("。")


@given(st.from_regex(r"[MTSHRmtshr昭平令大明]?[0-9元./年月日-]{1,12}", fullmatch=True))
def test_anything_like_a_date_is_a_date_or_a_sentence(text: str) -> None:
    try:
        parse_date(text, excel_origin=EXCEL)
    except DateError as refusal:
        assert refusal.sentence.endswith("。")

"""Columns are recognised by their headings, in any order and many wordings."""

from __future__ import annotations

from itertools import permutations

import pytest

from renkei_desktop.intake.columns import heading_score, recognise
from renkei_desktop.intake.heading import Target


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("氏名", Target.NAME),
        ("お名前", Target.NAME),
        ("世帯員氏名", Target.NAME),
        ("氏 名", Target.NAME),
        ("氏　名（漢字）", Target.NAME),
        ("※氏名", Target.NAME),
        ("氏名\n（必須）", Target.NAME),
        ("フリガナ", Target.READING),
        ("ﾌﾘｶﾞﾅ", Target.READING),
        ("ふりがな", Target.READING),
        ("氏名（カナ）", Target.READING),
        ("氏名_カナ", Target.READING),
        ("カナ氏名", Target.READING),
        ("読み", Target.READING),
        ("よみがな", Target.READING),
        ("姓", Target.FAMILY_NAME),
        ("名", Target.GIVEN_NAME),
        ("セイ", Target.FAMILY_READING),
        ("メイ", Target.GIVEN_READING),
        ("生年月日", Target.BIRTH),
        ("誕生日", Target.BIRTH),
        ("生年月日（和暦）", Target.BIRTH),
        ("性別", Target.SEX),
        ("住所", Target.ADDRESS),
        ("所在地", Target.ADDRESS),
        ("居所", Target.ADDRESS),
        ("住所2", Target.ADDRESS_REST),
        ("方書", Target.ADDRESS_REST),
        ("電話", Target.PHONE),
        ("電話番号", Target.PHONE),
        ("ＴＥＬ", Target.PHONE),
        ("連絡先", Target.PHONE),
        ("電話（自宅）", Target.PHONE),
        ("携帯", Target.MOBILE),
        ("携帯電話番号", Target.MOBILE),
        ("町内会", Target.ASSOCIATION),
        ("行政区", Target.ASSOCIATION),
        ("自治会名", Target.ASSOCIATION),
        ("班", Target.ASSOCIATION),
        ("世帯番号", Target.HOUSEHOLD),
        ("世帯コード", Target.HOUSEHOLD),
        ("屋号", Target.YAGO),
        ("宛名番号", Target.EXTERNAL_CODE),
        ("住民コード", Target.EXTERNAL_CODE),
        ("備考", Target.NOTE),
    ],
)
def test_a_wording_is_surely_known(heading: str, target: Target) -> None:
    mapping = recognise([heading, "体重"])
    assert [(m.column, m.target, m.sure) for m in mapping.mapped] == [(0, target, True)]
    assert mapping.left == (1,)


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("対象者の生年月日", Target.BIRTH),
        ("利用者フリガナ等", Target.READING),
        ("日中の電話", Target.PHONE),
        ("所属町内会", Target.ASSOCIATION),
        ("ご住所をお書きください", Target.ADDRESS),
    ],
)
def test_a_longer_heading_is_a_guess(heading: str, target: Target) -> None:
    mapped = recognise([heading]).mapped
    assert [m.target for m in mapped] == [target]
    assert not any(m.sure for m in mapped)


@pytest.mark.parametrize(
    "heading",
    [
        "緊急連絡先",
        "緊急連絡先電話番号",
        "世帯主氏名",
        "世帯主",
        "家族の電話",
        "続柄",
        "民生委員",
        "町内会長",
        "郵便番号",
        "FAX番号",
        "メールアドレス",
        "本籍",
        "支援者氏名",
        "電話（緊急）",
        "年齢",
        "",
    ],
)
def test_what_is_about_somebody_else_is_left_out(heading: str) -> None:
    assert recognise([heading]).left == (0,)


def test_the_order_does_not_matter() -> None:
    headings = ("町内会", "氏名", "生年月日", "TEL")
    for order in permutations(headings):
        mapping = recognise(order)
        assert mapping.column(Target.NAME) == order.index("氏名")
        assert mapping.column(Target.PHONE) == order.index("TEL")
        assert mapping.left == ()


def test_a_sure_heading_wins_over_a_guess_further_left() -> None:
    mapping = recognise(["送付先の住所", "住所"])
    assert mapping.columns(Target.ADDRESS) == (1,)
    assert mapping.left == (0,)


def test_several_telephone_columns_and_one_name() -> None:
    mapping = recognise(["氏名", "電話1", "電話2", "携帯", "氏名", "備考", "備考"])
    assert mapping.columns(Target.PHONE) == (1, 2)
    assert mapping.columns(Target.NAME) == (0,)
    assert mapping.columns(Target.NOTE) == (5, 6)
    assert mapping.left == (4,)


def test_a_column_of_individual_numbers_is_refused() -> None:
    mapping = recognise(["氏名", "個人番号", "マイナンバー", "ﾏｲﾅﾝﾊﾞｰ（控え）"])
    assert mapping.refused == (1, 2, 3)
    assert mapping.left == ()
    with pytest.raises(ValueError):
        mapping.with_column(1, Target.NOTE)


def test_the_clerk_has_the_last_word() -> None:
    mapping = recognise(["氏名", "甲", "所属町内会"])
    assert [m.column for m in mapping.unsure] == [2]
    changed = mapping.with_column(1, Target.NAME)
    assert changed.columns(Target.NAME) == (1,)
    assert changed.left == (0,)
    assert changed.with_column(2, None).left == (0, 2)
    assert changed.has_name
    assert not changed.with_column(1, None).has_name


def test_a_second_telephone_does_not_push_out_the_first() -> None:
    changed = recognise(["電話", "甲"]).with_column(1, Target.PHONE)
    assert changed.columns(Target.PHONE) == (0, 1)


def test_headings_are_told_from_data() -> None:
    assert heading_score(["氏名", "フリガナ", "年齢"]) == 2
    assert heading_score(["佐藤花子", "さとう はなこ", "昭和17年4月2日", "本町1"]) == 0


def test_every_target_has_its_word() -> None:
    assert all(target.label for target in Target)

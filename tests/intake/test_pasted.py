"""町内会 and 民生委員 pasted from tables, mails and plain lists."""

from __future__ import annotations

import pytest

from renkei_desktop.intake.pasted import read_associations, read_commissioners
from renkei_desktop.intake.problem import Severity, worst
from tests.intake.lists import AREA, MY_NUMBER


def test_a_table_with_headings_in_its_own_order() -> None:
    text = "番号\t会長\t電話\t町内会名\tよみ\n1\t見本 一郎\t35-2111\t本町\tﾎﾝﾁｮｳ\n2\t\t\t旭町\t\n"
    first, second = read_associations(text, AREA)
    assert (first.name, first.reading, first.head) == ("本町", "ほんちょう", "見本 一郎")
    assert first.phone is not None and first.phone.number == "0164-35-2111"
    assert (second.name, second.reading, second.head, second.phone) == ("旭町", None, None, None)
    assert second.line_number == 3


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("本町", "本町"),
        ("・本町", "本町"),
        ("● 本町", "本町"),
        ("1. 本町", "本町"),
        ("（12）本町", "本町"),
        ("③ 本町", "本町"),
        ("１２　本町", "本町"),
        ("- 本町", "本町"),
        ("1\t本町", "本町"),
        ("1,本町", "本町"),
        ("1区町内会", "1区町内会"),
        ("第3町内会", "第3町内会"),
        ("北1条東", "北1条東"),
        ("ひまわり", "ひまわり"),
        ("　本町　", "本町"),
    ],
)
def test_numbers_and_bullets_in_front_go_and_names_stay(line: str, name: str) -> None:
    (found,) = read_associations(line + "\n", AREA)
    assert found.name == name
    assert found.problems == ()


@pytest.mark.parametrize("divider", ["\t", ",", "，", "、", "   ", "　　"])
def test_cells_are_told_by_their_look(divider: str) -> None:
    (found,) = read_associations(divider.join(("本町", "35-2111", "ほんちょう", "見本 一郎")), AREA)
    assert (found.name, found.reading, found.head) == ("本町", "ほんちょう", "見本 一郎")
    assert found.phone is not None and found.phone.number == "0164-35-2111"


def test_names_twice_and_names_that_are_there_already_are_doubtful() -> None:
    found = read_associations("本町\n旭町\n本 町\n髙砂\n", AREA, existing=["高砂"])
    assert [worst(f.problems) for f in found] == [
        None,
        None,
        Severity.DOUBTFUL,
        Severity.DOUBTFUL,
    ]
    assert found[2].problems[0].reason == "1行目と同じ名前です。"
    assert found[3].name == "髙砂"


def test_nothing_that_was_pasted_is_dropped_silently() -> None:
    (found,) = read_associations("本町,ほんちょう,見本 一郎,35-2111,予備,その他", AREA)
    assert found.problems[0].reason == "読まなかった欄があります（予備、その他）。"


def test_everything_in_one_cell_is_doubtful() -> None:
    (found,) = read_commissioners("見本 花子 35-2111 本町", AREA)
    assert worst(found.problems) is Severity.DOUBTFUL


def test_what_is_wrong_with_a_line() -> None:
    text = f"{MY_NUMBER},本町\n旭町,35-21112\n,35-2111\n"
    found = read_associations(text, AREA)
    assert "9018" not in repr(found)
    assert [worst(f.problems) for f in found] == [
        Severity.WRONG,
        Severity.REMARK,
        Severity.WRONG,
    ]


def test_a_reading_that_is_none_is_left_out() -> None:
    text = "町内会\tよみ\n本町\t本町\n"
    (found,) = read_associations(text, AREA)
    assert found.reading is None
    assert "仮名でない" in found.problems[0].reason


@pytest.mark.parametrize("text", ["", "\n\n", "町内会\tよみ\n"])
def test_nothing_to_read(text: str) -> None:
    assert read_associations(text, AREA) == ()


@pytest.mark.parametrize("divider", ["・", "、", "/", "／", ","])
def test_the_associations_of_a_commissioner(divider: str) -> None:
    text = f"見本 花子\tみほん はなこ\t090-1111-2222\t本町{divider}旭 町{divider}本町"
    (found,) = read_commissioners(text, AREA, associations=["本町", "緑町"])
    assert (found.name, found.reading) == ("見本 花子", "みほん はなこ")
    assert found.phone is not None and found.phone.number == "090-1111-2222"
    assert found.associations == ("本町", "旭町")
    assert [p.reason for p in found.problems] == ["町内会「旭町」はまだ登録されていません。"]


def test_a_known_association_with_a_dividing_sign_stays_whole() -> None:
    text = "氏名\t担当\n見本花子\t本町・旭町連合\n"
    (found,) = read_commissioners(text, AREA, associations=["本町・旭町連合"])
    assert found.associations == ("本町・旭町連合",)


def test_associations_in_several_cells() -> None:
    (found,) = read_commissioners("見本花子、35-2111、本町、旭町", AREA)
    assert found.associations == ("本町", "旭町")

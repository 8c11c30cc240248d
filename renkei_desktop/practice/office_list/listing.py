"""The office's own list of people to look after, as it lay in a drawer before the program came."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from enum import Enum

from renkei_desktop.domain.choice import Sex
from renkei_desktop.domain.text.wareki import PartialDate, age_on, wareki
from renkei_desktop.practice.office_list.half_width import half_width
from renkei_desktop.practice.office_list.line import Line, lines
from renkei_desktop.practice.office_list.sheet import Cell, workbook
from renkei_desktop.practice.town import PracticeTown


class ListForm(Enum):
    """In which form the list comes."""

    CSV_CP932 = "cp932"
    """As an old system writes it: half-width kana, figures for the sex, 外字 for 𠮷."""
    CSV_UTF8 = "utf-8"
    """As a clerk keeps it: 和暦 in words, two telephone columns, remarks."""
    XLSX = "xlsx"
    """As a clerk keeps it in a spreadsheet: a title above the heading, dates as numbers."""


_TITLE = "見守り対象者名簿（令和8年10月1日現在）"


def office_list(town: PracticeTown, form: ListForm = ListForm.CSV_CP932) -> bytes:
    """The list as a file: people whom the register knows, and some whom it does not."""
    return _WRITERS[form](town, lines(town))


def _cp932(town: PracticeTown, found: Sequence[Line]) -> bytes:
    head = (
        "宛名番号",
        "世帯番号",
        "氏名",
        "カナ氏名",
        "生年月日",
        "性別",
        "住所",
        "行政区",
        "電話番号",
    )
    rows = [
        (
            line.code, line.household, _old_characters(line.name), half_width(line.reading),
            _birth(line, _short), "2" if line.sex is Sex.FEMALE else "1", line.address,
            line.association, line.phones[0] if line.phones else "",
        )
        for line in found
    ]  # fmt: skip
    return _csv([head, *rows]).encode("cp932")


def _utf8(town: PracticeTown, found: Sequence[Line]) -> bytes:
    head = (
        "No", "町内会", "お名前", "ふりがな", "性別", "誕生日", "年齢", "住所", "電話（自宅）",
        "携帯電話", "備考",
    )  # fmt: skip
    rows = [
        (
            str(number), line.association, line.name, line.reading, line.sex.label,
            _birth(line, wareki), _age(town, line), line.address, _first(line, False),
            _first(line, True), line.note,
        )
        for number, line in enumerate(found, start=1)
    ]  # fmt: skip
    return _csv([head, *rows]).encode("utf-8-sig")


def _xlsx(town: PracticeTown, found: Sequence[Line]) -> bytes:
    head = ("氏名", "よみ", "屋号", "生年月日", "男女", "町内会名", "住所", "連絡先", "備考")
    rows: list[Sequence[Cell]] = [
        (
            line.name, line.reading, line.yago, _sheet_birth(line), line.sex.label,
            line.association, line.address, "、".join(line.phones), line.note,
        )
        for line in found
    ]  # fmt: skip
    return workbook("対象者", [(_TITLE,), head, *rows])


_WRITERS: Mapping[ListForm, Callable[[PracticeTown, Sequence[Line]], bytes]] = {
    ListForm.CSV_CP932: _cp932,
    ListForm.CSV_UTF8: _utf8,
    ListForm.XLSX: _xlsx,
}


def _csv(rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


def _birth(line: Line, words: Callable[[PartialDate], str]) -> str:
    return line.birth if isinstance(line.birth, str) else words(line.birth)


def _short(day: PartialDate) -> str:
    return wareki(day, short=True)


def _sheet_birth(line: Line) -> Cell:
    if isinstance(line.birth, str):
        return line.birth
    return line.birth.first if line.birth.is_full else wareki(line.birth)


def _age(town: PracticeTown, line: Line) -> str:
    age = None if isinstance(line.birth, str) else age_on(line.birth, town.day)
    return "" if age is None else str(age)


def _first(line: Line, mobile: bool) -> str:
    return next((n for n in line.phones if n.startswith("090") is mobile), "")


_OWN_CHARACTERS = {"𠮷": "\ue000", "𣘺": "\ue001"}
"""What an old system keeps in its own private characters."""

_SELECTOR = re.compile("[\U000e0100-\U000e01ef]")


def _old_characters(name: str) -> str:
    """The name in the characters of an old system: no variant selectors, private characters."""
    plain = _SELECTOR.sub("", name)
    own = "".join(_OWN_CHARACTERS.get(character, character) for character in plain)
    return own.encode("cp932", "replace").decode("cp932")

"""町内会 and 民生委員 pasted as text: from a mail, a table or just a list of names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from renkei_desktop.domain.text.fold import fold
from renkei_desktop.domain.text.kana import is_reading
from renkei_desktop.domain.text.phone import Phone
from renkei_desktop.intake.pasted_line import (
    PastedLine,
    lines_of,
    phone_of,
    places_by_heading,
    places_by_shape,
    reading_of,
)
from renkei_desktop.intake.problem import Problem, doubtful, remark, wrong

_READING = ("よみ", "読み", "ふりがな", "フリガナ", "カナ", "よみがな")
_PHONE = ("電話", "電話番号", "連絡先", "TEL", "会長電話", "携帯")
_ASSOCIATION_WORDS = {
    "name": (
        "町内会",
        "町内会名",
        "自治会",
        "自治会名",
        "行政区",
        "名称",
        "名前",
        "町内会・自治会",
    ),
    "reading": _READING,
    "head": ("会長", "会長名", "会長氏名", "代表", "代表者", "区長", "氏名"),
    "phone": _PHONE,
}
_COMMISSIONER_WORDS = {
    "name": ("氏名", "名前", "民生委員", "民生委員名", "民生委員氏名", "委員名"),
    "reading": _READING,
    "phone": _PHONE,
    "associations": ("担当", "担当町内会", "担当区域", "担当地区", "町内会", "地区", "区域"),
}
_BETWEEN_ASSOCIATIONS = re.compile(r"[・、,，/／;；]+")
_LONGEST_NAME = 30
_MANY_DIGITS = 6
_DIVIDED = re.compile(r"[\s\u3000]+")


@dataclass(frozen=True, slots=True)
class PastedAssociation:
    """One 町内会 of a pasted list, `head` being its 会長."""

    line_number: int
    name: str
    reading: str | None = None
    head: str | None = None
    phone: Phone | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class PastedCommissioner:
    """One 民生委員 of a pasted list with the names of the 町内会 in charge."""

    line_number: int
    name: str
    reading: str | None = None
    phone: Phone | None = None
    associations: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_associations(
    text: str, area_code: str, existing: Collection[str] = ()
) -> tuple[PastedAssociation, ...]:
    """The 町内会 of a pasted text, one a line: name, reading, head and telephone in any order.

    A first line of headings gives the order; `existing` are the names that the ledger has.
    """
    taken = _Taken(existing)
    return tuple(
        _association(line, places, area_code, taken)
        for line, places in _placed(text, _ASSOCIATION_WORDS)
    )


def _association(
    line: PastedLine, places: Mapping[str, int], area_code: str, taken: _Taken
) -> PastedAssociation:
    entry = _Entry.read(line, places, area_code)
    others = line.others(places)
    head = line.cell(places["head"]) if "head" in places else next(iter(others), "")
    unread = [cell for cell in others if cell != head]
    problems = [*entry.problems, *taken.problems(line, entry.name)]
    if unread:
        problems.append(doubtful(f"読まなかった欄があります（{'、'.join(unread)}）。"))
    return PastedAssociation(
        line.number, entry.name, entry.reading, head or None, entry.phone, tuple(problems)
    )


def read_commissioners(
    text: str,
    area_code: str,
    existing: Collection[str] = (),
    associations: Collection[str] | None = None,
) -> tuple[PastedCommissioner, ...]:
    """The 民生委員 of a pasted text, one a line; 町内会 are divided by ・ 、 or / .

    `associations` are the names that the ledger has: others are remarked upon.
    """
    taken = _Taken(existing)
    known = None if associations is None else {fold(name) for name in associations}
    return tuple(
        _commissioner(line, places, area_code, taken, known)
        for line, places in _placed(text, _COMMISSIONER_WORDS)
    )


def _commissioner(
    line: PastedLine,
    places: Mapping[str, int],
    area_code: str,
    taken: _Taken,
    known: Collection[str] | None,
) -> PastedCommissioner:
    entry = _Entry.read(line, places, area_code)
    texts = line.others(places)
    if "associations" in places:
        texts = [line.cell(places["associations"])]
    charge = tuple(dict.fromkeys(name for text in texts for name in _divided(text, known)))
    problems = (*entry.problems, *taken.problems(line, entry.name), *_unknown(charge, known))
    return PastedCommissioner(line.number, entry.name, entry.reading, entry.phone, charge, problems)


def _placed(
    text: str, words: Mapping[str, Sequence[str]]
) -> Iterator[tuple[PastedLine, dict[str, int]]]:
    """The lines with the places of their fields; lines of headings are left out."""
    headed: dict[str, int] | None = None
    for line in lines_of(text):
        heading = places_by_heading(line, words)
        if heading is not None and "name" in heading:
            headed = heading
            continue
        if headed is not None:
            yield line, headed
        else:
            bare = line.without_number()
            yield bare, places_by_shape(bare)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What every pasted line has: a name, perhaps a reading and a telephone number."""

    name: str
    reading: str | None
    phone: Phone | None
    problems: tuple[Problem, ...]

    @classmethod
    def read(cls, line: PastedLine, places: Mapping[str, int], area_code: str) -> _Entry:
        name = line.cell(places.get("name"))
        kana = line.cell(places.get("reading"))
        phone = phone_of(line.cell(places.get("phone")), area_code)
        reading = reading_of(kana) if is_reading(kana) else None
        return cls(name, reading, phone, tuple(_problems(line, name, kana, phone)))


def _problems(line: PastedLine, name: str, kana: str, phone: Phone | None) -> Iterator[Problem]:
    if line.holds_number:
        yield wrong("マイナンバーらしい数字があります。読み込みません。")
    if not name:
        yield wrong("名前がありません。")
    if len(name) > _LONGEST_NAME or sum(map(str.isdigit, name)) >= _MANY_DIGITS:
        yield doubtful("名前にほかの欄も入っているようです。コンマで区切ってください。")
    if kana and not is_reading(kana):
        yield doubtful("よみに仮名でない文字があるので、空欄にしました。")
    if phone is not None and phone.doubt is not None:
        yield remark(f"電話番号: {phone.doubt}")


class _Taken:
    """The names that are there already: in the ledger, or further up in the text."""

    def __init__(self, existing: Collection[str]) -> None:
        self._existing = {fold(name) for name in existing}
        self._lines: dict[str, int] = {}

    def problems(self, line: PastedLine, name: str) -> Iterator[Problem]:
        key = fold(name)
        if not key:
            return
        if key in self._existing:
            yield doubtful("同じ名前がもう登録されています。")
        first = self._lines.setdefault(key, line.number)
        if first != line.number:
            yield doubtful(f"{first}行目と同じ名前です。")


def _divided(text: str, known: Collection[str] | None) -> tuple[str, ...]:
    """The names in one cell. A known name that holds the dividing sign itself stays whole."""
    if known is not None and fold(text) in known:
        return (text,)
    parts = (_DIVIDED.sub("", part) for part in _BETWEEN_ASSOCIATIONS.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))


def _unknown(names: Sequence[str], known: Collection[str] | None) -> Iterator[Problem]:
    for name in names:
        if known is not None and fold(name) not in known:
            yield remark(f"町内会「{name}」はまだ登録されていません。")

"""How the fields of a person are read: what is put in order, what is doubtful, what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from renkei_desktop.domain.choice import Sex
from renkei_desktop.domain.text.fold import fold
from renkei_desktop.domain.text.kana import is_reading, to_hiragana
from renkei_desktop.domain.text.phone import Phone, split_phones
from renkei_desktop.domain.text.wareki import DateError, PartialDate, age_range, parse_date
from renkei_desktop.intake.cells import Cells
from renkei_desktop.intake.heading import Target
from renkei_desktop.intake.problem import Problem, doubtful, remark, wrong

Value = TypeVar("Value", covariant=True)

_HALF_KANA = re.compile("[\uff61-\uff9f]")
_OLDEST = 120
_MAX_NAME = 60
_SEX_WORDS = {
    "男": Sex.MALE,
    "男性": Sex.MALE,
    "m": Sex.MALE,
    "女": Sex.FEMALE,
    "女性": Sex.FEMALE,
    "f": Sex.FEMALE,
    "その他": Sex.OTHER,
}
_SEX_CODES = {"1": Sex.MALE, "2": Sex.FEMALE}
"""The figures of the resident register."""
_NAME_DOUBTS = (
    (_HALF_KANA, "氏名に半角カナがあります。そのまま残しました。"),
    (re.compile("[?？〓□■]"), "氏名に「?」や「〓」があります。字が失われているようです。"),
    (re.compile("[0-9０-９]"), "氏名に数字があります。"),
    (re.compile("[様殿]$|さん$|さま$"), "氏名に敬称があるようです。"),
    (re.compile(r"[()（）/／,、，]"), "氏名に記号があります。旧姓や二人分ではありませんか。"),
)


@dataclass(frozen=True, slots=True)
class Reading(Generic[Value]):
    """The value that was read from a row and what was noticed on the way."""

    value: Value
    problems: tuple[Problem, ...] = ()


def read_name(cells: Cells) -> Reading[str]:
    """The name as it stands; surname and given name in two columns get a full-width space."""
    name = cells.line(Target.NAME) or cells.joined(Target.FAMILY_NAME, Target.GIVEN_NAME) or ""
    return Reading(name, tuple(_name_problems(name)))


def _name_problems(name: str) -> Iterator[Problem]:
    if not name:
        yield wrong("氏名がありません。")
        return
    if len(name) > _MAX_NAME:
        yield doubtful("氏名が長すぎます。")
    for pattern, reason in _NAME_DOUBTS:
        if pattern.search(name):
            yield doubtful(reason)


def read_reading(cells: Cells) -> Reading[str | None]:
    """The reading in hiragana. What is no kana is left out and named."""
    text = cells.line(Target.READING) or cells.joined(Target.FAMILY_READING, Target.GIVEN_READING)
    if text is None:
        expected = cells.has(Target.READING) or cells.has(Target.FAMILY_READING)
        return Reading(None, (doubtful("よみがありません。"),) if expected else ())
    if not is_reading(text):
        return Reading(None, (doubtful("よみに仮名でない文字があるので、空欄にしました。"),))
    hiragana = " ".join(to_hiragana(text).split())
    if _HALF_KANA.search(text):
        return Reading(hiragana, (remark("よみの半角カナをふつうの仮名にしました。"),))
    return Reading(hiragana)


def read_birth(cells: Cells, reference_day: date) -> Reading[PartialDate | None]:
    """The birth, judged against the day of reading."""
    text = cells.line(Target.BIRTH)
    if text is None:
        missing = (doubtful("生年月日がありません。"),) if cells.has(Target.BIRTH) else ()
        return Reading(None, missing)
    try:
        birth = parse_date(text, cells.excel_origin)
    except DateError as refusal:
        return Reading(None, (wrong(f"生年月日: {refusal.sentence}"),))
    return Reading(birth, tuple(_birth_problems(birth, text, cells, reference_day)))


def _birth_problems(
    birth: PartialDate, text: str, cells: Cells, reference_day: date
) -> Iterator[Problem]:
    if birth.first > reference_day:
        yield wrong("生年月日が今日より後です。")
    elif age_range(birth, reference_day)[0] > _OLDEST:
        yield doubtful(f"{_OLDEST}歳を超える生年月日です。")
    if not birth.is_full:
        yield remark("生年月日の月か日がありません。")
    if cells.excel_origin is not None and re.fullmatch(r"\d{5}(\.\d+)?", text):
        yield doubtful("生年月日が表計算の番号で入っていたので、日付に直しました。")


def read_sex(cells: Cells) -> Reading[Sex | None]:
    text = cells.line(Target.SEX)
    if text is None:
        return Reading(None)
    word = fold(text)
    if word in _SEX_CODES:
        label = _SEX_CODES[word].label
        return Reading(_SEX_CODES[word], (remark(f"性別の「{word}」を{label}と読みました。"),))
    if word in _SEX_WORDS:
        return Reading(_SEX_WORDS[word])
    return Reading(None, (doubtful("性別が読めないので、空欄にしました。"),))


def read_phones(cells: Cells, area_code: str) -> Reading[tuple[Phone, ...]]:
    """All telephone numbers of a row in their order, each number once."""
    texts = (*cells.texts(Target.PHONE), *cells.texts(Target.MOBILE))
    phones = [phone for text in texts for phone in split_phones(text, area_code)]
    once = {phone.digits or phone.number: phone for phone in reversed(phones)}
    kept = tuple(phone for phone in phones if once[phone.digits or phone.number] is phone)
    return Reading(kept, tuple(_phone_problems(kept)))


def _phone_problems(phones: Iterable[Phone]) -> Iterator[Problem]:
    for phone in phones:
        if phone.doubt is not None:
            yield remark(f"電話番号: {phone.doubt}")

"""The wordings under which offices head the columns of their lists."""

from __future__ import annotations

import re
from enum import StrEnum

from renkei_desktop.domain.text.fold import fold


class Target(StrEnum):
    """What a column can be taken in as; `label` is its name on the screen."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Target:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    NAME = "name", "氏名"
    FAMILY_NAME = "family_name", "姓"
    GIVEN_NAME = "given_name", "名"
    READING = "reading", "よみ"
    FAMILY_READING = "family_reading", "姓のよみ"
    GIVEN_READING = "given_reading", "名のよみ"
    BIRTH = "birth", "生年月日"
    SEX = "sex", "性別"
    ADDRESS = "address", "住所"
    ADDRESS_REST = "address_rest", "住所の続き（方書）"
    PHONE = "phone", "電話番号"
    MOBILE = "mobile", "携帯電話"
    ASSOCIATION = "association", "町内会"
    HOUSEHOLD = "household", "世帯番号"
    YAGO = "yago", "屋号"
    EXTERNAL_CODE = "external_code", "住民コード"
    NOTE = "note", "備考"


SEVERAL = frozenset({Target.PHONE, Target.MOBILE, Target.NOTE})
"""The targets that more than one column may fill."""

_EXACT = {
    Target.NAME: "氏名 名前 お名前 なまえ ご芳名 住民氏名 世帯員氏名 世帯員名 氏名漢字 漢字氏名 "
    "対象者氏名 対象者名 本人氏名 利用者名 利用者氏名 フルネーム 会員名 会員氏名 name",
    Target.FAMILY_NAME: "姓 名字 苗字 氏 姓漢字 lastname",
    Target.GIVEN_NAME: "名 名漢字 firstname",
    Target.READING: "フリガナ カナ よみ 読み よみがな 読み仮名 読み方 仮名 カナ名 シメイ kana "
    "氏名フリガナ 氏名カナ カナ氏名 氏名よみ 氏名読み 氏名読み仮名 名前フリガナ 名前カナ 名前よみ "
    "世帯員氏名カナ 世帯員カナ氏名 世帯員カナ",
    Target.FAMILY_READING: "セイ 姓カナ 姓フリガナ 姓よみ カナ姓 氏カナ",
    Target.GIVEN_READING: "メイ 名カナ 名フリガナ 名よみ カナ名前",
    Target.BIRTH: "生年月日 誕生日 生年月日和暦 生年月日西暦 生年 出生日 出生年月日 誕生年月日 "
    "birthday birthdate",
    Target.SEX: "性別 男女 男女別 性 sex",
    Target.ADDRESS: "住所 所在地 居所 現住所 住所地 住所1 現在住所 自宅住所 居住地 番地 address",
    Target.ADDRESS_REST: "方書 方書き 住所2 建物名 アパート名 住所続き 建物名部屋番号 住所方書",
    Target.PHONE: "電話 電話番号 tel telno phone 連絡先 連絡先電話 連絡先電話番号 自宅電話 "
    "自宅電話番号 自宅tel 固定電話 固定電話番号 電話1 電話2 電話番号1 電話番号2",
    Target.MOBILE: "携帯 携帯電話 携帯番号 携帯電話番号 携帯tel mobile",
    Target.ASSOCIATION: "町内会 町内会名 町内会自治会 町内会班 町会 町会名 町内 町内名 自治会 "
    "自治会名 行政区 行政区名 行政区町内会 班 区 区名 地区 地区名 部落",
    Target.HOUSEHOLD: "世帯番号 世帯コード 世帯no 世帯id 世帯整理番号 世帯",
    Target.YAGO: "屋号 通称 屋号通称 家号",
    Target.EXTERNAL_CODE: "宛名番号 宛名コード 住民コード 住民番号 個人コード 整理番号 管理番号 "
    "住民id 宛名no 識別番号 対象者番号",
    Target.NOTE: "備考 備考欄 摘要 メモ 特記事項 特記 補足 コメント note",
}
_PARTLY = (
    (Target.READING, "ふりがな よみがな 読み仮名 よみ かな"),
    (Target.BIRTH, "生年月日 誕生日"),
    (Target.MOBILE, "携帯"),
    (Target.PHONE, "電話 tel"),
    (Target.ADDRESS_REST, "方書 建物"),
    (Target.ADDRESS, "住所 所在地"),
    (Target.ASSOCIATION, "町内会 自治会 行政区"),
    (Target.HOUSEHOLD, "世帯番号 世帯コード"),
    (Target.EXTERNAL_CODE, "宛名番号 住民コード 宛名コード"),
    (Target.NAME, "氏名"),
    (Target.NOTE, "備考"),
)
_SOMEBODY_ELSE = re.compile(
    "緊急|世帯主|家族|親族|支援者|担当|保護者|代理|続柄|勤務|届出|申請者|後見|会長|民生|医|施設|前住所"
    "|本籍|開設者|管理者|郵便|fax|ふぁっくす|め-る|mail|緯度|経度|有無|年月日時"
)
_REFUSED = re.compile("個人番号|まいなんば-")
_BRACKETED = re.compile(r"\([^()]*\)|【[^【】]*】|\[[^\[\]]*\]")
_MARKS = re.compile(r"[()【】\[\]※*＊●○◎■□:：_・/,、。\s-]")


def _bare(heading: str) -> str:
    """The heading in its search form without marks and line breaks."""
    return _MARKS.sub("", fold(heading))


WORDINGS = frozenset(word for words in _EXACT.values() for word in words.split())
"""The plain wordings, for a quick look at every row of a long list."""
_KNOWN = {_bare(word): target for target, words in _EXACT.items() for word in words.split()}
_PARTS = tuple((fold(word), target) for target, words in _PARTLY for word in words.split())


def is_refused(heading: str) -> bool:
    """Whether a column is headed as one of individual numbers, which are never read."""
    return _REFUSED.search(fold(heading)) is not None


def surely(heading: str) -> Target | None:
    """The target that a heading names in so many words.

    Words in brackets count where they are known (氏名（カナ） is a reading), else they go.
    """
    folded = fold(heading)
    known = _KNOWN.get(_MARKS.sub("", folded))
    if known is not None or _SOMEBODY_ELSE.search(folded):
        return known
    return _KNOWN.get(_MARKS.sub("", _BRACKETED.sub("", folded)))


def perhaps(heading: str) -> Target | None:
    """The target of which a longer heading speaks, unless it is about somebody else."""
    plain = _bare(heading)
    if len(plain) > 14 or _SOMEBODY_ELSE.search(fold(heading)):
        return None
    return next((target for part, target in _PARTS if part in plain), None)

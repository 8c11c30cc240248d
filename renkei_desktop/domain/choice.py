"""Choices that belong to the program itself; what a town may extend is a vocabulary term."""

from __future__ import annotations

from enum import StrEnum
from typing import Any


class Choice(StrEnum):
    """A fixed set of answers; each member is its wire value and its Japanese label."""

    label: str

    def __new__(cls, wire: str, label: str = "") -> Any:
        member = str.__new__(cls, wire)
        member._value_ = wire
        member.label = label
        return member


class Sex(Choice):
    """性別, 災対法49条の10②三."""

    FEMALE = "female", "女"
    MALE = "male", "男"
    OTHER = "other", "その他"


class ApplicationWay(Choice):
    """How a registration came about."""

    SELF = "self", "本人の申請"
    FAMILY = "family", "家族の申請"
    ASSOCIATION = "association", "町内会の申出"
    COMMISSIONER = "commissioner", "民生委員の申出"
    OFFICE = "office", "職権"


class EndingReason(Choice):
    """Why a registration ended."""

    DEATH = "death", "死亡"
    MOVED = "moved", "転出"
    FACILITY = "facility", "施設入所"
    WITHDRAWN = "withdrawn", "取下げ"


class ResourceClass(Choice):
    """The three classes of social resources."""

    FORMAL = "formal", "フォーマル"
    INFORMAL = "informal", "インフォーマル"
    NATURAL = "natural", "ナチュラル"


class PublishLevel(Choice):
    """How far an entry of the directory may be shown."""

    PUBLIC = "public", "公開"
    PARTNERS = "partners", "関係者のみ"
    OFFICE = "office", "庁内のみ"


class RecipientClass(Choice):
    """避難支援等関係者 of 災対法49条の11②, and anybody else."""

    FIRE = "fire", "消防機関"
    POLICE = "police", "都道府県警察"
    COMMISSIONER = "commissioner", "民生委員"
    WELFARE_COUNCIL = "welfare_council", "社会福祉協議会"
    ASSOCIATION = "association", "自主防災組織（町内会）"
    NAMED = "named", "地域防災計画に定める者"
    OTHER = "other", "その他の者"


class Purpose(Choice):
    """What a consent is for."""

    ROSTER = "roster", "名簿の提供"
    WATCH = "watch", "ふだんの見守り"
    PLAN = "plan", "個別避難計画"


class Answer(Choice):
    """What was answered. «presumed» and «expired» are computed and never stored."""

    GIVEN = "given", "同意する"
    REFUSED = "refused", "同意しない"
    UNASKED = "unasked", "まだ聞いていない"
    WITHDRAWN = "withdrawn", "取り消した"


class AnswerWay(Choice):
    """How a consent was answered."""

    PAPER = "paper", "書面"
    SPOKEN = "spoken", "口頭"
    PHONE = "phone", "電話"
    CORRECTION = "correction", "誤入力の訂正"


class Policy(Choice):
    """The town's consent regime; «まだわからない» counts as individual consent."""

    INDIVIDUAL = "individual", "一人ずつ同意をもらう"
    ORDINANCE_REFUSAL = "ordinance_refusal", "条例により、断らない人は提供できる"
    ORDINANCE_PRESUMED = "ordinance_presumed", "条例により、返事のない人は同意とみなす"
    UNKNOWN = "unknown", "まだわからない"


class Situation(Choice):
    """Declared by a clerk, never guessed."""

    ORDINARY = "ordinary", "平常時"
    DISASTER = "disaster", "災害時"


class ProvisionState(Choice):
    """What became of a copy. A kill in the middle leaves MAKING: 不明 at the next start."""

    MAKING = "making", "作成中"
    HANDED = "handed", "渡した"
    CANCELLED = "cancelled", "取りやめ"
    UNKNOWN = "unknown", "不明"
    RETURNED = "returned", "返ってきた"

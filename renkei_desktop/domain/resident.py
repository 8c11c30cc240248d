"""登録住民: a person's registration, why support is needed, who supports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from renkei_desktop.domain.choice import ApplicationWay, EndingReason
from renkei_desktop.domain.field import Conflict, Disclosure, Field, Kind, Record, record_kind
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.text.wareki import PartialDate

_ROSTER = Disclosure.ROSTER


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Why and when a registration ended: one register."""

    reason: Annotated[EndingReason | None, Field("理由", "reason", Kind.CHOICE)] = None
    on: Annotated[PartialDate | None, Field("日付", "on", Kind.DATE)] = None


@record_kind("resident", "登録住民")
@dataclass(frozen=True, slots=True, kw_only=True)
class Resident(Record):
    """A person's registration; a person has at most one that has not ended."""

    person: Annotated[
        RecordId | None,
        Field("人", "person", Kind.REFERENCE, _ROSTER, required=True, target="person"),
    ] = None
    number: Annotated[str | None, Field("登録番号", "number", disclosure=_ROSTER)] = None
    registered_on: Annotated[
        PartialDate | None, Field("登録日", "registered_on", Kind.DATE, Disclosure.INTERNAL)
    ] = None
    way: Annotated[
        ApplicationWay | None, Field("申請", "way", Kind.CHOICE, Disclosure.INTERNAL)
    ] = None
    care_level: Annotated[
        str | None, Field("要介護度", "care_level", Kind.TERM, vocabulary="care_level")
    ] = None
    care_note: Annotated[str | None, Field("手助けの要点", "care_note", Kind.NOTE)] = None
    power: Annotated[
        str | None, Field("電気の要る機器", "power", hint="在宅酸素（電池 6時間）")
    ] = None
    usual: Annotated[
        str | None, Field("いつもの様子", "usual", Kind.NOTE, hint="新聞は7時、夕方に散歩")
    ] = None
    ending: Annotated[
        Ending | None, Field("登録の終わり", "ending", Kind.VALUE, _ROSTER, Conflict.ENDING)
    ] = None


@record_kind("support_reason", "支援を必要とする事由")
@dataclass(frozen=True, slots=True, kw_only=True)
class SupportReason(Record):
    """One reason why support is needed, 災対法49条の10②六."""

    resident: Annotated[
        RecordId | None, Field("登録住民", "resident", Kind.REFERENCE, _ROSTER, target="resident")
    ] = None
    term: Annotated[
        str | None,
        Field("事由", "term", Kind.TERM, _ROSTER, law=6, vocabulary="support_reason"),
    ] = None
    note: Annotated[str | None, Field("くわしく", "note", disclosure=Disclosure.CARE)] = None
    order: Annotated[str, Field("順番", "order", Kind.ORDER, _ROSTER)] = "V"


@record_kind("supporter", "避難支援等実施者")
@dataclass(frozen=True, slots=True, kw_only=True)
class Supporter(Record):
    """Somebody who helps a resident to get away: a person known here, or an organisation's name."""

    resident: Annotated[
        RecordId | None, Field("登録住民", "resident", Kind.REFERENCE, _ROSTER, target="resident")
    ] = None
    person: Annotated[
        RecordId | None, Field("人", "person", Kind.REFERENCE, _ROSTER, target="person")
    ] = None
    organisation: Annotated[str | None, Field("団体名", "organisation", disclosure=_ROSTER)] = None
    relation: Annotated[str | None, Field("間柄", "relation", disclosure=_ROSTER)] = None
    accepted_on: Annotated[
        PartialDate | None, Field("承諾日", "accepted_on", Kind.DATE, Disclosure.INTERNAL)
    ] = None
    order: Annotated[str, Field("順番", "order", Kind.ORDER, _ROSTER)] = "V"

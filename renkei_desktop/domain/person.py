"""People: who they are, where they live, whom to call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from renkei_desktop.domain.choice import Sex
from renkei_desktop.domain.field import Conflict, Disclosure, Field, Kind, Record, record_kind
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.place import Place
from renkei_desktop.domain.text.wareki import PartialDate

_ROSTER = Disclosure.ROSTER
_INTERNAL = Disclosure.INTERNAL


@record_kind("household", "世帯")
@dataclass(frozen=True, slots=True, kw_only=True)
class Household(Record):
    """People who share a life under one roof."""

    yago: Annotated[str | None, Field("屋号", "yago", disclosure=_ROSTER, searched=True)] = None
    code: Annotated[str | None, Field("世帯番号", "code", disclosure=_INTERNAL)] = None
    note: Annotated[str | None, Field("世帯のメモ", "note", Kind.NOTE)] = None


@record_kind("person", "人")
@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Anybody known to the office, registered or not."""

    name: Annotated[
        str | None,
        Field("氏名", "name", disclosure=_ROSTER, required=True, law=1, searched=True),
    ] = None
    reading: Annotated[
        str | None, Field("よみ", "reading", Kind.KANA, disclosure=_ROSTER, searched=True)
    ] = None
    birth: Annotated[
        PartialDate | None, Field("生年月日", "birth", Kind.DATE, disclosure=_ROSTER, law=2)
    ] = None
    sex: Annotated[Sex | None, Field("性別", "sex", Kind.CHOICE, disclosure=_ROSTER, law=3)] = None
    place: Annotated[
        Place | None,
        Field(
            "住所", "place", Kind.PLACE, _ROSTER, Conflict.SURVEYED, law=4, searched=True
        ),
    ] = None
    household: Annotated[
        RecordId | None, Field("世帯", "household", Kind.REFERENCE, _INTERNAL, target="household")
    ] = None
    association: Annotated[
        RecordId | None,
        Field("町内会", "association", Kind.REFERENCE, _ROSTER, target="association"),
    ] = None
    external_code: Annotated[
        str | None, Field("宛名番号", "external_code", disclosure=_INTERNAL)
    ] = None
    name_note: Annotated[
        str | None, Field("字のメモ", "name_note", disclosure=_INTERNAL, hint="髙ははしごだか")
    ] = None
    note: Annotated[str | None, Field("メモ", "note", Kind.NOTE, _INTERNAL)] = None


@record_kind("phone", "電話")
@dataclass(frozen=True, slots=True, kw_only=True)
class Phone(Record):
    """One number of a person, in the order in which to try them."""

    person: Annotated[
        RecordId | None, Field("人", "person", Kind.REFERENCE, _ROSTER, target="person")
    ] = None
    number: Annotated[
        str | None,
        Field("電話", "number", Kind.PHONE, _ROSTER, required=True, law=5, searched=True),
    ] = None
    whose: Annotated[
        str | None, Field("だれの電話", "whose", disclosure=_ROSTER, hint="まず長女さんへ")
    ] = None
    order: Annotated[str, Field("順番", "order", Kind.ORDER, _ROSTER)] = "V"


@record_kind("emergency_contact", "緊急連絡先")
@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyContact(Record):
    """Somebody to call for a person, in order."""

    person: Annotated[
        RecordId | None, Field("人", "person", Kind.REFERENCE, _ROSTER, target="person")
    ] = None
    name: Annotated[str | None, Field("氏名", "name", disclosure=_ROSTER, required=True)] = None
    relation: Annotated[str | None, Field("続柄", "relation", disclosure=_ROSTER)] = None
    number: Annotated[str | None, Field("電話", "number", Kind.PHONE, _ROSTER, law=5)] = None
    order: Annotated[str, Field("順番", "order", Kind.ORDER, _ROSTER)] = "V"

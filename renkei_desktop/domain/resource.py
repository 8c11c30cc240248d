"""社会資源 and 担当者: the directory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from renkei_desktop.domain.choice import PublishLevel, ResourceClass
from renkei_desktop.domain.field import Conflict, Disclosure, Field, Kind, Record, record_kind
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.place import Place

_PUBLIC = Disclosure.PUBLIC


@record_kind("resource", "社会資源")
@dataclass(frozen=True, slots=True, kw_only=True)
class Resource(Record):
    """A care, medical or community resource: an office, a shop, a bench where people meet."""

    name: Annotated[
        str | None, Field("名前", "name", disclosure=_PUBLIC, required=True, searched=True)
    ] = None
    reading: Annotated[
        str | None, Field("よみ", "reading", Kind.KANA, _PUBLIC, searched=True)
    ] = None
    resource_class: Annotated[
        ResourceClass | None, Field("区分", "class", Kind.CHOICE, _PUBLIC, required=True)
    ] = None
    type: Annotated[
        str | None, Field("種別", "type", Kind.TERM, _PUBLIC, vocabulary="resource_type")
    ] = None
    place: Annotated[
        Place | None,
        Field("住所", "place", Kind.PLACE, _PUBLIC, Conflict.SURVEYED, searched=True),
    ] = None
    phone: Annotated[str | None, Field("電話", "phone", Kind.PHONE, _PUBLIC, searched=True)] = None
    fax: Annotated[str | None, Field("FAX", "fax", Kind.PHONE, _PUBLIC)] = None
    hours: Annotated[str | None, Field("開いている時間", "hours", disclosure=_PUBLIC)] = None
    helps_with: Annotated[
        str | None, Field("できること", "helps_with", Kind.NOTE, _PUBLIC, searched=True)
    ] = None
    publish: Annotated[
        PublishLevel | None, Field("公開の範囲", "publish", Kind.CHOICE, Disclosure.INTERNAL)
    ] = None
    note: Annotated[str | None, Field("メモ", "note", Kind.NOTE, Disclosure.INTERNAL)] = None


@record_kind("contact", "担当者")
@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """The person to talk to at a resource."""

    resource: Annotated[
        RecordId | None,
        Field("社会資源", "resource", Kind.REFERENCE, _PUBLIC, target="resource"),
    ] = None
    name: Annotated[
        str | None, Field("担当者", "name", disclosure=_PUBLIC, required=True, searched=True)
    ] = None
    reading: Annotated[
        str | None, Field("よみ", "reading", Kind.KANA, _PUBLIC, searched=True)
    ] = None
    role: Annotated[str | None, Field("役職", "role", disclosure=_PUBLIC)] = None
    phone: Annotated[str | None, Field("直通電話", "phone", Kind.PHONE, _PUBLIC)] = None
    photo: Annotated[str | None, Field("顔写真", "photo", Kind.PHOTO, Disclosure.CARE)] = None
    avoid_hours: Annotated[
        str | None, Field("連絡を避けたい時間", "avoid_hours", disclosure=_PUBLIC)
    ] = None
    best_way: Annotated[
        str | None, Field("よい連絡方法", "best_way", disclosure=_PUBLIC, hint="電話より FAX")
    ] = None
    order: Annotated[str, Field("順番", "order", Kind.ORDER, _PUBLIC)] = "V"

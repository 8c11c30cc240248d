"""区域, 町内会, 民生委員."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from renkei_desktop.domain.field import Disclosure, Field, Kind, Record, record_kind
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.place import Point

_PUBLIC = Disclosure.PUBLIC
_ROSTER = Disclosure.ROSTER


@record_kind("area", "区域")
@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Record):
    """A territory. `outline` is one closed ring of points; without it the area has no shape yet."""

    name: Annotated[str | None, Field("名前", "name", disclosure=_PUBLIC, required=True)] = None
    outline: Annotated[
        tuple[Point, ...], Field("形", "outline", Kind.VALUE, disclosure=_PUBLIC)
    ] = ()


@record_kind("commissioner", "民生委員")
@dataclass(frozen=True, slots=True, kw_only=True)
class WelfareCommissioner(Record):
    """民生委員・児童委員."""

    name: Annotated[
        str | None, Field("氏名", "name", disclosure=_ROSTER, required=True, searched=True)
    ] = None
    reading: Annotated[
        str | None, Field("よみ", "reading", Kind.KANA, _ROSTER, searched=True)
    ] = None
    phone: Annotated[str | None, Field("電話", "phone", Kind.PHONE, _ROSTER, searched=True)] = None
    address: Annotated[str | None, Field("住所", "address", disclosure=_ROSTER)] = None


@record_kind("association", "町内会")
@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourhoodAssociation(Record):
    """A neighbourhood association: a body that has a territory."""

    name: Annotated[
        str | None, Field("名前", "name", disclosure=_PUBLIC, required=True, searched=True)
    ] = None
    reading: Annotated[
        str | None, Field("よみ", "reading", Kind.KANA, _PUBLIC, searched=True)
    ] = None
    area: Annotated[
        RecordId | None, Field("区域", "area", Kind.REFERENCE, _PUBLIC, target="area")
    ] = None
    head: Annotated[str | None, Field("会長", "head", disclosure=_ROSTER)] = None
    phone: Annotated[str | None, Field("会長の電話", "phone", Kind.PHONE, _ROSTER)] = None
    commissioner: Annotated[
        RecordId | None,
        Field("担当の民生委員", "commissioner", Kind.REFERENCE, _ROSTER, target="commissioner"),
    ] = None
    order: Annotated[str, Field("順番", "order", Kind.ORDER, _PUBLIC)] = "V"

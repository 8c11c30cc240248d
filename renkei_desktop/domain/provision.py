"""提供先, 提供記録: everything personal that leaves is written down here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from renkei_desktop.domain.choice import Policy, ProvisionState, RecipientClass, Situation
from renkei_desktop.domain.field import Disclosure, Field, Kind, Record, record_kind
from renkei_desktop.domain.moment import RecordId

_INTERNAL = Disclosure.INTERNAL


@record_kind("recipient", "提供先")
@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient(Record):
    """Somebody to whom lists are given. A 町内会 or 民生委員 gets its own area only."""

    name: Annotated[
        str | None, Field("名前", "name", disclosure=_INTERNAL, required=True, searched=True)
    ] = None
    recipient_class: Annotated[
        RecipientClass | None, Field("区分", "class", Kind.CHOICE, _INTERNAL, required=True)
    ] = None
    association: Annotated[
        RecordId | None,
        Field("町内会", "association", Kind.REFERENCE, _INTERNAL, target="association"),
    ] = None
    commissioner: Annotated[
        RecordId | None,
        Field("民生委員", "commissioner", Kind.REFERENCE, _INTERNAL, target="commissioner"),
    ] = None
    handlers: Annotated[
        str | None,
        Field("取り扱う人", "handlers", Kind.NOTE, _INTERNAL, hint="見本 太郎（一人一行）"),
    ] = None
    phone: Annotated[str | None, Field("電話", "phone", Kind.PHONE, _INTERNAL)] = None
    address: Annotated[str | None, Field("住所", "address", disclosure=_INTERNAL)] = None


@dataclass(frozen=True, slots=True)
class Included:
    """One person on a list that was given away, with the consent at that moment."""

    resident: RecordId
    row_code: str
    basis: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One person who was not put on the list, and why."""

    resident: RecordId
    reason: str


@record_kind("provision", "提供記録")
@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Record):
    """One copy of something personal that left, or was about to leave, the office."""

    number: Annotated[str | None, Field("控え番号", "number", disclosure=_INTERNAL)] = None
    title: Annotated[str | None, Field("書類", "title", disclosure=_INTERNAL)] = None
    recipient: Annotated[
        RecordId | None,
        Field("提供先", "recipient", Kind.REFERENCE, _INTERNAL, target="recipient"),
    ] = None
    recipient_class: Annotated[
        RecipientClass | None, Field("提供先の区分", "recipient_class", Kind.CHOICE, _INTERNAL)
    ] = None
    basis: Annotated[str | None, Field("根拠", "basis", disclosure=_INTERNAL)] = None
    reason: Annotated[str | None, Field("理由", "reason", disclosure=_INTERNAL)] = None
    scope: Annotated[str | None, Field("範囲", "scope", disclosure=_INTERNAL)] = None
    situation: Annotated[
        Situation | None, Field("平常時・災害時", "situation", Kind.CHOICE, _INTERNAL)
    ] = None
    decided_by: Annotated[
        str | None, Field("決めた人", "decided_by", disclosure=_INTERNAL)
    ] = None
    medium: Annotated[str | None, Field("媒体", "medium", disclosure=_INTERNAL)] = None
    measures: Annotated[
        str | None, Field("求めた措置", "measures", disclosure=_INTERNAL)
    ] = None
    clerk: Annotated[str | None, Field("作成した職員", "clerk", disclosure=_INTERNAL)] = None
    made_at: Annotated[str | None, Field("作成日時", "made_at", disclosure=_INTERNAL)] = None
    included: Annotated[
        tuple[Included, ...], Field("載せた人", "included", Kind.VALUE, _INTERNAL)
    ] = ()
    left_out: Annotated[
        tuple[LeftOut, ...], Field("載せない人", "left_out", Kind.VALUE, _INTERNAL)
    ] = ()
    page_digests: Annotated[
        tuple[str, ...], Field("ページの控え", "page_digests", Kind.VALUE, _INTERNAL)
    ] = ()
    state: Annotated[
        ProvisionState | None, Field("状態", "state", Kind.CHOICE, _INTERNAL)
    ] = None


@record_kind("town", "町の設定")
@dataclass(frozen=True, slots=True, kw_only=True)
class Town(Record):
    """The one record of the town and its office; its id is `keyed_id("town")`."""

    name: Annotated[str | None, Field("町の名前", "name", disclosure=Disclosure.PUBLIC)] = None
    code: Annotated[
        str | None, Field("団体コード", "code", disclosure=_INTERNAL, hint="6けたの数字")
    ] = None
    office: Annotated[str | None, Field("課の名前", "office", disclosure=Disclosure.PUBLIC)] = None
    phone: Annotated[
        str | None, Field("電話", "phone", Kind.PHONE, Disclosure.PUBLIC)
    ] = None
    fax: Annotated[str | None, Field("FAX", "fax", Kind.PHONE, Disclosure.PUBLIC)] = None
    area_code: Annotated[
        str | None, Field("市外局番", "area_code", disclosure=_INTERNAL)
    ] = None
    policy: Annotated[
        Policy | None, Field("同意の取り方", "policy", Kind.CHOICE, _INTERNAL)
    ] = None
    ordinance: Annotated[
        str | None, Field("条例の番号", "ordinance", disclosure=_INTERNAL)
    ] = None
    situation: Annotated[
        Situation | None, Field("平常時・災害時", "situation", Kind.CHOICE, _INTERNAL)
    ] = None
    practice: Annotated[
        bool, Field("練習用", "practice", Kind.FLAG, _INTERNAL)
    ] = False

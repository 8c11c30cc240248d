"""Which section of which form shows a field. Every declared field stands here exactly once.

A field is written `kind.attribute`. What no form shows is listed in `UNSHOWN` with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from renkei_desktop.domain.field import Declared, Record, declared, record_kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A group of fields on a form.

    `more` groups are folded under «もっと». `each` names the kind of a list of child records that
    can be added, put in order and removed; then all fields belong to that kind.
    """

    form: str
    title: str
    fields: tuple[str, ...]
    more: bool = False
    each: str = ""
    add: str = ""
    """The words on the button that adds a child."""

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(field.partition(".")[0] for field in self.fields)


def _fields(kind: str, attributes: str) -> tuple[str, ...]:
    return tuple(f"{kind}.{attribute}" for attribute in attributes.split())


PERSON, RESOURCE, ENDING = "person", "resource", "ending"
ASSOCIATION, COMMISSIONER, RECIPIENT = "association", "commissioner", "recipient"
TOWN, PROVISION, SITUATION = "town", "provision", "situation"

SECTIONS: tuple[Section, ...] = (
    Section(form=PERSON, title="本人", fields=_fields("person", "name reading birth sex")),
    Section(form=PERSON, title="住まい", fields=_fields("person", "place association")),
    Section(
        form=PERSON,
        title="電話",
        fields=_fields("phone", "number whose"),
        each="phone",
        add="電話を足す",
    ),
    Section(
        form=PERSON,
        title="緊急連絡先",
        fields=_fields("emergency_contact", "name relation number"),
        each="emergency_contact",
        add="緊急連絡先を足す",
    ),
    Section(
        form=PERSON,
        title="支援を必要とする事由",
        fields=_fields("support_reason", "term note"),
        each="support_reason",
        add="事由を足す",
    ),
    Section(form=PERSON, title="介護と機器", fields=_fields("resident", "care_level power")),
    Section(form=PERSON, title="同意", fields=_fields("consent", "purpose recipient_class answer")),
    Section(
        form=PERSON,
        title="いつもの様子と手助け",
        fields=_fields("resident", "usual care_note"),
        more=True,
    ),
    Section(
        form=PERSON,
        title="支援者",
        fields=_fields("supporter", "person organisation relation accepted_on"),
        more=True,
        each="supporter",
        add="支援者を足す",
    ),
    Section(
        form=PERSON,
        title="世帯",
        fields=("person.household", *_fields("household", "yago code note")),
        more=True,
    ),
    Section(
        form=PERSON,
        title="登録",
        fields=_fields("resident", "number registered_on way"),
        more=True,
    ),
    Section(
        form=PERSON,
        title="字と番号とメモ",
        fields=_fields("person", "name_note external_code note"),
        more=True,
    ),
    Section(form=ENDING, title="登録を終える", fields=("resident.ending",)),
    Section(
        form=RESOURCE,
        title="名前と種別",
        fields=_fields("resource", "name reading resource_class type"),
    ),
    Section(form=RESOURCE, title="場所と電話", fields=_fields("resource", "place phone fax hours")),
    Section(
        form=RESOURCE,
        title="担当者",
        fields=_fields("contact", "name reading role phone avoid_hours best_way photo"),
        each="contact",
        add="担当者を足す",
    ),
    Section(form=RESOURCE, title="できること", fields=_fields("resource", "helps_with publish")),
    Section(form=RESOURCE, title="メモ", fields=("resource.note",), more=True),
    Section(
        form=ASSOCIATION,
        title="名前と会長",
        fields=_fields("association", "name reading head phone commissioner"),
    ),
    Section(
        form=COMMISSIONER,
        title="名前と連絡先",
        fields=_fields("commissioner", "name reading phone address"),
    ),
    Section(
        form=RECIPIENT,
        title="名前と区分",
        fields=_fields(
            "recipient", "name recipient_class association commissioner handlers phone address"
        ),
    ),
    Section(
        form=TOWN,
        title="町と課",
        fields=_fields("town", "name code office phone fax area_code policy ordinance"),
    ),
    Section(form=SITUATION, title="平常時・災害時", fields=("town.situation",)),
    Section(form=PROVISION, title="渡したもの", fields=_fields("provision", "recipient reason")),
    Section(form=PROVISION, title="災害時", fields=("provision.decided_by",)),
    Section(form=PROVISION, title="控え", fields=("provision.state",)),
)

_BY_OWNER = "票が決める。人が選ぶものではない。"
_BY_ORDER = "並べ替えのボタンが決める。"
_BY_DOOR = "作るときに書きとめる。あとから変えない。"
_SEEDED = "はじめから入っていることば。画面ではまだ足せない。"
_BY_FILE = "区域の形は地図のデータから入る。"

UNSHOWN: Mapping[str, str] = {
    "phone.person": _BY_OWNER,
    "phone.order": _BY_ORDER,
    "emergency_contact.person": _BY_OWNER,
    "emergency_contact.order": _BY_ORDER,
    "resident.person": _BY_OWNER,
    "support_reason.resident": _BY_OWNER,
    "support_reason.order": _BY_ORDER,
    "supporter.resident": _BY_OWNER,
    "supporter.order": _BY_ORDER,
    "consent.resident": _BY_OWNER,
    "contact.resource": _BY_OWNER,
    "contact.order": _BY_ORDER,
    "association.order": _BY_ORDER,
    "association.area": _BY_FILE,
    "area.name": _BY_FILE,
    "area.outline": _BY_FILE,
    "town.practice": "練習の町を作るときに決まる。",
    "provision.number": _BY_DOOR,
    "provision.title": _BY_DOOR,
    "provision.recipient_class": _BY_DOOR,
    "provision.basis": _BY_DOOR,
    "provision.scope": _BY_DOOR,
    "provision.situation": _BY_DOOR,
    "provision.medium": _BY_DOOR,
    "provision.measures": _BY_DOOR,
    "provision.clerk": _BY_DOOR,
    "provision.made_at": _BY_DOOR,
    "provision.included": _BY_DOOR,
    "provision.left_out": _BY_DOOR,
    "provision.page_digests": _BY_DOOR,
    "term.vocabulary": _SEEDED,
    "term.code": _SEEDED,
    "term.label": _SEEDED,
    "term.group": _SEEDED,
    "term.retired": _SEEDED,
    "term.order": _SEEDED,
}


def sections_of(form: str, kinds: frozenset[str] | None = None) -> tuple[Section, ...]:
    """The sections of a form in order; `kinds` keeps those that need no other kind of record."""
    found = (section for section in SECTIONS if section.form == form)
    return tuple(s for s in found if kinds is None or s.kinds <= kinds)


def field_named(name: str) -> tuple[type[Record], Declared]:
    """The record class and the declaration behind `kind.attribute`. Raises KeyError if none."""
    kind, _, attribute = name.partition(".")
    cls = record_kinds()[kind]
    for item in declared(cls):
        if item.attribute == attribute:
            return cls, item
    raise KeyError(name)

"""Texts that break programs, and records filled with them by walking the declarations."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from renkei_desktop.domain.choice import Purpose, RecipientClass
from renkei_desktop.domain.consent import Consent, ConsentAnswer, consent_id
from renkei_desktop.domain.field import Kind, Record, declared, record_kinds
from renkei_desktop.domain.moment import new_id
from renkei_desktop.domain.place import Place

HOSTILE = {
    "beyond the first plane": "𠮷野家𠮟𩸽",
    "variation selectors": "葛\U000e0100城 辻\U000e0101 祇\ufe00園",
    "look-alikes": "髙﨑德濵塚塚",
    "forty characters": "壽限無五劫擦切海砂利水魚水行末雲来末風来末食寝処住処藪柑子衷輔長久命長助",
    "two hundred characters": "長" * 200,
    "emoji": "👩🏽\u200d🦽👨\u200d👩\u200d👧\u200d👦🇯🇵",
    "combining marks": "か\u3099き\u309aZ\u0351\u036b\u0343\u036a\u0302",
    "a mark alone": "\u3099",
    "half width": "ﾔﾏﾀﾞ ﾊﾅｺ",
    "own characters": "\ue000\uf8ff\U000f0001",
    "line breaks": "一\n二\r\n三\r四\u2028五\u2029六\x85七",
    "tabs and blanks": " 前\t後\u3000\u00a0 ",
    "nothing to see": "\u200b\u200d\ufeff\u2060",
    "NUL": "前\0後",
    "separators": "\x1c\x1d\x1e\x1f\x7f",
    "right to left": "\u202eうえした\u202c \u2066محمد\u2069",
    "no characters": "\ufffe\uffff\U0010ffff",
    "quotes": "'; DROP TABLE person; -- \" ` \\ %s {0} $x",
    "a page": "<script>alert(1)</script>&amp;<b>",
    "a formula": "=1+1",
    "a number": "0012345",
    "a float": "1e308",
    "JSON": '{"a": [null]}',
    "null": "null",
}

TYPED = frozenset({Kind.TEXT, Kind.NOTE, Kind.KANA, Kind.PHONE, Kind.TERM})


def filled(cls: type[Record], text: str) -> Record:
    """A record with the text in every field into which somebody types, and in every part of one."""
    values: dict[str, object] = {
        item.attribute: text
        for item in declared(cls)
        if item.field.kind in TYPED and item.value_type is str
    }
    values |= {
        item.attribute: Place(address=text) for item in declared(cls) if item.value_type is Place
    }
    if cls is Consent:
        return _consent(text)
    return cls(id=new_id(), **values)


def _consent(text: str) -> Consent:
    resident, purpose, recipient = new_id(), Purpose.ROSTER, RecipientClass.FIRE
    return Consent(
        id=consent_id(resident, purpose, recipient),
        resident=resident,
        purpose=purpose,
        recipient_class=recipient,
        answer=ConsentAnswer(by=text, explanation=text, document=text),
    )


def one_of_each(text: str) -> Iterator[Record]:
    """One record of every kind, filled with the text."""
    return (filled(cls, text) for cls in record_kinds().values())


def texts_in(record: Record) -> int:
    """How often a record holds a text: to see that walking the declarations fills something."""
    flat = dataclasses.asdict(record)
    flat.pop("id")
    return sum(isinstance(value, str) for value in flat.values())

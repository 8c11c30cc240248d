"""An office of made-up people for the pages: rare characters, long names, gaps, two households."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from renkei_desktop.domain.choice import (
    Answer,
    AnswerWay,
    Purpose,
    RecipientClass,
    ResourceClass,
    Sex,
)
from renkei_desktop.domain.consent import Consent, ConsentAnswer, consent_id
from renkei_desktop.domain.field import Record
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation, WelfareCommissioner
from renkei_desktop.domain.person import EmergencyContact, Household, Person, Phone
from renkei_desktop.domain.place import Accuracy, Place, Point
from renkei_desktop.domain.provision import Recipient
from renkei_desktop.domain.resident import Resident, Supporter, SupportReason
from renkei_desktop.domain.resource import Contact, Resource
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.offices import NewOffice, found

NEW = NewOffice(
    town_name="見本町",
    code="019999",
    office="保健福祉課",
    phone="0999-35-2111",
    fax="0999-35-2112",
    area_code="0999",
    clerk="福祉 一子",
    password="ゆきどけ-2026",
)
VARIANT = "葛\U000e0102城 花子"
FUMI, TOMI, VARIED = "p-fumi", "p-tomi", "p-varied"
UNKNOWN = "p-taro"
"""Somebody who is known but not registered."""
NEAR, FAR = "a-1", "a-2"

_GIVEN, _UNASKED, _REFUSED = Answer.GIVEN, Answer.UNASKED, Answer.REFUSED
_PEOPLE = (
    # key, name, reading, birth, association, reason, care level, answer
    ("tomi", "相田 トミ", "あいだ とみ", (1938, 5, 3), NEAR, "alone", "care_2", _GIVEN),
    ("kiyoshi", "石倉 清", "いしくら きよし", (1935, 1, 9), FAR, "elderly_couple", None, None),
    ("fumi", "小野寺 フミ", "おのでら ふみ", (1942, 4, 2), NEAR, "alone", "care_1", _GIVEN),
    ("yoshio", "髙橋 𠮷男", "たかはし よしお", (1947, 8, 8), FAR, "alone_by_day", None, _REFUSED),
    ("hanako", "﨑山 花子", "さきやま はなこ", (1933, 2, 1), NEAR, "care_3_up", "care_4", _GIVEN),
    ("ume", "渡邉 ウメ", "わたなべ うめ", (1936, 7, 7), FAR, "alone", None, Answer.WITHDRAWN),
    ("tadashi", "山岸 正", "やまぎし ただし", (1950, 3, 3), None, "intractable", None, _UNASKED),
    ("varied", VARIANT, "かつらぎ はなこ", (1944, 4, 4), NEAR, "dementia", "care_3", _GIVEN),
    (
        "long",
        "ジョンソン・エリザベス・アレクサンドラ 三千代",
        "じょんそん えりざべす あれくさんどら みちよ",
        (1940, 12, 12),
        FAR,
        "foreign_language",
        None,
        Answer.GIVEN,
    ),
)
_PLACES = {
    "tomi": (43.801, 141.901),
    "kiyoshi": (43.803, 141.904),
    "fumi": (43.8045, 141.9075),
    "yoshio": (43.799, 141.899),
    "hanako": (43.806, 141.902),
    "ume": (43.8075, 141.91),
    "varied": (43.8, 141.908),
}


def found_office(folder: Path, machine: Machine) -> Desk:
    """A new office with all the people below."""
    desk = found(folder, NEW, machine).desk
    enter(desk)
    return desk


def enter(desk: Desk) -> None:
    """Puts everybody and everything below into an office, as one deed."""
    with desk.writing("見本を入れる") as book:
        for record in (*_bodies(), *_everybody(), *_directory()):
            book.put(record, None, by_form=True)


def _bodies() -> list[Record]:
    commissioner = WelfareCommissioner(
        id="c-1", name="遠藤 和子", reading="えんどう かずこ", phone="0999-35-3001"
    )
    return [
        commissioner,
        NeighbourhoodAssociation(
            id=NEAR,
            name="旭町一",
            reading="あさひまちいち",
            head="佐々木 一",
            phone="0999-35-3111",
            commissioner="c-1",
            order="V",
        ),
        NeighbourhoodAssociation(id=FAR, name="北栄", reading="きたさかえ", order="W"),
        Recipient(
            id="t-fire", name="見本消防署", recipient_class=RecipientClass.FIRE, handlers="署長"
        ),
        Recipient(
            id="t-near",
            name="旭町一町内会",
            recipient_class=RecipientClass.ASSOCIATION,
            association=NEAR,
        ),
    ]


def _everybody() -> list[Record]:
    found: list[Record] = [
        Household(id="h-fumi", yago="かねき", note="玄関は裏から"),
        Person(
            id=UNKNOWN,
            name="小野寺 太郎",
            reading="おのでら たろう",
            birth=PartialDate(1966, 6, 6),
            household="h-fumi",
            association=NEAR,
        ),
    ]
    for key, name, reading, birth, body, reason, level, answer in _PEOPLE:
        found += _person(key, name, reading, PartialDate(*birth), body, reason, level, answer)
    return found + _about_fumi()


def _person(key, name, reading, birth, body, reason, level, answer):  # type: ignore[no-untyped-def]
    point = Point(*_PLACES[key]) if key in _PLACES else None
    person = Person(
        id=f"p-{key}",
        name=name,
        reading=reading,
        birth=birth,
        sex=Sex.FEMALE,
        place=Place(
            address=f"旭町一丁目{len(key)}-{birth.day}",
            point=point,
            accuracy=Accuracy.HOUSE if point else None,
        ),
        household="h-fumi" if key == "fumi" else None,
        association=body,
    )
    resident = Resident(
        id=f"r-{key}",
        person=person.id,
        registered_on=PartialDate(2025, 4, 1),
        care_level=level,
        power="在宅酸素（電池 6時間）" if key == "fumi" else None,
        usual="新聞は7時、夕方に散歩。煙突の煙は朝から。" if key == "fumi" else None,
    )
    return [
        person,
        resident,
        Phone(id=f"ph-{key}", person=person.id, number=f"0999-35-{2000 + birth.year}"),
        SupportReason(id=f"re-{key}", resident=resident.id, term=reason),
        *(_consents(resident.id, answer) if answer else ()),
    ]


def _consents(resident: str, answer: Answer) -> list[Consent]:
    full = ConsentAnswer(answer=answer, on=PartialDate(2025, 6, 2), way=AnswerWay.PAPER, by="本人")
    return [
        Consent(
            id=consent_id(resident, Purpose.ROSTER, recipient),
            resident=resident,
            purpose=Purpose.ROSTER,
            recipient_class=recipient,
            answer=full,
        )
        for recipient in RecipientClass
        if recipient is not RecipientClass.OTHER
    ]


def _about_fumi() -> list[Record]:
    return [
        Phone(
            id="ph-fumi-2", person=FUMI, number="090-0000-0000", whose="まず長女さんへ", order="W"
        ),
        EmergencyContact(
            id="e-fumi", person=FUMI, name="小野寺 幸子", relation="長女", number="090-0000-0000"
        ),
        SupportReason(id="re-fumi-2", resident="r-fumi", term="oxygen", order="W"),
        Supporter(
            id="s-fumi",
            resident="r-fumi",
            organisation="佐々木 一",
            relation="隣",
            accepted_on=PartialDate(2025, 6, 2),
        ),
    ]


def _directory() -> list[Record]:
    clinic = Resource(
        id="x-clinic",
        name="見本町立診療所",
        reading="みほんちょうりつしんりょうじょ",
        resource_class=ResourceClass.FORMAL,
        type="hospital",
        place=Place(address="本通三丁目1-1", point=Point(43.802, 141.903), accuracy=Accuracy.HOUSE),
        phone="0999-35-2500",
        fax="0999-35-2501",
        hours="平日 9時から17時",
        helps_with="内科と外科。訪問診療は火曜と木曜。",
    )
    shop = dataclasses.replace(
        clinic,
        id="x-shop",
        name="すずらん商店",
        reading="すずらんしょうてん",
        resource_class=ResourceClass.NATURAL,
        type=None,
        place=Place(address="北栄二丁目4", point=Point(43.8055, 141.9), accuracy=Accuracy.ROUGH),
        phone="0999-35-2600",
        fax=None,
        hours="朝6時から夕方まで",
        helps_with="朝に顔を見ない人がいると電話をくれる。",
    )
    return [
        clinic,
        shop,
        Contact(
            id="k-clinic",
            resource="x-clinic",
            name="大友 真理",
            reading="おおとも まり",
            role="看護師長",
            phone="0999-35-2502",
            avoid_hours="平日 9時から11時（外来）",
            best_way="電話より FAX",
        ),
    ]

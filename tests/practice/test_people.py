"""The people: families, ages, names, places, consents."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from renkei_desktop.domain.choice import Answer, Sex
from renkei_desktop.domain.consent import Consent, consent_id
from renkei_desktop.domain.neighbourhood import Area, NeighbourhoodAssociation
from renkei_desktop.domain.person import EmergencyContact, Household, Person, Phone
from renkei_desktop.domain.place import Accuracy
from renkei_desktop.domain.resident import Resident, SupportReason
from renkei_desktop.domain.text.kana import is_reading
from renkei_desktop.domain.text.wareki import age_range
from renkei_desktop.practice.folk.given_name import given_names
from renkei_desktop.practice.folk.surname import common_surnames, rare_surnames
from renkei_desktop.practice.terrain.plane import inside
from renkei_desktop.practice.town import PracticeTown
from tests.practice.looking import of, standing

RARE = (
    "髙",
    "﨑",
    "𠮷",
    "德",
    "邉",
    "邊",
    "齋",
    "濵",
    "葛\U000e0100",
    "辻\U000e0100",
    "\ufa10",
    "𣘺",
)


def _age(person: Person, mihon: PracticeTown) -> int:
    assert person.birth is not None
    return age_range(person.birth, mihon.day)[0]


def test_the_town_has_grown_old(mihon: PracticeTown) -> None:
    ages = [_age(person, mihon) for person in of(mihon, Person)]
    assert 0.41 <= sum(age >= 65 for age in ages) / len(ages) <= 0.49
    assert 0.06 <= sum(age < 15 for age in ages) / len(ages) <= 0.16
    assert min(ages) >= 0
    assert 95 <= max(ages) <= 104


def test_old_people_are_mostly_women(mihon: PracticeTown) -> None:
    very_old = [p for p in of(mihon, Person) if _age(p, mihon) >= 85]
    assert sum(p.sex is Sex.FEMALE for p in very_old) / len(very_old) > 0.6


def test_most_registered_are_old_and_some_are_not(mihon: PracticeTown) -> None:
    people = {person.id: person for person in of(mihon, Person)}
    ages = [_age(people[r.person or ""], mihon) for r in standing(mihon)]
    assert sum(age >= 75 for age in ages) > 240
    assert 3 <= sum(age < 65 for age in ages) < 40


def test_a_household_shares_its_surname(mihon: PracticeTown) -> None:
    surnames: defaultdict[str, set[str]] = defaultdict(set)
    for person in of(mihon, Person):
        assert person.name is not None
        surnames[person.household or ""].add(person.name.split("\u3000")[0])
    assert len(surnames) == 1250
    assert sum(len(names) == 1 for names in surnames.values()) > 1200


def test_children_have_somebody_of_age_with_them(mihon: PracticeTown) -> None:
    ages: defaultdict[str, list[int]] = defaultdict(list)
    for person in of(mihon, Person):
        ages[person.household or ""].append(_age(person, mihon))
    with_children = [found for found in ages.values() if min(found) < 16]
    assert len(with_children) > 60
    assert all(max(found) - min(found) >= 20 for found in with_children)


def test_nobody_in_a_house_shares_a_full_name(mihon: PracticeTown) -> None:
    names = Counter((p.household, p.name) for p in of(mihon, Person))
    assert set(names.values()) == {1}


def test_names_with_rare_characters_are_among_the_registered(mihon: PracticeTown) -> None:
    people = {person.id: person for person in of(mihon, Person)}
    names = " ".join(people[r.person or ""].name or "" for r in standing(mihon))
    assert [character for character in RARE if character not in names] == []
    noted = [p for p in people.values() if p.name_note]
    assert len(noted) > 40


def test_readings_are_readings(mihon: PracticeTown) -> None:
    assert all(is_reading(p.reading or "") for p in of(mihon, Person))
    assert all(" " in (p.reading or "") for p in of(mihon, Person))


def test_the_lists_of_names_are_whole() -> None:
    for surname, share in common_surnames():
        assert is_reading(surname.reading) and not re.search("[ぁ-ん0-9]", surname.written)
        assert share > 0
    assert all(surname.note and is_reading(surname.reading) for surname in rare_surnames())
    for sex in (Sex.FEMALE, Sex.MALE):
        for year in range(1925, 2027):
            for written, reading in given_names(sex, year):
                assert written and is_reading(reading)


def test_some_births_are_not_known_to_the_day(mihon: PracticeTown) -> None:
    births = [person.birth for person in of(mihon, Person) if person.birth]
    assert 2 <= sum(not birth.is_full for birth in births) <= 30


def test_points_lie_in_their_association(mihon: PracticeTown) -> None:
    areas = {area.id: area for area in of(mihon, Area)}
    outlines = {
        association.id: [
            (point.longitude, point.latitude) for point in areas[association.area or ""].outline
        ]
        for association in of(mihon, NeighbourhoodAssociation)
    }
    for person in of(mihon, Person):
        if person.place and person.place.point:
            spot = (person.place.point.longitude, person.place.point.latitude)
            assert inside(spot, outlines[person.association or ""])


def test_areas_do_not_overlap(mihon: PracticeTown) -> None:
    outlines = [[(p.longitude, p.latitude) for p in area.outline] for area in of(mihon, Area)]
    assert all(ring[0] == ring[-1] and len(ring) > 4 for ring in outlines)
    points = [p.place.point for p in of(mihon, Person) if p.place and p.place.point]
    for point in points[::7]:
        spot = (point.longitude, point.latitude)
        assert sum(inside(spot, ring) for ring in outlines) == 1


def test_points_are_mostly_exact_and_some_are_missing(mihon: PracticeTown) -> None:
    places = [person.place for person in of(mihon, Person) if person.place]
    counted = Counter(place.accuracy for place in places)
    assert counted[Accuracy.HOUSE] > 0.6 * len(places)
    assert all(counted[accuracy] > 20 for accuracy in Accuracy)
    assert counted[None] > 20
    assert all((place.point is None) == (place.accuracy is None) for place in places)


def test_addresses_are_written_as_the_town_writes_them(mihon: PracticeTown) -> None:
    town_style = re.compile(
        r"(北|南)[一二三四五六七八九十]+条[一二三四五六七八九十]+丁目\d+-\d+"
        r"|(旭町|栄町|緑町)[一二三四五六七八九十]+丁目\d+-\d+( 緑団地\d号)?"
        r"|字\w+?\d+番地(の\d)?"
    )
    addresses = {p.place.address or "" for p in of(mihon, Person) if p.place}
    assert [address for address in addresses if not town_style.fullmatch(address)] == []
    assert len(addresses) == 1250


def test_a_registration_is_numbered_in_the_order_of_its_day(mihon: PracticeTown) -> None:
    residents = sorted(of(mihon, Resident), key=lambda r: r.number or "")
    assert [r.number for r in residents] == [f"{n:04}" for n in range(1, len(residents) + 1)]
    days = [r.registered_on.first for r in residents if r.registered_on]
    assert days == sorted(days)
    assert len({r.person for r in residents}) == len(residents)


def test_some_registrations_have_ended(mihon: PracticeTown) -> None:
    ended = [resident for resident in of(mihon, Resident) if resident.ending]
    assert len(ended) == 12
    for resident in ended:
        assert resident.ending and resident.ending.on and resident.registered_on
        assert resident.ending.on.last >= resident.registered_on.first


def test_everybody_registered_has_a_reason(mihon: PracticeTown) -> None:
    reasons = Counter(reason.resident for reason in of(mihon, SupportReason))
    assert all(1 <= reasons[resident.id] <= 4 for resident in of(mihon, Resident))


def test_devices_that_need_power_come_with_their_reason(mihon: PracticeTown) -> None:
    terms: defaultdict[str, set[str]] = defaultdict(set)
    for reason in of(mihon, SupportReason):
        terms[reason.resident or ""].add(reason.term or "")
    oxygen = [r for r in of(mihon, Resident) if "oxygen" in terms[r.id]]
    assert oxygen
    assert all(resident.power for resident in oxygen)


def test_registered_people_can_be_called(mihon: PracticeTown) -> None:
    phones = Counter(phone.person for phone in of(mihon, Phone))
    assert all(phones[resident.person] for resident in standing(mihon))
    contacts = Counter(contact.person for contact in of(mihon, EmergencyContact))
    reached = sum(bool(contacts[resident.person]) for resident in standing(mihon))
    assert 270 <= reached < 300


def test_children_records_stand_in_an_order(mihon: PracticeTown) -> None:
    orders: defaultdict[str, list[str]] = defaultdict(list)
    for contact in of(mihon, EmergencyContact):
        orders[contact.person or ""].append(contact.order)
    assert max(len(found) for found in orders.values()) == 3
    assert all(found == sorted(set(found)) for found in orders.values())


def test_consents_are_mixed_and_kept_under_their_own_ids(mihon: PracticeTown) -> None:
    found = of(mihon, Consent)
    counted = Counter(consent.answer.answer for consent in found)
    assert 0.6 < counted[Answer.GIVEN] / len(found) < 0.85
    assert all(counted[answer] > 20 for answer in Answer)
    for consent in found:
        assert consent.resident and consent.purpose and consent.recipient_class
        key = consent_id(consent.resident, consent.purpose, consent.recipient_class)
        assert consent.id == key


def test_answers_have_a_date_and_questions_have_none(mihon: PracticeTown) -> None:
    for consent in of(mihon, Consent):
        asked = consent.answer.answer is not Answer.UNASKED
        assert (consent.answer.on is not None) is asked
        assert (consent.answer.way is not None) is asked


def test_yago_belong_to_farms_and_shops(mihon: PracticeTown) -> None:
    yago = [household.yago for household in of(mihon, Household) if household.yago]
    assert 30 < len(yago) < 250

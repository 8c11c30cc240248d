"""The practice town as a whole: its numbers, its ids, and that it is the same every time."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from renkei_desktop import paths
from renkei_desktop.domain.choice import RecipientClass, ResourceClass
from renkei_desktop.domain.field import Kind, declared, record_kinds
from renkei_desktop.domain.neighbourhood import Area, NeighbourhoodAssociation, WelfareCommissioner
from renkei_desktop.domain.person import Household, Person
from renkei_desktop.domain.provision import Recipient, Town
from renkei_desktop.domain.resident import Supporter
from renkei_desktop.domain.resource import Contact, Resource
from renkei_desktop.domain.text.my_number import my_number_like
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.domain.wire import record_from, registers_of
from renkei_desktop.practice.stream import Seed
from renkei_desktop.practice.town import PracticeTown, town
from tests.practice.looking import of, registered_by_association, standing, texts, values

NOT_MADE_HERE = {"provision", "term"}
"""Provisions are history, which only the program makes; terms come from `db/`."""

NOT_IN_THIS_TOWN = {("town", "ordinance")}
"""The town asks everybody for consent: it has no ordinance."""

NOWHERE = re.compile(r"0999-\d\d-\d{4}|090-0\d{3}-\d{4}")
"""Area code 0999 was never assigned, and no mobile number goes on with 0 after 090."""

DIGEST = """
import hashlib
from renkei_desktop.practice.town import town
made = town(7, 40)
whole = repr((made.records, made.ground, made.photos, sorted(made.in_need), made.thought_in_need))
print(hashlib.sha256(whole.encode()).hexdigest())
"""


def test_it_has_what_was_ordered(mihon: PracticeTown) -> None:
    assert len(of(mihon, Household)) == 1250
    assert 2450 <= len(of(mihon, Person)) <= 2750
    assert len(standing(mihon)) == 300
    assert len(of(mihon, NeighbourhoodAssociation)) == len(of(mihon, Area)) == 30
    assert len(of(mihon, WelfareCommissioner)) == 12
    assert len(of(mihon, Contact)) == len(mihon.photos) == 40


def test_resources_of_all_three_classes(mihon: PracticeTown) -> None:
    counted = Counter(resource.resource_class for resource in of(mihon, Resource))
    assert counted == {
        ResourceClass.FORMAL: 25,
        ResourceClass.INFORMAL: 20,
        ResourceClass.NATURAL: 80,
    }


def test_everybody_to_whom_lists_are_given(mihon: PracticeTown) -> None:
    counted = Counter(recipient.recipient_class for recipient in of(mihon, Recipient))
    assert counted == {
        RecipientClass.FIRE: 1,
        RecipientClass.POLICE: 1,
        RecipientClass.WELFARE_COUNCIL: 1,
        RecipientClass.ASSOCIATION: 30,
        RecipientClass.COMMISSIONER: 12,
    }


def test_a_commissioner_has_two_or_three_associations(mihon: PracticeTown) -> None:
    counted = Counter(a.commissioner for a in of(mihon, NeighbourhoodAssociation))
    assert len(counted) == 12
    assert set(counted.values()) == {2, 3}


def test_the_town_is_marked_as_practice(mihon: PracticeTown) -> None:
    (record,) = of(mihon, Town)
    assert record.practice
    assert record.name == mihon.name == "見本町"


@pytest.mark.parametrize("seed", [1, 5])
def test_coverage_is_near_eighty_percent_and_uneven(seed: int, mihon: PracticeTown) -> None:
    made = mihon if seed == 1 else town(seed)
    registered, needed = registered_by_association(made), made.thought_in_need
    assert 0.75 <= registered.total() / sum(needed.values()) <= 0.85
    large = [registered[a] / n for a, n in needed.items() if n >= 8]
    assert min(large) < 0.65
    assert max(large) > 0.95


def test_nobody_is_registered_without_need(mihon: PracticeTown) -> None:
    assert {resident.person for resident in standing(mihon)} <= mihon.in_need
    assert len(mihon.in_need) == sum(mihon.thought_in_need.values())


def test_every_field_of_every_kind_is_filled_somewhere(mihon: PracticeTown) -> None:
    filled = {
        (record.KIND, item.field.wire)
        for record in mihon.records
        for item, value in values(record)
        if value not in (None, "", (), False)
    }
    missing = [
        (kind, item.field.wire)
        for kind, cls in record_kinds().items()
        for item in declared(cls)
        if kind not in NOT_MADE_HERE and (kind, item.field.wire) not in filled
    ]
    assert set(missing) == NOT_IN_THIS_TOWN
    parts = {"address", "point", "accuracy", "on", "reason", "way", "by", "explanation", "document"}
    assert parts <= {wire for _, wire in filled}


def test_no_id_stands_twice(mihon: PracticeTown) -> None:
    ids = [record.id for record in mihon.records]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("[0-9a-f]{32}", one) for one in ids)


def test_references_point_to_what_came_before(mihon: PracticeTown) -> None:
    met: dict[str, str] = {}
    for record in mihon.records:
        for item in declared(type(record)):
            target = getattr(record, item.attribute)
            if item.field.kind is Kind.REFERENCE and target is not None:
                assert met[target] == item.field.target
        met[record.id] = record.KIND


def test_terms_are_in_the_vocabularies(mihon: PracticeTown) -> None:
    for name in ("care_level", "resource_type", "support_reason"):
        seeds = json.loads((paths.migrations() / "seeds" / f"{name}.json").read_text("utf-8"))
        known = {term["code"] for term in seeds["terms"]}
        used = {
            value
            for record in mihon.records
            for item, value in values(record)
            if item.field.vocabulary == name and value is not None
        }
        assert used <= known
        assert len(used) >= 8


def test_no_telephone_number_can_ring_anywhere(mihon: PracticeTown) -> None:
    numbers = [
        value
        for record in mihon.records
        for item, value in values(record)
        if item.field.kind is Kind.PHONE and value is not None
    ]
    assert len(numbers) > 2000
    assert all(NOWHERE.fullmatch(str(number)) for number in numbers)


def test_nothing_looks_like_an_individual_number(mihon: PracticeTown) -> None:
    assert not [text for text in texts(mihon) if my_number_like(text)]
    assert not [text for text in texts(mihon) if re.fullmatch(r"\d{12}", text)]


def test_every_record_can_travel(mihon: PracticeTown) -> None:
    for record in mihon.records[:: len(mihon.records) // 800]:
        assert record_from(type(record), record.id, registers_of(record)) == record


def test_no_date_lies_after_the_day_of_the_town(mihon: PracticeTown) -> None:
    dates = [
        value for r in mihon.records for _, value in values(r) if isinstance(value, PartialDate)
    ]
    assert max(date.first for date in dates) <= mihon.day


def test_some_supporters_help_several_people(mihon: PracticeTown) -> None:
    counted = Counter(s.person for s in of(mihon, Supporter) if s.person)
    assert counted.most_common(1)[0][1] >= 3
    assert all(s.person or s.organisation for s in of(mihon, Supporter))
    pairs = [(s.resident, s.person or s.organisation) for s in of(mihon, Supporter)]
    assert len(set(pairs)) == len(pairs)


def test_photos_are_found_by_their_digest(mihon: PracticeTown) -> None:
    for digest, picture in mihon.photos.items():
        assert hashlib.sha256(picture).hexdigest() == digest
    assert {contact.photo for contact in of(mihon, Contact)} == set(mihon.photos)


def test_another_seed_is_another_town(mihon: PracticeTown) -> None:
    other = town(2)
    assert other.ground != mihon.ground
    assert not {r.id for r in other.records[1:]} & {r.id for r in mihon.records[1:]}
    assert [p.name for p in of(other, Person)] != [p.name for p in of(mihon, Person)]


def test_the_same_seed_is_the_same_town_in_every_process() -> None:
    """Also where the hashes of texts, and so the order of sets, are different."""
    assert len({_digest_with(hash_seed) for hash_seed in ("1", "2", "3")}) == 1


def _digest_with(hash_seed: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", DIGEST],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
    )
    return ran.stdout.strip()


def test_a_part_draws_from_its_own_stream() -> None:
    seed = Seed(3)
    alone = [seed.stream("people").random() for _ in range(1)]
    seed.stream("houses").random()
    assert [seed.stream("people").random()] == alone
    assert seed.stream("houses").random() != alone[0]


@pytest.mark.parametrize("registered", [1, 12, 100, 700])
def test_towns_of_other_sizes(registered: int) -> None:
    made = town(3, registered)
    assert len(standing(made)) == registered
    assert len(made.in_need) == round(registered / 0.8)


def test_a_town_for_measuring_grows_evenly() -> None:
    small, large = town(1, 1500), town(1, 3000)
    assert len(standing(small)) == 1500
    assert 1.7 < len(large.records) / len(small.records) < 2.3
    assert len(large.ground) < 2.2 * len(small.ground)


def test_nobody_at_all_is_no_town() -> None:
    with pytest.raises(ValueError, match="at least one"):
        town(1, 0)


@pytest.mark.nightly
@pytest.mark.parametrize("registered", [6000, 20000])
def test_large_towns_hold_together(registered: int) -> None:
    made = town(1, registered)
    assert len(standing(made)) == registered
    test_no_id_stands_twice(made)
    test_references_point_to_what_came_before(made)
    test_no_telephone_number_can_ring_anywhere(made)

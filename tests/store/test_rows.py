"""Reading: records back as they were put, children in order, light rows for the lists."""

from __future__ import annotations

import dataclasses
import types
import typing
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renkei_desktop.domain.choice import Answer, Purpose, RecipientClass, ResourceClass, Sex
from renkei_desktop.domain.consent import Consent, ConsentAnswer, consent_id
from renkei_desktop.domain.field import Record, record_kinds
from renkei_desktop.domain.listing import PersonRow, ResourceRow
from renkei_desktop.domain.moment import RecordId, new_id
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation
from renkei_desktop.domain.person import Household, Person, Phone
from renkei_desktop.domain.place import Accuracy, Place, Point
from renkei_desktop.domain.resident import Ending, Resident, SupportReason
from renkei_desktop.domain.resource import Contact, Resource
from renkei_desktop.domain.text.fold import fold
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.domain.vocabulary import Term, term_id
from renkei_desktop.store.vault import Vault
from tests.store.offices import CLERK, held, put, put_new, somebody

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))
days = st.dates(min_value=date(1000, 1, 1)).map(PartialDate.of)


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value that a field of this type can hold."""
    if typing.get_origin(hint) is typing.Annotated:
        return values(typing.get_args(hint)[0])
    if isinstance(hint, types.UnionType):
        return st.one_of([values(option) for option in typing.get_args(hint)])
    if typing.get_origin(hint) is tuple:
        return st.lists(values(typing.get_args(hint)[0]), max_size=3).map(tuple)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    plain = {type(None): st.none(), str: texts, bool: st.booleans(), Point: points}
    plain[PartialDate] = days
    if hint in plain:
        return plain[hint]
    hints = typing.get_type_hints(hint, include_extras=True)
    parts = {f.name: values(hints[f.name]) for f in dataclasses.fields(hint)}
    return st.builds(hint, **parts)


def records(cls: type[Record]) -> st.SearchStrategy[Any]:
    """Any record of a kind, under an id that nobody has used."""
    hints = typing.get_type_hints(cls, include_extras=True)
    parts = {f.name: values(hints[f.name]) for f in dataclasses.fields(cls) if f.name != "id"}
    return st.builds(cls, id=st.builds(new_id), **parts)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> typing.Iterator[Vault]:
    """One office for many examples, which do not disturb each other."""
    from tests.store.offices import Place as Office

    place = Office(tmp_path_factory.mktemp("shared"))
    yield place.create()
    place.close()


@pytest.mark.parametrize("kind", [kind for kind in record_kinds() if kind != "consent"])
def test_every_record_comes_back_as_it_was_put(shared: Vault, kind: str) -> None:
    cls = record_kinds()[kind]

    @settings(max_examples=20)
    @given(records(cls), records(cls))
    def round_trip(first: Record, second: Record) -> None:
        put_new(shared, first)
        assert held(shared, cls, first.id).record == first
        put(shared, replace(second, id=first.id), held(shared, cls, first.id))
        assert held(shared, cls, first.id).record == replace(second, id=first.id)
        assert not held(shared, cls, first.id).conflicts

    round_trip()


def test_after_all_of_that_the_log_is_sound(shared: Vault) -> None:
    from renkei_desktop.store import soundness

    report = soundness.check(shared)
    assert report.sound, report.lines


@pytest.fixture
def household(office: Vault) -> tuple[Person, Resident]:
    """A registered woman with everything around her that a list shows."""
    association = NeighbourhoodAssociation(id=new_id(), name="緑町")
    home = Household(id=new_id(), yago="山に十")
    person = Person(
        id=new_id(),
        name="髙橋 ハナ",
        reading="たかはし はな",
        birth=PartialDate(1942, 4),
        sex=Sex.FEMALE,
        place=Place(address="緑町1-2", point=Point(43.5, 141.9), accuracy=Accuracy.HOUSE),
        household=home.id,
        association=association.id,
    )
    resident = Resident(
        id=new_id(), person=person.id, care_level="care_3", power="在宅酸素（電池 6時間）"
    )
    phones = [
        Phone(id=new_id(), person=person.id, number="090-1111-2222", order="W"),
        Phone(id=new_id(), person=person.id, number="0164-35-2111", order="V"),
    ]
    reasons = [
        SupportReason(id=new_id(), resident=resident.id, term="oxygen", order="b"),
        SupportReason(id=new_id(), resident=resident.id, term="alone", order="a"),
    ]
    with office.ledger.writing("登録", clerk=CLERK) as book:
        for record in (association, home, person, resident, *phones, *reasons):
            book.put(record, None)
    return person, resident


def answer(office: Vault, resident: RecordId, to: RecipientClass, what: Answer) -> None:
    record = Consent(
        id=consent_id(resident, Purpose.ROSTER, to),
        resident=resident,
        purpose=Purpose.ROSTER,
        recipient_class=to,
        answer=ConsentAnswer(answer=what),
    )
    put_new(office, record, by_form=True)


def only(rows: tuple[PersonRow, ...]) -> PersonRow:
    [row] = rows
    return row


def test_a_row_of_the_list_has_everything_in_words(
    office: Vault, household: tuple[Person, Resident]
) -> None:
    person, resident = household
    row = only(office.rows.people())
    assert row == office.rows.person(person.id)
    assert (row.person, row.resident) == (person.id, resident.id)
    assert (row.name, row.reading) == ("髙橋 ハナ", "たかはし はな")
    assert (row.birth, row.sex) == (PartialDate(1942, 4), Sex.FEMALE)
    assert (row.address, row.association_name, row.yago) == ("緑町1-2", "緑町", "山に十")
    assert row.phones == ("0164-35-2111", "090-1111-2222")
    assert (row.care_level, row.reasons) == ("要介護3", "独居、在宅酸素")
    assert row.power == "在宅酸素（電池 6時間）"
    assert (row.latitude, row.longitude, row.accuracy) == (43.5, 141.9, Accuracy.HOUSE)


@pytest.mark.parametrize(
    "found", ["高橋 ハナ", "たかはし はな", "緑町1-2", "山に十", "0164352111", "09011112222"]
)
def test_the_search_box_finds_her_by(
    office: Vault, household: tuple[Person, Resident], found: str
) -> None:
    assert fold(found) in only(office.rows.people()).folded.split("\n")


@pytest.mark.parametrize(
    ("commissioner", "association", "shown"),
    [
        (None, None, Answer.UNASKED),
        (Answer.GIVEN, None, Answer.UNASKED),
        (Answer.GIVEN, Answer.GIVEN, Answer.GIVEN),
        (Answer.GIVEN, Answer.REFUSED, Answer.REFUSED),
        (Answer.WITHDRAWN, Answer.GIVEN, Answer.WITHDRAWN),
    ],
)
def test_the_stricter_of_two_consents_is_shown(
    office: Vault,
    household: tuple[Person, Resident],
    commissioner: Answer | None,
    association: Answer | None,
    shown: Answer,
) -> None:
    resident = household[1].id
    answer(office, resident, RecipientClass.FIRE, Answer.GIVEN)
    if commissioner is not None:
        answer(office, resident, RecipientClass.COMMISSIONER, commissioner)
    if association is not None:
        answer(office, resident, RecipientClass.ASSOCIATION, association)
    assert only(office.rows.people()).consent is shown


def test_in_a_conflict_the_list_shows_the_most_restrictive(
    office: Vault, household: tuple[Person, Resident]
) -> None:
    resident = household[1].id
    answer(office, resident, RecipientClass.ASSOCIATION, Answer.GIVEN)
    answer(office, resident, RecipientClass.COMMISSIONER, Answer.UNASKED)
    form = held(office, Consent, consent_id(resident, Purpose.ROSTER, RecipientClass.COMMISSIONER))
    for what in (Answer.REFUSED, Answer.GIVEN):
        put(office, replace(form.record, answer=ConsentAnswer(answer=what)), form, by_form=True)
    assert only(office.rows.people()).consent is Answer.REFUSED


def test_somebody_known_but_not_registered_is_in_the_list(office: Vault) -> None:
    put_new(office, Person(id=new_id()))
    row = only(office.rows.people())
    assert (row.resident, row.consent, row.reasons) == (None, None, "")
    assert (row.name, row.birth, row.latitude, row.phones) == ("", None, None, ())


def test_an_ended_registration_is_none(office: Vault, household: tuple[Person, Resident]) -> None:
    resident = held(office, Resident, household[1].id)
    put(office, replace(resident.record, ending=Ending(on=PartialDate(2026, 11))), resident)
    assert only(office.rows.people()).resident is None


def test_somebody_registered_twice_stands_once(
    office: Vault, household: tuple[Person, Resident]
) -> None:
    put_new(office, Resident(id=new_id(), person=household[0].id))
    assert len(office.rows.people()) == 1


def test_people_come_by_their_reading(office: Vault) -> None:
    for reading in ("わだ", "あべ", "かとう", "がとう", "あいざわ"):
        put_new(office, somebody(reading, reading))
    names = [row.name for row in office.rows.people()]
    assert names == ["あいざわ", "あべ", "かとう", "がとう", "わだ"]


def test_what_ended_around_a_person_does_not_show(
    office: Vault, household: tuple[Person, Resident]
) -> None:
    person = household[0]
    [first, _] = office.rows.of(Phone, "person", person.id)
    assert person.household is not None
    with office.ledger.writing("削除", clerk=CLERK) as book:
        book.end(first)
        book.end(held(office, Household, person.household))
    row = only(office.rows.people())
    assert row.phones == ("090-1111-2222",)
    assert row.yago == ""
    assert office.rows.person(new_id()) is None


def test_children_come_in_their_order_and_ended_ones_not(
    office: Vault, household: tuple[Person, Resident]
) -> None:
    person = household[0]
    found = office.rows.of(Phone, "person", person.id)
    assert [h.record.number for h in found] == ["0164-35-2111", "090-1111-2222"]
    with office.ledger.writing("削除", clerk=CLERK) as book:
        book.end(found[0])
    assert [h.record.order for h in office.rows.of(Phone, "person", person.id)] == ["W"]
    assert office.rows.of(Phone, "person", new_id()) == ()
    assert [h.record.id for h in office.rows.held(Person)] == [person.id]
    with pytest.raises(KeyError):
        office.rows.of(Phone, "house", "x")


def test_the_directory_shows_its_first_contact(office: Vault) -> None:
    resource = Resource(
        id=new_id(),
        name="緑町郵便局",
        reading="みどりまちゆうびんきょく",
        resource_class=ResourceClass.NATURAL,
        type="post_office",
        place=Place(address="緑町3", point=Point(43.0, 141.0), accuracy=Accuracy.SURVEYED),
        phone="0164-35-3000",
        helps_with="年金の受けとり",
    )
    contacts = [
        Contact(id=new_id(), resource=resource.id, name="局長", order="b"),
        Contact(id=new_id(), resource=resource.id, name="窓口の林", avoid_hours="昼", order="a"),
    ]
    with office.ledger.writing("登録", clerk=CLERK) as book:
        for record in (resource, *contacts):
            book.put(record, None)
    [row] = office.rows.resources()
    assert row == office.rows.resource(resource.id)
    assert row == ResourceRow(
        resource=resource.id,
        name="緑町郵便局",
        reading="みどりまちゆうびんきょく",
        sort_key=row.sort_key,
        resource_class=ResourceClass.NATURAL,
        type="郵便局",
        address="緑町3",
        phone="0164-35-3000",
        fax="",
        helps_with="年金の受けとり",
        contact="窓口の林",
        avoid_hours="昼",
        latitude=43.0,
        longitude=141.0,
        accuracy=Accuracy.SURVEYED,
        folded=row.folded,
    )
    assert "窓口の林" in row.folded
    assert office.rows.resource(new_id()) is None


def test_the_words_of_a_term_are_the_towns(office: Vault) -> None:
    term = held(office, Term, term_id("care_level", "care_3"))
    put(office, replace(term.record, label="三"), term)
    person = somebody()
    put_new(office, person)
    put_new(office, Resident(id=new_id(), person=person.id, care_level="care_3"))
    assert only(office.rows.people()).care_level == "三"
    own = Resident(id=new_id(), person=person.id, care_level="町の独自")
    put_new(office, own)
    assert "町の独自" in {r.care_level for r in office.rows.all(Resident)}


def test_no_code_of_the_vocabulary_is_misleading(office: Vault) -> None:
    terms = office.rows.all(Term)
    assert {t.vocabulary for t in terms} == {"care_level", "support_reason", "resource_type"}
    assert not [t.code for t in terms if "youshien" in (t.code or "")]
    levels = sorted((t for t in terms if t.vocabulary == "care_level"), key=lambda t: t.order)
    assert [t.label for t in levels] == [
        "自立",
        "事業対象者",
        "要支援1",
        "要支援2",
        *(f"要介護{n}" for n in range(1, 6)),
    ]
    groups = {t.group for t in terms if t.vocabulary == "resource_type"}
    assert groups == {c.value for c in ResourceClass}

"""Whatever is typed comes back to the letter: saved, listed, found, printed, restored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renkei_desktop.domain.choice import PublishLevel, ResourceClass, Situation
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.field import Record, record_kinds
from renkei_desktop.domain.moment import new_id
from renkei_desktop.domain.person import EmergencyContact, Household, Person, Phone
from renkei_desktop.domain.place import Place
from renkei_desktop.domain.provision import Recipient
from renkei_desktop.domain.resident import Resident, Supporter, SupportReason
from renkei_desktop.domain.resource import Contact, Resource
from renkei_desktop.office import backups, drafts, papers, plans, residents, resources, sheets, town
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.plans import Paper, Request
from renkei_desktop.office.residents import PersonSheet
from renkei_desktop.office.search import SearchIndex
from renkei_desktop.office.sheets import Card
from tests.trouble.any_text import HOSTILE, filled, one_of_each, texts_in
from tests.trouble.offices_in import CLERK, PASSWORD, stand_of
from tests.trouble.sentences import refused

everything = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
some = settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def as_saved(desk: Desk, record: Record) -> Record:
    held = desk.rows.get(type(record), record.id)
    assert held is not None and held.exists
    return held.record


def save(desk: Desk, *records: Record, reason: str | None = None) -> None:
    sheets.save(desk, "登録", Card(), records, reason)


def test_every_kind_of_record_has_texts_to_fill() -> None:
    full = [cls.KIND for cls in record_kinds().values() if texts_in(filled(cls, "字"))]
    assert set(record_kinds()) - set(full) == set()


def test_all_texts_through_backup_and_restore(desk: Desk, machine: Machine, tmp_path: Path) -> None:
    written = [record for text in HOSTILE.values() for record in one_of_each(text)]
    save(desk, *written)
    for record in written:
        assert as_saved(desk, record) == record
    stand = stand_of(desk)
    file = backups.back_up(desk, tmp_path / "控え")
    restored = backups.restore(file, tmp_path / "戻した", CLERK, PASSWORD, machine)
    assert stand_of(restored) == stand
    for record in written:
        assert as_saved(restored, record) == record
    restored.vault.close()


@some
@given(st.text(max_size=60))
def test_any_text_at_all(desk: Desk, text: str) -> None:
    written = list(one_of_each(text))
    try:
        save(desk, *written)
    except RenkeiError as error:
        assert "マイナンバー" in error.what
        return
    for record in written:
        assert as_saved(desk, record) == record
    with desk.writing("訂正") as book:
        for record in written:
            held = desk.rows.get(type(record), record.id)
            assert held is not None
            book.end(held)


def person_of(text: str) -> PersonSheet:
    household = Household(id=new_id(), yago=text, code=text, note=text)
    person = Person(
        id=new_id(),
        name=text,
        reading=text,
        place=Place(address=text),
        household=household.id,
        external_code=text,
        name_note=text,
        note=text,
    )
    resident = Resident(
        id=new_id(), person=person.id, number=text, care_level=text, care_note=text, power=text
    )
    return PersonSheet(
        person=person,
        household=household,
        phones=(Phone(id=new_id(), person=person.id, number=text, whose=text),),
        contacts=(
            EmergencyContact(id=new_id(), person=person.id, name=text, relation=text, number=text),
        ),
        resident=resident,
        reasons=(SupportReason(id=new_id(), resident=resident.id, term=text, note=text),),
        supporters=(Supporter(id=new_id(), resident=resident.id, organisation=text),),
    )


@everything
def test_a_person_through_card_list_and_search(desk: Desk, text: str) -> None:
    sheet = person_of(text)
    residents.register(desk, sheet)
    card = residents.person_card(desk, sheet.person.id)
    assert card.sheet == sheet
    assert (card.row.name, card.row.address, card.row.yago) == (text, text, text)
    assert card.row.phones == (text,)
    assert card.history
    residents.correct(desk, card.card, card.sheet, reason=text)
    index = SearchIndex(desk.rows.people())
    visible = [word for word in text.split() if index.find(word)]
    for word in visible:
        assert sheet.person.id in {hit.row.person for hit in index.find(word)}  # type: ignore[union-attr]
    assert len(index.people()) == 2


FOUND_BY_NAME = [key for key in HOSTILE if key not in ("nothing to see", "separators")]


@pytest.mark.parametrize("key", FOUND_BY_NAME)
def test_who_has_such_a_name_is_found_by_it(desk: Desk, key: str) -> None:
    sheet = person_of(HOSTILE[key])
    residents.register(desk, sheet)
    index = SearchIndex(desk.rows.people())
    hits = index.find(HOSTILE[key])
    assert [hit.row.name for hit in hits] == [HOSTILE[key]]
    assert hits[0].why


@pytest.mark.parametrize("address", ["旭町1234-567", "1-2-3-4-5-6", "南一条 12-3456", "1234567"])
def test_an_address_of_many_numbers_is_found(desk: Desk, address: str) -> None:
    sheet = person_of("架空 花")
    person = Person(id=sheet.person.id, name="架空 花", place=Place(address=address))
    save(desk, person)
    index = SearchIndex(desk.rows.people())
    assert [hit.row.name for hit in index.find(address)] == ["架空 花"]
    assert [hit.row.name for hit in index.find(address[2:])] == ["架空 花"]


@pytest.fixture
def recipient(desk: Desk) -> Recipient:
    return desk.rows.all(Recipient)[0]


def request(paper: Paper, recipient: Recipient, text: str) -> Request:
    reason = text if text.strip() else "備え"
    return Request(paper=paper, recipient=recipient.id, reason=reason, decided_by=text)


@everything
def test_a_roster_with_such_a_person_on_it(
    desk: Desk, recipient: Recipient, machine: Machine, text: str
) -> None:
    residents.register(desk, person_of(text))
    town.declare(desk, Situation.DISASTER, "試験")
    wanted = request(Paper.ROSTER, recipient, text)
    if not text.strip():
        assert "決めた人" in refused(lambda: plans.plan(desk, wanted)).todo
        return
    plan = plans.plan(desk, wanted)
    assert len(plan.included) == 2
    assert papers.preview(desk, plan).pdf.startswith(b"%PDF")
    made = papers.make(desk, plan, allow_missing=True)
    assert made.printed.pdf.startswith(b"%PDF")


@everything
def test_a_directory_with_such_an_entry(desk: Desk, recipient: Recipient, text: str) -> None:
    resource = Resource(
        id=new_id(),
        name=text,
        reading=text,
        resource_class=ResourceClass.NATURAL,
        type=text,
        place=Place(address=text),
        phone=text,
        fax=text,
        hours=text,
        helps_with=text,
        publish=PublishLevel.PUBLIC,
        note=text,
    )
    contact = Contact(
        id=new_id(), resource=resource.id, name=text, reading=text, role=text, phone=text,
        avoid_hours=text, best_way=text,
    )  # fmt: skip
    save(desk, resource, contact)
    card = resources.resource_card(desk, resource.id)
    assert card.sheet.resource == resource
    (row,) = desk.rows.resources()
    assert (row.name, row.address, row.phone, row.contact) == (text, text, text, text)
    plan = plans.plan(desk, request(Paper.WINDOWS, recipient, text))
    assert papers.preview(desk, plan).pdf.startswith(b"%PDF")


@pytest.mark.parametrize("text", ["\udcff", "前\ud800後", "\udfff\ud800"])
def test_half_a_character_is_refused_and_nothing_is_written(
    desk: Desk, recipient: Recipient, text: str
) -> None:
    before = stand_of(desk)
    for record in one_of_each(text):
        assert "文字として読めない" in refused(lambda record=record: save(desk, record)).what  # type: ignore[misc]
    fine = filled(Person, "架空 花")
    assert "文字として読めない" in refused(lambda: save(desk, fine, reason=text)).what
    assert "文字として読めない" in refused(lambda: drafts.keep(desk, "人", "new", text)).what
    plan = plans.plan(desk, request(Paper.WINDOWS, recipient, text))
    refused(lambda: papers.make(desk, plan, allow_missing=True))
    assert stand_of(desk) == before


MY_NUMBER = "123456789018"


def test_a_my_number_is_refused_wherever_it_is_typed(desk: Desk, recipient: Recipient) -> None:
    before = stand_of(desk)
    for record in one_of_each(f"番号 {MY_NUMBER}"):
        error = refused(lambda record=record: save(desk, record))  # type: ignore[misc]
        assert "マイナンバー" in error.what and MY_NUMBER not in str(error)
    fine = filled(Person, "架空 花")
    assert "マイナンバー" in refused(lambda: save(desk, fine, reason=MY_NUMBER)).what
    plan = plans.plan(desk, request(Paper.WINDOWS, recipient, MY_NUMBER))
    assert "マイナンバー" in refused(lambda: papers.make(desk, plan)).what
    assert stand_of(desk) == before


def test_an_id_that_looks_like_one_is_none(desk: Desk) -> None:
    person = Person(id=f"{'a' * 10}{MY_NUMBER}{'b' * 10}", name="架空 花")
    resident = Resident(id=f"{'c' * 10}{MY_NUMBER}{'d' * 10}", person=person.id)
    photo = Contact(id=new_id(), resource=person.id, photo=f"{'e' * 26}{MY_NUMBER}{'f' * 26}")
    save(desk, person, resident, photo)
    assert as_saved(desk, resident) == resident


@pytest.fixture(autouse=True)
def no_open_office(desk: Desk) -> Iterator[None]:
    yield
    stand_of(desk)

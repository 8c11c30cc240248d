"""Taking a deed back, register by register, and what is left as it is."""

from __future__ import annotations

from dataclasses import replace

from renkei_desktop.domain.field import AnyRecord
from renkei_desktop.domain.moment import new_id
from renkei_desktop.domain.person import Person, Phone
from renkei_desktop.store.vault import Vault
from tests.store.offices import CLERK, OTHER, held, put, put_new, sentence_of, somebody


def undo_last(office: Vault) -> tuple[tuple[str, str, str], ...]:
    line = office.ledger.last_undoable(CLERK)
    assert line is not None
    return office.ledger.undo(line.deed, clerk=CLERK).kept


def correct(office: Vault, record: AnyRecord) -> str:
    return put(office, record, held(office, type(record), record.id))


def test_an_undo_writes_the_earlier_values_back_as_a_deed_with_its_label(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    deed = correct(office, replace(person, name="一", reading=None))
    undone = office.ledger.undo(deed, clerk=OTHER)
    assert undone.changes.label == "取り消し：訂正"
    assert undone.changes.records == {("person", person.id)}
    assert undone.kept == ()
    assert held(office, Person, person.id).record == person
    newest = office.ledger.deeds()[0]
    assert (newest.clerk, newest.undoes) == (OTHER, deed)
    assert office.ledger.verify(whole=True).is_sound


def test_what_was_changed_again_stays_and_is_listed(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    deed = correct(office, replace(person, name="一", reading="いち"))
    correct(office, replace(person, name="二", reading="いち"))
    undone = office.ledger.undo(deed, clerk=CLERK)
    assert undone.kept == (("person", person.id, "name"),)
    assert held(office, Person, person.id).record == replace(person, name="二")


def test_undoing_a_creation_leaves_no_empty_record(office: Vault) -> None:
    person = somebody()
    deed = put_new(office, person)
    assert office.ledger.undo(deed, clerk=CLERK).kept == ()
    assert office.rows.people() == ()
    found = held(office, Person, person.id)
    assert not found.exists
    assert found.record == person


def test_a_creation_that_somebody_has_worked_on_since_stays(office: Vault) -> None:
    person = somebody()
    deed = put_new(office, person)
    correct(office, replace(person, note="耳が遠い"))
    assert office.ledger.undo(deed, clerk=CLERK).kept == (("person", person.id, "exists"),)
    assert office.rows.count(Person) == 1


def test_an_undo_can_be_undone(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    deed = correct(office, replace(person, name="一"))
    undo = office.ledger.undo(deed, clerk=CLERK).changes
    redo = office.ledger.undo(undo.deed, clerk=CLERK).changes
    assert redo.label == "やり直し：訂正"
    assert held(office, Person, person.id).record.name == "一"
    office.ledger.undo(deed, clerk=CLERK)
    assert held(office, Person, person.id).record == person


def test_an_undone_creation_can_come_back(office: Vault) -> None:
    person = somebody()
    deed = put_new(office, person)
    undo = office.ledger.undo(deed, clerk=CLERK).changes.deed
    office.ledger.undo(undo, clerk=CLERK)
    assert [row.person for row in office.rows.people()] == [person.id]


def test_a_clerk_goes_back_step_by_step_to_the_beginning(office: Vault) -> None:
    person = somebody()
    phone = Phone(id=new_id(), person=person.id, number="0164-35-2111")
    put_new(office, person)
    correct(office, replace(person, name="一"))
    put_new(office, phone)
    correct(office, replace(person, name="二"))
    with office.ledger.writing("削除", clerk=CLERK) as book:
        book.end(held(office, Phone, phone.id))
    states = []
    for _ in range(5):
        assert undo_last(office) == ()
        states.append(([row.name for row in office.rows.people()], office.rows.count(Phone)))
    assert states == [(["二"], 1), (["一"], 1), (["一"], 0), (["髙橋 ハナ"], 0), ([], 0)]
    assert office.ledger.last_undoable(CLERK) is None
    assert office.ledger.verify(whole=True).is_sound


def test_a_deed_is_undone_once(office: Vault) -> None:
    deed = put_new(office, somebody())
    office.ledger.undo(deed, clerk=CLERK)
    assert office.ledger.deeds()[1].undone
    assert "もう取り消して" in sentence_of(lambda: office.ledger.undo(deed, clerk=CLERK)).what


def test_what_must_not_be_taken_back_is_not(office: Vault) -> None:
    with office.ledger.writing("渡した", clerk=CLERK, undoable=False) as book:
        book.put(somebody(), None)
    assert office.ledger.last_undoable(CLERK) is None
    deed = book.changes.deed
    assert "取り消せません" in sentence_of(lambda: office.ledger.undo(deed, clerk=CLERK)).what
    assert "記録にありません" in sentence_of(lambda: office.ledger.undo("x", clerk=CLERK)).what


def test_each_clerk_takes_back_her_own_last_deed(office: Vault) -> None:
    mine = put_new(office, somebody())
    with office.ledger.writing("登録", clerk=OTHER) as book:
        book.put(somebody(), None)
    last = office.ledger.last_undoable(CLERK)
    assert last is not None
    assert last.deed == mine
    anybody = office.ledger.last_undoable(None)
    assert anybody is not None
    assert anybody.deed == book.changes.deed


def test_undoing_a_decision_lets_both_values_stand_again(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    two_forms = held(office, Person, person.id)
    put(office, replace(person, name="一"), two_forms)
    put(office, replace(person, name="二"), two_forms)
    with office.ledger.writing("食い違いを決める", clerk=CLERK) as book:
        book.settle(held(office, Person, person.id), "name", "三")
    undone = office.ledger.undo(book.changes.deed, clerk=CLERK)
    assert set(held(office, Person, person.id).conflicts["name"]) == {"一", "二"}
    office.ledger.undo(undone.changes.deed, clerk=CLERK)
    found = held(office, Person, person.id)
    assert found.record.name == "三"
    assert not found.conflicts


def test_undoing_one_of_two_values_leaves_the_other_alone(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    two_forms = held(office, Person, person.id)
    put(office, replace(person, name="一"), two_forms)
    put(office, replace(person, name="二"), two_forms)
    assert undo_last(office) == ()
    assert held(office, Person, person.id).record.name == "一"
    assert not office.rows.conflicts()
    assert undo_last(office) == ()
    assert held(office, Person, person.id).record == person
    assert not office.rows.conflicts()


def test_a_whole_import_is_taken_back_at_once(office: Vault) -> None:
    people = [somebody(f"人{n}") for n in range(50)]
    with office.ledger.writing("取り込み", clerk=CLERK) as book:
        for person in people:
            book.put(person, None)
    correct(office, replace(people[3], name="直した"))
    undone = office.ledger.undo(book.changes.deed, clerk=CLERK)
    assert [row.name for row in office.rows.people()] == ["直した"]
    assert undone.kept == (("person", people[3].id, "exists"),)


def test_the_value_that_stands_already_is_not_listed(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    deed = correct(office, replace(person, name="一"))
    correct(office, person)
    undone = office.ledger.undo(deed, clerk=CLERK)
    assert undone.kept == ()
    assert not undone.changes


def test_a_register_written_twice_in_one_deed_goes_back_to_before_both(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    form = held(office, Person, person.id)
    with office.ledger.writing("訂正", clerk=CLERK) as book:
        book.put(replace(person, name="一"), form)
        book.put(replace(person, name="二"), form)
    assert office.ledger.undo(book.changes.deed, clerk=CLERK).kept == ()
    assert held(office, Person, person.id).record == person
    assert not office.rows.conflicts()

"""One way in: what a deed writes, what it leaves behind, what happens when it fails."""

from __future__ import annotations

from dataclasses import replace

import pytest

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.moment import new_id
from renkei_desktop.domain.person import Person, Phone
from renkei_desktop.domain.place import Place as Address
from renkei_desktop.domain.place import Point
from renkei_desktop.domain.stamp import Stamp
from renkei_desktop.store.vault import Vault
from renkei_desktop.work import Stopped
from tests.store.offices import CLERK, OTHER, Place, held, put, put_new, sentence_of, somebody


def test_a_deed_says_which_records_it_changed(office: Vault) -> None:
    person = somebody()
    phone = Phone(id=new_id(), person=person.id, number="0164-35-2111")
    with office.ledger.writing("住民の登録", clerk=CLERK) as book:
        book.put(person, None)
        book.put(phone, None)
    assert book.changes == Changes(
        book.changes.deed, "住民の登録", frozenset({("person", person.id), ("phone", phone.id)})
    )


def test_what_was_put_is_read_back_with_its_stamps(office: Vault) -> None:
    person = replace(somebody(), place=Address(address="南一条1-2", point=Point(43.5, 141.9)))
    put_new(office, person)
    found = held(office, Person, person.id)
    assert found.record == person
    assert found.exists
    assert not found.conflicts
    assert set(found.seen.registers) == {"exists", "name", "reading", "place"}
    stamps = {stamp for seen in found.seen.registers.values() for stamp in seen}
    assert stamps == {Stamp(office.seat.id, counter) for counter in range(1, 5)}


def test_only_what_differs_is_written(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    before = held(office, Person, person.id)
    put(office, replace(person, reading="たかはし　はなこ"), before)
    lines = office.ledger.history([person.id])
    assert [(line.register, line.before, line.after) for line in lines[:1]] == [
        ("reading", "たかはし はな", "たかはし　はなこ")
    ]
    assert len(lines) == 4
    after = held(office, Person, person.id)
    assert after.seen.of("name") == before.seen.of("name")
    assert after.seen.of("reading") != before.seen.of("reading")


def test_history_tells_who_when_and_why(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    put(office, replace(person, name="髙𣘺"), held(office, Person, person.id), reason="戸籍の字")
    line = office.ledger.history(frozenset({person.id}))[0]
    assert (line.clerk, line.label, line.reason, line.kind) == (CLERK, "訂正", "戸籍の字", "person")
    assert line.at.tzinfo is not None


def test_a_deed_without_changes_leaves_no_trace(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    with office.ledger.writing("何もしない", clerk=CLERK) as book:
        book.put(person, held(office, Person, person.id))
    assert not book.changes
    assert [line.label for line in office.ledger.deeds()] == ["登録"]


@pytest.mark.parametrize("error", [Stopped, ZeroDivisionError, KeyboardInterrupt])
def test_a_deed_that_is_interrupted_rolls_back(office: Vault, error: type[BaseException]) -> None:
    kept = somebody()
    put_new(office, kept)
    lost = somebody()
    with pytest.raises(error), office.ledger.writing("取り込み", clerk=CLERK) as book:
        book.put(lost, None)
        book.attach(b"photo", "image/jpeg")
        assert office.rows.get(Person, lost.id) is not None
        raise error
    assert [row.person for row in office.rows.people()] == [kept.id]
    assert office.rows.count(Person) == 1
    assert office.database.run("SELECT count(*) FROM attachment") == [(0,)]
    put_new(office, lost)
    assert office.ledger.verify(whole=True).is_sound


def test_a_deed_sees_what_it_has_written_itself(office: Vault) -> None:
    person = somebody()
    with office.ledger.writing("登録", clerk=CLERK) as book:
        book.put(person, None)
        found = office.rows.get(Person, person.id)
        assert found is not None
        book.put(replace(person, name="林"), found)
        assert [row.name for row in office.rows.people()] == ["林"]
    assert held(office, Person, person.id).record.name == "林"
    assert not office.rows.conflicts()


def test_a_deed_may_write_the_same_register_twice_from_the_same_form(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    before = held(office, Person, person.id)
    with office.ledger.writing("訂正", clerk=CLERK) as book:
        book.put(replace(person, name="一"), before)
        book.put(replace(person, name="二"), before)
    after = held(office, Person, person.id)
    assert after.record.name == "二"
    assert not after.conflicts


def test_two_deeds_do_not_stand_inside_each_other(office: Vault) -> None:
    with (
        office.ledger.writing("外", clerk=CLERK) as book,
        pytest.raises(RuntimeError),
        office.ledger.writing("内", clerk=CLERK),
    ):
        pass
    assert not book.changes
    put_new(office, somebody())


def test_a_record_is_not_created_twice(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    assert "もうあります" in sentence_of(lambda: put_new(office, person)).what

    def twice() -> None:
        other = somebody()
        with office.ledger.writing("登録", clerk=CLERK) as book:
            book.put(other, None)
            book.put(other, None)

    assert "もうあります" in sentence_of(twice).what
    assert office.rows.count(Person) == 1


def test_a_value_written_meanwhile_stays_beside(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    two_forms = held(office, Person, person.id)
    put(office, replace(person, name="一", reading="いち"), two_forms)
    put(office, replace(person, name="二"), two_forms)
    found = held(office, Person, person.id)
    assert found.conflicts == {"name": ("二", "一")}
    assert found.record == replace(person, name="二", reading="いち")
    assert office.rows.conflicts() == {("person", person.id, "name"): ("二", "一")}


def test_an_ordinary_correction_never_settles_what_stands_beside(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    two_forms = held(office, Person, person.id)
    put(office, replace(person, name="一"), two_forms)
    put(office, replace(person, name="二"), two_forms)
    third = held(office, Person, person.id)
    put(office, replace(third.record, name="三"), third)
    assert set(held(office, Person, person.id).conflicts["name"]) == {"三", "一"}


def test_a_clerk_settles_what_stands_side_by_side(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    two_forms = held(office, Person, person.id)
    put(office, replace(person, name="一"), two_forms)
    put(office, replace(person, name="二"), two_forms)
    with office.ledger.writing("食い違いを決める", clerk=CLERK) as book:
        book.settle(held(office, Person, person.id), "name", "二")
    found = held(office, Person, person.id)
    assert found.record.name == "二"
    assert not found.conflicts
    assert not office.rows.conflicts()


def test_settling_leaves_what_came_after_the_look(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    two_forms = held(office, Person, person.id)
    put(office, replace(person, name="一"), two_forms)
    put(office, replace(person, name="二"), two_forms)
    looked_at = held(office, Person, person.id)
    put(office, replace(person, name="三"), two_forms)
    with office.ledger.writing("食い違いを決める", clerk=CLERK) as book:
        book.settle(looked_at, "name", "一")
    assert set(held(office, Person, person.id).conflicts["name"]) == {"一", "三"}


def test_the_same_value_from_two_forms_is_no_conflict(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    two_forms = held(office, Person, person.id)
    put(office, replace(person, name="一"), two_forms)
    put(office, replace(person, name="一"), two_forms)
    found = held(office, Person, person.id)
    assert not found.conflicts
    assert len(found.seen.of("name")) == 2


def test_an_ended_record_stands_in_no_list_and_can_come_back(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    with office.ledger.writing("削除", clerk=CLERK) as book:
        book.end(held(office, Person, person.id))
    assert office.rows.people() == ()
    assert office.rows.all(Person) == ()
    assert office.rows.count(Person) == 0
    ended = held(office, Person, person.id)
    assert not ended.exists
    assert ended.record == person
    with office.ledger.writing("戻す", clerk=CLERK) as book:
        book.revive(ended)
    assert office.rows.count(Person) == 1


def test_an_edit_that_did_not_know_of_the_ending_beats_it(office: Vault) -> None:
    person = somebody()
    put_new(office, person)
    two_forms = held(office, Person, person.id)
    with office.ledger.writing("削除", clerk=CLERK) as book:
        book.end(two_forms)
    put(office, replace(person, name="一"), two_forms)
    found = held(office, Person, person.id)
    assert found.exists
    assert found.conflicts == {"exists": (True, False)}
    with office.ledger.writing("食い違いを決める", clerk=CLERK) as book:
        book.end(found)
    after = held(office, Person, person.id)
    assert not after.exists
    assert not after.conflicts


def test_deeds_come_newest_first_and_page_by_page(office: Vault) -> None:
    for n in range(5):
        put_new(office, somebody(), f"登録{n}")
    first = office.ledger.deeds(limit=2)
    assert [line.label for line in first] == ["登録4", "登録3"]
    rest = office.ledger.deeds(limit=10, before=first[-1].deed)
    assert [line.label for line in rest] == ["登録2", "登録1", "登録0"]
    assert first[0].records == 1


def test_the_access_log_is_a_chain_of_its_own(office: Vault) -> None:
    office.ledger.log_access(CLERK, "印刷", "名簿 1-0001")
    office.ledger.log_access(OTHER, "閲覧", "地図")
    lines = office.ledger.accesses()
    assert [(line.clerk, line.act, line.about) for line in lines] == [
        (OTHER, "閲覧", "地図"),
        (CLERK, "印刷", "名簿 1-0001"),
    ]
    assert office.ledger.verify(whole=True).is_sound


def test_notes_are_kept_by_area_and_key_without_a_deed(place: Place) -> None:
    office = place.create()
    notes = office.ledger.noting()
    notes.put("draft/佐藤", "resident/new", {"氏名": "髙橋", "長さ": [1, None, True]})
    notes.put("draft/佐藤", "a", 1)
    notes.put("columns", "residents", ["name"])
    notes.put("draft/佐藤", "a", 2)
    office.close()
    office = place.open()
    notes = office.ledger.noting()
    assert notes.get("draft/佐藤", "resident/new") == {"氏名": "髙橋", "長さ": [1, None, True]}
    assert notes.keys("draft/佐藤") == ("a", "resident/new")
    assert notes.get("draft/佐藤", "a") == 2
    notes.delete("draft/佐藤", "a")
    notes.delete("draft/佐藤", "a")
    assert notes.get("draft/佐藤", "a") is None
    assert office.ledger.deeds() == ()
    office.close()


def test_a_note_inside_a_deed_goes_with_it(office: Vault) -> None:
    with pytest.raises(Stopped), office.ledger.writing("登録", clerk=CLERK) as book:
        book.put(somebody(), None)
        office.ledger.noting().put("a", "b", 1)
        office.ledger.log_access(CLERK, "印刷", "")
        raise Stopped
    assert office.ledger.noting().get("a", "b") is None
    assert office.ledger.accesses() == ()


def test_attachments_are_kept_once_by_their_hash(office: Vault) -> None:
    digests = []
    for _ in range(2):
        with office.ledger.writing("写真", clerk=CLERK) as book:
            digests.append(book.attach(b"\xff\xd8 face", "image/jpeg"))
            book.put(somebody(), None)
    assert digests[0] == digests[1]
    found = office.rows.attachment(digests[0])
    assert found is not None
    assert (found.media, found.data) == ("image/jpeg", b"\xff\xd8 face")
    assert office.rows.attachment("0" * 64) is None


def test_an_attachment_that_is_too_big_is_refused(office: Vault) -> None:
    def attach() -> None:
        with office.ledger.writing("写真", clerk=CLERK) as book:
            book.attach(bytes(20 * 1024 * 1024 + 1), "image/jpeg")

    assert "大きすぎます" in sentence_of(attach).what


def test_exceptions_of_the_database_carry_no_values(office: Vault) -> None:
    put_new(office, somebody("秘密の名前"))
    with pytest.raises(Exception, match="UNIQUE") as caught:
        office.database.run("INSERT INTO deed SELECT * FROM deed")
    assert "秘密" not in str(caught.value)

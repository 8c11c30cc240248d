"""A stamp is never used twice: copies, old states and other PCs start a new seat."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from renkei_desktop.domain.person import Person
from renkei_desktop.store.marks import SeatMarks
from renkei_desktop.store.vault import Vault
from tests.store.offices import Place, put_new, sentence_of, somebody


def stamps_of(office: Vault) -> set[tuple[str, int]]:
    return set(office.database.run('SELECT seat, counter FROM "change"'))


def test_the_same_office_on_the_same_pc_keeps_its_seat(place: Place) -> None:
    office = place.create()
    seat = office.seat
    put_new(office, somebody())
    office.close()
    for _ in range(3):
        office = place.open()
        assert office.seat == seat
        put_new(office, somebody())
        office.close()


def test_a_new_office_keeps_its_seat_before_its_first_deed(place: Place) -> None:
    office = place.create()
    seat = office.seat
    office.close()
    office = place.open()
    assert office.seat == seat
    office.close()


def test_a_folder_copied_on_the_same_pc_gets_a_new_seat(place: Place) -> None:
    office = place.create()
    first = office.seat
    put_new(office, somebody())
    office.close()
    copy = place.root / "写し.renkei"
    shutil.copytree(place.folder, copy)
    copied = place.open(copy)
    assert copied.seat.id != first.id
    assert copied.seat.number == first.number + 1
    second = copied.seat
    put_new(copied, somebody())
    after_copy = stamps_of(copied)
    copied.close()
    office = place.open()
    assert office.seat == first
    put_new(office, somebody())
    shared = {stamp for stamp in stamps_of(office) & after_copy if stamp[0] == first.id}
    assert shared == {stamp for stamp in after_copy if stamp[0] == first.id}
    office.close()
    copied = place.open(copy)
    assert copied.seat == second
    copied.close()


def test_the_same_folder_on_another_pc_gets_a_new_seat(place: Place, tmp_path: Path) -> None:
    office = place.create()
    first = office.seat
    office.close()
    other_pc = Place(place.root / "other", place.clock)
    other_pc.root.mkdir()
    office = other_pc.open(place.folder)
    assert office.seat.id != first.id
    office.close()


def test_an_older_state_put_back_gets_a_new_seat(place: Place) -> None:
    office = place.create()
    first = office.seat
    put_new(office, somebody())
    office.close()
    old = (place.folder / "ledger.db").read_bytes()
    office = place.open()
    put_new(office, somebody())
    put_new(office, somebody())
    used = stamps_of(office)
    office.close()
    (place.folder / "ledger.db").write_bytes(old)
    office = place.open()
    assert office.seat.id != first.id
    put_new(office, somebody())
    assert {s for s in stamps_of(office) if s[0] == first.id} < used
    office.close()


def test_the_state_before_the_last_deed_never_reuses_its_stamps(place: Place) -> None:
    """It looks like a kill between mark and commit, so it keeps the seat; not the stamps."""
    office = place.create()
    put_new(office, somebody())
    office.close()
    old = (place.folder / "ledger.db").read_bytes()
    office = place.open()
    deed = put_new(office, somebody())
    lost = stamps_of(office)
    office.close()
    (place.folder / "ledger.db").write_bytes(old)
    office = place.open()
    before = stamps_of(office)
    put_new(office, somebody())
    fresh = stamps_of(office) - before
    assert fresh.isdisjoint(lost)
    assert deed not in {line.deed for line in office.ledger.deeds()}
    office.close()


def test_a_mark_that_lags_behind_after_a_power_cut_is_accepted(place: Place) -> None:
    office = place.create()
    seat = office.seat
    put_new(office, somebody())
    office.close()
    mark = next((place.root / "seats").iterdir())
    old = mark.read_bytes()
    office = place.open()
    for _ in range(3):
        put_new(office, somebody())
    office.close()
    mark.write_bytes(old)
    office = place.open()
    assert office.seat == seat
    put_new(office, somebody())
    office.close()


def test_a_mark_that_cannot_be_read_means_a_new_seat(place: Place) -> None:
    office = place.create()
    first = office.seat
    office.close()
    for content in (b"", b"{}", b"[1]", b'{"counter": "x"}', b"\xff"):
        next((place.root / "seats").iterdir()).write_bytes(content)
        office = place.open()
        assert office.seat.id != first.id
        office.close()


def test_a_new_seat_that_never_writes_leaves_no_trace(place: Place) -> None:
    place.create().close()
    shutil.rmtree(place.root / "seats")
    numbers = []
    for _ in range(3):
        office = place.open()
        numbers.append(office.seat.number)
        office.close()
    assert numbers == [2, 2, 2]


def test_document_numbers_carry_the_seat_and_are_never_given_twice(place: Place) -> None:
    office = place.create()
    numbers = []
    for _ in range(2):
        with office.ledger.writing("渡す", clerk="佐藤") as book:
            numbers += [book.next_number(), book.next_number()]
            book.put(somebody(), None)
    office.close()
    office = place.open()
    with office.ledger.writing("渡す", clerk="佐藤") as book:
        numbers.append(book.next_number())
        book.put(somebody(), None)
    office.close()
    assert numbers == ["1-0001", "1-0002", "1-0003", "1-0004", "1-0005"]
    shutil.rmtree(place.root / "seats")
    office = place.open()
    with office.ledger.writing("渡す", clerk="佐藤") as book:
        assert book.next_number() == "2-0001"
        book.put(somebody(), None)
    office.close()


def test_a_mark_that_cannot_be_written_stops_the_deed(place: Place) -> None:
    office = place.create()
    shutil.rmtree(place.root / "seats")
    (place.root / "seats").write_text("in the way")
    person = somebody()
    assert "保存できません" in sentence_of(lambda: put_new(office, person)).what
    assert office.rows.get(Person, person.id) is None
    (place.root / "seats").unlink()
    put_new(office, person)
    office.close()


def test_marks_of_several_offices_stand_beside_each_other(tmp_path: Path) -> None:
    marks = SeatMarks(tmp_path / "seats")
    assert marks.read("a" * 32, "b" * 8) is None
    one, two = Place(tmp_path), Place(tmp_path / "two")
    one.create().close()
    two.root.mkdir()
    office = two.create()
    office.close()
    files = sorted((tmp_path / "seats").iterdir())
    assert len(files) == 1
    assert json.loads(files[0].read_text())["place"] == str(one.folder / "ledger.db")

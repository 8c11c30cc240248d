"""Whoever changes the file behind the program's back is found out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from renkei_desktop.domain.change import ChainReport
from renkei_desktop.domain.person import Person
from renkei_desktop.store import soundness
from renkei_desktop.store import tip as facts
from renkei_desktop.store.vault import Vault
from renkei_desktop.store.verify import note_sound
from renkei_desktop.work import Stopped
from tests.store.offices import CLERK, Place, held, put, put_new, somebody


@pytest.fixture
def worked_in(office: Vault) -> Vault:
    """An office with five deeds of a few changes each."""
    people = [somebody(f"人{n}") for n in range(3)]
    for person in people:
        put_new(office, person)
    put(office, replace(people[0], name="直した"), held(office, Person, people[0].id))
    office.ledger.undo(office.ledger.deeds()[0].deed, clerk=CLERK)
    office.ledger.log_access(CLERK, "印刷", "1-0001")
    office.ledger.log_access(CLERK, "印刷", "1-0002")
    return office


def whole(office: Vault) -> ChainReport:
    return office.ledger.verify(whole=True)


def test_a_log_as_it_was_written_is_sound(worked_in: Vault) -> None:
    report = whole(worked_in)
    assert report.is_sound
    assert (report.deeds, report.changes) == (5, 11)


TAMPERED = [
    ('UPDATE "change" SET after = \'"別人"\' WHERE position = 2', "1番"),
    ('UPDATE "change" SET before = NULL WHERE position = 10', "4番"),
    ("UPDATE \"change\" SET beside = '[1]' WHERE position = 10", "4番"),
    ("UPDATE \"change\" SET superseded = '' WHERE position = 10", "4番"),
    ('UPDATE "change" SET counter = 99 WHERE position = 4', "2番"),
    ('DELETE FROM "change" WHERE position = 5', "2番"),
    ('UPDATE "change" SET deed = 3 WHERE position = 6', "2番"),
    ("UPDATE \"change\" SET salt = x'00' WHERE position = 1", "1番"),
    ("UPDATE deed SET clerk = '別人' WHERE number = 2", "2番"),
    ("UPDATE deed SET reason = 'うそ' WHERE number = 2", "2番"),
    ("UPDATE deed SET at = '2020-01-01T00:00:00+00:00' WHERE number = 3", "3番"),
    ("UPDATE deed SET undoable = 0 WHERE number = 3", "3番"),
    ("UPDATE deed SET link = zeroblob(32) WHERE number = 3", "3番"),
    ("UPDATE deed SET commitment = zeroblob(32) WHERE number = 3", "3番"),
    ("DELETE FROM deed WHERE number = 2", "2番"),
    ("DELETE FROM deed WHERE number = 5", "終わり"),
    ('DELETE FROM "change" WHERE deed = 5', "5番"),
    ("UPDATE access SET about = '1-0009' WHERE position = 1", "持ち出し"),
    ("DELETE FROM access WHERE position = 1", "持ち出し"),
]


@pytest.mark.parametrize(("sql", "words"), TAMPERED)
def test_a_line_that_was_tampered_with_is_named(worked_in: Vault, sql: str, words: str) -> None:
    worked_in.database.run(sql)
    report = whole(worked_in)
    assert any(words in sentence for sentence in report.trouble)


def test_a_row_that_the_log_does_not_know_is_found(worked_in: Vault) -> None:
    assert soundness.check(worked_in).sound
    worked_in.database.run("UPDATE person SET name = '別人' WHERE name = '人1'")
    report = soundness.check(worked_in)
    assert not report.sound
    assert any("人のうち1件" in line for line in report.lines)


def test_a_record_that_appeared_from_nowhere_is_found(worked_in: Vault) -> None:
    worked_in.database.run(
        "INSERT INTO household (id, \"exists\", folded, sort_key) VALUES (?, 1, '', '')", ["x"]
    )
    assert any("世帯のうち1件" in line for line in soundness.check(worked_in).lines)


def test_an_old_page_put_back_is_found(place: Place) -> None:
    """SQLCipher proves each page by itself; that a page is an old one only the log knows."""
    office = place.create()
    person = somebody("はじめの名前")
    put_new(office, person)
    office.close()
    path = place.folder / "ledger.db"
    old = path.read_bytes()
    office = place.open()
    put(office, replace(person, name="あとの名前"), held(office, Person, person.id))
    root = office.database.run("SELECT rootpage FROM sqlite_master WHERE name = 'person'")[0][0]
    office.close()
    new = bytearray(path.read_bytes())
    page = slice((root - 1) * 4096, root * 4096)
    assert new[page] != old[page]
    new[page] = old[page]
    path.write_bytes(new)
    office = place.open()
    assert office.rows.people()[0].name == "はじめの名前"
    assert office.chain.is_sound
    report = soundness.check(office)
    assert not report.sound
    assert any("人のうち1件" in line for line in report.lines)
    office.close()


def test_a_page_that_was_damaged_is_found(place: Place) -> None:
    office = place.create()
    put_new(office, somebody())
    root = office.database.run("SELECT rootpage FROM sqlite_master WHERE name = 'note'")[0][0]
    office.close()
    path = place.folder / "ledger.db"
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 + 100] ^= 1
    path.write_bytes(content)
    office = place.open()
    report = soundness.check(office)
    assert not report.sound
    assert any("こわれています" in line for line in report.lines)
    office.close()


def test_an_attachment_that_was_changed_is_found(worked_in: Vault) -> None:
    with worked_in.ledger.writing("写真", clerk=CLERK) as book:
        book.attach(b"face", "image/jpeg")
        book.put(somebody(), None)
    worked_in.database.run("UPDATE attachment SET data = x'00'")
    assert not soundness.check(worked_in).sound


def test_erased_values_leave_the_chain_whole(worked_in: Vault) -> None:
    worked_in.database.run(
        'UPDATE "change" SET before = NULL, after = NULL, beside = NULL, salt = NULL'
        " WHERE position = 2"
    )
    assert whole(worked_in).is_sound


def test_the_start_looks_at_what_came_since(place: Place) -> None:
    office = place.create()
    put_new(office, somebody())
    note_sound(office.database)
    put_new(office, somebody())
    office.close()
    office = place.open()
    assert (office.chain.deeds, office.chain.is_sound) == (1, True)
    office.database.run("UPDATE deed SET clerk = '別人' WHERE number = 2")
    office.close()
    office = place.open()
    assert any("2番" in sentence for sentence in office.chain.trouble)
    office.close()


def test_a_forged_place_to_start_from_is_noticed(worked_in: Vault) -> None:
    note_sound(worked_in.database)
    worked_in.database.run("UPDATE deed SET link = zeroblob(32) WHERE number = 5")
    assert not worked_in.ledger.verify(whole=False).is_sound


def test_the_look_along_the_log_can_be_stopped(office: Vault) -> None:
    with office.ledger.writing("取り込み", clerk=CLERK) as book:
        for n in range(1000):
            book.put(somebody(f"人{n}"), None)

    def stop(done: int, total: int | None, label: str) -> None:
        assert total == 3000
        raise Stopped

    with pytest.raises(Stopped):
        office.ledger.verify(stop, whole=True)


def test_a_long_log_is_remembered_as_sound(place: Place) -> None:
    office = place.create()
    with office.ledger.writing("取り込み", clerk=CLERK) as book:
        for n in range(1000):
            book.put(somebody(f"人{n}"), None)
    office.close()
    for changes in (3000, 0):
        office = place.open()
        assert office.chain.changes == changes
        office.close()


def test_commitments_are_salted(worked_in: Vault) -> None:
    rows = worked_in.database.run(
        "SELECT salt, commitment FROM \"change\" WHERE register = 'exists'"
    )
    assert len({salt for salt, _ in rows}) == len(rows) == len({c for _, c in rows})
    assert all(len(salt) == 16 for salt, _ in rows)
    assert facts.read_tip(worked_in.database).deed == 5

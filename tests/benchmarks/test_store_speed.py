"""The lists of 6,000 people out of the encrypted file, against the bare queries behind them."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator

import pytest

from renkei_desktop.domain.choice import Answer, AnswerWay, Purpose, RecipientClass
from renkei_desktop.domain.consent import Consent, ConsentAnswer, consent_id
from renkei_desktop.domain.moment import keyed_id
from renkei_desktop.domain.person import Household, Person, Phone
from renkei_desktop.domain.place import Place, Point
from renkei_desktop.domain.resident import Resident, SupportReason
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.store import people
from renkei_desktop.store.book import Book
from renkei_desktop.store.vault import Vault
from tests.store.offices import CLERK, held, put
from tests.store.offices import Place as Office

PEOPLE = 6_000
BARE = (
    people.PEOPLE.format(which=""),
    'SELECT person, number, folded FROM phone WHERE "exists"',
    'SELECT resident, term, note FROM support_reason WHERE "exists"',
    'SELECT resident, answer_answer FROM consent WHERE "exists"',
)

pytestmark = pytest.mark.benchmark


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    place = Office(tmp_path_factory.mktemp("speed"))
    found = place.create()
    start = time.perf_counter()
    with found.ledger.writing("取り込み", clerk=CLERK) as book:
        for number in range(PEOPLE):
            enter(book, number)
    print(f"\nwriting {PEOPLE} residents: {time.perf_counter() - start:.1f} s")
    yield found
    place.close()


def enter(book: Book, number: int) -> None:
    """One registered person with all that a list shows of them."""
    household = Household(id=keyed_id("household", str(number)), yago=f"山{number}")
    person = Person(
        id=keyed_id("person", str(number)),
        name=f"髙橋 花{number}",
        reading="たかはし はな",
        birth=PartialDate(1930 + number % 30, 1 + number % 12, 1 + number % 28),
        place=Place(address=f"緑町{number}", point=Point(43.5, 141.9)),
        household=household.id,
    )
    resident = Resident(id=keyed_id("resident", str(number)), person=person.id, care_level="care_1")
    phone = Phone(id=keyed_id("phone", str(number)), person=person.id, number="0164-35-2111")
    reason = SupportReason(id=keyed_id("r", str(number)), resident=resident.id, term="alone")
    for record in (household, person, resident, phone, reason):
        book.put(record, None)
    for recipient in (RecipientClass.COMMISSIONER, RecipientClass.ASSOCIATION):
        consent = Consent(
            id=consent_id(resident.id, Purpose.ROSTER, recipient),
            resident=resident.id,
            purpose=Purpose.ROSTER,
            recipient_class=recipient,
            answer=ConsentAnswer(
                answer=Answer.GIVEN, on=PartialDate(2026, 4, 1), way=AnswerWay.PAPER
            ),
        )
        book.put(consent, None, by_form=True)


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """The median of several runs."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def test_the_list_of_people_costs_little_more_than_its_queries(office: Vault) -> None:
    def bare() -> list[list[tuple[object, ...]]]:
        return [office.database.run(sql) for sql in BARE]

    rows, main = office.rows.people(), bare()[0]
    assert [(r.person, r.name, r.address) for r in rows] == [(m[0], m[2], m[7]) for m in main]
    assert len(rows) == PEOPLE
    floor, list_time = seconds(bare), seconds(office.rows.people)
    print(f"\nbare queries {floor * 1000:.0f} ms, list {list_time * 1000:.0f} ms")
    assert list_time <= floor * 4


def test_one_row_is_read_anew_without_the_list(office: Vault) -> None:
    person = office.rows.people()[PEOPLE // 2]
    assert office.rows.person(person.person) == person
    one = seconds(lambda: office.rows.person(person.person))
    whole = seconds(office.rows.people)
    print(f"\none row {one * 1000:.2f} ms, list {whole * 1000:.0f} ms")
    assert one <= whole / 20


def test_a_correction_costs_the_same_in_a_full_office(
    office: Vault, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = Office(tmp_path_factory.mktemp("empty"))
    empty = place.create()
    with empty.ledger.writing("登録", clerk=CLERK) as book:
        enter(book, 0)

    def correct(vault: Vault) -> Callable[[], object]:
        person = keyed_id("person", "0")

        def work() -> None:
            found = held(vault, Person, person)
            name = "一" if found.record.name != "一" else "二"
            put(vault, Person(id=person, name=name), found)

        return work

    full, new = seconds(correct(office), 15), seconds(correct(empty), 15)
    print(f"\na correction: {full * 1000:.1f} ms among {PEOPLE}, {new * 1000:.1f} ms alone")
    assert full <= new * 3
    place.close()


def test_the_look_at_the_start_does_not_walk_the_whole_log(office: Vault) -> None:
    assert office.ledger.verify(whole=True).is_sound
    tail = seconds(lambda: office.ledger.verify(whole=False))
    whole = seconds(lambda: office.ledger.verify(whole=True), 2)
    changes = office.database.run('SELECT count(*) FROM "change"')[0][0]
    print(f"\n{changes} changes: whole {whole * 1000:.0f} ms, tail {tail * 1000:.1f} ms")
    assert tail <= whole / 20

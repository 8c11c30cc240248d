"""Real offices in a temporary folder, cheap to open, with a clock that goes on by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.field import AnyRecord
from renkei_desktop.domain.held import Held
from renkei_desktop.domain.moment import RecordId, new_id
from renkei_desktop.domain.person import Person
from renkei_desktop.store import vault
from renkei_desktop.store.cost import KdfCost
from renkei_desktop.store.marks import SeatMarks
from renkei_desktop.store.vault import Vault

CLERK = "佐藤"
OTHER = "鈴木"
PASSWORD = "ゆきだるま"


def ticking(start: datetime = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)) -> Callable[[], datetime]:
    """A clock that goes on by a minute whenever it is looked at."""
    moments: Iterator[datetime] = (start + timedelta(minutes=n) for n in range(10**9))
    return lambda: next(moments)


@dataclass
class Place:
    """A folder for offices and, beside it, what the PC remembers of them."""

    root: Path
    clock: Callable[[], datetime] = field(default_factory=ticking)
    opened: list[Vault] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return self.root / "見本町.renkei"

    @property
    def marks(self) -> SeatMarks:
        return SeatMarks(self.root / "seats")

    def create(self) -> Vault:
        return self.create_with_code()[0]

    def create_with_code(self) -> tuple[Vault, str]:
        office, code = vault.create(
            self.folder,
            clerk=CLERK,
            password=PASSWORD,
            cost=KdfCost.practice(),
            clock=self.clock,
            marks=self.marks,
        )
        self.opened.append(office)
        return office, code

    def open(
        self, folder: Path | None = None, clerk: str = CLERK, password: str = PASSWORD
    ) -> Vault:
        office = vault.open_with_password(
            folder or self.folder, clerk, password, clock=self.clock, marks=self.marks
        )
        self.opened.append(office)
        return office

    def open_with_code(self, code: str) -> Vault:
        office = vault.open_with_code(self.folder, code, clock=self.clock, marks=self.marks)
        self.opened.append(office)
        return office

    def close(self) -> None:
        """Closes what a test that failed has left open."""
        for office in self.opened:
            office.close()


def put_new(office: Vault, record: AnyRecord, label: str = "登録", *, by_form: bool = False) -> str:
    """Creates one record as a deed of its own; gives the deed."""
    with office.ledger.writing(label, clerk=CLERK) as book:
        book.put(record, None, by_form=by_form)
    return book.changes.deed


def put(
    office: Vault,
    record: AnyRecord,
    held: Held[AnyRecord],
    *,
    by_form: bool = False,
    reason: str | None = None,
) -> str:
    """Corrects one record as a deed of its own; gives the deed."""
    with office.ledger.writing("訂正", clerk=CLERK, reason=reason) as book:
        book.put(record, held, by_form=by_form)
    return book.changes.deed


def held(office: Vault, cls: type[AnyRecord], record: RecordId) -> Held[AnyRecord]:
    """A record that must be there."""
    found = office.rows.get(cls, record)
    assert found is not None
    return found


def somebody(name: str = "髙橋 ハナ", reading: str = "たかはし はな") -> Person:
    """A fictional person."""
    return Person(id=new_id(), name=name, reading=reading)


def sentence_of(call: Callable[[], object]) -> RenkeiError:
    """The error with which a call must end."""
    try:
        call()
    except RenkeiError as error:
        assert error.what and error.sentence.endswith("。")
        return error
    raise AssertionError("it should have ended in a sentence")

"""控え: verified when written, never worse than the one before, and an office again when needed."""

from __future__ import annotations

import json
import shutil
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from renkei_desktop.domain.person import Person
from renkei_desktop.store import backup, container, copying, soundness, vault
from renkei_desktop.store.container import SUFFIX
from renkei_desktop.store.retention import to_drop
from renkei_desktop.store.vault import Vault
from renkei_desktop.work import Stopped
from tests.store.offices import (
    CLERK,
    OTHER,
    PASSWORD,
    Place,
    put_new,
    sentence_of,
    somebody,
    ticking,
)

FILE = f"控え{SUFFIX}"


def restored(place: Place, file: Path, clerk: str = CLERK, password: str = PASSWORD) -> Vault:
    folder = place.root / "戻した.renkei"
    backup.restore(file, folder, clerk=clerk, password=password)
    return place.open(folder, clerk, password)


def test_a_backup_carries_everything(place: Place) -> None:
    office = place.create()
    person = somebody()
    with office.ledger.writing("登録", clerk=CLERK) as book:
        digest = book.attach(b"face", "image/jpeg")
        book.put(person, None)
    office.ledger.noting().put("draft", "a", 1)
    office.ledger.log_access(CLERK, "閲覧", "")
    file = backup.backup(office, place.root / FILE)
    assert file == place.root / FILE
    again = restored(place, file)
    assert again.rows.get(Person, person.id) is not None
    assert again.rows.attachment(digest) is not None
    assert again.ledger.noting().get("draft", "a") == 1
    assert len(again.ledger.accesses()) == 1
    assert soundness.check(again).sound


def test_a_restored_office_writes_under_a_new_seat_until_ticked_off(place: Place) -> None:
    office = place.create()
    put_new(office, somebody())
    file = backup.backup(office, place.root / FILE)
    assert office.restored_on is None
    again = restored(place, file)
    assert again.seat.number == office.seat.number + 1
    assert again.restored_on == date(2026, 11, 22)
    put_new(again, somebody())
    seat = again.seat
    again.close()
    again = place.open(place.root / "戻した.renkei")
    assert again.seat == seat
    assert again.restored_on == date(2026, 11, 22)
    again.tick_restored()
    assert again.restored_on is None
    again.close()
    assert place.open(place.root / "戻した.renkei").restored_on is None


def test_unpacked_by_hand_it_still_gets_a_new_seat(place: Place) -> None:
    office = place.create()
    put_new(office, somebody())
    first = office.seat
    file = backup.backup(office, place.root / FILE)
    office.close()
    shutil.rmtree(place.folder)
    place.folder.mkdir()
    with zipfile.ZipFile(file) as pack:
        pack.extractall(place.folder)
    office = place.open()
    assert office.seat.id != first.id
    assert office.restored_on is not None


def test_the_passwords_of_that_day_open_it(place: Place) -> None:
    office = place.create()
    office.add_clerk(OTHER, "ゆきかき")
    file = backup.backup(office, place.root / FILE)
    office.change_password(PASSWORD, "はるのかぜ")
    assert backup.clerks_of(file) == (CLERK, OTHER)
    folder = place.root / "戻した.renkei"

    def with_the_new_password() -> None:
        backup.restore(file, folder, clerk=CLERK, password="はるのかぜ")

    assert sentence_of(with_the_new_password).what == "合言葉が違います。"
    assert not folder.exists()
    assert restored(place, file, OTHER, "ゆきかき").clerk == OTHER


def test_the_paper_code_of_that_day_opens_a_restored_office(place: Place) -> None:
    office, code = place.create_with_code()
    file = backup.backup(office, place.root / FILE)
    restored(place, file).close()
    folder = place.root / "戻した.renkei"
    again = vault.open_with_code(folder, code, clock=place.clock, marks=place.marks)
    again.close()


def test_on_close_a_backup_is_made_where_something_was_written(place: Place) -> None:
    office = place.create()
    put_new(office, somebody())
    assert office.last_backup() is None
    first = backup.back_up_on_close(office)
    assert first.parent == place.folder / "backups"
    assert first.name.startswith("控え-20261122-")
    assert office.last_backup() == date(2026, 11, 22)
    assert backup.back_up_on_close(office) == first
    put_new(office, somebody())
    second = backup.back_up_on_close(office)
    assert second != first
    assert container.is_whole(first)
    assert container.is_whole(second)


def test_a_damaged_newest_backup_is_made_again(place: Place) -> None:
    office = place.create()
    put_new(office, somebody())
    first = backup.back_up_on_close(office)
    content = bytearray(first.read_bytes())
    content[-5000] ^= 1
    first.write_bytes(content)
    second = backup.back_up_on_close(office)
    assert second != first
    assert container.is_whole(second)


def test_only_old_backups_go_and_only_after_a_new_one(place: Place) -> None:
    place.clock = ticking(datetime(2025, 1, 1, tzinfo=UTC))
    office = place.create()
    file = backup.back_up_on_close(office)
    folder = file.parent
    for day in range(1, 13):
        moment = datetime(2025, 1, 1, tzinfo=UTC) - timedelta(days=day)
        shutil.copy(file, folder / f"控え-{moment:%Y%m%d-%H%M%S}-見本町{SUFFIX}")
    strangers = [folder / f"更新前-0001-20240101-000000-見本町{SUFFIX}", folder / "メモ.txt"]
    for stranger in strangers:
        stranger.write_bytes(b"x")
    (folder / "half.part").write_bytes(b"x")
    put_new(office, somebody())
    newest = backup.back_up_on_close(office)
    kept = sorted(f.name for f in folder.glob(f"控え-*{SUFFIX}"))
    assert len(kept) == 10
    assert newest.name == kept[-1]
    assert all(stranger.exists() for stranger in strangers)
    assert not (folder / "half.part").exists()


def test_the_last_ten_stay_and_one_a_month_for_a_year() -> None:
    days = [datetime(2026, 11, 22, tzinfo=UTC) - timedelta(days=n) for n in range(800)]
    stay = sorted(set(days) - to_drop(days))
    assert stay[-10:] == sorted(days[:10])
    months = {(day.year, day.month) for day in stay}
    assert len(months) == 12
    assert min(stay) == datetime(2025, 12, 31, tzinfo=UTC)
    assert len(stay) == 10 + 11


def test_few_backups_all_stay() -> None:
    days = [datetime(2020, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)]
    assert to_drop(days) == set()
    assert to_drop([]) == set()


def test_a_backup_that_cannot_be_written_leaves_the_older_one(place: Place) -> None:
    office = place.create()
    put_new(office, somebody())
    file = backup.backup(office, place.root / FILE)
    before = file.read_bytes()
    put_new(office, somebody())
    (place.root / f"{FILE}.part").mkdir()
    error = sentence_of(lambda: backup.backup(office, file))
    assert "書きこめません" in error.what
    assert file.read_bytes() == before
    assert not (place.folder / "ledger.copy").exists()


def test_a_backup_can_be_stopped(place: Place) -> None:
    office = place.create()

    def stop(done: int, total: int | None, label: str) -> None:
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        backup.backup(office, place.root / FILE, stop)
    assert not list(place.root.glob("控え*"))
    assert not (place.folder / "ledger.copy").exists()


def test_a_copy_that_lacks_something_is_not_taken(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = place.create()
    put_new(office, somebody())

    def lossy(source: copying.Source, copy: Path, today: date) -> None:
        damaged = copying.Database(copy, source.key)
        damaged.run('DELETE FROM "change" WHERE position = 1')
        damaged.close()

    monkeypatch.setattr(copying, "_turn_into_copy", lossy)
    error = sentence_of(lambda: backup.backup(office, place.root / FILE))
    assert "合いませんでした" in error.what
    assert not list(place.root.glob("控え*"))


def test_what_the_medium_gives_back_is_compared(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick that lies: what was written is not what is read."""
    office = place.create()
    monkeypatch.setattr(container, "is_whole", lambda file: False)
    assert "読めません" in sentence_of(lambda: backup.backup(office, place.root / FILE)).what
    assert not list(place.root.glob("控え*"))


@pytest.mark.parametrize("damage", range(6))
def test_a_damaged_backup_is_refused_when_restored(place: Place, damage: int) -> None:
    office = place.create()
    file = backup.backup(office, place.root / FILE)
    content = bytearray(file.read_bytes())
    if damage == 0:
        content = content[: len(content) // 2]
    elif damage == 1:
        content = bytearray(b"not a backup")
    elif damage == 2:
        content.clear()
    else:
        content[len(content) * damage // 7] ^= 255
    file.write_bytes(content)
    folder = place.root / "戻した.renkei"

    def restore() -> None:
        backup.restore(file, folder, clerk=CLERK, password=PASSWORD)

    sentence_of(restore)
    assert not folder.exists()
    assert not list(place.root.glob("*.part"))


def test_a_backup_of_a_newer_program_is_refused(place: Place) -> None:
    office = place.create()
    file = backup.backup(office, place.root / FILE)
    newer = place.root / f"新しい{SUFFIX}"
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(newer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "manifest.json":
                content = json.dumps({**json.loads(content), "format": 2}).encode()
            new.writestr(name, content)

    def restore() -> None:
        backup.restore(newer, place.root / "x", clerk=CLERK, password=PASSWORD)

    assert "新しい版" in sentence_of(restore).what


def test_a_folder_with_something_in_it_is_not_restored_over(place: Place) -> None:
    office = place.create()
    file = backup.backup(office, place.root / FILE)

    def restore() -> None:
        backup.restore(file, place.folder, clerk=CLERK, password=PASSWORD)

    assert "もう何か入っています" in sentence_of(restore).what


def test_a_backup_shows_nobodys_data(place: Place) -> None:
    office = place.create()
    put_new(office, somebody("髙橋 ハナ"))
    (place.folder / "maps" / "町.mbtiles").write_bytes(b"x")
    file = backup.backup(office, place.root / FILE)
    assert "髙橋".encode() not in file.read_bytes()
    assert container.read_manifest(file).maps == ("町.mbtiles",)

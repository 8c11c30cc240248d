"""A file of the first schema, kept since before the migrations, comes up to date with its past."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from renkei_desktop import paths
from renkei_desktop.domain.person import Person
from renkei_desktop.domain.resource import Contact
from renkei_desktop.domain.vocabulary import Term
from renkei_desktop.store import backup, container, soundness, upgrade
from renkei_desktop.store.database import Database
from renkei_desktop.store.tables import metadata
from renkei_desktop.store.vault import Vault
from tests.data.make_vault_0001 import CLERK, PASSWORD, identity
from tests.store.offices import Place, held, sentence_of

OLD = Path(__file__).parent.parent / "data" / "vault-0001" / "見本町.renkei"
KEY = bytes(32)
TERM = (
    "id",
    "vocabulary",
    "code",
    "label",
    '"group"',
    "retired",
    '"order"',
    '"exists"',
    "folded",
    "sort_key",
)
NEW_REASONS = {"all_elderly", "oxygen", "dialysis", "ventilator", "suction"}


@pytest.fixture
def old(place: Place) -> Place:
    """A copy of the office as the first version of the program left it."""
    shutil.copytree(OLD, place.folder)
    return place


@pytest.fixture
def upgraded(old: Place) -> Vault:
    return old.open(clerk=CLERK, password=PASSWORD)


def fresh(path: Path, make: Callable[[Database], None]) -> dict[str, list[object]]:
    """All that SQLite knows of the tables of a new file: columns, indexes, kind of table."""
    database = Database(path, KEY)
    make(database)
    found: dict[str, list[object]] = {}
    for (name,) in database.run("SELECT name FROM sqlite_master WHERE type = 'table'"):
        columns = sorted(row[1:] for row in database.run(f'PRAGMA table_xinfo("{name}")'))
        indexes = sorted(
            (row[1], row[2], [part[2] for part in database.run(f'PRAGMA index_info("{row[1]}")')])
            for row in database.run(f'PRAGMA index_list("{name}")')
        )
        listed = database.run("SELECT wr, strict FROM pragma_table_list WHERE name = ?", (name,))
        found[name] = [columns, indexes, listed]
    database.close()
    return found


def migrate(database: Database) -> None:
    upgrade.run_migrations(database, paths.migrations(), "head")


def test_the_migrations_end_where_the_declarations_are(tmp_path: Path) -> None:
    by_migrations = fresh(tmp_path / "a.db", migrate)
    by_declarations = fresh(tmp_path / "b.db", upgrade.make_tables)
    assert by_migrations.keys() == by_declarations.keys()
    for name in by_declarations:
        assert by_migrations[name] == by_declarations[name], name


def test_alembic_finds_nothing_left_to_do(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.db", KEY)
    migrate(database)
    context = MigrationContext.configure(database.connection, opts={"compare_type": True})
    assert compare_metadata(context, metadata) == []
    database.close()


def test_the_program_knows_every_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(paths.migrations()))
    script = ScriptDirectory.from_config(config)
    revisions = [revision.revision for revision in script.walk_revisions()]
    assert tuple(reversed(revisions)) == upgrade.VERSIONS


def test_the_old_file_is_old() -> None:
    assert (OLD / "ledger.db").stat().st_size > 4096
    assert not (OLD / "LOCK").exists()


def test_the_split_field_keeps_what_was_written(upgraded: Vault) -> None:
    contacts = {c.name: (c.avoid_hours, c.best_way) for c in upgraded.rows.all(Contact)}
    assert contacts["clinicの人"] == ("火曜の午後は避ける", "FAX がよい")
    assert contacts["shopの人"] == (None, "店の電話へ")


def test_a_conflict_is_split_as_well(upgraded: Vault) -> None:
    found = held(upgraded, Contact, identity("temple-contact"))
    assert found.record.avoid_hours == "朝のおつとめは避ける"
    assert found.conflicts == {"best_way": ("住職の携帯へ", "夕方がよい")}
    assert upgraded.rows.conflicts().keys() == {("contact", found.record.id, "best_way")}


def test_the_new_registers_stand_under_the_old_stamps(upgraded: Vault) -> None:
    found = held(upgraded, Contact, identity("clinic-contact"))
    sql = "SELECT seat, counter FROM \"change\" WHERE register = 'hours_note' AND record = ?"
    [(seat, counter)] = upgraded.database.run(sql, (found.record.id,))
    for name in ("avoid_hours", "best_way"):
        [stamp] = found.seen.of(name)
        assert (stamp.seat, stamp.counter) == (seat, counter)


def test_the_wider_vocabulary_is_there(upgraded: Vault, tmp_path: Path) -> None:
    codes = {t.code for t in upgraded.rows.all(Term) if t.vocabulary == "support_reason"}
    assert codes >= NEW_REASONS
    new_place = Place(tmp_path / "new")
    new_place.root.mkdir()
    new = new_place.create()
    sheets = "SELECT record, sheet FROM stamp_sheet WHERE kind = 'term' ORDER BY record"
    assert upgraded.database.run(sheets) == new.database.run(sheets)
    terms = f"SELECT {', '.join(TERM)} FROM term ORDER BY id"
    assert upgraded.database.run(terms) == new.database.run(terms)
    new.close()


def test_the_first_edition_had_less() -> None:
    from renkei_desktop.store.seeds import seeded

    editions = {term.code: edition for edition, term in seeded(paths.migrations())}
    assert {code for code, edition in editions.items() if edition == 2} == NEW_REASONS


def test_the_past_still_verifies_and_reads(upgraded: Vault) -> None:
    report = soundness.check(upgraded)
    assert report.sound, report.lines
    lines = upgraded.ledger.history([identity("clinic-contact")])
    assert [(c.register, c.after) for c in lines if c.register == "hours_note"] == [
        ("hours_note", "火曜の午後は避ける。FAX がよい")
    ]


def test_every_old_deed_can_be_taken_back(upgraded: Vault) -> None:
    while (line := upgraded.ledger.last_undoable(CLERK)) is not None:
        assert upgraded.ledger.undo(line.deed, clerk=CLERK).kept == ()
    assert upgraded.rows.all(Contact) == ()
    assert upgraded.rows.all(Person) == ()
    assert soundness.check(upgraded).sound


def test_an_undo_reaches_through_the_split(upgraded: Vault) -> None:
    last, before = upgraded.ledger.deeds()[:2]
    assert (last.label, before.label) == ("担当者の訂正", "担当者の訂正")
    upgraded.ledger.undo(last.deed, clerk=CLERK)
    upgraded.ledger.undo(before.deed, clerk=CLERK)
    contact = held(upgraded, Contact, identity("temple-contact"))
    assert (contact.record.avoid_hours, contact.record.best_way) == ("朝のおつとめは避ける", None)
    assert not contact.conflicts


def test_the_file_is_backed_up_before(old: Place) -> None:
    old.open(clerk=CLERK, password=PASSWORD).close()
    [file] = (old.folder / "backups").iterdir()
    assert file.name.startswith("更新前-0001-")
    assert container.is_whole(file)
    folder = old.root / "戻した.renkei"
    backup.restore(file, folder, clerk=CLERK, password=PASSWORD)
    office = old.open(folder, CLERK, PASSWORD)
    assert len(office.rows.all(Contact)) == 3
    assert office.restored_on is not None


def test_an_upgrade_happens_once(old: Place) -> None:
    for _ in range(2):
        old.open(clerk=CLERK, password=PASSWORD).close()
    assert len(list((old.folder / "backups").iterdir())) == 1


def test_an_upgrade_that_fails_leaves_the_old_file(
    old: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = old.root / "db"
    shutil.copytree(paths.migrations(), broken)
    third = next((broken / "versions").glob("0003_*.py"))
    third.write_text(third.read_text("utf-8") + "\n    raise ZeroDivisionError\n", "utf-8")
    monkeypatch.setattr(paths, "migrations", lambda: broken)
    with pytest.raises(ZeroDivisionError):
        old.open(clerk=CLERK, password=PASSWORD)
    monkeypatch.undo()
    office = old.open(clerk=CLERK, password=PASSWORD)
    assert soundness.check(office).sound


def test_a_file_of_a_newer_program_is_refused(place: Place) -> None:
    office = place.create()
    office.database.run("UPDATE alembic_version SET version_num = '9999'")
    office.close()
    assert "新しい版" in sentence_of(place.open).what


def test_sqlalchemy_runs_as_the_facts_say(place: Place) -> None:
    database = place.create().database
    pragmas = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "cache_size": -16384,
    }
    found = {name: database.run(f"PRAGMA {name}")[0][0] for name in pragmas}
    assert found == pragmas
    assert isinstance(database.connection, sqlalchemy.Connection)

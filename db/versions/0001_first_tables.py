"""The first tables: one per kind of record, and those of the ledger.

In `_RECORDS` a star stands for an index, `:int` and `:real` for other types than text. Every table
of records has `id`, `exists`, `folded` and `sort_key` besides; the last has an index where there
is a reading.
"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_RECORDS = {
    "resident": (
        "person* number registered_on way care_level care_note power usual ending "
        "ending_reason ending_on"
    ),
    "support_reason": "resident* term note order",
    "supporter": "resident* person* organisation relation accepted_on order",
    "consent": (
        "resident* purpose class answer answer_answer answer_on answer_way answer_by "
        "answer_explanation answer_document"
    ),
    "area": "name outline",
    "commissioner": "name reading phone address",
    "association": "name reading area* head phone commissioner* order",
    "household": "yago code note",
    "person": (
        "name reading birth sex place place_address place_point_latitude:real "
        "place_point_longitude:real place_accuracy household* association* external_code "
        "name_note note"
    ),
    "phone": "person* number whose order",
    "emergency_contact": "person* name relation number order",
    "recipient": "name class association* commissioner* handlers phone address",
    "provision": (
        "number title recipient* recipient_class basis reason scope situation decided_by "
        "medium measures clerk made_at included left_out page_digests state"
    ),
    "town": "name code office phone fax area_code policy ordinance situation practice:int",
    "resource": (
        "name reading class type place place_address place_point_latitude:real "
        "place_point_longitude:real place_accuracy phone fax hours helps_with publish "
        "note"
    ),
    "contact": "resource* name reading role phone photo hours_note order",
    "term": "vocabulary code label group retired:int order",
}
_TYPES: dict[str, Any] = {"": sa.Text, "int": sa.Integer, "real": sa.Float}


def upgrade() -> None:
    for kind, words in _RECORDS.items():
        op.create_table(kind, *_columns(words))
        for name in _indexed(words):
            op.create_index(f"ix_{kind}_{name}", kind, [name])
    _make_ledger()
    _make_rest()


def _columns(words: str) -> Iterator[sa.Column[Any]]:
    yield sa.Column("id", sa.Text, primary_key=True)
    for word in words.split():
        name, _, kind = word.partition(":")
        yield sa.Column(name.rstrip("*"), _TYPES[kind]())
    yield sa.Column("exists", sa.Integer, nullable=False)
    yield sa.Column("folded", sa.Text, nullable=False)
    yield sa.Column("sort_key", sa.Text, nullable=False)


def _indexed(words: str) -> list[str]:
    names = [word.rstrip("*") for word in words.split() if word.endswith("*")]
    return [*names, "sort_key"] if "reading" in words.split() else names


def _needed(name: str, kind: Any = sa.Text) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _make_ledger() -> None:
    op.create_table(
        "deed",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        *(_needed(name) for name in ("label", "clerk", "at")),
        sa.Column("reason", sa.Text),
        sa.Column("undoes", sa.Text),
        *(_needed(name, sa.Integer) for name in ("undoable", "records")),
        sa.Column("salt", sa.BLOB),
        *(_needed(name, sa.BLOB) for name in ("commitment", "link")),
    )
    op.create_index("ix_deed_undoes", "deed", ["undoes"])
    op.create_table(
        "change",
        sa.Column("position", sa.Integer, primary_key=True),
        _needed("deed", sa.Integer),
        *(_needed(name) for name in ("kind", "record", "register")),
        *(sa.Column(name, sa.Text) for name in ("before", "beside", "after")),
        _needed("seat"),
        _needed("counter", sa.Integer),
        _needed("superseded"),
        sa.Column("salt", sa.BLOB),
        _needed("commitment", sa.BLOB),
        sa.UniqueConstraint("seat", "counter"),
    )
    op.create_index("ix_change_deed", "change", ["deed"])
    op.create_index("ix_change_record", "change", ["record"])
    op.create_table(
        "access",
        sa.Column("position", sa.Integer, primary_key=True),
        *(_needed(name) for name in ("at", "clerk", "act", "about")),
        sa.Column("salt", sa.BLOB),
        *(_needed(name, sa.BLOB) for name in ("commitment", "link")),
    )


def _make_rest() -> None:
    op.create_table(
        "stamp_sheet",
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("kind", "record")),
        *(_needed(name, sa.Integer) for name in ("version", "conflicts")),
        _needed("sheet"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_stamp_sheet_version", "stamp_sheet", ["version"])
    op.create_table(
        "attachment",
        sa.Column("sha256", sa.Text, primary_key=True),
        _needed("media"),
        _needed("data", sa.BLOB),
    )
    op.create_table(
        "note",
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("area", "key")),
        _needed("value"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.Text, primary_key=True),
        _needed("value"),
        sqlite_with_rowid=False,
    )

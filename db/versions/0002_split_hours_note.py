"""担当者: 「連絡のしかた」 becomes 連絡を避けたい時間 and よい連絡方法.

The new registers stand under the stamps of the old one, so that two offices which upgrade apart
from each other meet without a conflict. The log keeps the old name.
"""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from renkei_desktop.domain.retired import split_hours_note
from renkei_desktop.domain.stamp import Register, Sibling, Stamp, Stamps, union

revision = "0002"
down_revision = "0001"

_NEW = ("avoid_hours", "best_way")


def upgrade() -> None:
    for name in _NEW:
        op.add_column("contact", sa.Column(name, sa.Text))
    rows = op.get_bind().execute(
        sa.text(
            "SELECT c.id, c.hours_note, s.sheet FROM contact c"
            " JOIN stamp_sheet s ON s.kind = 'contact' AND s.record = c.id"
        )
    )
    for record, shown, sheet in rows.fetchall():
        _split(record, shown, json.loads(sheet))
    op.drop_column("contact", "hours_note")


def _split(record: str, shown: str | None, sheet: dict[str, Any]) -> None:
    old = sheet.pop("hours_note", None)
    if old is None:
        return
    values = {}
    for name in _NEW:
        register = _register(name, old, shown)
        values[name] = register.shown.value
        sheet[name] = _written(register)
    conflicts = sum(len(siblings) > 1 for siblings in sheet.values())
    bind = op.get_bind()
    bind.execute(
        sa.text(
            "UPDATE contact SET avoid_hours = :avoid_hours, best_way = :best_way WHERE id = :id"
        ),
        {"id": record, **values},
    )
    bind.execute(
        sa.text(
            "UPDATE stamp_sheet SET sheet = :sheet, conflicts = :conflicts"
            " WHERE kind = 'contact' AND record = :id"
        ),
        {"id": record, "sheet": _packed(sheet), "conflicts": conflicts},
    )


def _register(name: str, siblings: list[Any], shown: str | None) -> Register:
    """The new register; values that are equal after the split become one."""
    found = (
        Sibling(
            split_hours_note(part[2] if len(part) > 2 else shown)[name],
            _stamps(part[0]),
            _stamps(part[1]),
        )
        for part in siblings
    )
    return union([Register(tuple(found))])


def _written(register: Register) -> list[Any]:
    parts = [[_texts(s.stamps), _texts(s.superseded), s.value] for s in register.siblings]
    parts[0].pop()
    return parts


def _stamps(texts: list[str]) -> Stamps:
    pairs = (text.rpartition(".") for text in texts)
    return frozenset(Stamp(seat, int(counter)) for seat, _, counter in pairs)


def _texts(stamps: Stamps) -> list[str]:
    return [f"{stamp.seat}.{stamp.counter}" for stamp in sorted(stamps)]


def _packed(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

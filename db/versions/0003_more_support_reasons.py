"""支援を必要とする事由: 在宅酸素, 人工透析 and others that need electricity or a hospital.

The second edition of the vocabulary. What a town has entered under the same code itself stays.
"""

import json
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op

from renkei_desktop.domain.text.kana import sort_key
from renkei_desktop.domain.vocabulary import term_id

revision = "0003"
down_revision = "0002"

_EDITION = 2
_SEEDS = Path(__file__).parent.parent / "seeds" / "support_reason.json"
_STAMPED = ("exists", "vocabulary", "code", "label", "group", "retired", "order")


def upgrade() -> None:
    found = json.loads(_SEEDS.read_text(encoding="utf-8"))
    for entry in found["terms"]:
        if entry["edition"] == _EDITION:
            _enter(found["vocabulary"], entry)


def _enter(vocabulary: str, entry: dict[str, Any]) -> None:
    record = term_id(vocabulary, entry["code"])
    bind = op.get_bind()
    known = bind.execute(sa.text("SELECT 1 FROM term WHERE id = :id"), {"id": record})
    if known.first() is not None:
        return
    bind.execute(
        sa.text(
            'INSERT INTO term (id, vocabulary, code, label, "group", retired, "order",'
            ' "exists", folded, sort_key)'
            " VALUES (:id, :vocabulary, :code, :label, :group, 0, :order, 1, :folded, :sort_key)"
        ),
        {"id": record, "vocabulary": vocabulary, "folded": "", "sort_key": sort_key(""), **entry},
    )
    stamp = [[[f"00000000.{_EDITION}"], []]]
    sheet = json.dumps(dict.fromkeys(sorted(_STAMPED), stamp), separators=(",", ":"))
    bind.execute(
        sa.text(
            "INSERT INTO stamp_sheet (kind, record, version, conflicts, sheet)"
            " VALUES ('term', :id, 0, 0, :sheet)"
        ),
        {"id": record, "sheet": sheet},
    )

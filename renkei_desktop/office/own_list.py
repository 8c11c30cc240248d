"""The office's own list in: read, mapped, compared, and written when a clerk has seen the plan."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.person import Person
from renkei_desktop.intake import compare
from renkei_desktop.intake.columns import ColumnMapping, recognise
from renkei_desktop.intake.heading import Target
from renkei_desktop.intake.list_file import read_list
from renkei_desktop.intake.plan import KnownPerson, PlannedRow, Preview, Verdict
from renkei_desktop.intake.residents import read_rows
from renkei_desktop.intake.table import Table
from renkei_desktop.office import town
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.row_writer import RowWriter
from renkei_desktop.work import Progress, unwatched

__all__ = ["ColumnMapping", "PlannedRow", "Preview", "Table", "Target", "Verdict"]

_SAFE = (Verdict.NEW, Verdict.CHANGED, Verdict.SAME)


def read(path: Path, encoding: str | None = None, progress: Progress = unwatched) -> Table:
    """The table in a CSV or XLSX file. Raises RenkeiError for whatever cannot be read."""
    return read_list(path, encoding, progress=progress)


def guess(table: Table) -> ColumnMapping:
    """What the headings suggest; the clerk may say otherwise."""
    return recognise(table.headers)


def preview(
    desk: Desk, table: Table, mapping: ColumnMapping, progress: Progress = unwatched
) -> Preview:
    """What taking the list in would do, row by row. Nothing is written."""
    area_code = town.town(desk).area_code or ""
    incoming = read_rows(table, mapping, area_code, desk.today)
    names = {a.name or "": a.id for a in town.associations(desk)}
    return compare.preview(incoming, known_people(desk), names, progress)


def known_people(desk: Desk) -> tuple[KnownPerson, ...]:
    """Everybody in the ledger, as far as a comparison needs it."""
    codes = {p.id: p.external_code for p in desk.rows.all(Person)}
    return tuple(
        KnownPerson(
            id=row.person,
            name=row.name,
            reading=row.reading or None,
            birth=row.birth,
            address=row.address or None,
            phones=row.phones,
            association_id=row.association,
            external_code=codes.get(row.person),
            household_id=row.household,
        )
        for row in desk.rows.people()
    )


def safe_rows(preview: Preview) -> tuple[int, ...]:
    """The rows that can be taken in without anybody looking at them, by their numbers."""
    return tuple(row.incoming.row_number for row in preview.rows if row.verdict in _SAFE)


def take_in(
    desk: Desk,
    preview: Preview,
    accepted: Collection[int],
    *,
    register: bool = True,
    progress: Progress = unwatched,
) -> Changes:
    """Writes the accepted rows (by row number) as one deed, which one undo takes back.

    Wrong rows are never written. With `register` everybody on the list becomes a registered
    resident whose consent is still to be asked. Raises `work.Stopped`; then nothing is written.
    """
    wanted = frozenset(accepted)
    rows = [
        row
        for row in preview.rows
        if row.incoming.row_number in wanted and row.verdict is not Verdict.WRONG
    ]
    with desk.writing("一覧の取り込み") as book:
        writer = RowWriter(desk, book, register=register)
        for done, row in enumerate(rows):
            if done % 100 == 0:
                progress(done, len(rows), "一覧を取り込んでいます")
            writer.write(row)
    return book.changes


def summary(preview: Preview) -> dict[str, Any]:
    """Counts, and the row numbers with their reasons, for scripts; no names."""
    counts = {verdict.value: count for verdict, count in preview.counts.items()}
    told = (Verdict.DOUBTFUL, Verdict.WRONG)
    rows = [
        {"row": row.incoming.row_number, "verdict": row.verdict.value, "reasons": [*row.reasons]}
        for row in preview.rows
        if row.verdict in told
    ]
    return {**counts, "rows": rows, "unknown_associations": dict(preview.unknown_associations)}


def in_words(preview: Preview) -> Sequence[str]:
    """The same in Japanese, one line each."""
    lines = [f"{verdict.label}: {count}人" for verdict, count in preview.counts.items()]
    for row in (*preview.of(Verdict.DOUBTFUL), *preview.of(Verdict.WRONG)):
        reasons = " ".join(row.reasons)
        lines.append(f"{row.incoming.row_number}行目（{row.verdict.label}）: {reasons}")
    for name, count in preview.unknown_associations.items():
        lines.append(f"登録されていない町内会: {name}（{count}人）")
    return lines

"""Lists for the tests: fictional people in files of every shape."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from renkei_desktop.intake.columns import recognise
from renkei_desktop.intake.list_file import read_list
from renkei_desktop.intake.residents import IncomingPerson, read_rows

AREA = "0164"
TODAY = date(2026, 11, 23)
MY_NUMBER = "123456789018"
"""Made up, with the check digit that belongs to it."""

HEADINGS = (
    "氏名",
    "フリガナ",
    "生年月日",
    "性別",
    "住所",
    "電話番号",
    "町内会",
    "住民コード",
    "備考",
)

Cell = Any


def csv_text(rows: Sequence[Sequence[str]], headings: Sequence[str] = HEADINGS) -> str:
    lines = [",".join(headings), *(",".join(row) for row in rows)]
    return "\r\n".join(lines) + "\r\n"


def write_csv(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def write_book(
    path: Path, rows: Sequence[Sequence[Cell]], change: Callable[[Workbook], None] | None = None
) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    if change is not None:
        change(book)
    book.save(path)
    return path


def rewritten(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    """One part of a workbook replaced, everything else as it was."""
    target = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for info in old.infolist():
            data = old.read(info.filename)
            new.writestr(info, change(data) if info.filename == part else data)
    path.write_bytes(target.getvalue())


def people_in(path: Path) -> tuple[IncomingPerson, ...]:
    table = read_list(path)
    return read_rows(table, recognise(table.headers), AREA, TODAY)

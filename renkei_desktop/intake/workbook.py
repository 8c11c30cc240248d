"""Reading an XLSX: the values that were on the screen when it was saved, never a formula."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time
from itertools import repeat
from pathlib import Path
from typing import Any

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.intake.package import too_large
from renkei_desktop.intake.problem import Problem, wrong
from renkei_desktop.intake.table import KEPT, MAX_COLUMNS, Line, Table, assemble
from renkei_desktop.work import Progress, Stopped, unwatched

_LAST_ROW = 1_048_576
_MAX_CELLS = 100_000_000
_ZEROS = re.compile("0+")
_ORIGIN_1900, _ORIGIN_1904 = date(1899, 12, 30), date(1904, 1, 1)


def read_workbook(path: Path, sheet: str | None = None, progress: Progress = unwatched) -> Table:
    """The table in a sheet of a workbook: the named one, or the first visible one with rows.

    Raises RenkeiError for a workbook that cannot be read and for what `assemble` refuses.
    """
    with _sentences():
        return _read(path, sheet, progress)


def sheet_names(path: Path) -> tuple[str, ...]:
    """The visible sheets of a workbook, in order; raises RenkeiError where it cannot be read."""
    from openpyxl import load_workbook

    with _sentences(), path.open("rb") as file:
        book = load_workbook(file, read_only=True, data_only=True)
        return tuple(sheet.title for sheet in _visible(book))


@contextmanager
def _sentences() -> Iterator[None]:
    """Turns whatever a damaged workbook sets off in openpyxl into one sentence."""
    try:
        with warnings.catch_warnings():
            # openpyxl warns about conditional formats, pictures and the like, which nobody reads.
            warnings.simplefilter("ignore")
            yield
    except (RenkeiError, Stopped):
        raise
    except Exception:
        raise RenkeiError(
            "Excelブックが壊れていて読めません。",
            kept=KEPT,
            todo="Excelで開いて保存し直すか、元のファイルをもう一度もらってください。",
        ) from None


def _read(path: Path, name: str | None, progress: Progress) -> Table:
    from openpyxl import load_workbook
    from openpyxl.utils.datetime import MAC_EPOCH

    with path.open("rb") as file, path.open("rb") as again:
        book = load_workbook(file, read_only=True, data_only=True)
        sheet = _chosen(book, name)
        twin = load_workbook(again, read_only=True)[sheet.title] if _has_formulas(path) else None
        table = assemble(_lines(sheet, twin), progress)
        origin = _ORIGIN_1904 if book.epoch == MAC_EPOCH else _ORIGIN_1900
        notes = (*table.notes, *_sheet_notes(book, sheet))
        return replace(table, excel_origin=origin, notes=notes)


def _visible(book: Any) -> list[Any]:
    return [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]


def _chosen(book: Any, name: str | None) -> Any:
    visible = _visible(book)
    if name is not None:
        return next(sheet for sheet in visible if sheet.title == name)
    found = next((sheet for sheet in visible if _holds_something(sheet)), None)
    if found is None:
        raise RenkeiError(
            "Excelブックに中身のあるシートがありません。",
            kept=KEPT,
            todo="名簿のあるブックか確かめてください。",
        )
    return found


def _holds_something(sheet: Any) -> bool:
    return any(cell.value is not None for row in _rows(sheet) for cell in row)


def _sheet_notes(book: Any, read: Any) -> Iterator[str]:
    others = [sheet.title for sheet in _visible(book) if sheet.title != read.title]
    if others:
        names = "、".join(f"「{title}」" for title in others[:5])
        yield f"シート「{read.title}」だけを読みました。{names}は読んでいません。"


def _has_formulas(path: Path) -> bool:
    """Whether any sheet holds a formula: only then the workbook is read a second time."""
    with zipfile.ZipFile(path) as package:
        sheets = (name for name in package.namelist() if name.startswith("xl/worksheets/"))
        return any(_holds_formula(package, name) for name in sheets)


def _holds_formula(package: zipfile.ZipFile, name: str) -> bool:
    before = b""
    with package.open(name) as part:
        while chunk := part.read(1 << 20):
            if b"<f>" in before + chunk or b"<f " in before + chunk:
                return True
            before = chunk[-2:]
    return False


def _lines(sheet: Any, twin: Any | None) -> Iterator[Line]:
    rows = _rows(sheet)
    twins: Iterable[Sequence[Any]] = repeat(()) if twin is None else _rows(twin)
    for number, (row, formulas) in enumerate(zip(rows, twins, strict=False), start=1):
        cells = [_text(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        yield Line(number, cells, tuple(_problems(row, formulas)), ragged=False)


def _rows(sheet: Any) -> Iterator[Sequence[Any]]:
    """The rows, each as wide as its last cell, up to one column more than is allowed.

    What a file says of its own size is not believed: a sheet that was coloured in all over says
    that it has a million rows of sixteen thousand columns.
    """
    sheet.reset_dimensions()
    cells = 0
    for row in sheet.iter_rows(min_row=1, min_col=1, max_row=_LAST_ROW):
        cells += len(row)
        if cells > _MAX_CELLS:
            raise too_large()
        yield row[: MAX_COLUMNS + 1]


def _text(cell: Any) -> str:
    """The cell as text: dates in their stored form, whole numbers without a point."""
    value = cell.value
    if value is None or cell.data_type == "e":
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and _ZEROS.fullmatch(cell.number_format or ""):
        return str(value).zfill(len(cell.number_format))
    return str(value)


def _problems(row: Sequence[Any], formulas: Sequence[Any]) -> Iterator[Problem]:
    for at, cell in enumerate(row):
        if cell.data_type == "e":
            yield wrong(f"{at + 1}列目は計算の結果がエラーです。")
        elif cell.value is None and at < len(formulas) and formulas[at].data_type == "f":
            yield wrong(
                f"{at + 1}列目は計算式だけで値がありません。Excelで開いて保存してください。"
            )

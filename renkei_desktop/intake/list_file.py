"""The front door for lists: a CSV or an XLSX, told apart by what is in it."""

from __future__ import annotations

from pathlib import Path

from renkei_desktop.intake.csv_file import read_csv
from renkei_desktop.intake.package import FileKind, kind_of, unreadable
from renkei_desktop.intake.table import Table
from renkei_desktop.intake.workbook import read_workbook
from renkei_desktop.work import Progress, unwatched


def read_list(
    path: Path,
    encoding: str | None = None,
    sheet: str | None = None,
    progress: Progress = unwatched,
) -> Table:
    """The table in a list file.

    `encoding` answers EncodingUnknown for a CSV, `sheet` names the sheet of a workbook. Raises
    RenkeiError with a sentence for whatever cannot be read; nothing is kept anywhere.
    """
    if kind_of(path) is FileKind.WORKBOOK:
        return read_workbook(path, sheet, progress)
    try:
        return read_csv(path, encoding, progress)
    except OSError:
        raise unreadable() from None

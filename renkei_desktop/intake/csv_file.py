"""Reading a CSV: encoding and delimiter found out, rows streamed, every bound kept."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TextIO

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.intake.columns import heading_score
from renkei_desktop.intake.encoding import encoding_of
from renkei_desktop.intake.table import KEPT, Line, Table, assemble
from renkei_desktop.work import Progress, unwatched

DELIMITERS = ",\t;"

_SAMPLE = 64 * 1024
_SAMPLE_ROWS = 20
_SAYS_DELIMITER = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_TEXT_FORMULA = re.compile(r'="([^"]*)"')
"""How some programs keep the zero at the beginning of a number: ="0164"."""


def read_csv(path: Path, encoding: str | None = None, progress: Progress = unwatched) -> Table:
    """The table in a CSV file.

    With `encoding` (one of `encoding.CHOICES`) the file is read in it whatever it holds, and rows
    with unreadable characters are marked wrong. Raises EncodingUnknown where the clerk has to
    choose, and RenkeiError for broken quotation marks and for what `assemble` refuses.
    """
    found = encoding or encoding_of(path)
    with path.open(encoding=found, errors="replace", newline="") as file:
        delimiter = _delimiter(file)
        return assemble(_lines(file, delimiter), progress)


def _delimiter(file: TextIO) -> str:
    """The delimiter; the file stands at the first row of data or headings afterwards."""
    sample = file.read(_SAMPLE)
    said = _SAYS_DELIMITER.match(sample)
    file.seek(0)
    if said is not None:
        file.readline()
        return said[1]
    return max(DELIMITERS, key=lambda delimiter: _fitness(sample, delimiter))


def _fitness(sample: str, delimiter: str) -> tuple[int, int]:
    """How many headings a delimiter brings to light, then how many columns."""
    rows: list[list[str]] = []
    reader = csv.reader(sample.splitlines(keepends=True), delimiter=delimiter)
    with suppress(csv.Error):
        rows.extend(islice(reader, _SAMPLE_ROWS))
    widths = sorted(map(len, rows)) or [0]
    return max(map(heading_score, rows), default=0), widths[len(widths) // 2]


def _lines(file: TextIO, delimiter: str) -> Iterator[Line]:
    reader = csv.reader(file, delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield Line(number, [_cell(cell) for cell in cells])
    except csv.Error:
        raise RenkeiError(
            f'{number + 1}行目で引用符「"」の組が合わず、その先が読めません。',
            kept=KEPT,
            todo="元のファイルのその行を直すか、Excelブック（.xlsx）で保存し直してください。",
        ) from None


def _cell(cell: str) -> str:
    text = cell.strip()
    quoted = _TEXT_FORMULA.fullmatch(text)
    return quoted[1].strip() if quoted else text

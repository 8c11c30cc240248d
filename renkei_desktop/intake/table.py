"""A list as it was read: headings, rows with the numbers that the clerk sees, and what was noticed.

Nothing here knows what a column means, except that a row of headings is told from data by its
words. Every bound is checked while reading, so a file that is too large ends quickly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, islice

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.text.fold import my_number_like
from renkei_desktop.intake.columns import heading_score
from renkei_desktop.intake.heading import WORDINGS, is_refused
from renkei_desktop.intake.problem import Problem, doubtful, wrong
from renkei_desktop.work import Progress, unwatched

MAX_BYTES = 64 * 1024 * 1024
MAX_ROWS = 200_000
MAX_COLUMNS = 512
MAX_CELL = 10_000
"""Characters in one cell; a longer one is a file that was not closed properly."""

KEPT = "何も取り込んでいません。"

PRIVATE_USE = re.compile("[\ue000-\uf8ef\uf8f4-\uf8ff\U000f0000-\U0010fffd]")
"""外字: characters that only the system knows from which the list comes."""
GAIJI = doubtful("に外字があります。")
SECOND_HEADING = wrong("見出しの行がもう一度あります。")

_LOOKED_AT_FOR_HEADINGS = 20
_REPORT_EVERY = 2_000
_LONG_ENOUGH = 12


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `number` counts as a spreadsheet does, the first row of the file being 1."""

    number: int
    cells: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds; every row has exactly as many cells as there are headings."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    """Sentences about the file as a whole."""
    excel_origin: date | None = None
    """Day 0 of bare numbers that may be dates; None where the file is not a workbook."""

    def examples(self, column: int, count: int = 3) -> tuple[str, ...]:
        """The first cells of a column that hold something, to show beside the mapping."""
        filled = (row.cells[column] for row in self.rows if row.cells[column])
        return tuple(islice(filled, count))


@dataclass(frozen=True, slots=True)
class Line:
    """A row before the headings are known; `problems` are those that the reader has found."""

    number: int
    cells: list[str]
    problems: tuple[Problem, ...] = ()
    ragged: bool = field(default=True)
    """Whether a wrong number of cells means something (in a CSV, not in a workbook)."""

    @property
    def is_blank(self) -> bool:
        return not any(self.cells)


def assemble(lines: Iterable[Line], progress: Progress = unwatched) -> Table:
    """The table in a stream of lines.

    Raises RenkeiError for an empty file and for more rows or columns than fit.
    """
    filled = _within_bounds(_watched(lines, progress))
    start = list(islice(filled, _LOOKED_AT_FOR_HEADINGS))
    if not start:
        raise RenkeiError(
            "ファイルに行がありません。", kept=KEPT, todo="中身のあるファイルか確かめてください。"
        )
    at = _heading_place(start)
    headers = tuple(cell.strip() for cell in start[at].cells)
    reader = _RowReader(headers)
    rows = tuple(reader.row(line) for line in chain(start[at + 1 :], filled))
    return Table(headers, rows, tuple(_notes(start[:at], rows)))


def _watched(lines: Iterable[Line], progress: Progress) -> Iterator[Line]:
    for count, line in enumerate(lines, start=1):
        if count % _REPORT_EVERY == 0:
            progress(count, None, "名簿を読んでいます")
        yield line


def _within_bounds(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines that hold something, as long as they are not too many or too wide."""
    count = 0
    for line in lines:
        if line.is_blank:
            continue
        count += 1
        if count > MAX_ROWS + 1:
            raise RenkeiError(
                f"行が{MAX_ROWS:,}行より多いので読むのをやめました。",
                kept=KEPT,
                todo="町の名簿かどうか確かめ、大きい名簿は分けて取り込んでください。",
            )
        _check_width(line)
        yield line


def _check_width(line: Line) -> None:
    if len(line.cells) > MAX_COLUMNS:
        raise RenkeiError(
            f"{line.number}行目に列が{len(line.cells):,}あります。{MAX_COLUMNS}列までです。",
            kept=KEPT,
            todo="区切りの文字を確かめてください。",
        )
    if any(len(cell) > MAX_CELL for cell in line.cells):
        raise RenkeiError(
            f"{line.number}行目に{MAX_CELL:,}文字より長い欄があります。",
            kept=KEPT,
            todo='引用符「"」が閉じているか確かめてください。',
        )


def _heading_place(start: Sequence[Line]) -> int:
    """Where the headings stand: the first row that names two columns, else the first row."""
    return next((at for at, line in enumerate(start) if heading_score(line.cells) >= 2), 0)


class _RowReader:
    """Turns lines into rows of the width of the headings, naming what is odd about them."""

    def __init__(self, headers: tuple[str, ...]) -> None:
        self._headers = headers
        self._refused = {at for at, header in enumerate(headers) if is_refused(header)}

    def row(self, line: Line) -> Row:
        width = len(self._headers)
        cells = tuple(line.cells[:width]) + ("",) * (width - len(line.cells))
        problems = [*line.problems, *self._shape(line)]
        if self._is_heading(cells):
            problems.append(SECOND_HEADING)
        cells, found = self._without_numbers(line, cells)
        problems += found
        problems += self._odd_characters(cells)
        return Row(line.number, cells, tuple(problems))

    def _shape(self, line: Line) -> Iterator[Problem]:
        surplus = [cell for cell in line.cells[len(self._headers) :] if cell]
        missing = len(self._headers) - len(line.cells)
        if surplus:
            yield wrong(
                f"見出しより列が{len(surplus)}つ多くあります。欄の中に区切りの文字があるようです。"
            )
        elif missing > 0 and line.ragged:
            yield doubtful(f"見出しより列が{missing}つ少なくあります。")

    def _is_heading(self, cells: Sequence[str]) -> bool:
        """The same headings again, or those of another list that was put below this one."""
        enough = max(2, sum(map(bool, cells)) / 2)
        same = sum(bool(h) and c == h for c, h in zip(cells, self._headers, strict=True))
        return same >= enough or sum(cell in WORDINGS for cell in cells) >= enough

    def _without_numbers(
        self, line: Line, cells: tuple[str, ...]
    ) -> tuple[tuple[str, ...], list[Problem]]:
        """The cells without what looks like a マイナンバー: it is not even kept in memory."""
        hit = {at for at, cell in enumerate(cells) if cell and self._holds_number(at, cell)}
        surplus = any(map(_number_like, line.cells[len(cells) :]))
        if not hit and not surplus:
            return cells, []
        kept = tuple("" if at in hit else cell for at, cell in enumerate(cells))
        where = "、".join(f"「{self._headers[at]}」" for at in sorted(hit)) or "見出しのない列"
        return kept, [wrong(f"{where}にマイナンバーらしい数字があります。読み込みません。")]

    def _holds_number(self, at: int, cell: str) -> bool:
        return at in self._refused or _number_like(cell)

    def _odd_characters(self, cells: Sequence[str]) -> Iterator[Problem]:
        for header, cell in zip(self._headers, cells, strict=True):
            if cell.isascii() and cell.isprintable():
                continue
            for pattern, problem in _ODD:
                if pattern.search(cell):
                    yield replace(problem, reason=f"「{header}」{problem.reason}")


def _number_like(cell: str) -> bool:
    """Codes that a system has filled up with zeros are no individual numbers."""
    return len(cell) >= _LONG_ENOUGH and not cell.startswith("0000") and my_number_like(cell)


_ODD = (
    (PRIVATE_USE, GAIJI),
    # Python reads four bytes that mean nothing in CP932 as U+F8F0 to U+F8F3.
    (re.compile("[\ufffd\uf8f0-\uf8f3]"), wrong("に読めない文字があります。")),
    (re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"), wrong("に文字でないものがあります。")),
)


def _notes(title: Sequence[Line], rows: Sequence[Row]) -> Iterator[str]:
    if title:
        yield f"{title[0].number}〜{title[-1].number}行目は表題とみなし、取り込みません。"
    again = [row.number for row in rows if SECOND_HEADING in row.problems]
    if again:
        yield f"見出しの行が{listed(again)}にもあります。取り込みません。"
    own = [row.number for row in rows if any(map(PRIVATE_USE.search, row.cells))]
    if own:
        yield f"外字が{listed(own)}にあります。そのまま残すので、正しい字を確かめてください。"


def listed(numbers: Sequence[int]) -> str:
    """«3、8、12行目», or the first ten and how many there are."""
    shown = "、".join(str(number) for number in numbers[:10])
    return f"{shown}行目" + (f"など{len(numbers):,}行" if len(numbers) > 10 else "")

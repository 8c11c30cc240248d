"""The 避難行動要支援者名簿 on paper: one 町内会 after the other, each on pages of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from renkei_desktop import work
from renkei_desktop.printing import typeface
from renkei_desktop.printing.closing import close
from renkei_desktop.printing.document import Document
from renkei_desktop.printing.page import Page
from renkei_desktop.printing.paper import Handling, Look, SheetHead, words_of
from renkei_desktop.printing.printed import Printed, refuse_unless
from renkei_desktop.printing.roster_row import RosterRow, cells_by_row
from renkei_desktop.printing.table import Row, Table
from renkei_desktop.printing.typeface import Missing

_PROGRESS = "名簿を組んでいます"
_EVERY = 50
_NOBODY = "この町内会に、載せる方はいません。"
_NOBODY_AT_ALL = "この名簿に載せる方はいません。"


@dataclass(frozen=True, slots=True)
class RosterSection:
    """One 町内会. `head` (町内会長) and `commissioner` (民生委員) are names: empty while unknown,
    None where the scope does not include them."""

    association: str
    head: str | None
    commissioner: str | None
    rows: tuple[RosterRow, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """A whole roster, as one recipient gets it."""

    sheet: SheetHead
    handling: Handling
    sections: tuple[RosterSection, ...]


def unprintable(roster: Roster) -> tuple[Missing, ...]:
    """The characters no face on this PC can show, to ask about before printing.

    `text_index` is the number of the row, counted through all sections from 0; -1 stands for
    what is not in a row (町内会, names of its officers, head and foot of the pages).
    """
    rows = (row for section in roster.sections for row in section.rows)
    return typeface.missing_from_rows(
        _words_around(roster), (" ".join(row.words()) for row in rows)
    )


def print_roster(
    roster: Roster,
    look: Look | None = None,
    progress: work.Progress = work.unwatched,
    *,
    allow_missing: bool = False,
) -> Printed:
    """The roster as a PDF.

    Raises `Unprintable` where `unprintable(roster)` finds something, unless `allow_missing`: then a
    blank frame stands for the pen. Raises `work.Stopped` out of `progress`.
    """
    missing = unprintable(roster)
    refuse_unless(allow_missing, missing)
    document = Document(roster.sheet, roster.handling, look or Look(), blanks=bool(missing))
    _Printing(document, roster, progress).sections()
    people = sum(len(section.rows) for section in roster.sections)
    close(document, roster.sheet, roster.handling, len(roster.sections), people)
    pdf, pages = document.finished(progress)
    return Printed(pdf, pages, missing)


class _Printing:
    def __init__(self, document: Document, roster: Roster, progress: work.Progress) -> None:
        self._document, self._roster, self._progress = document, roster, progress
        self._frame, self._styles = document.frame, document.styles
        rows = [row for section in roster.sections for row in section.rows]
        columns, self._cells = cells_by_row(rows, document.styles)
        self._table = Table(
            columns, self._frame.left, self._frame.width, document.styles, document.lettering
        )
        self._total, self._done = len(rows), 0

    def sections(self) -> None:
        for section in self._roster.sections:
            self._section(section)
        if not self._roster.sections:
            self._say(self._document.page(""), self._frame.top, _NOBODY_AT_ALL)

    def _section(self, section: RosterSection) -> None:
        page = self._document.page(section.association)
        y = self._opening(page, section)
        if not section.rows:
            self._say(page, y, _NOBODY)
            return
        y, sheet = self._table.put_header(page, y), 1
        for row in self._rows(section):
            if y - row.height < self._frame.bottom:
                sheet += 1
                page = self._document.page(section.association)
                y = self._continuing(page, section, sheet)
            y = self._table.put(page, row, y)

    def _rows(self, section: RosterSection) -> Iterator[Row]:
        """The rows laid out; one that is taller than a page comes in pieces."""
        tallest = self._room()
        for row in section.rows:
            if self._done % _EVERY == 0:
                self._progress(self._done, self._total, _PROGRESS)
            self._done += 1
            cells = self._cells(row)
            measured = self._table.row(cells)
            if measured.height <= tallest:
                yield measured
            else:
                yield from self._table.pieces(cells, tallest, f"{row.name}（つづき）")

    def _room(self) -> float:
        """What a page offers to rows under the taller of the two headings and the labels."""
        heading = self._styles.heading.leading + 2 * self._styles.aside.leading + 8
        return self._frame.top - self._frame.bottom - heading - self._table.header_height

    def _opening(self, page: Page, section: RosterSection) -> float:
        count = f"{section.association}　{len(section.rows)}人"
        officers = "　　".join(_officers(section))
        page.says(f"{count}\x1f{officers}")
        y = page.block(
            self._frame.left, self._frame.top, self._styles.heading, count, self._frame.width
        )
        if officers:
            y = page.block(self._frame.left, y, self._styles.aside, officers, self._frame.width)
        return y - 6

    def _continuing(self, page: Page, section: RosterSection, sheet: int) -> float:
        text = f"{section.association}（{sheet}枚目）"
        y = self._frame.top
        y = page.block(self._frame.left, y, self._styles.heading, text, self._frame.width)
        return self._table.put_header(page, y - 6)

    def _say(self, page: Page, y: float, sentence: str) -> None:
        page.says(sentence)
        page.block(self._frame.left, y - 8, self._styles.running, sentence, self._frame.width)


def _officers(section: RosterSection) -> Sequence[str]:
    named = (("町内会長", section.head), ("民生委員", section.commissioner))
    return [f"{office} {name or '未確認'}" for office, name in named if name is not None]


def _words_around(roster: Roster) -> Iterator[str]:
    yield from words_of(roster.sheet, roster.handling)
    for section in roster.sections:
        yield section.association
        yield from _officers(section)

"""連絡窓口一覧 on paper: whom to call, by type. Public data, so it bears no 取扱注意."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass

from renkei_desktop import work
from renkei_desktop.printing import typeface
from renkei_desktop.printing.columns import Column
from renkei_desktop.printing.document import Document
from renkei_desktop.printing.paper import Look, SheetHead, words_of
from renkei_desktop.printing.printed import Printed, refuse_unless
from renkei_desktop.printing.roster_row import UNKNOWN
from renkei_desktop.printing.style import Styles
from renkei_desktop.printing.table import Cell, Row, Table
from renkei_desktop.printing.typeface import Missing

_PROGRESS = "一覧を組んでいます"
_NONE = "この一覧に載せる窓口はありません。"


@dataclass(frozen=True, slots=True)
class Window:
    """One window to contact. Empty text: the office has not found out.

    `kind` is フォーマル, インフォーマル or ナチュラル; `avoid` the time in which one should rather
    not call; `how` the way of contact that is liked.
    """

    code: str
    name: str
    kind: str
    person: str
    phone: str
    fax: str
    avoid: str
    how: str

    def words(self) -> Iterable[str]:
        """Every text of the window."""
        return astuple(self)


@dataclass(frozen=True, slots=True)
class WindowGroup:
    """The windows of one type (診療所, 居宅介護支援 …), in the order in which they are listed."""

    label: str
    windows: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class Windows:
    """The whole list."""

    sheet: SheetHead
    groups: tuple[WindowGroup, ...]


def unprintable(windows: Windows) -> tuple[Missing, ...]:
    """The characters no face on this PC can show, to ask about before printing.

    `text_index` is the number of the window, counted through all groups from 0; -1 stands for
    what is not in a row.
    """
    around = [*words_of(windows.sheet, None), *(group.label for group in windows.groups)]
    listed = (window for group in windows.groups for window in group.windows)
    return typeface.missing_from_rows(around, (" ".join(window.words()) for window in listed))


def print_windows(
    windows: Windows,
    look: Look | None = None,
    progress: work.Progress = work.unwatched,
    *,
    allow_missing: bool = False,
) -> Printed:
    """The list as a PDF.

    Raises `Unprintable` where `unprintable(windows)` finds something, unless `allow_missing`: then
    a blank frame stands for the pen. Raises `work.Stopped` out of `progress`.
    """
    missing = unprintable(windows)
    refuse_unless(allow_missing, missing)
    document = Document(windows.sheet, None, look or Look(), blanks=bool(missing))
    _Printing(document, windows, progress).groups()
    pdf, pages = document.finished(progress)
    return Printed(pdf, pages, missing)


class _Printing:
    def __init__(self, document: Document, windows: Windows, progress: work.Progress) -> None:
        self._document, self._windows, self._progress = document, windows, progress
        self._frame, self._styles = document.frame, document.styles
        self._table = Table(
            [column for column, _ in _COLUMNS],
            self._frame.left,
            self._frame.width,
            document.styles,
            document.lettering,
        )
        self._total = sum(len(group.windows) for group in windows.groups)
        self._done = 0
        first = next((group.label for group in windows.groups if group.windows), "")
        self._page, self._y = document.page(first), self._frame.top

    def groups(self) -> None:
        for group in self._windows.groups:
            if group.windows:
                self._group(group)
        if not self._total:
            self._page.says(_NONE)
            self._page.block(
                self._frame.left, self._y - 8, self._styles.running, _NONE, self._frame.width
            )

    def _group(self, group: WindowGroup) -> None:
        rows = self._rows(group)
        row = next(rows)
        above = self._styles.heading.leading + 6 + self._table.header_height
        if self._y - above - row.height < self._frame.bottom:
            self._turn(group)
        places = len({window.code for window in group.windows})
        self._heading(f"{group.label}　{places}か所")
        self._y = self._table.put(self._page, row, self._y)
        for row in rows:
            if self._y - row.height < self._frame.bottom:
                self._turn(group)
                self._heading(f"{group.label}（つづき）")
            self._y = self._table.put(self._page, row, self._y)
        self._y -= 18

    def _rows(self, group: WindowGroup) -> Iterator[Row]:
        room = self._frame.top - self._frame.bottom - self._styles.heading.leading - 6
        room -= self._table.header_height
        for window in group.windows:
            self._progress(self._done, self._total, _PROGRESS)
            self._done += 1
            cells = [cell(window, self._styles) for _, cell in _COLUMNS]
            row = self._table.row(cells)
            if row.height <= room:
                yield row
            else:
                yield from self._table.pieces(cells, room, f"{window.name}（つづき）")

    def _heading(self, text: str) -> None:
        self._page.says(text)
        self._y = self._page.block(
            self._frame.left, self._y, self._styles.heading, text, self._frame.width
        )
        self._y = self._table.put_header(self._page, self._y - 6)

    def _turn(self, group: WindowGroup) -> None:
        self._page, self._y = self._document.page(group.label), self._frame.top


def _name(window: Window, styles: Styles) -> Cell:
    return ((styles.small, window.kind or UNKNOWN), (styles.strong, window.name or UNKNOWN))


def _numbers(window: Window, styles: Styles) -> Cell:
    phone, fax = window.phone or UNKNOWN, window.fax or UNKNOWN
    return ((styles.body, f"電話 {phone}"), (styles.body, f"FAX {fax}"))


def _person(window: Window, styles: Styles) -> Cell:
    return ((styles.person, window.person or UNKNOWN),)


def _text(attribute: str) -> Callable[[Window, Styles], Cell]:
    def cell(window: Window, styles: Styles) -> Cell:
        return ((styles.body, getattr(window, attribute) or UNKNOWN),)

    return cell


def _code(window: Window, styles: Styles) -> Cell:
    return ((styles.small, window.code),) if window.code else ()


_COLUMNS: Sequence[tuple[Column, Callable[[Window, Styles], Cell]]] = (
    (Column("番号", 3.4, 0), _code),
    (Column("窓口（区分）", 13.5, 3), _name),
    (Column("電話・FAX", 8.8, 0), _numbers),
    (Column("担当者", 6.6, 2), _person),
    (Column("連絡を避けたい時間", 8.5, 2), _text("avoid")),
    (Column("連絡のしかた", 8, 4), _text("how")),
)

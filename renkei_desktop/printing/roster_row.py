"""One resident's row in a roster: what it may hold, which columns it has, how a cell reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from renkei_desktop.printing.columns import Column
from renkei_desktop.printing.style import Style, Styles
from renkei_desktop.printing.table import Cell

UNKNOWN = "未確認"
"""The field is shown, and the office has not found out: never an empty cell."""

OUTSIDE = "―"
"""The field is shown for others, and this resident's is not given to this recipient."""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One resident. None: not in the scope; empty text or tuple: in the scope, but unknown.

    A field that is None in every row has no column. `contacts` are the emergency contacts in the
    order in which they are called. `note` empty means that there is nothing to note.
    """

    code: str
    name: str
    reading: str | None = None
    birth_text: str | None = None
    age: int | None = None
    sex: str | None = None
    address: str | None = None
    yago: str | None = None
    phones: tuple[str, ...] | None = None
    contacts: tuple[str, ...] | None = None
    reasons: tuple[str, ...] | None = None
    care: str | None = None
    supporters: tuple[str, ...] | None = None
    note: str | None = None

    def words(self) -> Iterator[str]:
        """Every text of the row."""
        for value in (self.code, self.name, self.reading, self.birth_text, self.sex, self.address):
            yield value or ""
        yield from (self.yago or "", self.care or "", self.note or "")
        for values in (self.phones, self.contacts, self.reasons, self.supporters):
            yield from values or ()


_Cells = Callable[[RosterRow], Sequence[Cell]]
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def cells_by_row(rows: Sequence[RosterRow], styles: Styles) -> tuple[list[Column], _Cells]:
    """The columns that these rows need, and what makes a row's cells in that order."""
    shown = _Shown(rows)
    making = _Making(shown, styles)
    chosen = [
        (Column("番号", 3.4, 0), making.code),
        (Column(making.name_label(), 9.5, 1), making.name),
    ]
    if shown.birth_text or shown.age or shown.sex:
        chosen.append((Column(making.birth_label(), 8.6, 0), making.birth))
    if shown.address or shown.yago:
        chosen.append((Column("住所・屋号" if shown.yago else "住所", 11, 2), making.address))
    if shown.phones:
        chosen.append((Column("電話", 7, 0), making.phones))
    if shown.contacts:
        chosen.append((Column("緊急連絡先", 14, 4), making.contacts))
    if shown.reasons or shown.care:
        chosen.append((Column(making.reasons_label(), 9, 2), making.reasons))
    if shown.supporters:
        chosen.append((Column("支援する人", 8.5, 1), making.supporters))
    if shown.note:
        chosen.append((Column("備考", 10, 2), making.note))
    makers = [maker for _, maker in chosen]
    return [column for column, _ in chosen], lambda row: [maker(row) for maker in makers]


class _Shown:
    """Which fields the scope includes: those that any row has."""

    def __init__(self, rows: Sequence[RosterRow]) -> None:
        self.reading = any(row.reading is not None for row in rows)
        self.birth_text = any(row.birth_text is not None for row in rows)
        self.age = any(row.age is not None for row in rows)
        self.sex = any(row.sex is not None for row in rows)
        self.address = any(row.address is not None for row in rows)
        self.yago = any(row.yago is not None for row in rows)
        self.phones = any(row.phones is not None for row in rows)
        self.contacts = any(row.contacts is not None for row in rows)
        self.reasons = any(row.reasons is not None for row in rows)
        self.care = any(row.care is not None for row in rows)
        self.supporters = any(row.supporters is not None for row in rows)
        self.note = any(row.note is not None for row in rows)


class _Making:
    """Makes cells. Where a column holds several fields, each is a paragraph of its own."""

    def __init__(self, shown: _Shown, styles: Styles) -> None:
        self._shown, self._styles = shown, styles

    def name_label(self) -> str:
        return "氏名（よみ）" if self._shown.reading else "氏名"

    def birth_label(self) -> str:
        parts = (
            ("生年月日", self._shown.birth_text),
            ("年齢", self._shown.age),
            ("性別", self._shown.sex),
        )
        return "・".join(label for label, shown in parts if shown)

    def reasons_label(self) -> str:
        parts = (("支援が必要な事由", self._shown.reasons), ("介護", self._shown.care))
        return "・".join(label for label, shown in parts if shown)

    def code(self, row: RosterRow) -> Cell:
        return ((self._styles.small, row.code),)

    def name(self, row: RosterRow) -> Cell:
        name = (self._styles.name, row.name or UNKNOWN)
        return ((self._styles.small, _known(row.reading)), name) if self._shown.reading else (name,)

    def birth(self, row: RosterRow) -> Cell:
        body = self._styles.body
        cell = [(body, _known(row.birth_text))] if self._shown.birth_text else []
        age = [f"{row.age}歳"] if row.age is not None else []
        sex = [f"性別{UNKNOWN}" if row.sex == "" else _known(row.sex)] if self._shown.sex else []
        return (*cell, *([(body, "・".join(age + sex))] if age or sex else []))

    def address(self, row: RosterRow) -> Cell:
        body = self._styles.body
        cell = [(body, _known(row.address))] if self._shown.address else []
        return (*cell, (body, f"屋号 {row.yago}")) if row.yago else tuple(cell)

    def phones(self, row: RosterRow) -> Cell:
        return _listed(self._styles.body, row.phones)

    def contacts(self, row: RosterRow) -> Cell:
        if not row.contacts:
            return _listed(self._styles.body, row.contacts)
        return tuple(
            (self._styles.listed, f"{_number(n)}{contact}")
            for n, contact in enumerate(row.contacts)
        )

    def reasons(self, row: RosterRow) -> Cell:
        body = self._styles.body
        joined = None if row.reasons is None else "、".join(row.reasons)
        cell = [(body, _known(joined))] if self._shown.reasons else []
        care = f"介護度{UNKNOWN}" if row.care == "" else _known(row.care)
        return (*cell, (body, care)) if self._shown.care else tuple(cell)

    def supporters(self, row: RosterRow) -> Cell:
        return _listed(self._styles.person, row.supporters)

    def note(self, row: RosterRow) -> Cell:
        return ((self._styles.body, row.note),) if row.note else ()


def _known(value: str | None) -> str:
    return OUTSIDE if value is None else value or UNKNOWN


def _listed(style: Style, values: tuple[str, ...] | None) -> Cell:
    if values is None:
        return ((style, OUTSIDE),)
    return tuple((style, value) for value in values if value) or ((style, UNKNOWN),)


def _number(index: int) -> str:
    return _CIRCLED[index] if index < len(_CIRCLED) else f"{index + 1} "

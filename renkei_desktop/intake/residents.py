"""The rows of a list as people: each field read, and every doubt about it named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from renkei_desktop.domain.choice import Sex
from renkei_desktop.domain.text.phone import Phone
from renkei_desktop.domain.text.wareki import PartialDate
from renkei_desktop.intake.cells import Cells
from renkei_desktop.intake.columns import ColumnMapping
from renkei_desktop.intake.heading import Target
from renkei_desktop.intake.person_fields import (
    read_birth,
    read_name,
    read_phones,
    read_reading,
    read_sex,
)
from renkei_desktop.intake.problem import Problem, Severity, worst, wrong
from renkei_desktop.intake.table import Row, Table

_TOTALS = ("合計", "総計", "小計", "計", "以上", "以下余白")


@dataclass(frozen=True, slots=True)
class IncomingPerson:
    """One row of a list. A field without a value is None or empty; `name` stands as it came."""

    row_number: int
    name: str
    reading: str | None = None
    birth: PartialDate | None = None
    sex: Sex | None = None
    address: str | None = None
    phones: tuple[Phone, ...] = ()
    association_name: str | None = None
    household_key: str | None = None
    yago: str | None = None
    external_code: str | None = None
    note: str | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def severity(self) -> Severity | None:
        """The most serious problem of the row."""
        return worst(self.problems)


def read_rows(
    table: Table, mapping: ColumnMapping, area_code: str, reference_day: date
) -> tuple[IncomingPerson, ...]:
    """Everybody in a table, one for each row, wrong rows included.

    `area_code` is the town's, for local telephone numbers; a birth after `reference_day` is wrong.
    """
    return tuple(_person(table, row, mapping, area_code, reference_day) for row in table.rows)


def _person(
    table: Table, row: Row, mapping: ColumnMapping, area_code: str, reference_day: date
) -> IncomingPerson:
    cells = Cells(table, row, mapping)
    name = read_name(cells)
    problems = [*row.problems, *name.problems, *_footer(name.value, row)]
    reading = read_reading(cells)
    birth = read_birth(cells, reference_day)
    sex = read_sex(cells)
    phones = read_phones(cells, area_code)
    for field in (reading, birth, sex, phones):
        problems += field.problems
    return IncomingPerson(
        row_number=row.number,
        name=name.value,
        reading=reading.value,
        birth=birth.value,
        sex=sex.value,
        address=cells.joined(Target.ADDRESS, Target.ADDRESS_REST),
        phones=phones.value,
        association_name=cells.line(Target.ASSOCIATION),
        household_key=cells.line(Target.HOUSEHOLD),
        yago=cells.line(Target.YAGO),
        external_code=cells.line(Target.EXTERNAL_CODE),
        note=cells.note(),
        problems=tuple(dict.fromkeys((*problems, *cells.problems()))),
    )


def _footer(name: str, row: Row) -> Iterator[Problem]:
    first = next((cell for cell in row.cells if cell), "")
    if name in _TOTALS or "".join(first.split()) in _TOTALS:
        yield wrong("合計などの行のようです。")

"""The cells of one row by what they mean, and what is odd about cells of any kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from renkei_desktop.intake.columns import ColumnMapping
from renkei_desktop.intake.heading import Target
from renkei_desktop.intake.problem import Problem, doubtful, remark
from renkei_desktop.intake.table import Row, Table

_LINE_BREAKS = re.compile(r"\s*[\r\n]+\s*")
_FORMULA = re.compile(r"[=@＝＠+＋-][^\s-]")
_NUMBERS = frozenset({Target.PHONE, Target.MOBILE})
"""Where + and - are part of a number."""
_ONE_LINE = tuple(target for target in Target if target is not Target.NOTE)


@dataclass(frozen=True, slots=True)
class Cells:
    """A row seen through the mapping of its table."""

    table: Table
    row: Row
    mapping: ColumnMapping

    @property
    def excel_origin(self) -> date | None:
        return self.table.excel_origin

    def has(self, target: Target) -> bool:
        """Whether the list has such a column at all."""
        return self.mapping.column(target) is not None

    def texts(self, target: Target) -> tuple[str, ...]:
        """What stands in the columns of a target, line breaks turned into spaces."""
        texts = (self.row.cells[column] for column in self.mapping.columns(target))
        return tuple(_LINE_BREAKS.sub("\u3000", text) for text in texts if text)

    def line(self, target: Target) -> str | None:
        return next(iter(self.texts(target)), None)

    def joined(self, *targets: Target) -> str | None:
        """The texts of several targets with a full-width space between them."""
        return "\u3000".join(text for target in targets for text in self.texts(target)) or None

    def note(self) -> str | None:
        """The notes with their line breaks, one column under the other."""
        texts = (self.row.cells[column] for column in self.mapping.columns(Target.NOTE))
        return "\n".join(text for text in texts if text) or None

    def problems(self) -> Iterator[Problem]:
        """What is odd about a cell whatever it means."""
        for found in self.mapping.mapped:
            text = self.row.cells[found.column]
            heading = self.table.headers[found.column]
            if found.target not in _NUMBERS and _FORMULA.match(text):
                yield doubtful(
                    f"「{heading}」が計算式のような文字で始まっています。文字のまま残しました。"
                )
            if found.target in _ONE_LINE and _LINE_BREAKS.search(text):
                yield remark(f"「{heading}」の中の改行を空白にしました。")

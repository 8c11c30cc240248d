"""A date as people write it, with its reading under the field as one types."""

from __future__ import annotations

from datetime import date
from typing import Any

from renkei_desktop.domain.text.wareki import (
    DateError,
    PartialDate,
    birthday_age,
    parse_date,
    wareki,
    weekday_ja,
)
from renkei_desktop.domain.wire import Json
from renkei_desktop.ui.forms.editor import Editor
from renkei_desktop.ui.pieces.line import Line
from renkei_desktop.ui.theme import px


class DateEditor(Editor):
    """Takes R6.4.1, 令和6年4月1日, 昭和17年, 3170402 and more; `today` gives the age."""

    def __init__(self, today: date, *, with_age: bool = False, hint: str = "") -> None:
        self._line = Line(hint=hint or "例: 昭和17年4月2日、S17.4.2")
        super().__init__(self._line)
        self._today = today
        self._with_age = with_age
        self._line.setMaximumWidth(px(320))
        self._line.textEdited.connect(self.edited)
        self._line.editingFinished.connect(self._write_out)

    def value(self) -> PartialDate | None:
        try:
            return self._read()
        except DateError:
            return None

    def show_value(self, value: Any) -> None:
        self._line.setText("" if value is None else wareki(value))

    def trouble(self) -> str:
        try:
            read = self._read()
        except DateError as error:
            return error.sentence
        if read is not None and self._with_age and read.first > self._today:
            return "生年月日が今日より後になっています。"
        return ""

    def gloss(self) -> str:
        read = self.value()
        return "" if read is None else spoken(read, self._today if self._with_age else None)

    def draft(self) -> Json:
        return self._line.text()

    def resume(self, draft: Json) -> None:
        self._line.setText(draft if isinstance(draft, str) else "")

    def _read(self) -> PartialDate | None:
        text = self._line.text().strip()
        return parse_date(text) if text else None

    def _write_out(self) -> None:
        read = self.value()
        if read is not None:
            self._line.setText(wareki(read))


def spoken(day: PartialDate, today: date | None = None) -> str:
    """«令和6年4月1日（月）満86歳»; the age only where `today` is given."""
    weekday = weekday_ja(day)
    words = wareki(day) + (f"（{weekday}）" if weekday else "")
    age = None if today is None else birthday_age(day, today)
    return words if age is None else f"{words}満{age}歳"

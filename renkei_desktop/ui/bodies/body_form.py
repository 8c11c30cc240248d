"""The form of one 町内会, 民生委員 or 渡す相手: the record behind it, as it would be saved."""

from __future__ import annotations

from typing import Any

from renkei_desktop.domain.field import Record
from renkei_desktop.domain.provision import Recipient
from renkei_desktop.domain.wire import Json
from renkei_desktop.office.recipients import BINDING
from renkei_desktop.ui.forms.sheet_form import SheetForm
from renkei_desktop.ui.forms.surroundings import Surroundings

_CLASS = f"{Recipient.KIND}.recipient_class"


class BodyForm:
    """A `SheetForm` for one record, together with the card that it was opened from, if any."""

    def __init__(self, form: str, around: Surroundings, record: Record, card: Any = None) -> None:
        self.card = card
        self.opened = record
        self.form = SheetForm(form, around, [record], (), {})
        if isinstance(record, Recipient):
            self._call_bindings()
            self._class().edited.connect(self._fit_to_class)
            self._fit_to_class()
        self._untouched = self.form.draft()

    @property
    def record(self) -> Any:
        """The record as it would be saved."""
        return self.form.record(self.opened.KIND)

    @property
    def touched(self) -> bool:
        """Whether anything was typed, finished or not."""
        return self.form.draft() != self._untouched

    def resume(self, draft: Json) -> None:
        """Shows again what was typed."""
        self.form.resume(draft)
        if isinstance(self.opened, Recipient):
            self._fit_to_class()

    def _class(self) -> Any:
        return self.form.line(_CLASS).editor

    def _call_bindings(self) -> None:
        """Where a 町内会 or 民生委員 is asked for at all, it must be named."""
        for attribute in BINDING.values():
            caption = self.form.rows[f"{Recipient.KIND}.{attribute}"].caption
            caption.setText(f"{caption.text()}（必須）")

    def _fit_to_class(self) -> None:
        """A bound class asks for its own body, any other class for none."""
        wanted = BINDING.get(self._class().value())
        for attribute in BINDING.values():
            name = f"{Recipient.KIND}.{attribute}"
            line, asked = self.form.line(name), attribute == wanted
            line.must = asked
            if not asked:
                line.show_value(None)
            self.form.rows[name].show(asked)

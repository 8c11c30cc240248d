"""The fields of one record on a form, wherever on the form they stand."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from renkei_desktop.domain.field import Record
from renkei_desktop.domain.wire import Json
from renkei_desktop.ui.forms.field_line import FieldLine


class RecordPart:
    """Keeps the record as it was opened and gives it back with what the editors hold now."""

    def __init__(self, record: Record) -> None:
        self.opened = record
        self.lines: dict[str, FieldLine] = {}

    def take(self, line: FieldLine) -> None:
        """A further field of this record stands on the form."""
        line.show_value(getattr(self.opened, line.item.attribute))
        self.lines[line.item.attribute] = line

    @property
    def record(self) -> Record:
        """The record as it would be saved."""
        values = {attribute: line.editor.value() for attribute, line in self.lines.items()}
        return dataclasses.replace(self.opened, **values)

    @property
    def touched(self) -> bool:
        """Whether anything differs from the record that was opened."""
        return self.record != self.opened

    @property
    def empty(self) -> bool:
        """Whether no field of the form holds anything."""
        return all(not line.editor.value() for line in self.lines.values())

    def draft(self) -> Mapping[str, Json]:
        return {attribute: line.editor.draft() for attribute, line in self.lines.items()}

    def resume(self, draft: Mapping[str, Json]) -> None:
        for attribute, kept in draft.items():
            if attribute in self.lines:
                self.lines[attribute].editor.resume(kept)
                self.lines[attribute].tell()

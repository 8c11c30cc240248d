"""A list of child records on a form: phones, contacts, reasons, in an order of the clerk's."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from renkei_desktop.domain.field import Record
from renkei_desktop.domain.order import between, spread
from renkei_desktop.domain.wire import Json
from renkei_desktop.ui.forms.child_row import ChildRow
from renkei_desktop.ui.forms.record_part import RecordPart
from renkei_desktop.ui.forms.sections import Section
from renkei_desktop.ui.forms.surroundings import Surroundings, label_width
from renkei_desktop.ui.pieces import columns, quiet
from renkei_desktop.ui.theme import px

Blank = Callable[[], Record]
"""Makes a new child that belongs to the record of the form."""


class ChildList(QWidget):
    """Rows of children; an empty row at the end is not saved."""

    edited = Signal()

    def __init__(self, section: Section, around: Surroundings, blank: Blank) -> None:
        super().__init__()
        self._section = section
        self._around = around
        self._blank = blank
        self.rows: list[ChildRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(px(8))
        self.add_button = quiet(section.add, self._add_by_hand)
        under = columns(self.add_button, 1)
        under.setContentsMargins(px(label_width() - 4), 0, 0, 0)
        self._layout.addLayout(under)

    def show_records(self, records: Iterable[Record]) -> None:
        """Fills the list; an empty one begins with an empty row."""
        for row in list(self.rows):
            self._take_out(row)
        for record in records:
            self._append(record)
        if not self.rows:
            self._append(self._blank())

    @property
    def records(self) -> tuple[Record, ...]:
        """The children that hold something, with order keys that rise."""
        kept = [row.part for row in self.rows if not row.part.empty]
        return in_order([part.record for part in kept])

    @property
    def parts(self) -> list[RecordPart]:
        return [row.part for row in self.rows]

    @property
    def filled(self) -> list[RecordPart]:
        """The parts that would be saved."""
        return [part for part in self.parts if not part.empty]

    def draft(self) -> Json:
        return [{"id": row.part.opened.id, "typed": dict(row.part.draft())} for row in self.rows]

    def resume(self, draft: Json) -> None:
        """Shows again what was typed; a child that is gone by now comes back as a new one."""
        known = {row.part.opened.id: row.part.opened for row in self.rows}
        kept = draft if isinstance(draft, list) else []
        self.show_records(known.get(item["id"]) or self._again(item["id"]) for item in kept)
        for row, item in zip(self.rows, kept, strict=False):
            row.part.resume(item["typed"])

    def _again(self, record_id: str) -> Record:
        return dataclasses.replace(self._blank(), id=record_id)

    def _append(self, record: Record) -> ChildRow:
        row = ChildRow(self._section, record, self._around)
        row.edited.connect(self.edited)
        row.moved.connect(lambda by, row=row: self._move(row, by))
        row.removed.connect(lambda row=row: self._remove(row))
        self.rows.append(row)
        self._layout.insertWidget(len(self.rows) - 1, row)
        self._number()
        return row

    def _add_by_hand(self) -> None:
        self._append(self._blank()).begin()
        self.edited.emit()

    def _move(self, row: ChildRow, by: int) -> None:
        place = self.rows.index(row)
        to = place + by
        if not 0 <= to < len(self.rows):
            return
        self.rows.insert(to, self.rows.pop(place))
        self._layout.removeWidget(row)
        self._layout.insertWidget(to, row)
        self._number()
        row.keep_focus(by)
        self.edited.emit()

    def _remove(self, row: ChildRow) -> None:
        self._take_out(row)
        if not self.rows:
            self._append(self._blank())
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._number()
        self.edited.emit()

    def _take_out(self, row: ChildRow) -> None:
        self.rows.remove(row)
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _number(self) -> None:
        for place, row in enumerate(self.rows):
            row.stands_at(place, len(self.rows))


def in_order(records: list[Any]) -> tuple[Record, ...]:
    """The records with rising order keys; as few keys as possible change."""
    keys = [record.order for record in records]
    if keys == sorted(set(keys)):
        return tuple(records)
    moved = _one_moved(records)
    if moved is not None:
        return moved
    fresh = spread(len(records))
    return tuple(dataclasses.replace(r, order=k) for r, k in zip(records, fresh, strict=True))


def _one_moved(records: list[Any]) -> tuple[Record, ...] | None:
    """The records where a single new key puts them in order, or None."""
    for place, record in enumerate(records):
        others = records[:place] + records[place + 1 :]
        keys = [other.order for other in others]
        if keys != sorted(set(keys)):
            continue
        before = keys[place - 1] if place else None
        after = keys[place] if place < len(keys) else None
        set_right = dataclasses.replace(record, order=between(before, after))
        return (*records[:place], set_right, *records[place + 1 :])
    return None

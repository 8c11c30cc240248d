"""A form for all records of one sheet, built from the declarations and the sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from renkei_desktop.domain.consent import Consent
from renkei_desktop.domain.field import Record
from renkei_desktop.domain.resident import Resident
from renkei_desktop.domain.wire import Json
from renkei_desktop.ui.forms.child_list import ChildList
from renkei_desktop.ui.forms.child_row import let_reading_follow
from renkei_desktop.ui.forms.consent_matrix import ConsentMatrix
from renkei_desktop.ui.forms.editors import editor_for
from renkei_desktop.ui.forms.field_line import FieldLine
from renkei_desktop.ui.forms.photo_editor import PhotoEditor
from renkei_desktop.ui.forms.place_editor import PlaceEditor
from renkei_desktop.ui.forms.record_part import RecordPart
from renkei_desktop.ui.forms.section_box import SectionBox
from renkei_desktop.ui.forms.sections import Section, field_named, sections_of
from renkei_desktop.ui.forms.surroundings import Surroundings, label_width
from renkei_desktop.ui.pieces import FieldRow, Fields, restyle
from renkei_desktop.ui.theme import px

Blanks = Mapping[str, Callable[[], Record]]
"""By kind of child record: makes a new one that belongs to this sheet."""


class SheetForm(QWidget):
    """All fields of a sheet, group by group. `edited` at every change by the clerk.

    `singles` are the records that stand once (person, household, registration), `children` those
    that come in lists. Sections that need a record which is not among them are left out.
    """

    edited = Signal()
    map_wanted = Signal(object)

    def __init__(
        self,
        form: str,
        around: Surroundings,
        singles: Iterable[Record],
        children: Iterable[Record],
        blanks: Blanks,
    ) -> None:
        super().__init__()
        self._around = around
        self._blanks = blanks
        self.rows: dict[str, FieldRow] = {}
        self.parts: dict[str, RecordPart] = {r.KIND: RecordPart(r) for r in singles}
        self.lists: dict[str, ChildList] = {}
        self.matrix: ConsentMatrix | None = None
        self.boxes: list[SectionBox] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, px(8), 0)
        self._layout.setSpacing(px(14))
        given = tuple(children)
        for section in sections_of(form, self._kinds()):
            self._add_section(section, given)
        self._layout.addStretch(1)
        for part in self.parts.values():
            let_reading_follow(part)

    def _kinds(self) -> frozenset[str]:
        consents = {Consent.KIND} if Resident.KIND in self.parts else set()
        return frozenset({*self.parts, *self._blanks, *consents})

    def _add_section(self, section: Section, children: tuple[Record, ...]) -> None:
        own = tuple(child for child in children if child.KIND in section.kinds)
        if section.each:
            inner: QWidget = self._list(section, own)
        elif Consent.KIND in section.kinds:
            inner = self._consents(own)
        else:
            inner = self._fields(section)
        box = SectionBox(section.title, inner, folded=section.more)
        self.boxes.append(box)
        self._layout.addWidget(box)

    def _list(self, section: Section, records: Iterable[Record]) -> ChildList:
        made = ChildList(section, self._around, self._blanks[section.each])
        made.show_records(records)
        made.edited.connect(self.edited)
        self.lists[section.each] = made
        return made

    def _consents(self, records: Iterable[Any]) -> ConsentMatrix:
        resident: Any = self.parts[Resident.KIND].opened
        self.matrix = ConsentMatrix(resident, self._around)
        self.matrix.show_records(records)
        self.matrix.edited.connect(self.edited)
        return self.matrix

    def _fields(self, section: Section) -> Fields:
        fields = Fields(label_width())
        for name in section.fields:
            cls, item = field_named(name)
            editor = editor_for(item, self._around)
            row = fields.add(item.field.label, editor.field, must=item.field.required)
            self.rows[name] = row
            self.parts[cls.KIND].take(FieldLine(item, editor, row.remark, row.wrong))
            editor.edited.connect(self.edited)
            if isinstance(editor, PlaceEditor):
                editor.map_wanted.connect(partial(self.map_wanted.emit, editor))
        return fields

    def line(self, name: str) -> FieldLine:
        """The line of `kind.attribute` of a record that stands once. Raises KeyError."""
        kind, _, attribute = name.partition(".")
        return self.parts[kind].lines[attribute]

    def line_of(self, record: str, register: str) -> FieldLine | None:
        """The line of a register (wire name) of any record on the form, or None."""
        children = (part for held in self.lists.values() for part in held.parts)
        for part in (*self.parts.values(), *children):
            if part.opened.id == record:
                return next((n for n in part.lines.values() if n.item.field.wire == register), None)
        return None

    def take_value(self, line: FieldLine, value: Any) -> None:
        """Puts a value that stood beside the shown one into its field."""
        self._unfold(line.editor.field)
        line.show_value(value)
        self.edited.emit()

    def record(self, kind: str) -> Record:
        """A record that stands once, as it would be saved."""
        return self.parts[kind].record

    def listed(self, kind: str) -> tuple[Any, ...]:
        """The children of one kind as they would be saved; none where the form has no such list."""
        return self.lists[kind].records if kind in self.lists else ()

    @property
    def consents(self) -> tuple[Consent, ...]:
        return self.matrix.records if self.matrix else ()

    def offer_map(self, offered: bool) -> None:
        """Whether there is a map beside the form on which a pin can be set."""
        for line in self._all_lines():
            if isinstance(line.editor, PlaceEditor):
                line.editor.offer_map(offered)

    @property
    def reason(self) -> str | None:
        """Why a consent was set right as 誤入力の訂正, where one was."""
        return self.matrix.circumstances.reason if self.matrix and self.matrix.changed else None

    @property
    def photos(self) -> dict[str, bytes]:
        """Pictures chosen on this form, by their SHA-256."""
        chosen = {}
        for line in self._all_lines():
            editor = line.editor
            if isinstance(editor, PhotoEditor) and editor.picture and editor.value():
                chosen[str(editor.value())] = editor.picture
        return chosen

    def troubles(self) -> list[str]:
        """Everything that must be put right before saving; also shown beside the fields."""
        lines = list(self._lines_to_save())
        for line in lines:
            line.tell(missing=True)
        found = [line.trouble for line in lines if line.trouble]
        if self.matrix is not None:
            self.matrix.tell()
            found += [self.matrix.trouble()] if self.matrix.trouble() else []
        return found

    def go_to_first_trouble(self) -> None:
        """Unfolds the group with the first field that is wrong and puts the cursor there."""
        for line in self._lines_to_save():
            if line.trouble:
                self._unfold(line.editor.field)
                (line.editor.field.focusProxy() or line.editor.field).setFocus()
                return
        if self.matrix is not None and self.matrix.trouble():
            self._unfold(self.matrix)
            self.matrix.circumstances.lines["by"].editor.field.setFocus()

    def _unfold(self, field: QWidget) -> None:
        for box in self.boxes:
            if box.isAncestorOf(field):
                box.unfold()

    def _lines_to_save(self) -> Iterable[FieldLine]:
        for part in self.parts.values():
            if part.opened.KIND not in self._optional_and_empty():
                yield from part.lines.values()
        for held in self.lists.values():
            for part in held.filled:
                yield from part.lines.values()

    def _optional_and_empty(self) -> frozenset[str]:
        household = self.parts.get("household")
        return frozenset({"household"} if household is not None and household.empty else ())

    def _all_lines(self) -> Iterable[FieldLine]:
        for part in self.parts.values():
            yield from part.lines.values()
        for held in self.lists.values():
            for child in held.parts:
                yield from child.lines.values()

    def draft(self) -> Json:
        """All that was typed, finished or not."""
        return {
            "parts": {kind: dict(part.draft()) for kind, part in self.parts.items()},
            "lists": {kind: held.draft() for kind, held in self.lists.items()},
            "consents": self.matrix.draft() if self.matrix else None,
        }

    def resume(self, draft: Json) -> None:
        """Shows again what `draft` kept; what the form no longer has is left aside."""
        kept = draft if isinstance(draft, dict) else {}
        for kind, typed in kept.get("parts", {}).items():
            if kind in self.parts:
                self.parts[kind].resume(typed)
        for kind, typed in kept.get("lists", {}).items():
            if kind in self.lists:
                self.lists[kind].resume(typed)
        if self.matrix is not None:
            self.matrix.resume(kept.get("consents"))


def begin(form: SheetForm, name: str) -> None:
    """Puts the cursor into a field of the form."""
    field = form.line(name).editor.field
    (field.focusProxy() or field).setFocus(Qt.FocusReason.OtherFocusReason)
    restyle(field, "wrong", False)

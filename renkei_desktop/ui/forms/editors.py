"""The editor of a declared field, chosen by its kind."""

from __future__ import annotations

from collections.abc import Callable

from renkei_desktop.domain.field import Declared, Kind
from renkei_desktop.ui.forms.choice_editors import ComboEditor, FlagEditor, Option, SegmentEditor
from renkei_desktop.ui.forms.date_editor import DateEditor
from renkei_desktop.ui.forms.editor import Editor
from renkei_desktop.ui.forms.photo_editor import PhotoEditor
from renkei_desktop.ui.forms.picker import PickerEditor
from renkei_desktop.ui.forms.place_editor import PlaceEditor
from renkei_desktop.ui.forms.surroundings import Surroundings
from renkei_desktop.ui.forms.text_editors import KanaEditor, NoteEditor, PhoneEditor, TextEditor

_IN_SIGHT = 4
"""Up to how many answers all stand in sight."""

Make = Callable[[Declared, Surroundings], Editor]


def editor_for(item: Declared, around: Surroundings) -> Editor:
    """An empty editor for the field. Raises KeyError for a kind that only the program writes."""
    return _MAKERS[item.field.kind](item, around)


def _text(item: Declared, _around: Surroundings) -> Editor:
    return TextEditor(_example(item))


def _note(item: Declared, _around: Surroundings) -> Editor:
    return NoteEditor(_example(item))


def _kana(_item: Declared, _around: Surroundings) -> Editor:
    return KanaEditor()


def _date(item: Declared, around: Surroundings) -> Editor:
    return DateEditor(around.today, with_age=item.attribute == "birth")


def _choice(item: Declared, _around: Surroundings) -> Editor:
    options = [Option(member, member.label) for member in item.value_type]  # type: ignore[attr-defined]
    if len(options) <= _IN_SIGHT:
        return SegmentEditor(options)
    return ComboEditor(options)


def _term(item: Declared, around: Surroundings) -> Editor:
    return ComboEditor(around.words(item.field.vocabulary or ""))


def _phone(_item: Declared, around: Surroundings) -> Editor:
    return PhoneEditor(around.area_code)


def _place(item: Declared, _around: Surroundings) -> Editor:
    return PlaceEditor(_example(item))


def _reference(item: Declared, around: Surroundings) -> Editor:
    reference = around.references[item.field.target or ""]
    return PickerEditor(reference.find, reference.name_of)


def _photo(_item: Declared, _around: Surroundings) -> Editor:
    return PhotoEditor()


def _flag(_item: Declared, _around: Surroundings) -> Editor:
    return FlagEditor()


def _example(item: Declared) -> str:
    return f"例: {item.field.hint}" if item.field.hint else ""


_MAKERS: dict[Kind, Make] = {
    Kind.TEXT: _text,
    Kind.NOTE: _note,
    Kind.KANA: _kana,
    Kind.DATE: _date,
    Kind.CHOICE: _choice,
    Kind.TERM: _term,
    Kind.PHONE: _phone,
    Kind.PLACE: _place,
    Kind.REFERENCE: _reference,
    Kind.PHOTO: _photo,
    Kind.FLAG: _flag,
}

"""One declaration per field: what everybody needs to know about it, said once.

A field is declared on a frozen dataclass as `Annotated[str | None, Field("氏名", "name")]`. Table,
history line, import mapping, list column, print label, bundle scope and merge rule read it here.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from renkei_desktop.domain.moment import RecordId


class Kind(StrEnum):
    """What sort of value a field holds; decides its editor, its column and its words."""

    TEXT = "text"
    NOTE = "note"
    """Several lines of free text."""
    KANA = "kana"
    DATE = "date"
    """A `PartialDate`: year, year and month, or a full day."""
    CHOICE = "choice"
    """A member of an enumeration of the program."""
    TERM = "term"
    """The code of a vocabulary term, which a town may extend."""
    PHONE = "phone"
    PLACE = "place"
    FLAG = "flag"
    NUMBER = "number"
    PHOTO = "photo"
    """The SHA-256 (hexadecimal) of an attachment."""
    REFERENCE = "reference"
    """The id of another record; a plain id, never a foreign key."""
    ORDER = "order"
    """A fractional order key: text that sorts children among their siblings."""
    VALUE = "value"
    """A frozen value class whose parts change together."""


class Disclosure(StrEnum):
    """How far a field may go when a record is given to somebody."""

    PUBLIC = "public"
    """Part of the public directory."""
    ROSTER = "roster"
    """An item of the roster, 災対法49条の10②一–六."""
    CARE = "care"
    """Only where the recipient needs it for support (49条の10②七)."""
    INTERNAL = "internal"
    """Never leaves the office."""


class Conflict(StrEnum):
    """What stands when two seats wrote different values without knowing of each other."""

    BOTH = "both"
    """Both stay until a clerk decides."""
    RESTRICTIVE = "restrictive"
    """The most restrictive answer is in force and flagged."""
    ENDING = "ending"
    """Death and moving out win and are flagged."""
    SURVEYED = "surveyed"
    """A surveyed point beats an estimated one where the address text is the same."""


@dataclass(frozen=True, slots=True)
class Field:
    """The declaration of one field.

    `wire` is the permanent name in history and bundles: never renamed, never used again.
    `law` is the item number of 災対法49条の10② that the field answers (1 to 6), if any.
    """

    label: str
    wire: str
    kind: Kind = Kind.TEXT
    disclosure: Disclosure = Disclosure.CARE
    conflict: Conflict = Conflict.BOTH
    required: bool = False
    law: int | None = None
    vocabulary: str | None = None
    target: str | None = None
    """The record kind that a reference points to."""
    searched: bool = False
    """Whether the search box looks into it."""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Declared:
    """A field together with the attribute that carries it and the type of its value."""

    attribute: str
    value_type: type
    field: Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Anything that is stored, has a history and may travel. `KIND` is its permanent wire name."""

    KIND: ClassVar[str] = ""
    LABEL: ClassVar[str] = ""
    id: RecordId


AnyRecord = TypeVar("AnyRecord", bound=Record)

EXISTS = "exists"
"""The register that every record has besides its fields: true while it stands, false once ended."""

_kinds: dict[str, type[Record]] = {}
_declared: dict[type, tuple[Declared, ...]] = {}


def record_kind(kind: str, label: str) -> Any:
    """Class decorator: enters a frozen dataclass into the list of record kinds."""

    def enter(cls: type[AnyRecord]) -> type[AnyRecord]:
        if kind in _kinds:
            raise ValueError(f"record kind {kind} is declared twice")
        cls.KIND = kind
        cls.LABEL = label
        _kinds[kind] = cls
        declared(cls)
        return cls

    return enter


def record_kinds() -> Mapping[str, type[Record]]:
    """All record kinds by wire name, in the order in which they were declared."""
    import renkei_desktop.domain.register  # noqa: F401  declares them all

    return types.MappingProxyType(_kinds)


def declared(cls: type) -> tuple[Declared, ...]:
    """The declared fields of a record or value class, in order, without `id`.

    Raises TypeError for a field without a declaration and ValueError for a wire name used twice.
    """
    found = _declared.get(cls)
    if found is None:
        found = _declared[cls] = _read_declarations(cls)
    return found


def _read_declarations(cls: type) -> tuple[Declared, ...]:
    hints = typing.get_type_hints(cls, include_extras=True)
    found: list[Declared] = []
    for item in fields(cls):
        if item.name == "id" and issubclass(cls, Record):
            continue
        found.append(_declaration(cls, item.name, hints[item.name]))
    wires = [d.field.wire for d in found]
    if len(set(wires)) != len(wires) or EXISTS in wires:
        raise ValueError(f"{cls.__name__} uses a wire name twice")
    return tuple(found)


def _declaration(cls: type, attribute: str, hint: Any) -> Declared:
    for extra in getattr(hint, "__metadata__", ()):
        if isinstance(extra, Field):
            return Declared(attribute, _bare(typing.get_args(hint)[0]), extra)
    raise TypeError(f"{cls.__name__}.{attribute} has no declaration")


def _bare(hint: Any) -> type:
    """The type of the value when it is there: `str | None` gives `str`."""
    options = [option for option in typing.get_args(hint) if option is not type(None)]
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        return typing.cast(type, options[0])
    return typing.cast(type, hint)

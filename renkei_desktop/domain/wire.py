"""Values as they stand in history and bundles: plain JSON under permanent wire names.

A value class of declared fields becomes an object by wire names, without the parts that are None;
any other frozen dataclass (a point) becomes an array of its parts; a tuple becomes an array.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from enum import Enum
from typing import Any

from renkei_desktop.domain.field import AnyRecord, Declared, Record, declared
from renkei_desktop.domain.text.wareki import PartialDate

Json = None | bool | int | float | str | list[Any] | dict[str, Any]


def to_wire(value: Any) -> Json:
    """The JSON form of a field's value. Raises TypeError for a value that no field can hold."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, str):
        return value
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, tuple):
        return [to_wire(part) for part in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _class_to_wire(value)
    raise TypeError(f"no field holds a {type(value).__name__}")


def _class_to_wire(value: Any) -> Json:
    if not _is_declared(type(value)):
        return [to_wire(getattr(value, f.name)) for f in dataclasses.fields(value)]
    parts = ((d.field.wire, getattr(value, d.attribute)) for d in declared(type(value)))
    return {wire: to_wire(part) for wire, part in parts if part is not None}


def from_wire(hint: Any, wire: Json) -> Any:
    """The value of the given type. Raises ValueError or TypeError for JSON that does not fit."""
    if wire is None:
        return None
    if typing.get_origin(hint) is tuple:
        part = typing.get_args(hint)[0]
        return tuple(from_wire(part, item) for item in _checked(wire, list))
    if hint is PartialDate:
        return PartialDate.from_iso(_checked(wire, str))
    if hint is float:
        return float(_checked(wire, (int, float)))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(_checked(wire, str))
    if dataclasses.is_dataclass(hint):
        return _class_from_wire(hint, wire)
    return _checked(wire, hint)


def _class_from_wire(hint: Any, wire: Json) -> Any:
    if not _is_declared(hint):
        hints = typing.get_type_hints(hint)
        names = [f.name for f in dataclasses.fields(hint)]
        items = _checked(wire, list)
        return hint(**{n: from_wire(hints[n], v) for n, v in zip(names, items, strict=True)})
    parts: dict[str, Any] = _checked(wire, dict)
    known = {d.field.wire: d for d in declared(hint)}
    return hint(**{known[w].attribute: from_wire(known[w].value_type, v) for w, v in parts.items()})


def _checked(wire: Json, kind: Any) -> Any:
    """`wire` if it is exactly of that kind: true is not 1."""
    kinds = kind if isinstance(kind, tuple) else (kind,)
    if type(wire) not in kinds:
        raise TypeError(f"expected {kinds}, not {type(wire).__name__}")
    return wire


def _is_declared(cls: type) -> bool:
    try:
        declared(cls)
    except TypeError:
        return False
    return True


def registers_of(record: Record) -> dict[str, Json]:
    """All registers of a record by wire name, in wire form (without existence)."""
    found = declared(type(record))
    return {d.field.wire: to_wire(getattr(record, d.attribute)) for d in found}


def record_from(cls: type[AnyRecord], record_id: str, registers: Mapping[str, Json]) -> AnyRecord:
    """A record from its registers; an unknown register is left aside, a missing one is its default.

    Raises ValueError or TypeError for a value that does not fit its declaration.
    """
    values = {
        d.attribute: from_wire(d.value_type, registers[d.field.wire])
        for d in declared(cls)
        if registers.get(d.field.wire) is not None
    }
    return cls(id=record_id, **values)


def by_wire(cls: type) -> dict[str, Declared]:
    """The declarations of a record kind by wire name."""
    return {d.field.wire: d for d in declared(cls)}

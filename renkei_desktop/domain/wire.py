"""Values as they stand in history and bundles: plain JSON under permanent wire names.

A value class of declared fields becomes an object by wire names, without the parts that are None;
any other frozen dataclass (a point) becomes an array of its parts; a tuple becomes an array.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Mapping
from enum import Enum
from functools import lru_cache
from typing import Any

from renkei_desktop.domain.field import AnyRecord, Declared, Record, declared
from renkei_desktop.domain.text.wareki import PartialDate

Json = None | bool | int | float | str | list[Any] | dict[str, Any]

_PLAIN = frozenset({type(None), bool, int, float, str})

# Worked out once for each class, as lists read thousands of rows.
_value_classes: dict[type, bool] = {}
_record_readers: dict[type, list[tuple[str, str, Callable[[Json], Any]]]] = {}


def to_wire(value: Any) -> Json:
    """The JSON form of a field's value. Raises TypeError for a value that no field can hold."""
    if type(value) in _PLAIN:
        return value  # type: ignore[no-any-return]
    if isinstance(value, Enum | PartialDate):
        return str(value)
    if isinstance(value, tuple):
        return [to_wire(part) for part in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _class_to_wire(value)
    raise TypeError(f"no field holds a {type(value).__name__}")


def _class_to_wire(value: Any) -> Json:
    if not is_declared(type(value)):
        return [to_wire(getattr(value, f.name)) for f in dataclasses.fields(value)]
    parts = ((d.field.wire, getattr(value, d.attribute)) for d in declared(type(value)))
    return {wire: to_wire(part) for wire, part in parts if part is not None}


def from_wire(hint: Any, wire: Json) -> Any:
    """The value of the given type. Raises ValueError or TypeError for JSON that does not fit."""
    return None if wire is None else _reader(hint)(wire)


@lru_cache(maxsize=1024)
def _reader(hint: Any) -> Callable[[Json], Any]:
    """How JSON becomes a value of a type; worked out once, as lists read thousands of rows."""
    if typing.get_origin(hint) is tuple:
        part = _reader(typing.get_args(hint)[0])
        return lambda wire: tuple(part(item) for item in _checked(wire, list))
    if hint is PartialDate:
        return lambda wire: PartialDate.from_iso(_checked(wire, str))
    if hint is float:
        return lambda wire: float(_checked(wire, int if type(wire) is int else float))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lambda wire: hint(_checked(wire, str))
    if dataclasses.is_dataclass(hint):
        return _object_reader(hint) if is_declared(hint) else _array_reader(hint)
    return lambda wire: _checked(wire, hint)


def _array_reader(hint: Any) -> Callable[[Json], Any]:
    hints = typing.get_type_hints(hint)
    names = [f.name for f in dataclasses.fields(hint)]
    readers = [_reader(hints[name]) for name in names]

    def read(wire: Json) -> Any:
        items = zip(names, readers, _checked(wire, list), strict=True)
        return hint(**{name: reader(item) for name, reader, item in items})

    return read


def _object_reader(hint: Any) -> Callable[[Json], Any]:
    known = {d.field.wire: (d.attribute, _reader(d.value_type)) for d in declared(hint)}

    def read(wire: Json) -> Any:
        values = {}
        for name, part in _checked(wire, dict).items():
            if name in known and part is not None:
                attribute, reader = known[name]
                values[attribute] = reader(part)
        return hint(**values)

    return read


def _checked(wire: Json, kind: type) -> Any:
    """`wire` if it is exactly of that kind: true is not 1."""
    if type(wire) is not kind:
        raise TypeError(f"expected {kind.__name__}, not {type(wire).__name__}")
    return wire


def is_declared(cls: Any) -> bool:
    """Whether all parts of a class are declared fields, as those of a record or an address are."""
    if cls not in _value_classes:
        try:
            declared(cls)
            _value_classes[cls] = True
        except TypeError:
            _value_classes[cls] = False
    return _value_classes[cls]


def registers_of(record: Record) -> dict[str, Json]:
    """All registers of a record by wire name, in wire form (without existence)."""
    found = declared(type(record))
    return {d.field.wire: to_wire(getattr(record, d.attribute)) for d in found}


def record_from(cls: type[AnyRecord], record_id: str, registers: Mapping[str, Json]) -> AnyRecord:
    """A record from its registers; an unknown register is left aside, a missing one is its default.

    Raises ValueError or TypeError for a value that does not fit its declaration.
    """
    readers = _record_readers.get(cls)
    if readers is None:
        readers = _record_readers[cls] = [
            (d.attribute, d.field.wire, _reader(d.value_type)) for d in declared(cls)
        ]
    values = {}
    for attribute, wire, reader in readers:
        value = registers.get(wire)
        if value is not None:
            values[attribute] = reader(value)
    return cls(id=record_id, **values)


def by_wire(cls: type) -> dict[str, Declared]:
    """The declarations of a record kind by wire name."""
    return {d.field.wire: d for d in declared(cls)}

"""How one register becomes columns: the value itself, and its parts where it is a value class."""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Float, Integer, Numeric, Text

from renkei_desktop.domain.field import Declared, Kind, declared
from renkei_desktop.domain.wire import Json

_PACKED = frozenset({Kind.VALUE, Kind.PLACE})
_CANONICAL = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)


def packed(value: Json) -> str:
    """Canonical JSON text: the same value always gives the same text."""
    return _CANONICAL.encode(value)


@dataclass(frozen=True, slots=True)
class _Part:
    """One scalar inside a value class: its column and the way to it through the JSON."""

    column: str
    way: tuple[str | int, ...]
    is_number: bool

    def of(self, value: Any) -> Any:
        for step in self.way:
            if value is None:
                return None
            value = value.get(step) if isinstance(step, str) else value[step]
        return value


class RegisterColumns:
    """The columns of one register.

    The first holds the wire value: natively where it is a text, a number or a yes/no, as JSON
    where it is more. For a value class the parts follow, each in a column of its own, so that
    lists can read and sort by them; these are derived and never read back.
    """

    def __init__(self, item: Declared) -> None:
        self.wire = item.field.wire
        self._kind = item.field.kind
        self._is_packed = self._kind in _PACKED
        self._parts = tuple(_parts(self.wire, item.value_type)) if self._is_packed else ()
        self.names = (self.wire, *(part.column for part in self._parts))

    def columns(self) -> Iterator[Column[Any]]:
        yield Column(self.wire, self._type(), index=self._kind is Kind.REFERENCE)
        for part in self._parts:
            yield Column(part.column, Float() if part.is_number else Text())

    def _type(self) -> Any:
        if self._kind is Kind.FLAG:
            return Integer()
        return Numeric() if self._kind is Kind.NUMBER else Text()

    def stored(self, value: Json) -> tuple[Any, ...]:
        """What goes into the columns for a wire value."""
        if not self._is_packed:
            return (int(value) if isinstance(value, bool) else value,)
        whole = None if value is None else packed(value)
        return (whole, *(part.of(value) for part in self._parts))

    def loaded(self, stored: Any) -> Json:
        """The wire value behind what stands in the first column."""
        if stored is None:
            return None
        if self._is_packed:
            return typing.cast(Json, json.loads(stored))
        return bool(stored) if self._kind is Kind.FLAG else typing.cast(Json, stored)


def _parts(wire: str, value_type: Any) -> Iterator[_Part]:
    if typing.get_origin(value_type) is not None:
        return
    for item in declared(value_type):
        name = f"{wire}_{item.field.wire}"
        if item.field.kind is not Kind.VALUE:
            yield _Part(name, (item.field.wire,), is_number=False)
            continue
        for place, part in enumerate(dataclasses.fields(item.value_type)):
            yield _Part(f"{name}_{part.name}", (item.field.wire, place), is_number=True)

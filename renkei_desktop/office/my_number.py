"""マイナンバー is kept out of whatever somebody types (番号法19条・20条)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.field import Kind, Record, declared
from renkei_desktop.domain.text.my_number import my_number_like
from renkei_desktop.domain.wire import is_declared

_TYPED = frozenset({Kind.TEXT, Kind.NOTE, Kind.KANA, Kind.PHONE})


def refuse_in(record: Record) -> None:
    """Raises RenkeiError if a text of the record looks like a マイナンバー."""
    for label, text in _texts(record):
        refuse(label, text)


def refuse(label: str, text: str) -> None:
    """Raises RenkeiError if what was typed under this label looks like one."""
    if my_number_like(text):
        raise RenkeiError(
            f"「{label}」にマイナンバーらしい12けたの番号があります。",
            kept="まだ何も保存していません。",
            todo="番号を消してから、もう一度保存してください。",
        )


def _texts(value: Any) -> Iterator[tuple[str, str]]:
    """What somebody typed, with its label; the parts of an address or an answer too.

    Never an id: among 32 hexadecimal digits twelve decimal ones may stand by chance.
    """
    for item in declared(type(value)):
        part = getattr(value, item.attribute)
        if is_declared(type(part)):
            yield from _texts(part)
        elif item.field.kind in _TYPED and isinstance(part, str):
            yield item.field.label, part

"""What the search box looks into: the declared fields of a record, folded into one text."""

from __future__ import annotations

from renkei_desktop.domain.field import Kind, Record, declared
from renkei_desktop.domain.place import Place
from renkei_desktop.domain.text.fold import fold
from renkei_desktop.domain.text.kana import sort_key

EDITION = 1
"""Goes up whenever folding or sorting gives another text, so that old files are worked over."""

PART = "\n"
"""Stands between the parts of a folded text, so that no match runs from one field into the next."""


def folded_text(record: Record) -> str:
    """All searched fields of a record, folded, in the order of their declaration."""
    parts = []
    for item in declared(type(record)):
        if not item.field.searched:
            continue
        value = getattr(record, item.attribute)
        if isinstance(value, Place):
            value = value.address
        if value:
            parts.append(digits(value) if item.field.kind is Kind.PHONE else fold(value))
    return PART.join(parts)


def digits(phone: str) -> str:
    """The digits of a phone number: it is found with and without its hyphens."""
    return "".join(c for c in fold(phone) if c.isdigit())


def reading_key(record: Record) -> str:
    """The sorting key of a record: by its reading, by its name where it has none."""
    return sort_key(getattr(record, "reading", None) or getattr(record, "name", None) or "")

"""Vocabulary terms: choices that a town may extend, kept as records and seeded from `db/`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from renkei_desktop.domain.field import Disclosure, Field, Kind, Record, record_kind
from renkei_desktop.domain.moment import RecordId, keyed_id

_PUBLIC = Disclosure.PUBLIC


@record_kind("term", "用語")
@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Record):
    """One term of a vocabulary; fields refer to it by `code`."""

    vocabulary: Annotated[str | None, Field("種類", "vocabulary", disclosure=_PUBLIC)] = None
    code: Annotated[str | None, Field("記号", "code", disclosure=_PUBLIC)] = None
    label: Annotated[str | None, Field("ことば", "label", disclosure=_PUBLIC)] = None
    group: Annotated[str | None, Field("まとまり", "group", disclosure=_PUBLIC)] = None
    retired: Annotated[bool, Field("使わない", "retired", Kind.FLAG, _PUBLIC)] = False
    order: Annotated[str, Field("順番", "order", Kind.ORDER, _PUBLIC)] = "V"


def term_id(vocabulary: str, code: str) -> RecordId:
    """The id of a term: the same in every office."""
    return keyed_id("term", vocabulary, code)

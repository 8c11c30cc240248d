"""町内会 and 民生委員 by pasting: read, shown, and written as one deed."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from typing import TypeVar

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.moment import new_id
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation, WelfareCommissioner
from renkei_desktop.domain.order import between
from renkei_desktop.domain.text.fold import fold
from renkei_desktop.intake.pasted import (
    PastedAssociation,
    PastedCommissioner,
    read_associations,
    read_commissioners,
)
from renkei_desktop.intake.problem import Severity, worst
from renkei_desktop.office import town
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.recipients import own_recipient

__all__ = ["PastedAssociation", "PastedCommissioner"]


def pasted_associations(desk: Desk, text: str) -> tuple[PastedAssociation, ...]:
    """What a pasted text says about 町内会. Nothing is written."""
    names = [a.name or "" for a in town.associations(desk)]
    return read_associations(text, town.town(desk).area_code or "", names)


def pasted_commissioners(desk: Desk, text: str) -> tuple[PastedCommissioner, ...]:
    """What a pasted text says about 民生委員. Nothing is written."""
    names = [c.name or "" for c in town.commissioners(desk)]
    bodies = [a.name or "" for a in town.associations(desk)]
    return read_commissioners(text, town.town(desk).area_code or "", names, bodies)


def certain(pasted: Collection[PastedAssociation | PastedCommissioner]) -> tuple[int, ...]:
    """The lines that can be taken without a second look, by their numbers."""
    fine = (None, Severity.REMARK)
    return tuple(line.line_number for line in pasted if worst(line.problems) in fine)


def take_associations(
    desk: Desk, pasted: Collection[PastedAssociation], accepted: Collection[int]
) -> Changes:
    """Enters the accepted lines as 町内会, each also as a recipient of its own list."""
    standing = town.associations(desk)
    last = standing[-1].order if standing else None
    with desk.writing("町内会の登録") as book:
        for line in _accepted(pasted, accepted):
            last = between(last, None)
            body = NeighbourhoodAssociation(
                id=new_id(),
                name=line.name,
                reading=line.reading,
                head=line.head,
                phone=line.phone.number if line.phone else None,
                order=last,
            )
            book.put(body, None)
            book.put(own_recipient(body), None)
    return book.changes


def take_commissioners(
    desk: Desk, pasted: Collection[PastedCommissioner], accepted: Collection[int]
) -> Changes:
    """Enters the accepted lines as 民生委員 in charge of the 町内会 named, and as recipients."""
    bodies = {fold(a.name or ""): a.id for a in town.associations(desk)}
    with desk.writing("民生委員の登録") as book:
        for line in _accepted(pasted, accepted):
            commissioner = WelfareCommissioner(
                id=new_id(),
                name=line.name,
                reading=line.reading,
                phone=line.phone.number if line.phone else None,
            )
            book.put(commissioner, None)
            book.put(own_recipient(commissioner), None)
            for name in line.associations:
                held = desk.rows.get(NeighbourhoodAssociation, bodies.get(fold(name), ""))
                if held is not None:
                    book.put(dataclasses.replace(held.record, commissioner=commissioner.id), held)
    return book.changes


_Line = TypeVar("_Line", PastedAssociation, PastedCommissioner)


def _accepted(pasted: Collection[_Line], accepted: Collection[int]) -> Iterator[_Line]:
    return (
        line
        for line in pasted
        if line.line_number in accepted and worst(line.problems) is not Severity.WRONG
    )

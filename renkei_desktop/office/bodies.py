"""町内会 and 民生委員 one by one: a new head, a new 民生委員, another phone, an end."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.field import AnyRecord, Record
from renkei_desktop.domain.held import Held
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation, WelfareCommissioner
from renkei_desktop.domain.order import between
from renkei_desktop.domain.person import Person
from renkei_desktop.domain.provision import Recipient
from renkei_desktop.office import town
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.recipients import own_recipient
from renkei_desktop.office.sheets import Card, save

_MOVE_RECIPIENTS = (
    "先に「渡す相手」でその相手を終了にするか、別の{}に結びなおしてください。"
    "渡した写しも返してもらいます。"
)


@dataclass(frozen=True, slots=True)
class AssociationLine:
    """One 町内会 in the list, with the name of the 民生委員 in charge."""

    association: RecordId
    name: str
    reading: str
    head: str
    phone: str
    commissioner: str


@dataclass(frozen=True, slots=True)
class CommissionerLine:
    """One 民生委員 in the list, with the names of the 町内会 in their charge."""

    commissioner: RecordId
    name: str
    reading: str
    phone: str
    associations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssociationCard:
    """A 町内会 as the form shows it; `people` counts those who belong to it."""

    association: NeighbourhoodAssociation
    card: Card
    commissioner: WelfareCommissioner | None
    recipients: tuple[Recipient, ...]
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CommissionerCard:
    """A 民生委員 as the form shows it, with the 町内会 in their charge."""

    commissioner: WelfareCommissioner
    card: Card
    associations: tuple[NeighbourhoodAssociation, ...]
    recipients: tuple[Recipient, ...]


def association_lines(desk: Desk) -> tuple[AssociationLine, ...]:
    """All 町内会 that stand, in the town's own order."""
    names = {c.id: c.name or "" for c in town.commissioners(desk)}
    return tuple(
        AssociationLine(
            association=a.id,
            name=a.name or "",
            reading=a.reading or "",
            head=a.head or "",
            phone=a.phone or "",
            commissioner=names.get(a.commissioner or "", ""),
        )
        for a in town.associations(desk)
    )


def commissioner_lines(desk: Desk) -> tuple[CommissionerLine, ...]:
    """All 民生委員 that stand, by reading."""
    bodies = town.associations(desk)
    return tuple(
        CommissionerLine(
            commissioner=c.id,
            name=c.name or "",
            reading=c.reading or "",
            phone=c.phone or "",
            associations=tuple(a.name or "" for a in bodies if a.commissioner == c.id),
        )
        for c in town.commissioners(desk)
    )


def association_card(desk: Desk, association: RecordId) -> AssociationCard:
    """Everything about one 町内会. Raises RenkeiError where it is gone or ended."""
    held = _held(desk, NeighbourhoodAssociation, association)
    recipients = desk.rows.of(Recipient, "association", association)
    charged = held.record.commissioner
    commissioner = desk.rows.get(WelfareCommissioner, charged) if charged else None
    return AssociationCard(
        association=held.record,
        card=Card.of([held, *recipients]),
        commissioner=commissioner.record if commissioner and commissioner.exists else None,
        recipients=tuple(r.record for r in recipients),
        people=len(desk.rows.of(Person, "association", association)),
    )


def commissioner_card(desk: Desk, commissioner: RecordId) -> CommissionerCard:
    """Everything about one 民生委員. Raises RenkeiError where it is gone or ended."""
    held = _held(desk, WelfareCommissioner, commissioner)
    recipients = desk.rows.of(Recipient, "commissioner", commissioner)
    bodies = desk.rows.of(NeighbourhoodAssociation, "commissioner", commissioner)
    return CommissionerCard(
        commissioner=held.record,
        card=Card.of([held, *recipients]),
        associations=tuple(a.record for a in bodies),
        recipients=tuple(r.record for r in recipients),
    )


def add_association(desk: Desk, association: NeighbourhoodAssociation) -> Changes:
    """Enters a new 町内会 behind all others, and as recipient of its own list."""
    others = town.associations(desk)
    order = between(others[-1].order if others else None, None)
    placed = dataclasses.replace(association, order=order)
    return save(desk, "町内会の登録", Card(), (placed, own_recipient(placed)))


def add_commissioner(desk: Desk, commissioner: WelfareCommissioner) -> Changes:
    """Enters a new 民生委員, also as recipient of the list of their 町内会."""
    return save(desk, "民生委員の登録", Card(), (commissioner, own_recipient(commissioner)))


def save_association(
    desk: Desk, card: AssociationCard, association: NeighbourhoodAssociation
) -> Changes:
    """Saves a corrected 町内会; a recipient under the old name takes the new one."""
    renamed = _renamed(card.recipients, card.association.name, association.name)
    return save(desk, "町内会の訂正", card.card, (association, *renamed))


def save_commissioner(
    desk: Desk, card: CommissionerCard, commissioner: WelfareCommissioner
) -> Changes:
    """Saves a corrected 民生委員; a recipient under the old name takes the new one."""
    renamed = _renamed(card.recipients, card.commissioner.name, commissioner.name)
    return save(desk, "民生委員の訂正", card.card, (commissioner, *renamed))


def hindrance(card: AssociationCard | CommissionerCard) -> RenkeiError | None:
    """Why a body cannot be ended yet, in a sentence that says what to do first; None if it can."""
    if isinstance(card, AssociationCard):
        label, used = "町内会", _used_association(card)
    else:
        label, used = "民生委員", _used_commissioner(card)
    if used is None and card.recipients:
        used = _in_use(
            f"この{label}に結びついた渡す相手が{len(card.recipients)}つあります。",
            _MOVE_RECIPIENTS.format(label),
        )
    return used


def end_association(desk: Desk, card: AssociationCard) -> Changes:
    """Ends a 町内会. Raises RenkeiError while people or recipients belong to it."""
    _refuse(hindrance(association_card(desk, card.association.id)))
    return save(desk, "町内会を終える", _only(card.card, card.association), ())


def end_commissioner(desk: Desk, card: CommissionerCard) -> Changes:
    """Ends a 民生委員. Raises RenkeiError while a 町内会 or a recipient belongs to them."""
    _refuse(hindrance(commissioner_card(desk, card.commissioner.id)))
    return save(desk, "民生委員を終える", _only(card.card, card.commissioner), ())


def _used_association(card: AssociationCard) -> RenkeiError | None:
    if not card.people:
        return None
    return _in_use(
        f"この町内会には、まだ{card.people:,}人がいます。",
        "先に、その人たちの票で町内会を選び直してください。",
    )


def _used_commissioner(card: CommissionerCard) -> RenkeiError | None:
    if not card.associations:
        return None
    return _in_use(
        f"この民生委員は、まだ{len(card.associations)}つの町内会の担当です。",
        "先に、その町内会の票で担当の民生委員を選び直してください。",
    )


def _refuse(error: RenkeiError | None) -> None:
    if error is not None:
        raise error


def _held(desk: Desk, cls: type[AnyRecord], record: RecordId) -> Held[AnyRecord]:
    held = desk.rows.get(cls, record)
    if held is None or not held.exists:
        raise RenkeiError(
            f"この{cls.LABEL}は見つかりません。",
            kept="何も変えていません。",
            todo="一覧から選び直してください。",
        )
    return held


def _renamed(
    recipients: tuple[Recipient, ...], before: str | None, after: str | None
) -> tuple[Recipient, ...]:
    """The recipients of a body; those that bore its name bear its new one."""
    return tuple(dataclasses.replace(r, name=after) if r.name == before else r for r in recipients)


def _only(card: Card, record: Record) -> Card:
    """The card with this record alone: what stood around it is no longer bound to it."""
    return Card({record.id: card.helds[record.id]})


def _in_use(what: str, todo: str) -> RenkeiError:
    return RenkeiError(what, kept="何も変えていません。", todo=todo)

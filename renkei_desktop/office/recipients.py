"""提供先: to whom lists are given; looked at, entered, corrected and ended one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.choice import ProvisionState, RecipientClass
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.field import AnyRecord, Record
from renkei_desktop.domain.held import Held
from renkei_desktop.domain.moment import RecordId, new_id
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation, WelfareCommissioner
from renkei_desktop.domain.provision import Provision, Recipient
from renkei_desktop.office import town
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.sheets import Card, save

Body = NeighbourhoodAssociation | WelfareCommissioner

BINDING: Mapping[RecipientClass, str] = MappingProxyType(
    {
        RecipientClass.ASSOCIATION: "association",
        RecipientClass.COMMISSIONER: "commissioner",
    }
)
"""The classes that get their own area only, and the field that says whose area that is."""
_KINDS: Mapping[str, type[Record]] = MappingProxyType(
    {"association": NeighbourhoodAssociation, "commissioner": WelfareCommissioner}
)


@dataclass(frozen=True, slots=True)
class RecipientLine:
    """One recipient in the list of those that stand. `bound` names its 町内会 or 民生委員."""

    recipient: RecordId
    name: str
    recipient_class: RecipientClass | None
    bound: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientCard:
    """A recipient as the form shows it, with the body it is bound to and the copies it got."""

    recipient: Recipient
    card: Card
    association: NeighbourhoodAssociation | None
    commissioner: WelfareCommissioner | None
    copies: int
    not_returned: int


def recipient_lines(desk: Desk) -> tuple[RecipientLine, ...]:
    """All recipients that stand, in the order of the law's classes, then by name."""
    names = {a.id: a.name or "" for a in town.associations(desk)}
    names |= {c.id: c.name or "" for c in town.commissioners(desk)}
    return tuple(
        RecipientLine(
            recipient=r.id,
            name=r.name or "",
            recipient_class=r.recipient_class,
            bound=names.get(r.association or r.commissioner or "", ""),
            phone=r.phone or "",
        )
        for r in town.recipients(desk)
    )


def recipient_card(desk: Desk, recipient: RecordId) -> RecipientCard:
    """Everything about one recipient. Raises RenkeiError where it is gone or ended."""
    held = desk.rows.get(Recipient, recipient)
    if held is None or not held.exists:
        raise RenkeiError(
            "この渡す相手は見つかりません。",
            kept="何も変えていません。",
            todo="一覧から選び直してください。",
        )
    record = held.record
    association = _standing(desk, NeighbourhoodAssociation, record.association)
    commissioner = _standing(desk, WelfareCommissioner, record.commissioner)
    given = [p for p in desk.rows.all(Provision) if p.recipient == recipient]
    return RecipientCard(
        recipient=record,
        card=Card.of([held]),
        association=association.record if association else None,
        commissioner=commissioner.record if commissioner else None,
        copies=len(given),
        not_returned=sum(p.state is ProvisionState.HANDED and bool(p.included) for p in given),
    )


def add_recipient(desk: Desk, recipient: Recipient) -> Changes:
    """Enters a new recipient. Raises RenkeiError where its class and its body do not agree."""
    _refuse_misbound(desk, recipient)
    return save(desk, "渡す相手の登録", Card(), (recipient,))


def save_recipient(desk: Desk, card: RecipientCard, recipient: Recipient) -> Changes:
    """Saves a corrected recipient. Raises RenkeiError where class and body do not agree."""
    _refuse_misbound(desk, recipient)
    return save(desk, "渡す相手の訂正", card.card, (recipient,))


def end_recipient(desk: Desk, card: RecipientCard) -> Changes:
    """Nothing is given to it any more; the record of what it got stays readable."""
    return save(desk, "渡す相手を終える", card.card, ())


def own_recipient(body: Body) -> Recipient:
    """The recipient that every 町内会 and 民生委員 is from the beginning: of its own list."""
    if isinstance(body, NeighbourhoodAssociation):
        return Recipient(
            id=new_id(),
            name=body.name,
            recipient_class=RecipientClass.ASSOCIATION,
            association=body.id,
        )
    return Recipient(
        id=new_id(),
        name=body.name,
        recipient_class=RecipientClass.COMMISSIONER,
        commissioner=body.id,
    )


def _refuse_misbound(desk: Desk, recipient: Recipient) -> None:
    """A bound class names a body that stands and no other; any other class names none."""
    known = recipient.recipient_class
    wanted = BINDING.get(known) if known else None
    for attribute, cls in _KINDS.items():
        body = getattr(recipient, attribute)
        if attribute == wanted and _standing(desk, cls, body) is None:
            raise _misbound(
                f"どの{cls.LABEL}なのかが選ばれていません。", f"{cls.LABEL}を選んでください。"
            )
        if attribute != wanted and body is not None:
            raise _misbound(
                f"この区分の相手は、{cls.LABEL}に結びつけられません。",
                f"区分を選び直すか、{cls.LABEL}を空けてください。",
            )


def _misbound(what: str, todo: str) -> RenkeiError:
    return RenkeiError(what, kept="入力したものはそのまま残っています。", todo=todo)


def _standing(desk: Desk, cls: type[AnyRecord], body: RecordId | None) -> Held[AnyRecord] | None:
    held = desk.rows.get(cls, body) if body else None
    return held if held is not None and held.exists else None

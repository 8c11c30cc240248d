"""提供記録: every copy that leaves the office is written down here, and what became of it.

Record first («作成中 2-0042»), then make, then 渡した / 取りやめ / 不明: a program that is killed
in the middle leaves 不明, never nothing. None of it can be undone by a button.
"""

from __future__ import annotations

import dataclasses
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.choice import ProvisionState
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.held import Held
from renkei_desktop.domain.moment import RecordId, new_id
from renkei_desktop.domain.provision import Included, LeftOut, Provision, Recipient
from renkei_desktop.office.desk import Desk

if TYPE_CHECKING:
    from renkei_desktop.office.plans import ProvisionPlan


@dataclass(frozen=True, slots=True)
class ProvisionLine:
    """One copy in the record of provisions."""

    provision: RecordId
    number: str
    title: str
    recipient: str
    made_at: str
    clerk: str
    people: int
    basis: str
    reason: str
    state: ProvisionState


MEASURES = "施錠できる場所に保管し、複写せず、要らなくなったら役場へ返してください。"
"""災対法49条の12: what the recipient is asked for against leaks."""


def enter(desk: Desk, plan: ProvisionPlan) -> Provision:
    """Writes a copy down as 作成中 before it is made, under a number of its own."""
    record = Provision(
        id=new_id(),
        title=plan.request.paper.label,
        recipient=plan.recipient.id,
        recipient_class=plan.recipient.recipient_class,
        basis=plan.basis,
        reason=plan.request.reason.strip(),
        scope=plan.scope,
        situation=plan.situation,
        decided_by=plan.request.decided_by.strip() or None,
        medium="紙",
        measures=MEASURES,
        clerk=desk.clerk,
        made_at=desk.clock().isoformat(timespec="minutes"),
        included=tuple(
            Included(line.row.resident or "", line.row_code, line.words) for line in plan.included
        ),
        left_out=tuple(LeftOut(line.row.resident or "", line.words) for line in plan.left_out),
        state=ProvisionState.MAKING,
    )
    with desk.writing(f"{plan.request.paper.label}の作成", record.reason, undoable=False) as book:
        numbered = dataclasses.replace(record, number=book.next_number())
        book.put(numbered, None)
    desk.ledger.log_access(desk.clerk, numbered.title or "", numbered.number or "")
    return numbered


def note_pages(desk: Desk, provision: RecordId, digests: tuple[str, ...]) -> None:
    """Keeps what identifies the pages that were made, for 差替え next time."""
    held = _held(desk, provision)
    with desk.writing("ページの控え", undoable=False) as book:
        book.put(dataclasses.replace(held.record, page_digests=digests), held)


def settle(desk: Desk, provision: RecordId, state: ProvisionState) -> Changes:
    """Says what became of a copy: 渡した, 取りやめ, 不明 or 返ってきた."""
    held = _held(desk, provision)
    with desk.writing(f"控え {held.record.number}: {state.label}", undoable=False) as book:
        book.put(dataclasses.replace(held.record, state=state), held)
    return book.changes


def _held(desk: Desk, provision: RecordId) -> Held[Provision]:
    held = desk.rows.get(Provision, provision)
    if held is None:
        raise RenkeiError(
            "その控え番号の記録がありません。",
            kept="何も変えていません。",
            todo="「記録」を開きなおして、番号を確かめてください。",
        )
    return held


def own_up(desk: Desk) -> Changes | None:
    """At the start: a copy that was still being made when the program ended becomes 不明.

    Where that cannot be written (a full disk) the copy goes on being asked about as 作成中.
    """
    stopped = [p for p in desk.rows.all(Provision) if p.state is ProvisionState.MAKING]
    if not stopped:
        return None
    with suppress(RenkeiError):
        return _say_unknown(desk, stopped)
    return None


def _say_unknown(desk: Desk, stopped: list[Provision]) -> Changes:
    with desk.writing("途中で終わった控えを不明にする", undoable=False) as book:
        for provision in stopped:
            held = desk.rows.get(Provision, provision.id)
            book.put(dataclasses.replace(provision, state=ProvisionState.UNKNOWN), held)
    return book.changes


def listed(desk: Desk) -> tuple[ProvisionLine, ...]:
    """All copies that left or nearly left, newest first."""
    names = _names(desk)
    found = sorted(
        desk.rows.all(Provision), key=lambda p: (p.made_at or "", p.number or ""), reverse=True
    )
    return tuple(_line(provision, names) for provision in found)


def _names(desk: Desk) -> dict[RecordId, str]:
    """The names of all recipients; one that ended since stays readable and says so."""
    names = {r.id: r.name or "" for r in desk.rows.all(Recipient)}
    for recipient in {p.recipient for p in desk.rows.all(Provision) if p.recipient} - names.keys():
        held = desk.rows.get(Recipient, recipient)
        if held is not None:
            names[recipient] = f"{held.record.name or ''}（終了）"
    return names


def _line(provision: Provision, names: dict[RecordId, str]) -> ProvisionLine:
    return ProvisionLine(
        provision=provision.id,
        number=provision.number or "",
        title=provision.title or "",
        recipient=names.get(provision.recipient or "", "受け取っていない記録"),
        made_at=provision.made_at or "",
        clerk=provision.clerk or "",
        people=len(provision.included),
        basis=provision.basis or "",
        reason=provision.reason or "",
        state=provision.state or ProvisionState.UNKNOWN,
    )


_OPEN = (ProvisionState.MAKING, ProvisionState.UNKNOWN)


def unsettled(desk: Desk) -> tuple[ProvisionLine, ...]:
    """Copies of which nobody has said yet what became of them."""
    return tuple(line for line in listed(desk) if line.state in _OPEN)


def not_returned(desk: Desk) -> tuple[ProvisionLine, ...]:
    """Copies with personal data that were handed over and have not come back."""
    return tuple(
        line for line in listed(desk) if line.state is ProvisionState.HANDED and line.people
    )

"""The town's settings, its words, its bodies and recipients."""

from __future__ import annotations

import dataclasses

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.choice import Policy, RecipientClass, Situation
from renkei_desktop.domain.consent import TownPolicy
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.held import Held
from renkei_desktop.domain.moment import keyed_id
from renkei_desktop.domain.neighbourhood import NeighbourhoodAssociation, WelfareCommissioner
from renkei_desktop.domain.provision import Recipient, Town
from renkei_desktop.domain.vocabulary import Term
from renkei_desktop.office.desk import Desk

TOWN_ID = keyed_id("town")


def held_town(desk: Desk) -> Held[Town]:
    """The town's record with what it shows. Raises RenkeiError in an office that has none."""
    held = desk.rows.get(Town, TOWN_ID)
    if held is None:
        raise RenkeiError(
            "この保管庫には町の設定がありません。",
            kept="何も変えていません。",
            todo="控えから戻すか、この町で始めるからやり直してください。",
        )
    return held


def town(desk: Desk) -> Town:
    """The town and its office."""
    return held_town(desk).record


def change_town(desk: Desk, held: Held[Town], changed: Town) -> Changes:
    """Saves the settings of the town; 平常時・災害時 has its own deed."""
    same = dataclasses.replace(changed, situation=held.record.situation)
    with desk.writing("町の設定の変更") as book:
        book.put(same, held)
    return book.changes


def declare(desk: Desk, situation: Situation, reason: str) -> Changes:
    """Declares 災害時 or 平常時, with the reason on record; going back is declared as well.

    Raises RenkeiError without a reason.
    """
    if not reason.strip():
        raise RenkeiError(
            "切り替える理由が書かれていません。",
            kept="まだ切り替えていません。",
            todo="理由を書いてください。",
        )
    held = held_town(desk)
    with desk.writing(f"{situation.label}への切り替え", reason, undoable=False) as book:
        book.put(dataclasses.replace(held.record, situation=situation), held)
    return book.changes


def situation(desk: Desk) -> Situation:
    """平常時 unless a clerk declared otherwise."""
    return town(desk).situation or Situation.ORDINARY


def policy(desk: Desk) -> TownPolicy:
    """The town's consent regime; «まだわからない» counts as individual consent."""
    record = town(desk)
    return TownPolicy(record.policy or Policy.UNKNOWN, record.ordinance or "")


def terms(desk: Desk, vocabulary: str) -> tuple[Term, ...]:
    """The terms of one vocabulary in their order, retired ones included."""
    found = (term for term in desk.rows.all(Term) if term.vocabulary == vocabulary)
    return tuple(sorted(found, key=lambda term: (term.order, term.code or "")))


def associations(desk: Desk) -> tuple[NeighbourhoodAssociation, ...]:
    """All 町内会 in the town's own order."""
    return tuple(sorted(desk.rows.all(NeighbourhoodAssociation), key=lambda a: a.order))


def commissioners(desk: Desk) -> tuple[WelfareCommissioner, ...]:
    """All 民生委員, sorted by reading."""
    return tuple(sorted(desk.rows.all(WelfareCommissioner), key=lambda c: c.reading or ""))


def recipients(desk: Desk) -> tuple[Recipient, ...]:
    """All 提供先, in the order of the law's classes, then by name."""
    classes = list(RecipientClass)
    found = desk.rows.all(Recipient)
    return tuple(sorted(found, key=lambda r: (_place_in(classes, r), r.name or "")))


def _place_in(classes: list[RecipientClass], recipient: Recipient) -> int:
    known = recipient.recipient_class
    return len(classes) if known is None else classes.index(known)

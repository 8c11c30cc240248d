"""Who would be on a list for a recipient, who not, and why: worked out before anything is made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from renkei_desktop.domain.choice import Choice, Purpose, RecipientClass, Situation
from renkei_desktop.domain.consent import Consent, ConsentAnswer, Verdict, may_disclose
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.provision import Recipient
from renkei_desktop.domain.resident import Resident
from renkei_desktop.domain.rowcode import row_codes
from renkei_desktop.office import town
from renkei_desktop.office.backups import restored_notice
from renkei_desktop.office.desk import Desk


class Paper(Choice):
    """What can be printed."""

    ROSTER = "roster", "町内会別の名簿"
    WINDOWS = "windows", "連絡窓口一覧"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a clerk wants to give to whom, and why.

    `associations` narrows a roster; None means all that the recipient may see. `with_care` adds
    what goes beyond items 1 to 6 of 災対法49条の10②. `decided_by` is asked for at 災害時.
    """

    paper: Paper
    recipient: RecordId
    reason: str
    purpose: Purpose = Purpose.ROSTER
    associations: tuple[RecordId, ...] | None = None
    with_care: bool = False
    decided_by: str = ""
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One person who is on the list or left out; `words` is the basis or the reason."""

    row: PersonRow
    row_code: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionPlan:
    """What would be given: nothing is written and nothing is made yet."""

    request: Request
    recipient: Recipient
    situation: Situation
    basis: str
    scope: str
    associations: tuple[RecordId, ...]
    included: tuple[PlanLine, ...]
    left_out: tuple[PlanLine, ...]
    notice: str | None
    """What must be said before anything is given away after a restore."""


_DIRECTORY_BASIS = "社会資源の一覧（公開と関係者向けの項目）"


def plan(desk: Desk, request: Request) -> ProvisionPlan:
    """Works out who would be on the list, who not and why.

    Raises RenkeiError without a reason, for an unknown recipient, and at 災害時 without the name
    of who decided.
    """
    recipient = _recipient(desk, request.recipient)
    situation = town.situation(desk)
    _check_words(request, situation)
    bodies = _bodies(desk, recipient, request.associations)
    included: tuple[PlanLine, ...] = ()
    left_out: tuple[PlanLine, ...] = ()
    if request.paper is Paper.ROSTER:
        included, left_out = _sorted_out(desk, request, recipient, situation, frozenset(bodies))
    return ProvisionPlan(
        request=request,
        recipient=recipient,
        situation=situation,
        basis=_basis(request, included),
        scope=_scope(desk, request, bodies),
        associations=bodies,
        included=included,
        left_out=left_out,
        notice=restored_notice(desk),
    )


def _check_words(request: Request, situation: Situation) -> None:
    if not request.reason.strip():
        raise RenkeiError(
            "渡す理由が書かれていません。",
            kept="まだ何も作っていません。",
            todo="理由を書いてください。",
        )
    if situation is Situation.DISASTER and not request.decided_by.strip():
        raise RenkeiError(
            "災害時の提供には、決めた人の名前が要ります。",
            kept="まだ何も作っていません。",
            todo="決めた人を書いてください。",
        )


def _recipient(desk: Desk, recipient: RecordId) -> Recipient:
    held = desk.rows.get(Recipient, recipient)
    if held is None or not held.exists:
        raise RenkeiError(
            "その提供先は登録されていません。",
            kept="まだ何も作っていません。",
            todo="設定で提供先を登録してください。",
        )
    return held.record


def _bodies(
    desk: Desk, recipient: Recipient, wanted: tuple[RecordId, ...] | None
) -> tuple[RecordId, ...]:
    """The 町内会 whose people the recipient may see, narrowed to the wanted ones, in order."""
    may_see = [a.id for a in town.associations(desk)]
    if recipient.recipient_class is RecipientClass.ASSOCIATION:
        may_see = [a for a in may_see if a == recipient.association]
    elif recipient.recipient_class is RecipientClass.COMMISSIONER:
        charged = {a.id: a.commissioner for a in town.associations(desk)}
        may_see = [a for a in may_see if charged[a] == recipient.commissioner is not None]
    return tuple(a for a in may_see if wanted is None or a in wanted)


def _sorted_out(
    desk: Desk,
    request: Request,
    recipient: Recipient,
    situation: Situation,
    bodies: frozenset[RecordId],
) -> tuple[tuple[PlanLine, ...], tuple[PlanLine, ...]]:
    rows = [row for row in desk.rows.people() if row.resident and row.association in bodies]
    if _sees_all(recipient) and request.associations is None:
        rows += [r for r in desk.rows.people() if r.resident and r.association is None]
    codes = row_codes(row.resident or "" for row in rows)
    judge = _Judge(desk, request.purpose, recipient, situation)
    lines = [(row, judge(row.resident or "")) for row in rows]
    drawn = [(v.allowed, PlanLine(row, codes[row.resident or ""], v.words)) for row, v in lines]
    return (
        tuple(line for allowed, line in drawn if allowed),
        tuple(line for allowed, line in drawn if not allowed),
    )


def _sees_all(recipient: Recipient) -> bool:
    bound = (RecipientClass.ASSOCIATION, RecipientClass.COMMISSIONER)
    return recipient.recipient_class not in bound


class _Judge:
    """Asks `may_disclose` about residents one after the other, all answers read once."""

    def __init__(
        self, desk: Desk, purpose: Purpose, recipient: Recipient, situation: Situation
    ) -> None:
        self._class = recipient.recipient_class or RecipientClass.OTHER
        self._situation = situation
        self._policy = town.policy(desk)
        self._residents = {r.id: r for r in desk.rows.all(Resident)}
        self._answers: dict[RecordId, tuple[ConsentAnswer, ...]] = {}
        beside = desk.rows.conflicts()
        for consent in desk.rows.all(Consent):
            if consent.purpose is purpose and consent.recipient_class is self._class:
                key = (Consent.KIND, consent.id, "answer")
                self._answers[consent.resident or ""] = beside.get(key, (consent.answer,))

    def __call__(self, resident: RecordId) -> Verdict:
        return may_disclose(
            self._residents[resident],
            self._answers.get(resident, ()),
            self._class,
            self._situation,
            self._policy,
        )


def _basis(request: Request, included: Iterable[PlanLine]) -> str:
    if request.paper is Paper.WINDOWS:
        return _DIRECTORY_BASIS
    found = dict.fromkeys(line.words for line in included)
    return "、".join(found) or "載せられる人がいません"


def _scope(desk: Desk, request: Request, bodies: tuple[RecordId, ...]) -> str:
    if request.paper is Paper.WINDOWS:
        return "公開と関係者向けの社会資源と担当者"
    names = {a.id: a.name or "" for a in town.associations(desk)}
    where = "全町内会" if len(bodies) == len(names) else "・".join(names[b] for b in bodies)
    what = "氏名、生年月日、性別、住所、電話、支援を必要とする事由"
    extra = "、要介護度、手助けの要点、いつもの様子" if request.with_care else ""
    return f"{where or '担当の町内会なし'}（{what}{extra}）"


def check_fresh(desk: Desk, shown: ProvisionPlan) -> None:
    """Raises RenkeiError where a consent or an address has changed since the plan was shown."""
    if plan(desk, shown.request) != shown:
        raise RenkeiError(
            "確かめている間に、名簿の内容が変わりました。",
            kept="まだ何も作っていません。",
            todo="載せる人をもう一度確かめてください。",
        )

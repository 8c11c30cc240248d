"""The door, second half: a plan made into paper.

A copy is written down first, then made. What cannot be finished is written down as 取りやめ; a
program that is killed leaves 作成中, which the next start turns into 不明.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from renkei_desktop.domain.choice import ProvisionState
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.text.wareki import wareki
from renkei_desktop.office import provisions, town
from renkei_desktop.office.contact_windows import windows
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.entrance import lies_in_office
from renkei_desktop.office.plans import Paper, ProvisionPlan, check_fresh
from renkei_desktop.office.rosters import roster
from renkei_desktop.outlet.whole_file import write_whole
from renkei_desktop.printing import roster as roster_paper
from renkei_desktop.printing import windows as windows_paper
from renkei_desktop.printing.paper import Handling, Look, SheetHead
from renkei_desktop.printing.printed import Printed, refuse_unless
from renkei_desktop.work import Progress, unwatched

NOT_NUMBERED = "下見（渡せません）"
"""Stands in place of the copy number on a preview: it is no copy and must not be given away."""


@dataclass(frozen=True, slots=True)
class Made:
    """A copy that was made and written down; somebody has to say what became of it."""

    provision: RecordId
    number: str
    printed: Printed


def preview(desk: Desk, plan: ProvisionPlan, progress: Progress = unwatched) -> Printed:
    """The paper as it would come out, without a copy number; nothing is written down.

    Characters that cannot be printed are left as frames and listed in `missing`.
    """
    return _print(desk, plan, NOT_NUMBERED, progress, allow_missing=True)


def make(
    desk: Desk,
    plan: ProvisionPlan,
    progress: Progress = unwatched,
    *,
    allow_missing: bool = False,
) -> Made:
    """Writes the copy down, then makes it.

    Raises RenkeiError where the register has changed since the plan was shown, and `Unprintable`
    for characters without a glyph unless the clerk has allowed frames for the pen.
    """
    check_fresh(desk, plan)
    _refuse_unprintable(desk, plan, allow_missing)
    record = provisions.enter(desk, plan)
    try:
        printed = _print(desk, plan, record.number or "", progress, allow_missing=allow_missing)
    except BaseException:
        provisions.settle(desk, record.id, ProvisionState.CANCELLED)
        raise
    provisions.note_pages(desk, record.id, tuple(page.digest for page in printed.pages))
    return Made(record.id, record.number or "", printed)


def save(desk: Desk, made: Made, file: Path) -> Path:
    """Writes a made copy to a PDF file.

    Raises RenkeiError where the file cannot be written or would replace one of an office; the
    copy, of which there is no paper then, is written down as 取りやめ.
    """
    try:
        _refuse_office(file)
        return write_whole(file, made.printed.pdf)
    except RenkeiError as error:
        with suppress(RenkeiError):
            provisions.settle(desk, made.provision, ProvisionState.CANCELLED)
        kept = f"{error.kept}控え{made.number}は取りやめにしました。"
        raise RenkeiError(error.what, kept=kept, todo=error.todo) from None


def _refuse_office(file: Path) -> None:
    if lies_in_office(file):
        raise RenkeiError(
            "役場のフォルダーの中にはPDFを書けません。",
            kept="台帳はそのままです。",
            todo="別の場所を選んで、もう一度お試しください。",
        )


def _refuse_unprintable(desk: Desk, plan: ProvisionPlan, allowed: bool) -> None:
    """Asks before anything is written down; raises `Unprintable`."""
    if plan.request.paper is Paper.ROSTER:
        content = roster(desk, plan, _head(desk, plan), _handling(plan, "0-0000"))
        refuse_unless(allowed, roster_paper.unprintable(content))
    else:
        listed = windows(desk, plan.recipient, _head(desk, plan))
        refuse_unless(allowed, windows_paper.unprintable(listed))


def _print(
    desk: Desk, plan: ProvisionPlan, number: str, progress: Progress, *, allow_missing: bool
) -> Printed:
    look = Look(scale=plan.request.scale)
    head = _head(desk, plan)
    if plan.request.paper is Paper.ROSTER:
        content = roster(desk, plan, head, _handling(plan, number))
        return roster_paper.print_roster(content, look, progress, allow_missing=allow_missing)
    listed = windows(desk, plan.recipient, head)
    return windows_paper.print_windows(listed, look, progress, allow_missing=allow_missing)


def _head(desk: Desk, plan: ProvisionPlan) -> SheetHead:
    place = town.town(desk)
    return SheetHead(
        title=_TITLES[plan.request.paper],
        date_text=wareki(desk.today),
        town=place.name or "",
        office=place.office or "",
        phone=place.phone or "",
        practice=place.practice,
    )


_TITLES = {Paper.ROSTER: "避難行動要支援者名簿", Paper.WINDOWS: "連絡窓口一覧"}


def _handling(plan: ProvisionPlan, number: str) -> Handling:
    return Handling(
        copy_number=number,
        recipient=plan.recipient.name or "",
        basis=plan.basis,
        reason=plan.request.reason.strip(),
    )

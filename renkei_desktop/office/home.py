"""ホーム: what to do this morning, and in a new office the first things to do at all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from renkei_desktop.domain.choice import Answer, Policy, Situation
from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.provision import Town
from renkei_desktop.office import basemaps, provisions, town
from renkei_desktop.office.backups import restored_notice
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.recipients import BINDING

BACKUP_DUE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to do: in words, how urgent, and which page to open for it.

    `urgency` is 2 for what cannot wait, 1 for today, 0 for when there is time. `page` and `show`
    name the page and what it should show there.
    """

    words: str
    urgency: int
    page: str
    show: str = ""


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One of «はじめの10のこと»: done or not, and the page and section to do it on."""

    words: str
    done: bool
    page: str
    show: str = ""


@dataclass(frozen=True, slots=True)
class Morning:
    """What the home screen shows."""

    town: Town
    today: date
    registered: int
    consented: int
    known: int
    notices: tuple[Notice, ...]
    first_steps: tuple[FirstStep, ...]
    last_backup: date | None
    not_returned: int
    conflicts: int


def morning(desk: Desk) -> Morning:
    """Looks through the office for what is waiting."""
    people = desk.rows.people()
    registered = [row for row in people if row.resident is not None]
    last_backup = desk.vault.last_backup()
    return Morning(
        town=town.town(desk),
        today=desk.today,
        registered=len(registered),
        consented=sum(row.consent is Answer.GIVEN for row in registered),
        known=len(people),
        notices=tuple(sorted(_notices(desk, registered, last_backup), key=lambda n: -n.urgency)),
        first_steps=_first_steps(desk, people, last_backup),
        last_backup=last_backup,
        not_returned=len(provisions.not_returned(desk)),
        conflicts=len(desk.rows.conflicts()),
    )


def _notices(desk: Desk, registered: list[PersonRow], last_backup: date | None) -> list[Notice]:
    notices = [*_about_provisions(desk), *_about_people(registered)]
    if desk.vault.chain.trouble:
        words = "記録のつながりに傷があります。点検をして、控えと比べてください"
        notices.append(Notice(words, 2, "settings", "check"))
    restored = restored_notice(desk)
    if restored:
        notices.append(Notice(restored, 2, "settings", "backup"))
    conflicts = len(desk.rows.conflicts())
    if conflicts:
        notices.append(Notice(f"決めていない食い違いが{conflicts}件あります", 1, "residents"))
    if last_backup is None or desk.today - last_backup > BACKUP_DUE:
        notices.append(Notice("控えを外の媒体に取っていません", 1, "settings", "backup"))
    return notices


def _about_provisions(desk: Desk) -> list[Notice]:
    notices = []
    open_ones = len(provisions.unsettled(desk))
    if open_ones:
        words = f"渡したかどうか分からない控えが{open_ones}部あります"
        notices.append(Notice(words, 2, "records", "unsettled"))
    out = len(provisions.not_returned(desk))
    if out:
        notices.append(Notice(f"まだ返ってきていない写しが{out}部あります", 0, "records", "out"))
    return notices


def _about_people(registered: list[PersonRow]) -> list[Notice]:
    counts = Counter[str]()
    for row in registered:
        counts["unasked"] += row.consent in (None, Answer.UNASKED)
        counts["nowhere"] += row.latitude is None
        counts["nobody"] += not row.phones
    words = {
        "unasked": "同意をまだ聞いていない登録住民が{}人います",
        "nowhere": "地図に位置のない登録住民が{}人います",
        "nobody": "電話の分からない登録住民が{}人います",
    }
    found = [(key, counts[key]) for key in words if counts[key]]
    return [Notice(words[key].format(n), 0, "residents", key) for key, n in found]


def _first_steps(
    desk: Desk, people: tuple[PersonRow, ...], last_backup: date | None
) -> tuple[FirstStep, ...]:
    """«はじめの10のこと», each ticked by looking at what the office holds."""
    record = town.town(desk)
    registered = any(row.resident for row in people)
    asked = any(row.consent not in (None, Answer.UNASKED) for row in people)
    regime = record.policy not in (None, Policy.UNKNOWN)
    outside = any(r.recipient_class not in BINDING for r in town.recipients(desk))
    steps = (
        ("町と課の名前を入れる", bool(record.name and record.office), "settings", "town"),
        ("二人目の職員を登録する", len(desk.vault.clerks) > 1, "settings", "clerks"),
        ("同意の取り方を決める", regime, "settings", "consent"),
        ("町内会を入れる", bool(town.associations(desk)), "settings", "associations"),
        ("民生委員を入れる", bool(town.commissioners(desk)), "settings", "commissioners"),
        ("渡す相手を入れる", outside, "settings", "recipients"),
        ("地図を加える", bool(basemaps.listed(desk)), "settings", "maps"),
        ("役場の一覧を取り込む", bool(people), "settings", "own_list"),
        ("一人目を登録して、同意の返事を入れる", registered and asked, "residents"),
        ("控えを取る", last_backup is not None, "settings", "backup"),
    )
    return tuple(FirstStep(*step) for step in steps)


def in_disaster(desk: Desk) -> bool:
    """Whether 災害時 is declared: the rail and a band turn red."""
    return town.situation(desk) is Situation.DISASTER

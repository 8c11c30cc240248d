"""--self-check: does everything that the office needs work on this PC?"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from renkei_desktop.cli.at_desk import say
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.moment import new_id
from renkei_desktop.domain.person import Person
from renkei_desktop.office.offices import NewOffice, close, found, open_office
from renkei_desktop.store.cost import KdfCost
from renkei_desktop.this_pc import this_machine

RARE = "髙﨑𠮷葛\U000e0100"
"""One name with everything that other programs get wrong."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that must work; `run` raises, or gives a sentence for what is wrong."""

    words: str
    run: Callable[[], str | None]


def self_check() -> int:
    """Tries vault, paper and map; one line each. 0 where all of them work."""
    steps = (
        Step("保管庫を作り、閉じて、開き直す", _vault),
        Step("むずかしい名前を紙にする", _paper),
        Step("地図を開き、印を置く", _map),
    )
    sound = True
    for step in steps:
        trouble = _tried(step)
        say(f"{'良' if trouble is None else '否'}  {step.words}")
        if trouble is not None:
            sound = False
            sys.stderr.write(trouble + "\n")
    return 0 if sound else 1


def _tried(step: Step) -> str | None:
    try:
        return step.run()
    except RenkeiError as error:
        return error.sentence
    except Exception as error:
        # The kind of error only: its text might hold a path or a name.
        return f"思いがけない不具合です（{type(error).__name__}）。"


def _vault() -> str | None:
    with tempfile.TemporaryDirectory(prefix="renkei-check-") as scratch:
        machine = replace(this_machine(), state=Path(scratch) / "state", cost=KdfCost.practice())
        folder = Path(scratch) / "確認.renkei"
        desk = found(folder, _NEW, machine).desk
        with desk.writing("確認") as book:
            book.put(Person(id=new_id(), name=RARE), None)
        closed = close(desk)
        again = open_office(folder, _NEW.clerk, _NEW.password, machine)
        names = [row.name for row in again.rows.people()]
        again.vault.close()
    if closed.trouble:
        return closed.trouble
    return None if names == [RARE] else "名前が元どおりに読めません。"


_NEW = NewOffice(
    town_name="確認町",
    code="",
    office="確認",
    phone="",
    fax="",
    area_code="",
    clerk="確認 係",
    password="確認のための言葉",
    practice=True,
)


def _paper() -> str | None:
    from renkei_desktop.printing import typeface
    from renkei_desktop.printing.paper import SheetHead
    from renkei_desktop.printing.windows import Window, WindowGroup, Windows, print_windows

    if typeface.missing([RARE]):
        return (
            "IPAmj明朝が見つからないので、印刷できない字があります。"
            "ほかの字はそのまま印刷できます。IPAmj明朝を入れてください。"
        )
    head = SheetHead("確認", "", "確認町", "確認", "", practice=True)
    window = Window("0", RARE, "", "", "", "", "", "")
    printed = print_windows(Windows(head, (WindowGroup("確認", (window,)),)))
    return None if printed.pdf.startswith(b"%PDF-") else "PDF になりません。"


def _map() -> str | None:
    from renkei_desktop import app

    return None if app.map_lives() else "この PC では地図を表示できません。"

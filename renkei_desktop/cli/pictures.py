"""The main job without a display: the practice town's pages and printed lists, in a folder."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from renkei_desktop.cli.at_desk import say
from renkei_desktop.domain.choice import ProvisionState, RecipientClass
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office import papers, plans, provisions, town
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.plans import Paper, Request
from renkei_desktop.office.practice_town import leave_practice, open_practice
from renkei_desktop.this_pc import this_machine

REASON = "練習のための見本"


def draw_everything(folder: Path) -> int:
    """Draws all pages (PNG) and prints both lists (PDF) of a practice town; says where they are."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise RenkeiError(
            "画面の絵を置くフォルダーを作れません。",
            kept="何も書いていません。",
            todo="書き込める場所に移って、もう一度動かしてください。",
        ) from None
    say("画面がないので、練習の町の画面を絵に描き、名簿を印刷した形で書き出します。")
    lists = _printed_lists(folder)
    drawn = _drawn_pages(folder, lists)
    say(f"絵 {len(drawn)}枚と、印刷した一覧 {len(lists)}部を書きました: {folder}")
    return 0


def _printed_lists(folder: Path) -> list[Path]:
    with tempfile.TemporaryDirectory(prefix="renkei-pictures-") as state:
        desk = open_practice(replace(this_machine(), state=Path(state)))
        try:
            return [_printed(desk, paper, folder) for paper in Paper]
        finally:
            leave_practice(desk)


def _printed(desk: Desk, paper: Paper, folder: Path) -> Path:
    """One list for the fire brigade of the practice town, through the door like any other."""
    fire = RecipientClass.FIRE
    recipient = next(r for r in town.recipients(desk) if r.recipient_class is fire)
    request = Request(paper=paper, recipient=recipient.id, reason=REASON)
    made = papers.make(desk, plans.plan(desk, request))
    written = papers.save(desk, made, folder / f"{paper.label}.pdf")
    provisions.settle(desk, made.provision, ProvisionState.CANCELLED)
    return written


def _drawn_pages(folder: Path, lists: list[Path]) -> list[Path]:
    from renkei_desktop import app
    from renkei_desktop.ui.pictures import save_first_page

    screens = app.pictures(folder, scales=(1.0,))
    return [*screens, *(save_first_page(file) for file in lists)]

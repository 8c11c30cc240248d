"""Deeds that may be killed at any moment: each opens the office, does one thing, and is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from renkei_desktop.office import backups, basemaps, offices, own_list, papers, plans
from renkei_desktop.office.desk import Desk
from renkei_desktop.office.machine import Machine
from renkei_desktop.office.plans import Paper, Request
from renkei_desktop.office.residents import register
from renkei_desktop.office.town import recipients
from tests.data import make_vault_0001 as old
from tests.trouble.offices_in import CLERK, FOLDER, PASSWORD, machine_in, opened, somebody

NEW_PASSWORD = "はつゆき-2026"
OLD_FOLDER = "古い町.renkei"
"""An office as an earlier version of the program has left it."""


def machine(place: Path) -> Machine:
    return machine_in(place)


def import_list(desk: Desk, place: Path) -> None:
    table = own_list.read(place / "一覧.csv")
    preview = own_list.preview(desk, table, own_list.guess(table))
    own_list.take_in(desk, preview, own_list.safe_rows(preview))


def print_paper(desk: Desk, place: Path) -> None:
    request = Request(paper=Paper.WINDOWS, recipient=recipients(desk)[0].id, reason="冬の備え")
    made = papers.make(desk, plans.plan(desk, request))
    papers.save(desk, made, place / "名簿.pdf")


def back_up(desk: Desk, place: Path) -> None:
    backups.back_up(desk, place / "新しい控え")


def close(desk: Desk, place: Path) -> None:
    assert offices.close(desk).trouble is None


def restore(desk: Desk, place: Path) -> None:
    there = place / "戻した.renkei"
    backups.restore(place / "控え", there, CLERK, PASSWORD, machine(place)).vault.close()


def change_password(desk: Desk, place: Path) -> None:
    offices.change_password(desk, PASSWORD, NEW_PASSWORD)


def add_clerk(desk: Desk, place: Path) -> None:
    offices.add_clerk(desk, "保健 二葉", "こなゆき-2026")


def add_map(desk: Desk, place: Path) -> None:
    basemaps.add(desk, place / "町.mbtiles")


def save_one(desk: Desk, place: Path) -> None:
    register(desk, somebody("架空 花"))


def open_old(desk: Desk, place: Path) -> None:
    """Brings the file of the older version up to date, which is what opening it does."""
    folder = place / OLD_FOLDER
    offices.open_office(folder, old.CLERK, old.PASSWORD, machine(place)).vault.close()


DEEDS: dict[str, Callable[[Desk, Path], None]] = {
    deed.__name__: deed
    for deed in (
        import_list,
        print_paper,
        back_up,
        close,
        restore,
        change_password,
        add_clerk,
        add_map,
        save_one,
        open_old,
    )
}


def ready(place: Path) -> Desk:
    """The office in a place, opened as the deeds find it."""
    return opened(place / FOLDER, machine(place))

"""Puts the view for coming back from a backup together with the desk thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from renkei_desktop.office import entrance
from renkei_desktop.ui import arriving, folders
from renkei_desktop.ui.background import Aside
from renkei_desktop.ui.restore import RestoreView
from renkei_desktop.work import Progress

if TYPE_CHECKING:
    from renkei_desktop.ui.window import Window


def restore_view(window: Window) -> RestoreView:
    """The view, ready to be shown by the window."""
    view = RestoreView(entrance.location_doubt, folders.usual())
    machine = window.workplace.machine
    background = window.workplace.background

    def names(file: Path) -> None:
        background.run(
            Aside(_clerks_in(file), view.show_clerks, lambda e: view.say(e.sentence), owner=view)
        )

    def restore(file: Path, folder: Path, clerk: str, password: str) -> None:
        work = arriving.from_backup(file, folder, clerk, password, machine)
        window.arrive(work, view, "控えから戻しています")

    view.chosen.connect(names)
    view.restore.connect(restore)
    view.back.connect(window.begin)
    return view


def _clerks_in(file: Path) -> Callable[[Progress], tuple[str, ...]]:
    def work(_progress: Progress) -> tuple[str, ...]:
        from renkei_desktop.office import backups

        return backups.clerks_of(file)

    return work

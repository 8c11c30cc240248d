"""Ways into an office: password, paper code, backup, practice, a new town; on the desk thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from renkei_desktop.office.machine import Machine
from renkei_desktop.ui.background import Fail, Open
from renkei_desktop.work import Progress

if TYPE_CHECKING:
    from renkei_desktop.domain.wire import Json
    from renkei_desktop.office.desk import Desk
    from renkei_desktop.office.offices import NewOffice
    from renkei_desktop.office.standing import Standing

WIZARD = "wizard"
"""The form under which the wizard keeps how far it is, in the drafts of the first clerk."""

Arrived = Callable[["Seated"], object]


@dataclass(frozen=True, slots=True)
class Seated:
    """A clerk at a desk. `wizard` is how far the first-run wizard is, None once it is done.

    `paper_code` is there only right after founding. `throwaway` is a practice town that is removed
    when it is left.
    """

    clerk: str
    folder: Path
    practice: bool
    standing: Standing
    wizard: Json = None
    paper_code: str = ""
    throwaway: bool = False


def by_password(folder: Path, clerk: str, password: str, machine: Machine) -> Callable[..., Any]:
    """Work for `Open`: the usual way in."""

    def work(_progress: Progress) -> Any:
        from renkei_desktop.office import entrance, offices

        desk = offices.open_office(folder, clerk, password, machine)
        entrance.remember(machine, folder)
        return _seat(desk)

    return work


def by_code(
    folder: Path, code: str, clerk: str, password: str, machine: Machine
) -> Callable[..., Any]:
    """With the paper code, giving a clerk a new password."""

    def work(_progress: Progress) -> Any:
        from renkei_desktop.office import leaving

        return _seat(leaving.recover(folder, code, clerk, password, machine))

    return work


def from_backup(
    file: Path, folder: Path, clerk: str, password: str, machine: Machine
) -> Callable[..., Any]:
    """From a backup into a new folder."""

    def work(progress: Progress) -> Any:
        from renkei_desktop.office import backups, entrance

        desk = backups.restore(file, folder, clerk, password, machine, progress)
        entrance.remember(machine, folder)
        return _seat(desk)

    return work


def practising(machine: Machine) -> Callable[..., Any]:
    """A throw-away practice town."""

    def work(progress: Progress) -> Any:
        from renkei_desktop.office import practice_town

        return _seat(practice_town.open_practice(machine, progress), throwaway=True)

    return work


def practising_again(folder: Path, clerk: str, machine: Machine) -> Callable[..., Any]:
    """Back into the throw-away practice town after a lock."""

    def work(_progress: Progress) -> Any:
        from renkei_desktop.office import offices, practice_town

        desk = offices.open_office(folder, clerk, practice_town.PASSWORD, machine)
        return _seat(desk, throwaway=True)

    return work


def founding(folder: Path, new: NewOffice, machine: Machine) -> Callable[..., Any]:
    """A new office; the wizard goes on at its fourth step."""

    def work(_progress: Progress) -> Any:
        from renkei_desktop.office import drafts, entrance, offices

        founded = offices.found(folder, new, machine)
        entrance.remember(machine, folder)
        drafts.keep(founded.desk, WIZARD, drafts.NEW, {"step": "printer"})
        return _seat(founded.desk, paper_code=founded.paper_code)

    return work


def warming(_progress: Progress) -> None:
    """Work for `Aside`: loads the code behind opening an office, nothing of Qt."""
    from importlib import import_module

    for name in ("offices", "standing", "people", "resources", "search", "drafts", "home"):
        import_module(f"renkei_desktop.office.{name}")


def open_work(
    work: Callable[..., Any],
    then: Arrived,
    fail: Fail,
    stopped: Callable[[], object],
    label: str,
) -> Open:
    """The order for the desk thread."""
    return Open(
        work,
        then=lambda pair: then(pair[1]),
        fail=fail,
        stopped=stopped,
        label=label,
        desk_of=lambda pair: pair[0],
    )


def _seat(desk: Desk, *, paper_code: str = "", throwaway: bool = False) -> tuple[Desk, Seated]:
    from renkei_desktop.office import leaving

    try:
        return desk, _look(desk, paper_code, throwaway)
    except BaseException:
        leaving.leave(desk)
        raise


def _look(desk: Desk, paper_code: str, throwaway: bool) -> Seated:
    from renkei_desktop.office import drafts, town
    from renkei_desktop.office.standing import standing

    return Seated(
        clerk=desk.clerk,
        folder=desk.folder,
        practice=town.town(desk).practice,
        standing=standing(desk),
        wizard=drafts.kept(desk, WIZARD, drafts.NEW),
        paper_code=paper_code,
        throwaway=throwaway,
    )

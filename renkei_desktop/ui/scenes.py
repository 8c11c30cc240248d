"""What the pictures show: each scene brings the window into a state and takes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from renkei_desktop.domain.choice import Situation
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.ui import close_ups
from renkei_desktop.ui.pages import PAGES
from renkei_desktop.ui.pictures import Album, wait_until_quiet
from renkei_desktop.ui.settings.page import SECTIONS, SettingsPage

if TYPE_CHECKING:
    from renkei_desktop.ui.office_view import OfficeView
    from renkei_desktop.ui.window import Window
    from renkei_desktop.ui.wizard.wizard import WizardView

PASSWORD = "ゆきの朝は とてもしずか"
"""Of the office that is founded for the pictures and thrown away with them."""


def names() -> tuple[str, ...]:
    """The pages that can be asked for by name."""
    pages = tuple(place.name for place in PAGES)
    return ("start", "wizard", *pages, *(f"settings/{s.name}" for s in SECTIONS))


def one(album: Album, name: str, file_name: str) -> Path:
    """One page by its name into one file. Raises RenkeiError for a name that there is not."""
    if name not in names():
        raise RenkeiError(
            "その名前の画面はありません。",
            kept="何も描いていません。",
            todo=f"使える名前: {'、'.join(names())}。",
        )
    window = album.window
    if name == "start":
        window.threshold.show_start()
    elif name == "wizard":
        window.show_wizard()
    else:
        _go(_practice(window), *name.split("/"))
    return album.take_as(file_name)


def before_an_office(album: Album) -> None:
    """The start page and the ways from it."""
    album.window.threshold.show_start()
    album.take("start")
    album.window.threshold.show_restore()
    album.take("restore")


def practice(album: Album) -> None:
    """Every page of the practice town, then 災害時, the lock and the way back."""
    view = _practice(album.window)
    for place in PAGES:
        view.go(place.name)
        album.take(place.name)
    view.go("residents")
    view.search.line.setText("さとう")
    album.take("residents-search")
    view.go("home")
    view.search.line.setText("やま")
    album.take("search")
    view.search.clear()
    for close_up in (close_ups.of_resident, close_ups.of_resource, close_ups.of_paper):
        close_up(album, view)
    for _section in _sections(view):
        album.take(f"settings-{_section}")
    _disaster(album, view)
    album.window.lock()
    album.take("locked-practice")


def _practice(window: Window) -> OfficeView:
    window.threshold.show_start()
    window.threshold.practise()
    wait_until_quiet(window)
    view = window.office
    if view is None:
        raise RenkeiError("練習の町を開けませんでした。")
    return view


def _go(view: OfficeView, page: str, section: str | None = None) -> None:
    view.go(page)
    if section is not None:
        view.pages[page].go_to(section)


def _sections(view: OfficeView) -> Iterator[str]:
    view.go("settings")
    page = view.pages["settings"]
    assert isinstance(page, SettingsPage)
    for section in SECTIONS:
        page.go_to(section.name)
        yield section.name


def _disaster(album: Album, view: OfficeView) -> None:
    from renkei_desktop.office import town

    view.session.write(
        lambda desk: town.declare(desk, Situation.DISASTER, "大雨で避難指示を出したため")
    )
    wait_until_quiet(album.window)
    view.go("home")
    album.take("disaster")


def wizard(album: Album) -> None:
    """Every step of the wizard, in an office that is founded for it; then its unlock view."""
    window, folder = album.window, album.room / "見本町.renkei"
    window.show_wizard()
    view = _wizard(window)
    album.take("wizard-town")
    _fill_first_steps(album, view, folder)
    wait_until_quiet(window)
    view = _wizard(window)
    while True:
        step = view.current
        album.take(f"wizard-{step.name}")
        if step.name == view.steps[-1].name:
            break
        view.pass_over()
        wait_until_quiet(window)
    window.lock()
    album.take("locked")
    window.threshold.show_unlock(folder)
    album.take("unlock")
    window.threshold.show_recover(folder)
    album.take("recover")


def _wizard(window: Window) -> WizardView:
    from renkei_desktop.ui.wizard.wizard import WizardView

    view = window.centralWidget()
    assert isinstance(view, WizardView)
    return view


def _fill_first_steps(album: Album, view: WizardView, folder: Path) -> None:
    founding = view.founding
    assert founding is not None
    town = {"name": "見本町", "code": "019992", "office": "保健福祉課", "phone": "0999-20-2111"}
    founding.town.form.show_values(town)
    view.next()
    founding.folder.line.setText(str(folder))
    album.take("wizard-folder")
    view.next()
    founding.clerk.clerk.setText("福祉係 佐々木")
    for line in (founding.clerk.password.first, founding.clerk.password.second):
        line.setText(PASSWORD)
    album.take("wizard-clerk")
    view.next()


ALL = (before_an_office, practice, wizard)

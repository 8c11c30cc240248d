"""The pages of the window in the order of the rail, each made when it is first shown."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from renkei_desktop.ui.page import Page
    from renkei_desktop.ui.session import Session


@dataclass(frozen=True, slots=True)
class PagePlace:
    """One line of the rail and where the page's class stands."""

    name: str
    title: str
    icon: str
    module: str
    cls: str
    forms: tuple[str, ...] = ()
    """The page's `forms`, known here so that looking for drafts loads no page (and no map)."""

    def load(self) -> type[Page]:
        """The page's class; its code is loaded the first time."""
        module = importlib.import_module(f"renkei_desktop.ui.{self.module}")
        found: type[Page] = getattr(module, self.cls)
        return found

    def make(self, session: Session) -> Page:
        """A page for one session."""
        return self.load()(session)


PAGES = (
    PagePlace("home", "ホーム", "home", "home.page", "HomePage"),
    PagePlace("residents", "住民", "people", "residents.page", "ResidentsPage", ("person",)),
    PagePlace("map", "地図", "map", "mappage.page", "MapPage"),
    PagePlace(
        "resources", "資源・連絡先", "directory", "resources.page", "ResourcesPage", ("resource",)
    ),
    PagePlace("records", "記録", "records", "records.page", "RecordsPage"),
    PagePlace("printing", "印刷", "printer", "printing.page", "PrintingPage"),
    PagePlace("settings", "設定", "settings", "settings.page", "SettingsPage", ("settings",)),
)

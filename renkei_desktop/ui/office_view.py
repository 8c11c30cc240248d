"""The open office: rail, bands, search box, the page in view, status bar."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.office.standing import Standing, standing
from renkei_desktop.ui.bands import Bands
from renkei_desktop.ui.drafts import DraftKeeper, waiting
from renkei_desktop.ui.page import Draft, Page
from renkei_desktop.ui.page_stack import PageStack, roomy
from renkei_desktop.ui.pages import PAGES, PagePlace
from renkei_desktop.ui.rail import Rail
from renkei_desktop.ui.search_box import SearchBox
from renkei_desktop.ui.search_feed import SearchFeed
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.settings.page import SettingsPage
from renkei_desktop.ui.statusbar import StatusBar
from renkei_desktop.ui.theme import px
from renkei_desktop.ui.undoing import take_back

_WANTED_FIRST = "residents"
_QUIET_MS = 1_500


class OfficeView(QWidget):
    """Everything from unlocking to locking. `lock` is said when the clerk wants to lock."""

    lock = Signal()
    sized = Signal(float)
    locks_after = Signal(int)

    def __init__(
        self, session: Session, found: Standing, places: tuple[PagePlace, ...] = PAGES
    ) -> None:
        super().__init__()
        self.session = session
        self._places = {place.name: place for place in places}
        self.pages: dict[str, Page] = {}
        self.current = ""
        self.rail = Rail(
            _heading(found), session.clerk, [(p.name, p.title, p.icon) for p in places]
        )
        self.bands = Bands(practice=session.practice)
        self.search = SearchBox(session.search, self)
        self.status = StatusBar()
        self.stack = PageStack()
        self.deeds = QStackedWidget()
        self.keeper = DraftKeeper(session)
        self.feed = SearchFeed(session)
        self._lay_out()
        self._connect()
        self.show_standing(found)
        self.feed.renew()
        if session.workplace is not None and session.workplace.warms:
            QTimer.singleShot(_QUIET_MS, self, self.warm)

    def warm(self) -> None:
        """Makes the page that is wanted first, in a quiet moment, and has it load its map."""
        if self.session.background.busy:
            QTimer.singleShot(_QUIET_MS, self, self.warm)
        else:
            self._page(_WANTED_FIRST).warm()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(px(10))
        top.addWidget(self.search, 1)
        top.addWidget(self.deeds)
        self.deeds.hide()
        page = QVBoxLayout()
        page.setContentsMargins(px(20), px(14), px(16), px(8))
        page.setSpacing(px(8))
        page.addLayout(top)
        page.addWidget(roomy(self.stack), 1)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.bands)
        column.addLayout(page, 1)
        beside.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(beside, 1)
        layout.addWidget(self.status)

    def _connect(self) -> None:
        self.session.on_go = self.go
        self.session.broadcast.changed.connect(self._changed)
        self.rail.chosen.connect(self.go)
        self.rail.lock.connect(self.lock)
        self.search.picked.connect(self.go)
        self.search.typed.connect(self._searched)
        self.search.into_list.connect(lambda: self.pages[self.current].into_list())
        self.session.search.renewed.connect(self._searched_again)
        self.status.undo.connect(lambda deed: take_back(self, self.session, deed))
        self._key("Ctrl+F", self.search.take_focus)
        self._key("Ctrl+L", self.lock.emit)
        self._key("Ctrl+Shift+Z", self.status.take_back)
        for number, name in enumerate(self._places, start=1):
            self._key(f"Ctrl+{number}", lambda name=name: self.go(name))

    def _key(self, keys: str, deed: object) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(deed)

    def go(self, name: str, record: RecordId | None = None) -> None:
        """Shows a page, with a record chosen in it."""
        page = self._page(name)
        if name != self.current:
            # While the page that was searched still hears of it.
            self.search.clear()
            self.current = name
            self.search.leave_out = page.lists
            self.stack.setCurrentWidget(page)
            self.rail.show_page(name)
            self._show_deed(page)
            page.shown()
        if record is not None:
            page.go_to(record)

    def _page(self, name: str) -> Page:
        page = self.pages.get(name)
        if page is None:
            page = self.pages[name] = self._places[name].make(self.session)
            self.stack.addWidget(page)
            self.keeper.watch(page)
            if isinstance(page, SettingsPage):
                page.sized.connect(self.sized)
                page.locks_after.connect(self.locks_after)
            if page.main_deed is not None:
                self.deeds.addWidget(page.main_deed)
        return page

    def _show_deed(self, page: Page) -> None:
        self.deeds.setVisible(page.main_deed is not None)
        if page.main_deed is not None:
            self.deeds.setCurrentWidget(page.main_deed)

    def _searched(self, text: str) -> None:
        page = self.pages.get(self.current)
        if page is not None and page.lists is not None:
            page.searched(text)

    def _searched_again(self) -> None:
        """Another index: what stands in the box is looked for again."""
        self.search.search_again()

    def _changed(self, changes: Changes) -> None:
        for page in tuple(self.pages.values()):
            page.changed(changes)
        self.status.saved(self.session.clock())
        self.refresh()

    def refresh(self) -> None:
        """Reads how the office stands and shows it in rail, bands and status bar."""
        self.session.read(standing, self.show_standing, owner=self)

    def show_standing(self, found: Standing) -> None:
        self.status.show_standing(found)
        self.bands.show_disaster(found.disaster)
        self.rail.show_disaster(found.disaster)
        self.rail.show_backup(found.last_backup, self.session.today)

    def take_up_drafts(self) -> None:
        """After unlocking: opens again what this clerk had half typed."""
        forms = {f: name for name, place in self._places.items() for f in place.forms}
        self.session.read(
            lambda desk: waiting(desk, forms),
            lambda drafts: self._restore(drafts, forms),
            owner=self,
        )

    def _restore(self, drafts: tuple[Draft, ...], forms: dict[str, str]) -> None:
        first: dict[str, Draft] = {}
        for draft in drafts:
            first.setdefault(forms[draft.form], draft)
        for name, draft in first.items():
            self.go(name)
            self._page(name).restore_draft(draft)

    def cleared(self) -> None:
        """Drops everything readable: pages, search, status. The view is of no use afterwards."""
        self.keeper.end()
        self.session.on_go = lambda _page, _record: None
        self.session.broadcast.changed.disconnect(self._changed)
        self.search.clear()
        self.session.search.hold(None)
        for page in self.pages.values():
            page.cleared()


def _heading(found: Standing) -> str:
    return f"{found.town} {found.office}".strip()

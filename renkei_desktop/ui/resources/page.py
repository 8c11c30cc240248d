"""資源・連絡先: the list on the left, the card beside it, the form in their place."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.listing import ResourceRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.office import resources
from renkei_desktop.ui.dialogs.asking import ask
from renkei_desktop.ui.forms.form_view import FormView
from renkei_desktop.ui.forms.reading import TownWords, read_town_words
from renkei_desktop.ui.page import Draft, Page
from renkei_desktop.ui.pieces import EmptyState, PageHeader, primary, scrolled, secondary
from renkei_desktop.ui.residents.parked_bar import ParkedBar
from renkei_desktop.ui.resources.form_desk import FORM, ResourceDesk
from renkei_desktop.ui.resources.list_card import DirectoryCard
from renkei_desktop.ui.resources.resource_card import ResourceCardView
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.theme import px

_CARD_EMPTY = "一覧から選ぶと、ここに連絡先と担当者が出ます。"


class ResourcesPage(Page):
    """The directory."""

    name = "resources"
    title = "資源・連絡先"
    forms = (FORM,)
    lists = ResourceRow

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.words: TownWords | None = None
        self._fresh: set[RecordId] = set()
        self._shown: RecordId | None = None
        self.main_deed = primary("資源を登録する", self.begin_new)
        self.print_button = secondary(
            "連絡窓口一覧を印刷する", lambda: session.go("printing", "windows")
        )
        self.header = PageHeader("資源・連絡先", self.print_button)
        self.list_card = DirectoryCard()
        self.card = ResourceCardView()
        self.form_view = FormView()
        self.parked = ParkedBar()
        self.desk = ResourceDesk(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._right = QStackedWidget()
        self._right.addWidget(EmptyState("directory", _CARD_EMPTY))
        self._right.addWidget(scrolled(self.card))
        frame = QFrame()
        frame.setProperty("role", "card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(px(18), px(14), px(12), px(14))
        inner.addWidget(self._right)
        both = QFrame()
        beside = QHBoxLayout(both)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(px(14))
        beside.addWidget(self.list_card, 54)
        beside.addWidget(frame, 46)
        self.room = QStackedWidget()
        self.room.addWidget(both)
        self.room.addWidget(self.form_view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self.header)
        layout.addWidget(self.parked)
        layout.addWidget(self.room, 1)

    def _connect(self) -> None:
        self.session.search.renewed.connect(self._renewed)
        self.list_card.shown_changed.connect(self._tell)
        self.list_card.list.chosen.connect(self._chosen)
        self.list_card.list.opened.connect(lambda _record: self.begin_change())
        self.card.change.connect(self.begin_change)
        self.card.on_map.connect(lambda: self.session.go("map", self._shown))
        self.card.end.connect(self._ask_to_end)
        self.parked.go_on.connect(self.desk.resume)
        self.parked.throw_away.connect(self.desk.throw_away)

    def shown(self) -> None:
        self.session.read(read_town_words, self._take_words, owner=self)
        if not self.list_card.model.rows:
            self._renewed()

    def go_to(self, record_id: RecordId | None) -> None:
        if record_id is not None:
            self.desk.park_open_form()
            self.show_resource(record_id)

    def searched(self, text: str) -> None:
        if text.strip():
            self.desk.park_open_form()
        self.list_card.search(text)

    def into_list(self) -> None:
        self.list_card.list.begin()

    def changed(self, changes: Changes) -> None:
        self._fresh |= changes.of("resource")
        if changes.of("contact") and self._shown:
            self._fresh.add(self._shown)
        if changes.of("term"):
            self.session.read(read_town_words, self._take_words, owner=self)
        if self._shown is not None and (changes.of("resource") or changes.of("contact")):
            self._read_card()

    def cleared(self) -> None:
        self.desk.close()
        self.list_card.clear()
        self.card.clear()
        self.parked.clear()
        self._shown = self.words = self.desk.current = None
        self._right.setCurrentIndex(0)

    def draft(self) -> Draft | None:
        return self.desk.draft()

    def restore_draft(self, draft: Draft) -> None:
        self.desk.resume(draft)

    def _renewed(self) -> None:
        fresh, self._fresh = self._fresh, set()
        self.list_card.hold(self.session.search.index, fresh)

    def _take_words(self, words: TownWords) -> None:
        self.words = words
        if self._shown is not None:
            self._read_card()

    def show_resource(self, resource: RecordId) -> None:
        """Shows an entry's card and marks its line in the list."""
        self._shown = self.list_card.wanted = resource
        if not self.list_card.list.choose(resource) and self.list_card.narrowed:
            self.list_card.show_everything()
        self._read_card()

    def _chosen(self, resource: RecordId) -> None:
        if resource != self._shown:
            self._shown = self.list_card.wanted = resource
            self._read_card()

    def _read_card(self) -> None:
        resource = self._shown
        if resource is not None:
            self.session.read(
                lambda desk: resources.resource_card(desk, resource),
                self._show_card,
                lambda _error: self._nothing_there(resource),
                owner=self,
            )

    def _show_card(self, card: resources.ResourceCard) -> None:
        if card.sheet.resource.id == self._shown and self.words is not None:
            self.desk.current = card
            self.card.show_card(card, self.words.names)
            self._right.setCurrentIndex(1)

    def _nothing_there(self, resource: RecordId) -> None:
        if resource == self._shown:
            self._shown = self.list_card.wanted = self.desk.current = None
            self.card.clear()
            self._right.setCurrentIndex(0)

    def _tell(self) -> None:
        index = self.session.search.index
        everything = len(index.resources()) if index else 0
        shown = len(self.list_card.model.rows)
        parts = [f"登録 {everything:,}件"]
        if self.list_card.narrowed:
            parts.append(f"絞り込み: {self.list_card.narrowed}")
        if shown != everything:
            parts.append(f"{shown:,}件")
        self.header.shows("・".join(parts))

    def begin_new(self) -> None:
        """A form for a new entry."""
        self.desk.begin_new()

    def begin_change(self) -> None:
        """The form of the entry whose card is shown."""
        self.desk.begin_change()

    def show_form(self, open_: bool) -> None:
        """The form takes the place of list and card."""
        self.room.setCurrentIndex(1 if open_ else 0)
        self.print_button.setVisible(not open_)
        if self.main_deed is not None:
            self.main_deed.setEnabled(not open_)

    def _ask_to_end(self) -> None:
        card = self.desk.current
        if card is None:
            return
        ask(
            self,
            "この資源を一覧から外しますか",
            "一覧・地図・印刷に出なくなります。記録は残り、元に戻すこともできます。",
            "一覧から外す",
            lambda: self.session.write(lambda desk: resources.end(desk, card), owner=self),
            ends_something=True,
        )

"""住民: the list on the left, the card or the form beside it, the map with them."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.choice import Answer
from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.office import positions, residents
from renkei_desktop.ui.forms.form_view import FormView
from renkei_desktop.ui.forms.reading import TownWords, read_town_words
from renkei_desktop.ui.page import Draft, Page
from renkei_desktop.ui.pieces import PageHeader, primary, secondary
from renkei_desktop.ui.residents.filters import Filter
from renkei_desktop.ui.residents.form_desk import FORM, FormDesk
from renkei_desktop.ui.residents.list_card import ListCard
from renkei_desktop.ui.residents.parked_bar import ParkedBar
from renkei_desktop.ui.residents.person_pane import PersonPane
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.theme import px

_CARD_AFTER_MS = 60
"""Somebody who holds ↓ down sees names pass; the card is read when the key rests."""

_ROOM_FOR_MAP = (860, 480)
"""Width and height in units from which on the map stands under the card by itself."""

_SHOWS = {
    "unasked": Filter(consent=Answer.UNASKED),
    "nowhere": Filter(nowhere=True),
    "nobody": Filter(nobody=True),
}
"""What ホーム may ask this page to show."""


class ResidentsPage(Page):
    """The page of the residents."""

    name = "residents"
    title = "住民"
    forms = (FORM,)
    lists = PersonRow

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._words: TownWords | None = None
        self._fresh: set[RecordId] = set()
        self._shown: RecordId | None = None
        self._registered = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_CARD_AFTER_MS)
        self._soon.timeout.connect(self._read_card)
        self.main_deed = primary("住民を登録する", self.begin_new)
        self._make_parts()
        self._lay_out()
        self._connect()

    def _make_parts(self) -> None:
        self.filter_button = secondary("絞り込み", self._turn_filters)
        self.columns_button = secondary("列", self._choose_columns)
        self.print_button = secondary("一覧を印刷する", lambda: self.session.go("printing"))
        self.header = PageHeader("住民", self.filter_button, self.columns_button, self.print_button)
        self.list_card = ListCard(self.session.today)
        self.pane = PersonPane(self.session)
        self.card, self.side, self.map = self.pane.card, self.pane.side, self.pane.map
        self.form_view = FormView()
        self.parked = ParkedBar()
        self.desk = FormDesk(self)

    def _lay_out(self) -> None:
        self.left = QStackedWidget()
        self.left.addWidget(self.list_card)
        self.left.addWidget(self.form_view)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(px(14))
        self._beside.addWidget(self.left, 51)
        self._beside.addWidget(self.pane, 49)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self.header)
        layout.addWidget(self.parked)
        layout.addLayout(self._beside, 1)

    def _connect(self) -> None:
        self.session.search.renewed.connect(self._renewed)
        self.list_card.shown_changed.connect(self._tell)
        self.list_card.list.chosen.connect(self._chosen)
        self.list_card.list.opened.connect(lambda _person: self.begin_change())
        self.map.chosen.connect(self._pin_chosen)
        self.map.placed.connect(self._placed)
        self.card.wanted.connect(lambda person: self.show_person(person, near=True))
        self.card.change.connect(self.begin_change)
        self.card.register.connect(self.begin_known)
        self.card.end.connect(self.desk.end_registration)
        self.parked.go_on.connect(self.desk.resume)
        self.parked.throw_away.connect(self.desk.throw_away)

    # --- what the frame says ---

    def warm(self) -> None:
        self.map.view.warm()

    def shown(self) -> None:
        self.map.look_for_ground()
        self.session.read(read_town_words, self._take_words, owner=self)
        if not self.list_card.model.rows:
            self._renewed()

    def go_to(self, record_id: RecordId | None) -> None:
        if record_id in _SHOWS:
            self._turn_filters(True)
            self.list_card.filters.show_filter(_SHOWS[record_id or ""])
            return
        if record_id is not None:
            self.desk.park_open_form()
            self.show_person(record_id, near=True)

    def searched(self, text: str) -> None:
        if text.strip():
            # Somebody on the telephone: what is half written waits, the list is back.
            self.desk.park_open_form()
        self.list_card.search(text)

    def into_list(self) -> None:
        self.list_card.list.begin()

    def changed(self, changes: Changes) -> None:
        self._fresh |= self._people_in(changes)
        if changes.of("term") or changes.of("association") or changes.of("commissioner"):
            self.session.read(read_town_words, self._take_words, owner=self)
        if self._shown is not None and changes:
            self._read_card()

    def _people_in(self, changes: Changes) -> frozenset[RecordId]:
        """People whose rows a deed may have changed; children do not name their person."""
        people = changes.of("person")
        children = any(kind not in ("person", "resource", "contact") for kind, _ in changes.records)
        return people | {self._shown} if children and self._shown else people

    def cleared(self) -> None:
        self.desk.close()
        self.list_card.clear()
        self.pane.clear()
        self.parked.clear()
        self._shown = self._words = None

    def draft(self) -> Draft | None:
        return self.desk.draft()

    def restore_draft(self, draft: Draft) -> None:
        self.desk.resume(draft)

    # --- the list, the card and the map in step ---

    def _renewed(self) -> None:
        index = self.session.search.index
        fresh, self._fresh = self._fresh, set()
        rows = index.people(registered_only=True) if index else ()
        self._registered = len(rows)
        self.list_card.hold(index, fresh)
        if index is None:
            return
        known, now = self.map.known, {row.person: row for row in rows}
        if not known:
            self.map.show_rows(rows)
            return
        come = [row for person, row in now.items() if person in fresh or person not in known]
        self.map.renew(come, known - now.keys())

    def _take_words(self, words: TownWords) -> None:
        self._words = words
        self.list_card.filters.offer(words.associations)
        if self._shown is not None:
            self._read_card()

    @property
    def words(self) -> TownWords | None:
        """The words of the town, once they are read."""
        return self._words

    def show_person(self, person: RecordId, *, near: bool = False) -> None:
        """Shows somebody's card, marks the line in the list and the pin on the map."""
        self._shown = self.list_card.wanted = person
        self.list_card.list.choose(person)
        self.map.select(person, near=near)
        self._read_card()

    def show_on_map(self) -> None:
        """The pin of the person whose card is shown is raised again."""
        self.map.select(self._shown)

    def _chosen(self, person: RecordId) -> None:
        if person != self._shown:
            self._shown = self.list_card.wanted = person
            self.map.select(person)
            self._soon.start()

    def _pin_chosen(self, person: RecordId) -> None:
        if self.desk.is_open:
            return
        if not self.list_card.list.choose(person):
            self.list_card.filters.take_off()
            self.list_card.tabs.turn(None)
        self.show_person(person)

    def _read_card(self) -> None:
        person = self._shown
        if person is not None:
            self.session.read(
                lambda desk: residents.person_card(desk, person),
                self._show_card,
                lambda _error: self._nobody_there(person),
                owner=self,
            )

    def _show_card(self, card: residents.PersonCard) -> None:
        if card.sheet.person.id != self._shown or self._words is None:
            return
        self.desk.current = card
        self.pane.show_card(card, self._words.names)

    def _nobody_there(self, person: RecordId) -> None:
        """The person is gone, by an undo say: the card closes quietly."""
        if person == self._shown:
            self._shown = self.list_card.wanted = self.desk.current = None
            self.pane.show_nobody()
            self.map.select(None)

    def _placed(self, kind: str, record: RecordId, latitude: float, longitude: float) -> None:
        if self.desk.take_place(latitude, longitude):
            return
        self.session.write(
            lambda desk: positions.set_right(desk, kind, record, latitude, longitude), owner=self
        )

    # --- the head of the page ---

    def _tell(self) -> None:
        index = self.session.search.index
        registered = self._registered if index else 0
        shown = len(self.list_card.model.rows)
        parts = [f"登録 {registered:,}人"]
        if self.list_card.filter.narrows:
            parts.append(f"絞り込み: {self.list_card.filter.words}")
        if shown != registered:
            parts.append(f"{shown:,}人")
        self.header.shows("・".join(parts))

    def _turn_filters(self, on: bool | None = None) -> None:
        shown = self.list_card.filters.isHidden() if on is None else on
        self.list_card.show_filters(shown)

    def _choose_columns(self) -> None:
        self.list_card.choose_columns(self.columns_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large type on a small screen the card needs the room; the map comes at a press."""
        super().resizeEvent(event)
        roomy = self.width() > px(_ROOM_FOR_MAP[0]) and self.height() > px(_ROOM_FOR_MAP[1])
        self.pane.offer_room(roomy)

    # --- the form ---

    def begin_new(self) -> None:
        """A form for somebody who is not known yet."""
        self.desk.begin_new()

    def begin_change(self) -> None:
        """The form of the person whose card is shown."""
        self.desk.begin_change()

    def begin_known(self) -> None:
        """A registration for the person whose card is shown."""
        self.desk.begin_known()

    def show_form(self, open_: bool) -> None:
        """The form takes the place of the list, and a little more room than it."""
        self.left.setCurrentIndex(1 if open_ else 0)
        self.pane.stand_beside_form(open_)
        self._beside.setStretch(0, 62 if open_ else 51)
        self._beside.setStretch(1, 38 if open_ else 49)
        self._heads(not open_)

    def _heads(self, shown: bool) -> None:
        heads: tuple[QPushButton, ...] = (
            self.filter_button,
            self.columns_button,
            self.print_button,
        )
        for made in heads:
            made.setVisible(shown)
        if self.main_deed is not None:
            self.main_deed.setEnabled(shown)

"""地図: the whole map with its layers, a list beside it, «位置を直す»."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.office import positions
from renkei_desktop.ui.mappage.layers import Row, counted
from renkei_desktop.ui.mappage.map_pane import MapPane
from renkei_desktop.ui.mappage.pins import id_of
from renkei_desktop.ui.mappage.place_list import PlaceList
from renkei_desktop.ui.page import Page
from renkei_desktop.ui.pieces import PageHeader, secondary
from renkei_desktop.ui.pieces.room import cramped
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.theme import px


class MapPage(Page):
    """The page of the map."""

    name = "map"
    title = "地図"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._fresh: set[RecordId] = set()
        self._filled = False
        self.list_button = secondary("一覧を隠す", self._turn_list)
        self.header = PageHeader("地図", self.list_button)
        self.places = PlaceList()
        self.map = MapPane(session)
        frame = QFrame()
        frame.setProperty("role", "card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(px(10), px(10), px(10), px(8))
        inner.addWidget(self.map)
        beside = QHBoxLayout()
        beside.setSpacing(px(14))
        beside.addWidget(self.places, 42 if cramped() else 32)
        beside.addWidget(frame, 58 if cramped() else 68)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self.header)
        layout.addLayout(beside, 1)
        self._connect()

    def _connect(self) -> None:
        self.session.search.renewed.connect(self._renewed)
        self.places.chosen.connect(lambda record: self.map.select(record, near=True))
        self.places.opened.connect(self._open)
        self.places.turned.connect(self._turn_layers)
        self.map.chosen.connect(self._pin_chosen)
        self.map.placed.connect(self._placed)

    def shown(self) -> None:
        self.map.look_for_ground()
        if not self._filled:
            self._renewed()

    def go_to(self, record_id: RecordId | None) -> None:
        if record_id is not None:
            self.places.choose(record_id)
            self.map.select(record_id, near=True)

    def changed(self, changes: Changes) -> None:
        self._fresh |= changes.of("person") | changes.of("resource")
        if changes.of("resident"):
            # Somebody came onto the register or left it: that row is found by comparing.
            self._filled = False

    def cleared(self) -> None:
        self.places.clear()
        self.map.clear()
        self._filled = False

    def _renewed(self) -> None:
        index = self.session.search.index
        if index is None:
            return
        rows: tuple[Row, ...] = (*index.people(registered_only=True), *index.resources())
        fresh, self._fresh = self._fresh, set()
        self.places.hold(rows)
        self.places.switches.show_counts(counted(rows))
        self._tell(rows)
        self._show_pins(fresh)
        self._filled = True

    def _show_pins(self, fresh: set[RecordId]) -> None:
        """Only what is fresh goes to the map; everything where that is not enough."""
        shown = self.places.rows
        known = self.map.known
        now = {id_of(row): row for row in shown}
        if not known:
            self.map.show_rows(shown)
            return
        come = [row for record, row in now.items() if record in fresh or record not in known]
        self.map.renew(come, known - now.keys())

    def _turn_layers(self) -> None:
        self.map.show_rows(self.places.rows)
        self.map.select(self.places.wanted)

    def _pin_chosen(self, record: RecordId) -> None:
        self.places.choose(record)
        self.map.select(record)

    def _open(self, row: Row) -> None:
        page = "residents" if isinstance(row, PersonRow) else "resources"
        self.session.go(page, id_of(row))

    def _placed(self, kind: str, record: RecordId, latitude: float, longitude: float) -> None:
        self.session.write(
            lambda desk: positions.set_right(desk, kind, record, latitude, longitude), owner=self
        )

    def _tell(self, rows: tuple[Row, ...]) -> None:
        people = sum(isinstance(row, PersonRow) for row in rows)
        self.header.shows(f"登録住民 {people:,}人・社会資源 {len(rows) - people:,}件")

    def _turn_list(self) -> None:
        hidden = self.places.isHidden()
        self.places.setVisible(hidden)
        self.list_button.setText("一覧を隠す" if hidden else "一覧を出す")

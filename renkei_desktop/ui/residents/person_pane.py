"""The right side of the page: the card of a person or the words beside a form, and the map."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QVBoxLayout

from renkei_desktop.office.residents import PersonCard
from renkei_desktop.ui.mappage.map_pane import MapPane
from renkei_desktop.ui.pieces import EmptyState, quiet, scrolled
from renkei_desktop.ui.records.change_words import Names
from renkei_desktop.ui.residents.form_side import FormSide
from renkei_desktop.ui.residents.person_card import PersonCardView
from renkei_desktop.ui.session import Session
from renkei_desktop.ui.theme import px

_EMPTY = "一覧から人を選ぶと、ここに票が出ます。"


class PersonPane(QFrame):
    """Card above, map below; what a hand did with the map stays so."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.card = PersonCardView(session.today)
        self.side = FormSide()
        self.map = MapPane(session)
        self.map_button = quiet("地図を隠す", self._turn_map)
        self.map.more_deeds.addWidget(self.map_button)
        self._map_by_hand = False
        self._beside_form = False
        self._has_card = False
        self._words = QStackedWidget()
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._words.addWidget(EmptyState("people", _EMPTY))
        self._words.addWidget(scrolled(self.card))
        self._words.addWidget(scrolled(self.side))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(18), px(14), px(12), px(10))
        self._column.setSpacing(px(6))
        self._column.addWidget(self._words, 5)
        self._column.addWidget(self.map, 4)
        self.side.filled.connect(self._make_room)

    def show_card(self, card: PersonCard, names: Names) -> None:
        """The card of a person; behind a form it waits until the form is done with."""
        self.card.show_card(card, names)
        self._has_card = True
        self._turn()

    def show_nobody(self) -> None:
        """Nothing readable is left of the card."""
        self.card.clear()
        self._has_card = False
        self._turn()

    def stand_beside_form(self, beside: bool) -> None:
        """Beside a form stand the words for it, and no pin is moved but the form's own."""
        self._beside_form = beside
        self.map.offer_moving(not beside)
        self._turn()

    def show_map(self, shown: bool, *, by_hand: bool = False) -> None:
        """The map under the card, or the whole room for the card."""
        self._map_by_hand = self._map_by_hand or by_hand
        self.map.view.setVisible(shown)
        self._column.setStretchFactor(self.map, 4 if shown else 0)
        self.map_button.setText("地図を隠す" if shown else "地図を出す")
        self._make_room()

    def offer_room(self, roomy: bool) -> None:
        """The map comes by itself where there is room, unless a hand decided otherwise."""
        if not self._map_by_hand and roomy is self.map.view.isHidden():
            self.show_map(roomy)

    def _turn_map(self) -> None:
        self.show_map(self.map.view.isHidden(), by_hand=True)

    def _turn(self) -> None:
        card = 1 if self._has_card else 0
        self._words.setCurrentIndex(2 if self._beside_form else card)
        self._make_room()

    def _make_room(self) -> None:
        """Beside a form that needs no words the map has the whole column, or the form has."""
        words = not self._beside_form or self.side.has_words
        self._words.setVisible(words)
        self.setVisible(words or not self.map.view.isHidden())

    def clear(self) -> None:
        """Nothing readable is left."""
        self.show_nobody()
        self.side.clear()
        self.map.clear()

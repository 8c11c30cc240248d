"""Opening, keeping, saving and leaving the form of a person: what the page does with a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.moment import RecordId, new_id
from renkei_desktop.office import residents, shown
from renkei_desktop.office.residents import PersonCard
from renkei_desktop.ui.dialogs.asking import ask
from renkei_desktop.ui.forms.place_editor import PlaceEditor
from renkei_desktop.ui.forms.reading import surroundings
from renkei_desktop.ui.forms.sheet_form import begin
from renkei_desktop.ui.page import Draft
from renkei_desktop.ui.residents.ending_panel import EndingPanel
from renkei_desktop.ui.residents.likeness import likely_same
from renkei_desktop.ui.residents.person_form import PersonForm, Purpose

if TYPE_CHECKING:
    from renkei_desktop.ui.residents.page import ResidentsPage

FORM = "person"
_NEW = "新しい人"
_LOOK_AFTER_MS = 200


class FormDesk(QObject):
    """One form at a time. `current` is the card that stands beside the list."""

    def __init__(self, page: ResidentsPage) -> None:
        super().__init__(page)
        self._page = page
        self.current: PersonCard | None = None
        self.open: PersonForm | None = None
        self._place: PlaceEditor | None = None
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_AFTER_MS)
        self._look.timeout.connect(self._look_for_same)
        page.form_view.save_wanted.connect(self._save)
        page.form_view.back_wanted.connect(self.give_up)
        page.side.known.connect(self._is_known)
        page.map.move_ended.connect(self._forget_place)

    @property
    def is_open(self) -> bool:
        return self.open is not None

    def begin_new(self) -> None:
        """A new person; a new one that was left half written comes back."""
        kept = self._page.parked.take("")
        if kept is not None:
            self.resume(kept)
        else:
            self._open(Purpose.NEW, None)

    def begin_change(self) -> None:
        """The person whose card is shown; what was left half written comes back."""
        card = self.current
        if card is None or self.is_open:
            return
        kept = self._page.parked.take(card.sheet.person.id)
        if kept is not None:
            self.resume(kept)
        else:
            self._open(Purpose.CHANGE, card)

    def begin_known(self) -> None:
        """Registers the person whose card is shown."""
        if self.current is not None and not self.is_open:
            self._open(Purpose.KNOWN, self.current)

    def _open(self, purpose: Purpose, card: PersonCard | None, person: RecordId = "") -> None:
        page, words = self._page, self._page.words
        if words is None:
            return
        search = page.session.search
        around = surroundings(words, page.session.today, lambda: search.index)
        self.open = PersonForm(purpose, around, card, person or new_id())
        form = self.open.form
        form.edited.connect(self._edited)
        form.map_wanted.connect(self._begin_place)
        page.form_view.open(form, self.open.title, purpose.verb)
        page.form_view.hold(False)
        page.map.select(self.open.person if card else None)
        page.side.clear()
        page.side.show_beside(card, form, words.names)
        page.show_form(True)
        begin(form, "person.name")

    def _edited(self) -> None:
        self._page.typed.emit()
        if self.open is not None and self.open.purpose is Purpose.NEW:
            self._look.start()

    def _look_for_same(self) -> None:
        index = self._page.session.search.index
        if self.open is None or index is None:
            return
        person = self.open.sheet.person
        rows = index.people(registered_only=False)
        found = likely_same(rows, person.name or "", person.reading or "", person.birth)
        self._page.side.show_same(found)

    def _is_known(self, person: RecordId) -> None:
        """Somebody who is known was found: that card opens, the new form is given up."""
        self._settle()
        self._page.show_person(person, near=True)

    # --- the pin, set from within the form ---

    def _begin_place(self, editor: PlaceEditor) -> None:
        if self.open is None:
            return
        self._place = editor
        self._page.pane.show_map(True)
        name = self.open.sheet.person.name or _NEW
        self._page.map.begin_move("person", self.open.person, name)

    def take_place(self, latitude: float, longitude: float) -> bool:
        """Whether the new place was meant for the form that is open."""
        if self._place is None or self.open is None:
            return False
        self._place.set_point(latitude, longitude)
        name = self.open.sheet.person.name or _NEW
        self._page.map.place_for_now(self.open.person, name, latitude, longitude)
        return True

    def _forget_place(self) -> None:
        self._place = None

    # --- saving and leaving ---

    def _save(self) -> None:
        form = self.open
        if form is None:
            return
        self._page.form_view.hold(True)
        sheet, card = form.sheet, form.card
        reason = form.form.reason

        def deed(desk):  # type: ignore[no-untyped-def]
            if form.purpose is Purpose.CHANGE:
                return residents.correct(desk, card, sheet, reason)
            return residents.register(desk, sheet, card)

        self._page.session.write(
            deed, lambda _changes: self._saved(sheet.person.id), self._refused, owner=self
        )

    def _saved(self, person: RecordId) -> None:
        self._settle()
        self._page.show_person(person, near=True)

    def _refused(self, error: RenkeiError) -> None:
        self._page.form_view.refuse(error.sentence)

    def give_up(self) -> None:
        """Esc or やめる: asks where something was typed."""
        if self.open is None:
            return
        if not self.open.touched:
            self._settle()
            return
        ask(
            self._page,
            "入力したものを消して やめますか",
            "まだ保存していません。やめると、この票に入力したものは消えます。",
            "消してやめる",
            self._settle,
            ends_something=True,
            otherwise="入力を続ける",
        )

    def _settle(self) -> None:
        """The form is done with: its draft is dropped and the list is back."""
        record = self._record
        self.close()
        self._page.settled.emit(FORM, record)
        self._page.list_card.list.setFocus()

    def close(self) -> None:
        """Takes the form away as it is."""
        self._look.stop()
        self._page.map.end_move()
        self._page.map.take_back()
        self.open = self._place = None
        self._page.form_view.clear()
        self._page.side.clear()
        self._page.show_form(False)
        self._page.show_on_map()

    @property
    def _record(self) -> str:
        """Under which name the draft is kept: the person's id, nothing for a new one."""
        return self.open.person if self.open and self.open.opened else ""

    # --- drafts ---

    def draft(self) -> Draft | None:
        """The half-typed form, or None where nothing was typed."""
        if self.open is None or not self.open.touched:
            return None
        data = {
            "purpose": self.open.purpose.name,
            "person": self.open.person,
            "typed": self.open.form.draft(),
            "shown": shown.kept(self.open.opened.card) if self.open.opened else None,
        }
        return Draft(FORM, self._record, data)

    def park_open_form(self) -> None:
        """Another record is wanted: a half-typed form is put aside, an untouched one closes."""
        if self.open is None:
            return
        draft = self.draft()
        self.close()
        if draft is not None:
            self._page.parked.park(draft)

    def resume(self, draft: Draft) -> None:
        """Opens a form again as it was left."""
        self._page.parked.take(draft.record)
        data = draft.data if isinstance(draft.data, dict) else {}
        if data.get("purpose") == Purpose.NEW.name:
            self._when_ready(lambda: self._reopen(Purpose.NEW, None, data))
            return
        purpose = Purpose.KNOWN if data.get("purpose") == Purpose.KNOWN.name else Purpose.CHANGE
        self._page.session.read(
            lambda desk: residents.person_card(desk, draft.record),
            lambda card: self._when_ready(
                lambda: self._reopen(purpose, residents.as_shown(card, data.get("shown")), data)
            ),
            lambda _error: self._page.settled.emit(FORM, draft.record),
            owner=self,
        )

    def _reopen(self, purpose: Purpose, card: PersonCard | None, data: dict) -> None:
        if self.is_open:
            self.park_open_form()
        self._open(purpose, card, str(data.get("person") or ""))
        if self.open is not None:
            self.open.form.resume(data.get("typed"))
            self._page.typed.emit()

    def _when_ready(self, then) -> None:  # type: ignore[no-untyped-def]
        """Forms need the words of the town; right after unlocking they are still on their way."""
        if self._page.words is not None:
            then()
        else:
            QTimer.singleShot(50, self, lambda: self._when_ready(then))

    def throw_away(self, draft: Draft) -> None:
        """A form that was put aside is not wanted any more."""
        self._page.parked.take(draft.record)
        self._page.settled.emit(FORM, draft.record)

    # --- ending a registration ---

    def end_registration(self) -> None:
        """Asks why and since when, then ends the registration of the person shown."""
        card = self.current
        if card is None:
            return
        panel = EndingPanel(self._page, self._page.session.today)
        panel.confirmed.connect(
            lambda ending: self._page.session.write(
                lambda desk: residents.end_registration(desk, card, ending), owner=self
            )
        )
        panel.open()

"""Opening, keeping, saving and leaving the form of a resource."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.office import resources, shown
from renkei_desktop.office.resources import ResourceCard
from renkei_desktop.ui.dialogs.asking import ask
from renkei_desktop.ui.forms.reading import surroundings
from renkei_desktop.ui.forms.sheet_form import begin
from renkei_desktop.ui.page import Draft
from renkei_desktop.ui.resources.resource_form import ResourceForm

if TYPE_CHECKING:
    from renkei_desktop.ui.resources.page import ResourcesPage

FORM = "resource"


class ResourceDesk(QObject):
    """One form at a time. `current` is the card that stands beside the list."""

    def __init__(self, page: ResourcesPage) -> None:
        super().__init__(page)
        self._page = page
        self.current: ResourceCard | None = None
        self.open: ResourceForm | None = None
        page.form_view.save_wanted.connect(self._save)
        page.form_view.back_wanted.connect(self.give_up)

    def begin_new(self) -> None:
        """A new entry; one that was left half written comes back."""
        kept = self._page.parked.take("")
        if kept is not None:
            self.resume(kept)
        elif self.open is None:
            self._open(None)

    def begin_change(self) -> None:
        """The entry whose card is shown; what was left half written comes back."""
        card = self.current
        if card is None or self.open is not None:
            return
        kept = self._page.parked.take(card.sheet.resource.id)
        if kept is not None:
            self.resume(kept)
        else:
            self._open(card)

    def _open(self, card: ResourceCard | None, resource: RecordId = "") -> None:
        page, words = self._page, self._page.words
        if words is None:
            return
        search = page.session.search
        around = surroundings(words, page.session.today, lambda: search.index)
        self.open = ResourceForm(around, card, resource)
        form = self.open.form
        form.edited.connect(page.typed)
        form.offer_map(False)
        page.form_view.open(form, self.open.title, self.open.verb)
        page.form_view.hold(False)
        page.show_form(True)
        begin(form, "resource.name")

    def _save(self) -> None:
        form = self.open
        if form is None:
            return
        self._page.form_view.hold(True)
        sheet, card, known = form.sheet, form.card, form.opened is not None
        self._page.session.write(
            lambda desk: (
                resources.correct(desk, card, sheet) if known else resources.add(desk, sheet)
            ),
            lambda _changes: self._saved(sheet.resource.id),
            self._refused,
            owner=self,
        )

    def _saved(self, resource: RecordId) -> None:
        self._settle()
        self._page.show_resource(resource)

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
        self.open = None
        self._page.form_view.clear()
        self._page.show_form(False)

    @property
    def _record(self) -> str:
        return self.open.resource if self.open and self.open.opened else ""

    def draft(self) -> Draft | None:
        """The half-typed form, or None where nothing was typed."""
        if self.open is None or not self.open.touched:
            return None
        data = {
            "resource": self.open.resource,
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
        if not draft.record:
            self._when_ready(lambda: self._reopen(None, data))
            return
        self._page.session.read(
            lambda desk: resources.resource_card(desk, draft.record),
            lambda card: self._when_ready(
                lambda: self._reopen(resources.as_shown(card, data.get("shown")), data)
            ),
            lambda _error: self._page.settled.emit(FORM, draft.record),
            owner=self,
        )

    def _reopen(self, card: ResourceCard | None, data: dict) -> None:
        self.park_open_form()
        self._open(card, str(data.get("resource") or ""))
        if self.open is not None:
            self.open.form.resume(data.get("typed"))
            self._page.typed.emit()

    def _when_ready(self, then: Callable[[], None]) -> None:
        """Forms need the words of the town; right after unlocking they are still on their way."""
        if self._page.words is not None:
            then()
        else:
            QTimer.singleShot(50, self, lambda: self._when_ready(then))

    def throw_away(self, draft: Draft) -> None:
        """A form that was put aside is not wanted any more."""
        self._page.parked.take(draft.record)
        self._page.settled.emit(FORM, draft.record)

"""Pictures of what a page shows once something is chosen: cards, a form, the preview of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renkei_desktop.domain.choice import RecipientClass
from renkei_desktop.office import town
from renkei_desktop.ui.pictures import Album, wait_until, wait_until_quiet
from renkei_desktop.ui.printing.page import PrintingPage
from renkei_desktop.ui.residents.page import ResidentsPage
from renkei_desktop.ui.resources.page import ResourcesPage

if TYPE_CHECKING:
    from renkei_desktop.domain.provision import Recipient
    from renkei_desktop.ui.office_view import OfficeView

REASON = "冬の見守りに使うため"


def of_resident(album: Album, view: OfficeView) -> None:
    """Somebody with a position and a care level: the card with its map, then the form."""
    view.go("residents")
    wait_until_quiet(album.window)
    page = view.pages["residents"]
    assert isinstance(page, ResidentsPage)
    people = view.session.search.index.people()
    one = next(row for row in people if row.latitude is not None and row.care_level)
    page.show_person(one.person, near=True)
    album.take("residents-card")
    page.begin_change()
    album.take("residents-form")
    page.desk.give_up()


def of_resource(album: Album, view: OfficeView) -> None:
    """An entry of the directory with somebody to ask for."""
    view.go("resources")
    wait_until_quiet(album.window)
    page = view.pages["resources"]
    assert isinstance(page, ResourcesPage)
    entries = view.session.search.index.resources()
    page.show_resource(next(row for row in entries if row.contact).resource)
    album.take("resources-card")


def of_paper(album: Album, view: OfficeView) -> None:
    """The roster for the fire brigade as it would come out."""
    view.go("printing")
    recipients: list[Recipient] = []
    view.session.read(town.recipients, recipients.extend)
    wait_until_quiet(album.window)
    page = view.pages["printing"]
    assert isinstance(page, PrintingPage)
    fire = next(r for r in recipients if r.recipient_class is RecipientClass.FIRE)
    page.card.recipient.show_value(fire.id)
    page.card.reason.show_value(REASON)
    page.take_question()
    wait_until_quiet(album.window)
    wait_until(lambda: page.pane.preview.picture(0) is not None)
    album.take("printing-preview")

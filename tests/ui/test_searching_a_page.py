"""A list that was searched is whole again when the clerk comes back to its page."""

from __future__ import annotations

from renkei_desktop.ui.residents.page import ResidentsPage
from tests.ui.house import House


def test_another_page_and_back_shows_everybody_again(office: House) -> None:
    view = office.office
    view.go("residents")
    office.settle()
    page = view.pages["residents"]
    assert isinstance(page, ResidentsPage)
    everybody = page.list_card.model.rowCount()
    view.search.line.setText("おのでら")
    assert 0 < page.list_card.model.rowCount() < everybody
    view.go("home")
    view.go("residents")
    assert view.search.line.text() == ""
    assert page.list_card.model.rowCount() == everybody

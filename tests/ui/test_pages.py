"""The list of the pages agrees with the pages."""

from __future__ import annotations

import pytest

from renkei_desktop import paths
from renkei_desktop.ui.page import Page
from renkei_desktop.ui.pages import PAGES, PagePlace


@pytest.mark.parametrize("place", PAGES, ids=lambda place: place.name)
def test_a_page_is_what_the_list_says(place: PagePlace) -> None:
    cls = place.load()
    assert issubclass(cls, Page)
    assert (cls.name, cls.title, cls.forms) == (place.name, place.title, place.forms)
    assert (paths.resources() / "icons" / f"{place.icon}.svg").is_file()


def test_no_form_belongs_to_two_pages() -> None:
    forms = [form for place in PAGES for form in place.forms]
    assert len(forms) == len(set(forms))

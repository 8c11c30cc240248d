"""An open office for the page of the residents."""

from renkei_desktop.ui.residents.page import ResidentsPage
from tests.ui.staging import show, stage

__all__ = ["show", "stage", "without_map"]


def without_map(page: ResidentsPage) -> None:
    """The web engine has tests of its own; here the map only keeps its pins."""
    page.pane.show_map(False, by_hand=True)

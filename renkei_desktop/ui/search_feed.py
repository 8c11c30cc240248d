"""Keeps the search index in step with the office: read after unlocking, renewed after deeds."""

from __future__ import annotations

from PySide6.QtCore import QObject

from renkei_desktop.domain.change import Changes
from renkei_desktop.office import people, resources, search
from renkei_desktop.office.desk import Desk
from renkei_desktop.ui.session import Session

_UNSEEN = frozenset({"provision", "recipient", "town", "area"})
"""Kinds that stand in no row of the index."""


class SearchFeed(QObject):
    """One for each session; the index itself stands in `session.search`."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._reading = False
        self._again = False
        session.broadcast.changed.connect(self._changed)

    def renew(self) -> None:
        """Reads everybody and everything anew; many changes in a row are read once more only."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._session.read(_index, self._hold, owner=self)

    def _hold(self, index: search.SearchIndex) -> None:
        self._reading = False
        self._session.search.hold(index)
        if self._again:
            self._again = False
            self.renew()

    def _changed(self, changes: Changes) -> None:
        if any(kind not in _UNSEEN for kind, _ in changes.records):
            self.renew()


def _index(desk: Desk) -> search.SearchIndex:
    return search.SearchIndex(people.people(desk), resources.resources(desk))

"""Keeps half-typed forms: encrypted in the office, within two seconds of typing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from renkei_desktop.office import drafts
from renkei_desktop.ui.page import Draft, Page
from renkei_desktop.ui.session import Session

KEPT_AFTER_MS = 1_500


class DraftKeeper(QObject):
    """Watches the pages of one session; every clerk has drafts of her own."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._typing: list[Page] = []
        self._ended = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep_now)

    def watch(self, page: Page) -> None:
        """From now on what is typed into this page is kept."""
        page.typed.connect(lambda: self._typed(page))
        page.settled.connect(self._settled)

    def _typed(self, page: Page) -> None:
        if self._ended:
            return
        if page not in self._typing:
            self._typing.append(page)
        # Not started anew at every key: somebody who never pauses is kept as well.
        if not self._timer.isActive():
            self._timer.start()

    def keep_now(self) -> None:
        """Hands every changed draft to the desk thread, where it is written before anything else
        that is handed over later, locking and closing included."""
        self._timer.stop()
        pages, self._typing = self._typing, []
        for draft in (page.draft() for page in pages):
            if draft is not None:
                self._session.read(_keeping(draft))

    def end(self) -> None:
        """Keeps what is typed now and listens no more: the pages are about to be emptied."""
        self.keep_now()
        self._ended = True

    def _settled(self, form: str, record: str) -> None:
        if self._ended:
            return
        self._typing = [p for p in self._typing if not _is(p.draft(), form, record)]
        self._session.read(lambda desk: drafts.drop(desk, form, record))


def _is(draft: Draft | None, form: str, record: str) -> bool:
    return draft is None or (draft.form, draft.record) == (form, record)


def _keeping(draft: Draft) -> Callable[[Any], None]:
    return lambda desk: drafts.keep(desk, draft.form, draft.record, draft.data)


def waiting(desk: Any, forms: Iterable[str]) -> tuple[Draft, ...]:
    """The drafts of the clerk at the desk that one of these forms can take up again."""
    wanted = frozenset(forms)
    found = [
        Draft(form, record, drafts.kept(desk, form, record))
        for form, record in drafts.waiting(desk)
        if form in wanted
    ]
    return tuple(draft for draft in found if draft.data is not None)

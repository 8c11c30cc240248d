"""What every page of the window is: a widget that looks at changes, and can be emptied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.moment import RecordId
from renkei_desktop.domain.wire import Json

if TYPE_CHECKING:
    from renkei_desktop.ui.session import Session


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-typed form: which form, of which record («» for a new one), and what stands in it."""

    form: str
    record: str
    data: Json


class Page(QWidget):
    """One page. A subclass sets `name` (as in `go`) and `title` (as in the rail) and overrides
    what it needs; a page never refreshes another page.

    `typed` is said at every change of a half-typed form: the draft is kept within two seconds.
    `settled(form, record)` is said when a form was saved or given up: its draft is dropped.
    """

    name: ClassVar[str] = ""
    title: ClassVar[str] = ""
    forms: ClassVar[tuple[str, ...]] = ()
    """The forms whose drafts this page can restore."""
    lists: ClassVar[type | None] = None
    """`PersonRow` or `ResourceRow` where the page lists all of them: what is typed into the search
    box then comes to `searched`, and the box itself only tells of the other kind."""

    typed = Signal()
    settled = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.main_deed: QPushButton | None = None
        """The page's one main deed, which the frame shows beside the search box."""

    def shown(self) -> None:
        """The page has come into view: read what it shows, if it has not yet."""

    def warm(self) -> None:
        """A quiet moment after unlocking: load what would make the first look at the page slow."""

    def go_to(self, record_id: RecordId | None) -> None:
        """The clerk asked for this record, from the search box or another page."""

    def searched(self, text: str) -> None:
        """The text in the search box, at every keystroke; only said where `lists` is set."""

    def into_list(self) -> None:
        """Enter or ↓ in the search box: the keys go to the list, its first line is chosen."""

    def changed(self, changes: Changes) -> None:
        """A deed changed these records; also said to pages that are not in view."""

    def cleared(self) -> None:
        """The window is being locked: drop everything readable, models and pictures included."""

    def draft(self) -> Draft | None:
        """The half-typed form, or None where nothing is half typed."""
        return None

    def restore_draft(self, draft: Draft) -> None:
        """Opens the form again as it was left."""

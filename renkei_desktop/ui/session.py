"""What a page gets: the desk thread, the broadcast, the search index, the way to other pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from renkei_desktop.domain.change import Changes
from renkei_desktop.domain.moment import Clock, RecordId
from renkei_desktop.ui.background import Background, Fail, Read, Then, Write
from renkei_desktop.ui.broadcast import Broadcast
from renkei_desktop.ui.clipboard import Clipboard

if TYPE_CHECKING:
    from renkei_desktop.ui.workplace import Workplace


class SearchHolder(QObject):
    """Holds the search index of the open office; None until it is read and while locked.

    `renewed` is said whenever another index (`office.search.SearchIndex`) stands in it.
    """

    renewed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.index: Any = None

    def hold(self, index: Any) -> None:
        self.index = index
        self.renewed.emit()


@dataclass(slots=True, eq=False)
class Session:
    """One clerk at one open office, from unlocking to locking. Pages keep it and nothing global."""

    background: Background
    broadcast: Broadcast
    clock: Clock
    clerk: str
    practice: bool = False
    workplace: Workplace | None = None
    folder: Path | None = None
    search: SearchHolder = field(default_factory=SearchHolder)
    clipboard: Clipboard = field(default_factory=Clipboard)
    on_go: Callable[[str, RecordId | None], None] = lambda _page, _record: None

    @property
    def today(self) -> date:
        return self.clock().date()

    def go(self, page_name: str, record_id: RecordId | None = None) -> None:
        """Shows another page, with a record chosen in it."""
        self.on_go(page_name, record_id)

    def read(
        self,
        fn: Callable[..., Any],
        then: Then | None = None,
        fail: Fail | None = None,
        *,
        watched: bool = False,
        label: str = "読んでいます",
        owner: QObject | None = None,
    ) -> None:
        """`fn(desk)` on the desk thread, then `then(result)` here; see `background.Read`."""
        self.background.run(Read(fn, then, fail, watched=watched, label=label, owner=owner))

    def write(
        self,
        fn: Callable[..., Any],
        then: Then | None = None,
        fail: Fail | None = None,
        *,
        watched: bool = False,
        label: str = "保存しています",
        owner: QObject | None = None,
    ) -> None:
        """A deed on the desk thread; its `Changes` are broadcast once, before `then(result)`."""
        self.background.run(Write(fn, then, fail, watched=watched, label=label, owner=owner))

    def changed(self, changes: Changes) -> None:
        """Tells everybody about changes that did not come through `write`."""
        self.broadcast.changed.emit(changes)

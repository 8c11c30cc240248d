"""A clerk at the desk: an open office, who works in it, and the clock on the wall."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from renkei_desktop.domain.moment import Clock
from renkei_desktop.office import my_number

if TYPE_CHECKING:
    from renkei_desktop.store.ledger import Book, Ledger
    from renkei_desktop.store.rows import Rows
    from renkei_desktop.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Desk:
    """First argument of every deed. All work at one desk happens on one thread."""

    vault: Vault
    clock: Clock

    @property
    def clerk(self) -> str:
        return self.vault.clerk

    @property
    def folder(self) -> Path:
        return self.vault.folder

    @property
    def rows(self) -> Rows:
        return self.vault.rows

    @property
    def ledger(self) -> Ledger:
        return self.vault.ledger

    @property
    def today(self) -> date:
        return self.clock().date()

    def writing(
        self, label: str, reason: str | None = None, *, undoable: bool = True
    ) -> AbstractContextManager[Book]:
        """One deed of this clerk: everything inside is written together or not at all.

        Raises RenkeiError where the reason looks like a マイナンバー.
        """
        my_number.refuse("理由", reason or "")
        return self.ledger.writing(label, clerk=self.clerk, reason=reason, undoable=undoable)

"""What lies in an office folder, by name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class OfficeFolder:
    """The folder of one office: `見本町.renkei`."""

    path: Path

    @property
    def ledger(self) -> Path:
        return self.path / "ledger.db"

    @property
    def keys(self) -> Path:
        return self.path / "keys.json"

    @property
    def maps(self) -> Path:
        return self.path / "maps"

    @property
    def backups(self) -> Path:
        return self.path / "backups"

    @property
    def erasures(self) -> Path:
        return self.path / "erasures.json"

    @property
    def lock(self) -> Path:
        return self.path / "LOCK"

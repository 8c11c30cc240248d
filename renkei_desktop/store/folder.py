"""What lies in an office folder, by name."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.store.location import unusable


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


def is_office(folder: Path) -> bool:
    """Whether an office lies in this very folder."""
    try:
        return OfficeFolder(folder).keys.is_file()
    except (OSError, ValueError):
        return False


def refuse_taken(folder: Path) -> bool:
    """Whether the folder has still to be made. Raises RenkeiError where something lies in it."""
    try:
        is_new = not folder.exists()
        taken = not is_new and (not folder.is_dir() or any(folder.iterdir()))
    except (OSError, ValueError):
        raise unusable() from None
    if taken:
        raise RenkeiError(
            "このフォルダーには、もう何か入っています。",
            kept="何も変えていません。",
            todo="新しい名前のフォルダーを選んでください。",
        )
    return is_new


def clear(folder: Path, is_new: bool) -> None:
    """Takes away what a creation that failed has left in a folder that was empty before."""
    if is_new:
        shutil.rmtree(folder, ignore_errors=True)
        return
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)

"""What this PC remembers of the window: size of the type, minutes until locking. No secrets."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from renkei_desktop.ui.theme import SCALES

LOCK_MINUTES = (3, 5, 10, 15, 30)
_USUAL_LOCK = 10


class Preferences:
    """Kept in one small file in the machine's state folder; a damaged value counts as not set."""

    def __init__(self, state: Path) -> None:
        self._file = QSettings(str(state / "window.ini"), QSettings.Format.IniFormat)

    @property
    def scale(self) -> float:
        """How many times larger than usual the type is."""
        return self._one_of("type/scale", SCALES, 1.0)

    @scale.setter
    def scale(self, scale: float) -> None:
        self._file.setValue("type/scale", str(scale))

    @property
    def lock_minutes(self) -> int:
        """After how many minutes without key or mouse the window is locked."""
        return int(self._one_of("lock/minutes", LOCK_MINUTES, _USUAL_LOCK))

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self._file.setValue("lock/minutes", str(minutes))

    def begun(self) -> dict[str, str]:
        """What was typed into the first steps of a wizard that has no office folder yet."""
        self._file.beginGroup("begun")
        found = {key: str(self._file.value(key)) for key in self._file.childKeys()}
        self._file.endGroup()
        return found

    def note_begun(self, words: dict[str, str]) -> None:
        """Keeps the first steps of the wizard; never a password. Nothing at all forgets them."""
        self._file.remove("begun")
        for key, word in words.items():
            self._file.setValue(f"begun/{key}", word)

    def _one_of(self, key: str, allowed: tuple[float, ...], usual: float) -> float:
        try:
            found = float(str(self._file.value(key, usual)))
        except ValueError:
            return usual
        return found if found in allowed else usual

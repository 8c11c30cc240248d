"""What Windows tells of its drives."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import PurePath, PureWindowsPath
from typing import Any

from renkei_desktop.store.location import Drive

_REMOVABLE, _FIXED, _REMOTE, _DISC = 2, 3, 4, 5
_KINDS = {
    _REMOVABLE: Drive.REMOVABLE,
    _FIXED: Drive.FIXED,
    _REMOTE: Drive.NETWORK,
    _DISC: Drive.REMOVABLE,
}
_ANNOUNCED = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def _ask_windows(root: str) -> int:
    import ctypes

    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009  not there off Windows
    return int(kernel.GetDriveTypeW(root))


class WindowsDrives:
    """Asks `GetDriveTypeW`; `drive_type` and `environment` stand in for Windows in tests."""

    def __init__(
        self,
        drive_type: Callable[[str], int] = _ask_windows,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._drive_type = drive_type
        self._environment = os.environ if environment is None else environment

    def drive_of(self, path: PurePath) -> Drive:
        if path.drive.startswith("\\\\"):
            return Drive.NETWORK
        return _KINDS.get(self._drive_type(path.drive + "\\"), Drive.UNKNOWN)

    def synchronised(self) -> tuple[PurePath, ...]:
        found = (self._environment.get(name) for name in _ANNOUNCED)
        return tuple(PureWindowsPath(folder) for folder in found if folder)

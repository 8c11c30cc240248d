"""Where an office must not lie: on a stick, on the network, in a folder that is synchronised.

A stick may lie about what it has written, and a synchronising program takes files away under an
open database. The live ledger stays on a disk of the PC.
"""

from __future__ import annotations

import os
import sys
from enum import Enum
from pathlib import Path, PurePath, PurePosixPath
from typing import Protocol

from renkei_desktop.domain.error import RenkeiError


class Drive(Enum):
    """What a folder lies on, as far as the system tells."""

    FIXED = "fixed"
    REMOVABLE = "removable"
    NETWORK = "network"
    UNKNOWN = "unknown"


class DriveProbe(Protocol):
    """What knows the drives of a PC."""

    def drive_of(self, path: PurePath) -> Drive: ...

    def synchronised(self) -> tuple[PurePath, ...]:
        """Folders that a synchronising program has announced."""
        ...


def refuse_place(folder: Path, machine: DriveProbe | None = None) -> None:
    """Raises RenkeiError where no office may lie in `folder`, or where it links to.

    Also for a name that no folder can have.
    """
    probe = machine or this_machine()
    try:
        str(folder).encode()
        places = {folder.absolute(), Path(os.path.realpath(folder))}
    except (OSError, ValueError):
        raise unusable() from None
    for place in places:
        doubt = location_doubt(place, probe)
        if doubt is not None:
            raise doubt


def unusable() -> RenkeiError:
    """A name that is too long, or that holds what is no character."""
    return RenkeiError(
        "このフォルダーの名前は使えません。長すぎるか、使えない文字が入っています。",
        kept="何も作っていません。何も変えていません。",
        todo="短い、ふつうの文字の名前を選んでください。",
    )


_SYNCHRONISERS = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "box sync")


def location_doubt(path: PurePath, machine: DriveProbe) -> RenkeiError | None:
    """The reason why an office must not lie at `path` (absolute), or None where it may."""
    if _is_synchronised(path, machine):
        return _refusal("OneDrive などの自動で同期するフォルダーの中です")
    drive = machine.drive_of(path)
    if drive is Drive.REMOVABLE:
        return _refusal("USBメモリーなどの取り外せる装置の上です")
    if drive is Drive.NETWORK:
        return _refusal("ネットワークの上です")
    return None


def _is_synchronised(path: PurePath, machine: DriveProbe) -> bool:
    parts = [part.casefold() for part in path.parts]
    if any(part.startswith(name) for part in parts for name in _SYNCHRONISERS):
        return True
    return any(path.is_relative_to(root) for root in machine.synchronised())


def _refusal(where: str) -> RenkeiError:
    return RenkeiError(
        f"この場所には台帳を置けません。{where}。",
        kept="何も作っていません。何も変えていません。",
        todo="このパソコンの中のフォルダー（例：ドキュメント）を選んでください。",
    )


def this_machine() -> DriveProbe:
    """The probe for the system that the program runs on."""
    if sys.platform == "win32":
        from renkei_desktop.store.windows_drives import WindowsDrives

        return WindowsDrives()
    return LinuxDrives()


_NETWORK_TYPES = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "davfs"),
        *("fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse"),
    }
)


class LinuxDrives:
    """Reads the table of mounts and what the kernel says of a block device."""

    def __init__(
        self, mounts: Path = Path("/proc/mounts"), blocks: Path = Path("/sys/class/block")
    ) -> None:
        self._mounts = mounts
        self._blocks = blocks

    def drive_of(self, path: PurePath) -> Drive:
        device, kind = self._mount_of(path)
        if kind in _NETWORK_TYPES:
            return Drive.NETWORK
        if not device.startswith("/dev/"):
            return Drive.UNKNOWN
        return Drive.REMOVABLE if self._is_removable(PurePosixPath(device).name) else Drive.FIXED

    def synchronised(self) -> tuple[PurePath, ...]:
        return ()

    def _mount_of(self, path: PurePath) -> tuple[str, str]:
        """Device and file system of the innermost mount that holds `path`."""
        found, depth = ("", ""), -1
        try:
            lines = self._mounts.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return found
        for line in lines:
            device, point, kind = [_unescaped(word) for word in line.split(" ")[:3]]
            inner = len(PurePosixPath(point).parts)
            if path.is_relative_to(point) and inner >= depth:
                found, depth = (device, kind), inner
        return found

    def _is_removable(self, name: str) -> bool:
        block = (self._blocks / name).resolve()
        if any(part.startswith("usb") for part in block.parts):
            return True
        for holder in (block, block.parent):
            try:
                return (holder / "removable").read_text().strip() == "1"
            except OSError:
                continue
        return False


def _unescaped(word: str) -> str:
    """A word of the table of mounts, in which blanks stand as octal numbers."""
    return (
        word.encode("latin-1", "backslashreplace").decode("unicode_escape")
        if "\\" in word
        else word
    )

"""Looking through a whole office file: pages, encryption, log, seat, backups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.store import container
from renkei_desktop.store.agreement import disagreements
from renkei_desktop.store.attachments import damaged_attachments
from renkei_desktop.store.container import SUFFIX
from renkei_desktop.store.folder import OfficeFolder
from renkei_desktop.store.proof import integrity
from renkei_desktop.work import Progress, unwatched

if TYPE_CHECKING:
    from renkei_desktop.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Soundness:
    """What was looked at, in lines for the clerk, and whether all of it is sound."""

    sound: bool
    lines: tuple[str, ...]


def check(vault: Vault, progress: Progress = unwatched) -> Soundness:
    """Checks everything that can be checked without another PC. Raises Stopped."""
    progress(0, None, "ファイルを確かめています")
    database, key = vault.database, vault.keyholders.key
    backups = tuple(_backups(OfficeFolder(vault.folder).backups))
    found = {
        "台帳のファイルと暗号": _pages(database.path, key),
        "記録のつながり": _tried(lambda: vault.ledger.verify(progress, whole=True).trouble),
        "台帳と記録の一致": _tried(lambda: disagreements(database, progress)),
        "写真と書類": _tried(lambda: damaged_attachments(database)),
        **{f"控え {name}": trouble for name, trouble in backups},
    }
    lines = (
        *(f"{what}: {' '.join(trouble) or '異常なし'}" for what, trouble in found.items()),
        *(() if backups else ("控え: まだありません",)),
        f"端末の番号: {vault.seat.number}",
    )
    return Soundness(not any(found.values()), lines)


def _pages(path: Path, key: bytes | bytearray) -> tuple[str, ...]:
    return ("ファイルの一部がこわれています。",) if integrity(path, key) else ()


def _tried(look: Callable[[], Iterable[str]]) -> tuple[str, ...]:
    """What a look found; a file too damaged to be looked at is a finding as well."""
    try:
        return tuple(look())
    except RenkeiError as error:
        return (error.what,)


def _backups(folder: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each backup with what is wrong with it."""
    for file in sorted(folder.glob(f"*{SUFFIX}")):
        yield file.name, _tried(partial(_faults, file))


def _faults(file: Path) -> tuple[str, ...]:
    return () if container.is_whole(file) else ("こわれています。",)

"""Looking through a whole office file: pages, encryption, log, seat, backups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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
    pages = integrity(vault.database.path, vault.keyholders.key)
    report = vault.ledger.verify(progress, whole=True)
    apart = tuple(disagreements(vault.database, progress))
    photos = damaged_attachments(vault.database)
    backups = tuple(_backups(OfficeFolder(vault.folder).backups))
    lines = (
        _line("台帳のファイルと暗号", ("ファイルの一部がこわれています。",) if pages else ()),
        _line(f"記録のつながり（操作{report.deeds}件、変更{report.changes}件）", report.trouble),
        _line("台帳と記録の一致", apart),
        _line("写真と書類", photos),
        f"端末の番号: {vault.seat.number}",
        *(f"控え {name}: {trouble or '読めます'}" for name, trouble in backups),
    )
    if not backups:
        lines += ("控え: まだありません",)
    return Soundness(
        not (pages or report.trouble or apart or photos or any(t for _, t in backups)), lines
    )


def _line(what: str, trouble: tuple[str, ...]) -> str:
    return f"{what}: {' '.join(trouble) or '異常なし'}"


def _backups(folder: Path) -> Iterator[tuple[str, str]]:
    """Each backup with what is wrong with it, or an empty text."""
    for file in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            yield file.name, "" if container.is_whole(file) else "こわれています"
        except RenkeiError:
            yield file.name, "こわれています"

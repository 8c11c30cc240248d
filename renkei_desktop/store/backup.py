"""控え: made from an open office, verified when written, and turned into an office again."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.store import container, keys, retention
from renkei_desktop.store import tip as facts
from renkei_desktop.store.container import SUFFIX, Manifest
from renkei_desktop.store.copying import Source, write_copy
from renkei_desktop.store.durable import replace_patiently, sync_folder
from renkei_desktop.store.folder import OfficeFolder, refuse_taken
from renkei_desktop.store.keyholders import unlocked
from renkei_desktop.store.location import DriveProbe, refuse_place
from renkei_desktop.store.proof import prove_copy
from renkei_desktop.store.slot import PASSWORD
from renkei_desktop.store.trouble import in_words
from renkei_desktop.work import Progress, unwatched

if TYPE_CHECKING:
    from renkei_desktop.store.vault import Vault

_MINUTE = "%Y%m%d-%H%M%S"
_STEPS = 4
_RESTORING = ".renkei-restoring.part"
"""Beside the folder to be: a name that nobody gives, as what is left under it is cleared away."""


def back_up_on_close(vault: Vault, progress: Progress = unwatched) -> Path:
    """Makes the automatic backup in `backups/` and lets old ones go; gives its path.

    Where nothing was written since the newest good backup, that one is given and none made.
    Raises RenkeiError where it cannot be made; the older backups stay.
    """
    folder = OfficeFolder(vault.folder).backups
    good = _good(folder)
    if good:
        newest = good[max(good)]
        if container.read_manifest(newest).head == _head(vault) and container.is_whole(newest):
            return newest
    for left_over in folder.glob("*.part"):
        left_over.unlink(missing_ok=True)
    moment = vault.clock()
    file = folder / f"控え-{moment.strftime(_MINUTE)}-{vault.folder.stem}{SUFFIX}"
    backup(vault, file, progress)
    good = _good(folder)
    for old in retention.to_drop(list(good)):
        if good[old] != file:
            good[old].unlink(missing_ok=True)
    return file


def _head(vault: Vault) -> str:
    return facts.read_tip(vault.database).link.hex()


def _good(folder: Path) -> dict[datetime, Path]:
    """The automatic backups whose name and manifest can be read, by their moment."""
    found: dict[datetime, Path] = {}
    for file in folder.glob(f"*{SUFFIX}"):
        with suppress(ValueError, RenkeiError):
            moment = datetime.strptime("-".join(file.name.split("-")[1:3]), _MINUTE)  # noqa: DTZ007
            container.read_manifest(file)
            found[moment] = file
    return found


def backup(vault: Vault, file: Path, progress: Progress = unwatched) -> Path:
    """Writes a verified backup to a file, on a stick for example; gives its path.

    The copy is proved on a fresh connection before it gets its name, and read back from the
    medium. Raises RenkeiError where there is no room, where what was read back is not what was
    written, and for a file of the office itself; Stopped where the clerk stops it. A file of that
    name stays until then.
    """
    _refuse_target(vault.folder, file)
    today = vault.clock().date()
    holders = vault.keyholders
    write_copy(
        Source(vault.database, holders.ring, holders.key, vault.folder), file, today, progress
    )
    facts.write(vault.database, facts.LAST_BACKUP, today.isoformat())
    return file


def _refuse_target(folder: Path, file: Path) -> None:
    """A backup never takes the place of the ledger, of a map, or of what is no file."""
    try:
        inside = file.resolve().is_relative_to(folder.resolve())
        backups = OfficeFolder(folder).backups.resolve()
        wrong = (inside and file.resolve().parent != backups) or (
            file.exists() and not file.is_file()
        )
    except (OSError, ValueError):
        wrong = True
    if wrong:
        raise RenkeiError(
            "そこには控えを書けません。役場のフォルダーの中か、使えない名前です。",
            kept="台帳と、前の控えはそのままです。",
            todo="USBメモリーなど、別の場所の新しい名前を選んでください。",
        )


def clerks_of(file: Path) -> tuple[str, ...]:
    """The clerks whose password of that day opens a backup. Raises RenkeiError."""
    return keys.parse(container.read_slots(file)).clerks


def restore(
    file: Path,
    folder: Path,
    *,
    clerk: str,
    password: str,
    progress: Progress = unwatched,
    machine: DriveProbe | None = None,
) -> Manifest:
    """Makes an office folder from a backup, for a clerk whose password of that day opens it.

    The folder must be empty or not there yet. Whoever opens it writes under a new seat. Raises
    RenkeiError for a damaged backup, a wrong password, and a folder that is not empty.
    """
    refuse_place(folder, machine)
    folder = folder.absolute()
    refuse_taken(folder)
    progress(0, _STEPS, "控えを確かめています")
    manifest = container.read_manifest(file)
    slots = container.read_slots(file)
    if not container.is_whole(file):
        raise container.unreadable()
    key = unlocked(keys.parse(slots), PASSWORD, clerk, password)
    progress(1, _STEPS, "控えから戻しています")
    try:
        with in_words():
            _unpack(file, folder, slots, key, progress)
    except OSError as error:
        raise _no_restore() from error
    return manifest


def _unpack(file: Path, folder: Path, slots: bytes, key: bytes, progress: Progress) -> None:
    """Fills a neighbour folder and proves it before it gets the name."""
    beside = OfficeFolder(folder.with_name(folder.name + _RESTORING))
    shutil.rmtree(beside.path, ignore_errors=True)
    try:
        for path in (beside.path, beside.maps, beside.backups):
            path.mkdir(parents=True)
        container.unpack_ledger(file, beside.ledger)
        beside.keys.write_bytes(slots)
        beside.erasures.write_text(json.dumps({"format": 1, "erased": []}), encoding="utf-8")
        progress(2, _STEPS, "戻したものを確かめています")
        prove_copy(beside.ledger, key, None)
        if folder.is_dir():
            folder.rmdir()
        replace_patiently(beside.path, folder)
        sync_folder(folder.parent)
    finally:
        shutil.rmtree(beside.path, ignore_errors=True)


def _no_restore() -> RenkeiError:
    return RenkeiError(
        "控えから戻せませんでした。保存する場所（ディスク）がいっぱいか、書きこめません。",
        kept="控えはそのままです。戻しかけたものは消しました。",
        todo="空きのある場所を選んで、もう一度してください。",
    )

"""A proven copy of an open file, packed into a backup."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.store import container
from renkei_desktop.store import tip as facts
from renkei_desktop.store.container import Manifest
from renkei_desktop.store.database import Database
from renkei_desktop.store.folder import OfficeFolder
from renkei_desktop.store.keys import KeyRing
from renkei_desktop.store.marks import NOBODY
from renkei_desktop.store.proof import prove_copy
from renkei_desktop.store.trouble import in_words
from renkei_desktop.work import Progress

_STEPS = 3


@dataclass(frozen=True, slots=True)
class Source:
    """What a backup is made of: an open file, its slots, its key and its folder."""

    database: Database
    ring: KeyRing
    key: bytes | bytearray
    folder: Path


def write_copy(source: Source, file: Path, today: date, progress: Progress) -> None:
    """Copies, proves, packs, reads back; only then the file gets its name.

    Raises RenkeiError where there is no room or the copy is not the same, Stopped.
    """
    copy = source.folder / "ledger.copy"
    progress(0, _STEPS, "控えを作っています")
    try:
        with in_words():
            copy.unlink(missing_ok=True)
            # Not the backup interface: that one fails after a torn free page, the data being fine.
            source.database.run("VACUUM INTO ?", (str(copy),))
            _turn_into_copy(source, copy, today)
            progress(1, _STEPS, "控えを確かめています")
            prove_copy(copy, source.key, source.database)
        progress(2, _STEPS, "控えを書きこんでいます")
        file.parent.mkdir(parents=True, exist_ok=True)
        slots = source.ring.to_bytes()
        container.write(file, copy, slots, _manifest(source, copy, slots, today))
    except OSError as error:
        raise _failed() from error
    finally:
        for left in (copy, copy.with_name(f"{copy.name}-journal")):
            left.unlink(missing_ok=True)
    progress(_STEPS, _STEPS, "控えができました")


def _turn_into_copy(source: Source, copy: Path, today: date) -> None:
    """Notes in the copy that it is one: whoever opens it, by whatever way, gets a new seat."""
    database = Database(copy, source.key)
    try:
        facts.write(database, facts.COPY_MADE, today.isoformat())
        facts.write_tip(database, replace(facts.read_tip(database), seat=NOBODY))
    finally:
        database.close()


def _manifest(source: Source, copy: Path, slots: bytes, today: date) -> Manifest:
    with copy.open("rb") as stream:
        digest = container.digest_of(stream)
    tip = facts.read_tip(source.database)
    maps = OfficeFolder(source.folder).maps
    return Manifest(
        vault=source.ring.vault,
        day=today.isoformat(),
        head=tip.link.hex(),
        deeds=tip.deed,
        sha256=digest,
        keys_sha256=hashlib.sha256(slots).hexdigest(),
        maps=tuple(sorted(file.name for file in maps.iterdir())) if maps.is_dir() else (),
    )


def _failed() -> RenkeiError:
    return RenkeiError(
        "控えを書きこめませんでした。",
        kept="台帳と、前の控えはそのままです。",
        todo="空きのある場所か、別のUSBメモリーを選んで、もう一度作ってください。",
    )

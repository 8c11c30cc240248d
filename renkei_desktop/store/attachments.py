"""Photos and scans: kept once under their SHA-256, in the encrypted file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.store.database import Database

_MOST_BYTES = 20 * 1024 * 1024
_SAVE = "INSERT OR IGNORE INTO attachment (sha256, media, data) VALUES (?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo or scan with its media type (`image/jpeg`)."""

    media: str
    data: bytes


def attach(database: Database, data: bytes, media: str) -> str:
    """Keeps a photo or scan and gives its SHA-256. Raises RenkeiError for one that is too big."""
    if len(data) > _MOST_BYTES:
        raise RenkeiError(
            "この写真や書類は大きすぎます（20MBまで）。",
            kept="何も保存していません。",
            todo="小さくしてから、もう一度選んでください。",
        )
    digest = hashlib.sha256(data).hexdigest()
    database.run(_SAVE, (digest, media, data))
    return digest


def attachment(database: Database, sha256: str) -> Attachment | None:
    """A photo or scan by its SHA-256."""
    found = database.rows("SELECT media, data FROM attachment WHERE sha256 = ?", (sha256,))
    return Attachment(*found[0]) if found else None


def damaged_attachments(database: Database) -> tuple[str, ...]:
    """A sentence where photos or scans are not what their SHA-256 says."""
    rows = database.each("SELECT sha256, data FROM attachment")
    wrong = sum(hashlib.sha256(data).hexdigest() != digest for digest, data in rows)
    return (f"{wrong}件がこわれています。",) if wrong else ()

"""The file of key slots, `keys.json`: who can open the office, and with what.

The slots are readable without any key (the unlock window shows the names). The seal over all of
them is made with the database key, so that after opening any change by a stranger shows.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.store.durable import write_durably
from renkei_desktop.store.folder import OfficeFolder
from renkei_desktop.store.slot import PASSWORD, Slot

FORMAT = 1
_MOST_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class KeyRing:
    """All slots of one vault. `edition` grows with every change, to notice an old file put back."""

    vault: str
    edition: int
    slots: tuple[Slot, ...]
    seal: str = ""

    def slot_of(self, kind: str, clerk: str = "") -> Slot | None:
        """The slot of a clerk or of the paper code, or None."""
        return next((s for s in self.slots if (s.kind, s.clerk) == (kind, clerk)), None)

    @property
    def clerks(self) -> tuple[str, ...]:
        return tuple(slot.clerk for slot in self.slots if slot.kind == PASSWORD)

    def with_slot(self, slot: Slot) -> KeyRing:
        """The ring with this slot in place of the one of the same clerk, or added."""
        others = tuple(s for s in self.slots if (s.kind, s.clerk) != (slot.kind, slot.clerk))
        return replace(self, slots=(*others, slot), edition=self.edition + 1)

    def sealed(self, key: bytes | bytearray) -> KeyRing:
        return replace(self, seal=self._seal(key))

    def is_sealed_with(self, key: bytes | bytearray) -> bool:
        import hmac

        return hmac.compare_digest(self.seal, self._seal(key))

    def _seal(self, key: bytes | bytearray) -> str:
        import hashlib

        body = json.dumps(self._body(), ensure_ascii=False, sort_keys=True).encode()
        return hashlib.blake2b(body, key=key, digest_size=32, person=b"renkei keys").hexdigest()

    def _body(self) -> dict[str, Any]:
        slots = [slot.to_json() for slot in self.slots]
        return {"format": FORMAT, "vault": self.vault, "edition": self.edition, "slots": slots}

    def to_bytes(self) -> bytes:
        text = json.dumps({**self._body(), "seal": self.seal}, ensure_ascii=False, indent=1)
        return text.encode()


def clerks(folder: Path) -> tuple[str, ...]:
    """The names of the clerks who have a password, in the order in which they were added.

    Raises RenkeiError where the folder is no office or its key file cannot be read.
    """
    found = _read(OfficeFolder(folder).keys)
    return tuple(slot["clerk"] for slot in found["slots"] if slot.get("kind") == PASSWORD)


def read(folder: Path) -> KeyRing:
    """The slots of an office. Raises RenkeiError as `clerks` does."""
    return _ring(_read(OfficeFolder(folder).keys))


def parse(content: bytes) -> KeyRing:
    """The slots that a backup carries. Raises RenkeiError as `clerks` does."""
    return _ring(_checked(content))


def _ring(found: dict[str, Any]) -> KeyRing:
    try:
        slots = tuple(Slot.from_json(slot) for slot in found["slots"])
        return KeyRing(str(found["vault"]), int(found["edition"]), slots, str(found["seal"]))
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged() from error


def write(folder: Path, ring: KeyRing) -> None:
    """Replaces the key file, keeping the one before as `keys.json.prev`. Raises OSError."""
    path = OfficeFolder(folder).keys
    if path.exists():
        write_durably(path.with_name(path.name + ".prev"), path.read_bytes())
    write_durably(path, ring.to_bytes())


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as stream:
            content = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise RenkeiError(
            "このフォルダーは役場のフォルダーではないようです（keys.json が読めません）。",
            kept="何も変えていません。",
            todo="名前が「.renkei」で終わるフォルダーを選んでください。",
        ) from error
    return _checked(content)


def _checked(content: bytes) -> dict[str, Any]:
    found = _json(content)
    if type(found) is not dict or type(found.get("slots")) is not list:
        raise _damaged()
    if not all(type(s) is dict and type(s.get("clerk")) is str for s in found["slots"]):
        raise _damaged()
    if found.get("format") != FORMAT:
        raise newer_program() if is_newer(found.get("format"), FORMAT) else _damaged()
    return found


def _json(content: bytes) -> Any:
    if len(content) > _MOST_BYTES:
        raise _damaged()
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _damaged() from error


def _damaged() -> RenkeiError:
    return RenkeiError(
        "合言葉のファイル（keys.json）がこわれています。",
        kept="台帳には手をつけていません。",
        todo="控えから戻してください。",
    )


def is_newer(found: Any, ours: int) -> bool:
    """Whether a format number is one that a later version of this program will write."""
    return type(found) is int and found > ours


def newer_program() -> RenkeiError:
    """The sentence for a folder that a newer version of this program has written."""
    return RenkeiError(
        "このフォルダーは、もっと新しい版のこのプログラムで使われています。",
        kept="何も変えていません。",
        todo="このパソコンのプログラムも新しい版に入れかえてから開いてください。",
    )

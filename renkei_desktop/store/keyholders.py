"""Who can open an office, changed while it is open: clerks, passwords, the paper code."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.store import codes, keys, wrapping
from renkei_desktop.store import tip as facts
from renkei_desktop.store.cost import KdfCost
from renkei_desktop.store.database import Database
from renkei_desktop.store.keys import KeyRing
from renkei_desktop.store.slot import CODE, PASSWORD
from renkei_desktop.store.trouble import no_room, no_text


def unlocked(ring: KeyRing, kind: str, clerk: str, secret: str | bytes) -> bytes:
    """The database key behind a secret.

    Raises RenkeiError for an unknown clerk, a wrong secret, and a key file that was changed by
    somebody who does not have the key.
    """
    slot = ring.slot_of(kind, clerk)
    if slot is None:
        raise RenkeiError(
            "その名前の職員は登録されていません。",
            kept="何も変えていません。",
            todo="名前を選びなおしてください。",
        )
    try:
        key = wrapping.unseal(slot, secret, ring.vault)
    except wrapping.WrongSecret as error:
        raise _wrong(kind) from error
    except wrapping.DamagedSlot as error:
        raise tampered() from error
    except MemoryError as error:
        raise _no_memory() from error
    if not ring.is_sealed_with(key):
        raise tampered()
    return key


class Keyholders:
    """The slots of an open office. Every change is written to `keys.json` at once."""

    def __init__(
        self, folder: Path, ring: KeyRing, key: bytes | bytearray, cost: KdfCost, database: Database
    ) -> None:
        self._folder = folder
        self.key = key
        self._cost = cost
        self._database = database
        self.ring = ring

    def refuse_old_file(self) -> None:
        """Raises RenkeiError where an older key file was put back. Later ones are caught up with:
        a kill may have come between the file and the note of it."""
        noted = facts.read(self._database, facts.KEYS_EDITION)
        if self.ring.edition < noted:
            raise tampered()
        if self.ring.edition > noted:
            self._note_edition()

    def add(self, clerk: str, password: str) -> None:
        """Raises RenkeiError for a name in use."""
        if self.ring.slot_of(PASSWORD, clerk) is not None:
            raise RenkeiError(
                "その名前の職員はもう登録されています。",
                kept="何も変えていません。",
                todo="別の名前（例：名字と名前）にしてください。",
            )
        self.set_password(clerk, password)

    def set_password(self, clerk: str, password: str) -> None:
        """A new slot for a clerk in place of the one before."""
        refuse_blank(clerk, password)
        self._write(PASSWORD, clerk, password)

    def change_password(self, clerk: str, old: str, new: str) -> None:
        """Raises RenkeiError where the old password is wrong."""
        unlocked(self.ring, PASSWORD, clerk, old)
        self.set_password(clerk, new)

    def new_code(self) -> str:
        """A new paper code; the one before opens nothing any more."""
        secret = os.urandom(codes.SECRET_BYTES)
        self._write(CODE, "", secret)
        return codes.written(secret)

    def _write(self, kind: str, clerk: str, secret: str | bytes) -> None:
        slot = wrapping.seal(kind, clerk, secret, self._cost, self.ring.vault, self.key)
        ring = self.ring.with_slot(slot).sealed(self.key)
        try:
            keys.write(self._folder, ring)
        except OSError as error:
            raise no_room() from error
        self.ring = ring
        self._note_edition()

    def _note_edition(self) -> None:
        """The slots are in force already: where the disk is full now, opening notes them later."""
        with suppress(RenkeiError):
            facts.write(self._database, facts.KEYS_EDITION, self.ring.edition)


def refuse_blank(clerk: str, password: str) -> None:
    """Raises RenkeiError for a name or a password that is empty or cannot be typed again."""
    try:
        (clerk + password).encode()
    except UnicodeEncodeError:
        raise no_text() from None
    if not clerk.strip() or not password.strip():
        raise RenkeiError(
            "名前と合言葉の両方が要ります。",
            kept="何も変えていません。",
            todo="あいているところを入力してください。",
        )


def tampered() -> RenkeiError:
    """The key file does not fit the ledger."""
    return RenkeiError(
        "合言葉のファイル（keys.json）が、このプログラムの外で書きかえられています。",
        kept="台帳には手をつけていません。",
        todo="フォルダーはそのままにして、「控えから戻す」で新しい控えを選んでください。",
    )


def _no_memory() -> RenkeiError:
    return RenkeiError(
        "このパソコンのメモリーが足りないので、合言葉を確かめられません。",
        kept="何も変えていません。",
        todo="ほかのプログラムを閉じてから、もう一度入力してください。",
    )


def _wrong(kind: str) -> RenkeiError:
    if kind == CODE:
        return RenkeiError(
            "この紙の合言葉では開きません。",
            kept="何も変えていません。",
            todo="いちばん新しく印刷した紙かどうか確かめてください。",
        )
    return RenkeiError(
        "合言葉が違います。",
        kept="何も変えていません。",
        todo="大文字と小文字、かな入力になっていないかを確かめて、もう一度入力してください。",
    )

"""What the database says when it fails, as a sentence for the clerk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2

from renkei_desktop.domain.error import RenkeiError

_FULL = ("disk is full", "disk i/o error")
_DAMAGED = ("not a database", "malformed", "corrupt", "hmac")
_BUSY = ("locked", "busy")


@contextmanager
def in_words() -> Iterator[None]:
    """Turns what SQLCipher raises for reasons outside the program into a `RenkeiError`."""
    try:
        yield
    except dbapi2.DatabaseError as error:
        sentence = _sentence(str(error).casefold())
        if sentence is None:
            raise
        raise sentence from error


def _sentence(text: str) -> RenkeiError | None:
    if any(word in text for word in _FULL):
        return no_room()
    if any(word in text for word in _DAMAGED):
        return damaged()
    if any(word in text for word in _BUSY):
        return RenkeiError(
            "台帳のファイルをほかのプログラムが使っています。",
            kept="この操作は保存していません。前に保存したものはそのままです。",
            todo="少し待ってからもう一度してください。",
        )
    return None


def no_room() -> RenkeiError:
    """No space left, or a disk that does not take what is written."""
    return RenkeiError(
        "保存する場所（ディスク）がいっぱいか、書きこめません。",
        kept="この操作は保存していません。前に保存したものはそのままです。",
        todo="いらないファイルを消すか、設備の担当者に知らせてから、もう一度してください。",
    )


def damaged() -> RenkeiError:
    """A ledger that cannot be read although the key is right."""
    return RenkeiError(
        "台帳のファイル（ledger.db）がこわれていて読めません。",
        kept="控えはそのまま残っています。",
        todo="「控えから戻す」で新しい控えを選んでください。こわれたフォルダーは消さないでください。",
    )

"""What the database says when it fails, as a sentence for the clerk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from renkei_desktop.domain.error import RenkeiError

_FULL = ("disk is full", "disk i/o error")
_DAMAGED = ("not a database", "malformed", "corrupt", "hmac")
_BUSY = ("locked", "busy")
_UNWRITABLE = ("readonly", "unable to open")


@contextmanager
def in_words() -> Iterator[None]:
    """Turns what SQLCipher raises for reasons outside the program into a `RenkeiError`.

    SQLAlchemy wraps it in an error of its own where a connection is opened or a migration runs.
    """
    try:
        yield
    except UnicodeEncodeError:
        raise no_text() from None
    except (dbapi2.DatabaseError, DBAPIError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        sentence = _sentence(str(cause).casefold())
        if sentence is None:
            raise
        raise sentence from error


def _sentence(text: str) -> RenkeiError | None:
    if any(word in text for word in _FULL):
        return no_room()
    if any(word in text for word in _DAMAGED):
        return damaged()
    if any(word in text for word in _UNWRITABLE):
        return unwritable()
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


def unwritable() -> RenkeiError:
    """A ledger that may be read only, or that was moved away under the open office."""
    return RenkeiError(
        "台帳のファイル（ledger.db）に書きこめません。",
        kept="この操作は保存していません。前に保存したものはそのままです。",
        todo="フォルダーを書きこみ禁止にしたり動かしたりしていないか、確かめてください。",
    )


def no_text() -> RenkeiError:
    """Half a character, as a damaged file name or a broken paste brings it along."""
    return RenkeiError(
        "文字として読めないものが入っています。",
        kept="この操作は保存していません。前に保存したものはそのままです。",
        todo="貼り付けたところを消して、入力しなおしてください。",
    )


def damaged() -> RenkeiError:
    """A ledger that cannot be read although the key is right."""
    return RenkeiError(
        "台帳のファイル（ledger.db）がこわれていて読めません。",
        kept="控えはそのまま残っています。",
        todo="「控えから戻す」で新しい控えを選んでください。こわれたフォルダーは消さないでください。",
    )

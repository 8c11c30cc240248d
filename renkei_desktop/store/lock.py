"""One window at a time: an office folder is locked for as long as it is open."""

from __future__ import annotations

import os
import platform
import sys
from contextlib import suppress
from io import FileIO
from pathlib import Path
from types import TracebackType

from renkei_desktop.domain.error import RenkeiError

# The locked byte lies far behind the text, so that the text stays readable on Windows.
_BYTE = 1 << 30


class FolderLock:
    """Holds `LOCK` until released. The system frees it when the program is killed."""

    def __init__(self, path: Path) -> None:
        """Raises RenkeiError if another window holds the folder or it cannot be written to."""
        try:
            # Unbuffered, so that nothing is left to be written when it is closed.
            self._stream: FileIO = path.open("a+b", buffering=0)
        except OSError as error:
            raise _unwritable() from error
        try:
            _take(self._stream)
        except OSError as error:
            self._stream.close()
            raise _open_elsewhere(path) from error
        self._sign(f"{platform.node()} {os.getpid()}\n")

    def _sign(self, text: str) -> None:
        """Says who holds the folder. Only the lock counts: a full disk keeps nobody out."""
        with suppress(OSError):
            self._stream.truncate(0)
            self._stream.write(text.encode())

    def release(self) -> None:
        if self._stream.closed:
            return
        self._sign("")
        _free(self._stream)
        self._stream.close()

    def __enter__(self) -> FolderLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _take(stream: FileIO) -> None:
        stream.seek(_BYTE)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

    def _free(stream: FileIO) -> None:
        stream.seek(_BYTE)
        msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(stream: FileIO) -> None:
        # flock, not lockf: two windows of one process exclude each other as well.
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _free(stream: FileIO) -> None:
        fcntl.flock(stream, fcntl.LOCK_UN)


def _open_elsewhere(path: Path) -> RenkeiError:
    holder = _holder(path)
    where = "" if holder in ("", platform.node()) else f"（{holder}）"
    return RenkeiError(
        f"このフォルダーは別の窓{where}で開いています。",
        kept="そちらで入力したものはそのままです。",
        todo="開いている窓を使うか、閉じてからもう一度開いてください。",
    )


def _holder(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").partition(" ")[0][:60]
    except (OSError, ValueError):
        return ""


def _unwritable() -> RenkeiError:
    return RenkeiError(
        "このフォルダーには書きこめません。",
        kept="何も変えていません。",
        todo="フォルダーの場所と、書きこむ権限を確かめてください。",
    )

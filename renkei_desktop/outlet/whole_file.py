"""A file that is there whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from renkei_desktop.domain.error import RenkeiError

_BEGINNING, _END = ".renkei-", ".tmp"


def write_whole(path: Path, data: bytes) -> Path:
    """Writes `data` under a temporary name beside `path`, reads it back, then takes its place.

    A file that stood there before stays until the new one is safe. Raises RenkeiError where the
    folder is missing, full, or not writable; then nothing has changed.
    """
    try:
        return _write(path, data)
    except OSError as error:
        raise _refusal(_cause(error)) from None
    except ValueError:
        raise _refusal("使えない名前です") from None


def _refusal(cause: str) -> RenkeiError:
    return RenkeiError(
        f"ファイルに書けませんでした（{cause}）。",
        kept="前からあるファイルはそのままです。",
        todo="別の場所を選んで、もう一度お試しください。",
    )


def _write(path: Path, data: bytes) -> Path:
    if path.exists() and not path.is_file():
        # A device would be replaced by a file, and a folder cannot be.
        raise IsADirectoryError(path)
    for left_over in path.parent.glob(f"{_BEGINNING}*{_END}"):
        # A kill in the middle of an earlier save; what it holds must not stay about.
        left_over.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(prefix=_BEGINNING, suffix=_END, dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if fresh.read_bytes() != data:
            raise OSError("read back differently")
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return path


def _cause(error: OSError) -> str:
    if error.errno == errno.ENAMETOOLONG:
        return "名前が長すぎます"
    words = {
        FileNotFoundError: "フォルダーがありません",
        NotADirectoryError: "フォルダーがありません",
        PermissionError: "書く権利がありません",
        IsADirectoryError: "同じ名前の、ファイルでないものがあります",
    }
    return words.get(type(error), "場所が足りないか、取り外されています")

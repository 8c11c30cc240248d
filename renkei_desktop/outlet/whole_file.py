"""A file that is there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from renkei_desktop.domain.error import RenkeiError


def write_whole(path: Path, data: bytes) -> Path:
    """Writes `data` under a temporary name beside `path`, reads it back, then takes its place.

    A file that stood there before stays until the new one is safe. Raises RenkeiError where the
    folder is missing, full, or not writable; then nothing has changed.
    """
    try:
        return _write(path, data)
    except OSError as error:
        raise RenkeiError(
            f"ファイルに書けませんでした（{_cause(error)}）。",
            kept="前からあるファイルはそのままです。",
            todo="別の場所を選んで、もう一度お試しください。",
        ) from None


def _write(path: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
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
    words = {
        FileNotFoundError: "フォルダーがありません",
        NotADirectoryError: "フォルダーがありません",
        PermissionError: "書く権利がありません",
        IsADirectoryError: "同じ名前のフォルダーがあります",
    }
    return words.get(type(error), "場所が足りないか、取り外されています")

"""Where the password comes from: a file, or a prompt that shows nothing."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office.entrance import clerks


def password(file: Path | None) -> str:
    """The first line of `file`, or what is typed at the prompt. Raises RenkeiError for neither."""
    if file is None:
        return _typed()
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise RenkeiError(
            "パスワードのファイルを読めません。", todo="ファイルの場所を確かめてください。"
        ) from None
    if not lines or not lines[0]:
        raise RenkeiError(
            "パスワードのファイルが空です。", todo="1行目にパスワードを書いてください。"
        )
    return lines[0]


def _typed() -> str:
    if not sys.stdin.isatty():
        raise RenkeiError(
            "パスワードがありません。", todo="--password-file でファイルを渡してください。"
        )
    return getpass.getpass("パスワード: ")


def clerk(folder: Path, name: str | None) -> str:
    """The clerk to open as: the named one, or the only one. Raises RenkeiError where unclear."""
    return name if name is not None else only(clerks(folder))


def only(names: tuple[str, ...]) -> str:
    """The one name in `names`. Raises RenkeiError where there are several."""
    if len(names) == 1:
        return names[0]
    raise RenkeiError(
        "職員が何人かいます。",
        kept="何も変えていません。",
        todo="--clerk で名前を書いてください。",
    )

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
    except (OSError, ValueError):
        raise _refusal(
            "パスワードのファイルを読めません。",
            "ファイルの場所と、UTF-8 で書いてあるかを確かめてください。",
        ) from None
    if not lines or not lines[0]:
        raise _refusal("パスワードのファイルが空です。", "1行目にパスワードを書いてください。")
    return lines[0]


def _typed() -> str:
    if not sys.stdin.isatty():
        raise _refusal("パスワードがありません。", "--password-file でファイルを渡してください。")
    try:
        return getpass.getpass("パスワード: ")
    except EOFError:
        raise _refusal("パスワードが入力されませんでした。", "もう一度入力してください。") from None


def _refusal(what: str, todo: str) -> RenkeiError:
    return RenkeiError(what, kept="何も変えていません。", todo=todo)


def clerk(folder: Path, name: str | None) -> str:
    """The clerk to open as: the named one, or the only one. Raises RenkeiError where unclear."""
    return name if name is not None else only(clerks(folder))


def only(names: tuple[str, ...]) -> str:
    """The one name in `names`. Raises RenkeiError where there are several."""
    if len(names) == 1:
        return names[0]
    raise _refusal("職員が何人かいます。", "--clerk で名前を書いてください。")

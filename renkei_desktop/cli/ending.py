"""How a command ends when something comes between: one sentence, whatever it was."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from renkei_desktop.domain.error import RenkeiError

_OURS = "renkei_desktop"


def in_a_sentence(deed: Callable[[], int]) -> int:
    """Runs the deed; 1 and one sentence on standard error where it was refused or broke off."""
    _let_pass_every_character()
    try:
        code = deed()
        sys.stdout.flush()
    except RenkeiError as error:
        return _refused(error.sentence)
    except KeyboardInterrupt:
        return _refused(
            "途中でやめました。書きかけのものは残っていません。もう一度すると、はじめから行います。"
        )
    except OSError as error:
        return _refused(_unread() if _lost_its_reader() else _unforeseen(error))
    except Exception as error:
        return _refused(_unforeseen(error))
    return code


def _refused(sentence: str) -> int:
    # Where even standard error is closed there is nobody left to tell.
    with suppress(OSError, ValueError):
        sys.stderr.write(sentence + "\n")
    return 1


def _let_pass_every_character() -> None:
    """A terminal that cannot show 𠮷 shows its number; a name must not end a command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _lost_its_reader() -> bool:
    """Whether standard output takes nothing any more; what is left for it is then let go."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
        return True
    return False


def _unread() -> str:
    return (
        "結果を出す先に書けませんでした。台帳はそのままか、操作まで終わっています。"
        "出す先を確かめて、「check」で台帳を確かめてください。"
    )


def _unforeseen(error: Exception) -> str:
    """The kind of error and its place in the code only: its text might hold a path or a name."""
    return (
        f"思いがけない不具合で終わりました（{type(error).__name__}、{_place(error)}）。"
        "保存してあるものはそのままです。"
        "くり返すときは、かっこの中を添えて設備の担当者に知らせてください。"
    )


def _place(error: BaseException) -> str:
    """File and line of the innermost step inside this program."""
    found, trace = "", error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if _OURS in file.parts:
            found = f"{file.parent.name}/{file.name} {trace.tb_lineno}"
        trace = trace.tb_next
    return found

"""The log of this PC and the last catch for errors; neither ever holds a word about a person."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

_MOST_BYTES = 512 * 1024

log = logging.getLogger(__name__)


def keep_log(state: Path) -> None:
    """Writes what this program itself says into `renkei.log`; a PC that cannot, goes without.

    Only our own loggers are listened to: a library may quote a value in its message.
    """
    from logging.handlers import RotatingFileHandler

    try:
        state.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            state / "renkei.log", maxBytes=_MOST_BYTES, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    ours = logging.getLogger("renkei_desktop")
    ours.addHandler(handler)
    ours.propagate = False
    logging.raiseExceptions = False


def catch_the_unforeseen(show: Callable[[BaseException], None]) -> None:
    """Errors that reach the top of the window's thread are logged by kind and shown."""

    def caught(
        kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, _trace)
            return
        log_by_place(error)
        show(error)

    sys.excepthook = caught


def log_by_place(error: BaseException) -> None:
    """Kinds of error and places in the code, without any message."""
    from renkei_desktop.ui.dialogs.trouble import report

    log.error("unexpected error\n%s", report(error))

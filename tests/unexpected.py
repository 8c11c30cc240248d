"""Log records and Qt messages that nobody expected, from WARNING up."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_ALLOWED = Path(__file__).with_name("allowed_messages.txt")
_HARMLESS = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


def allowed_messages() -> frozenset[str]:
    """The exact texts that may come up in any test."""
    lines = _ALLOWED.read_text("utf-8").splitlines()
    return frozenset(
        line.replace("\\n", "\n") for line in lines if line and not line.startswith("# ")
    )


class Listener(logging.Handler):
    """Collects what was said between two calls of `take`."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._heard: list[str] = []
        self._allowed = allowed_messages()

    def start(self) -> None:
        """Listens from now on to every logger and to Qt."""
        logging.getLogger().addHandler(self)
        qInstallMessageHandler(self._hear_qt)

    def emit(self, record: logging.LogRecord) -> None:
        self._hear(record.getMessage())

    def _hear_qt(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind not in _HARMLESS:
            self._hear(text)

    def _hear(self, text: str) -> None:
        if text not in self._allowed:
            self._heard.append(text)

    def take(self) -> list[str]:
        """What was heard since the last call and is not on the list."""
        heard, self._heard = self._heard, []
        return heard


listener = Listener()

"""Rules about single modules: each gives what it finds in one."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator

from tests.architecture.sources import Finding, Module, dotted, full_names, imported, words

MOST_LINES = 400

_CLOCKS = words(
    """
    datetime.datetime.now datetime.datetime.utcnow datetime.datetime.today datetime.date.today
    time.time time.time_ns time.localtime time.gmtime time.ctime time.strftime
    QDate.currentDate QTime.currentTime QDateTime.currentDateTime QDateTime.currentDateTimeUtc
    QDateTime.currentMSecsSinceEpoch uuid.uuid1
    """
)
_MAY_ASK_THE_TIME = ("renkei_desktop.this_pc", "renkei_desktop.setup")

_NETWORK = words(
    """
    socket ssl http urllib requests httpx aiohttp urllib3 ftplib smtplib imaplib poplib telnetlib
    xmlrpc socketserver asyncio.open_connection PySide6.QtNetwork PySide6.QtWebSockets
    """
)
_NO_NETWORK = ("urllib.parse",)
"""Takes addresses apart and puts them together; goes nowhere."""

_SAYS_NOTHING = re.compile(r"(^|_)(utils?|helpers?|managers?|misc)($|_)|^(common|base)$")


def _within(name: str, roots: tuple[str, ...]) -> bool:
    return any(name == root or name.startswith(f"{root}.") for root in roots)


def clocks(module: Module) -> Iterator[Finding]:
    """Time is an argument: only the outermost modules ask the machine for it."""
    if _within(module.name, _MAY_ASK_THE_TIME):
        return
    tree = module.tree
    names = full_names(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Name | ast.Attribute):
            continue
        front, _, rest = dotted(node).partition(".")
        full = ".".join(part for part in (names.get(front, front), rest) if part)
        if any(full == clock or full.endswith(f".{clock}") for clock in _CLOCKS):
            yield Finding(module.name, node.lineno, f"asks the time: {full}")


def network(module: Module) -> Iterator[Finding]:
    """The program works without any network and holds no code for one."""
    for line, name in imported(module.tree):
        if _within(name, tuple(_NETWORK)) and not _within(name, _NO_NETWORK):
            yield Finding(module.name, line, f"imports {name}")


def empty_names(module: Module) -> Iterator[Finding]:
    """A module is named for what is in it."""
    last = module.name.rpartition(".")[2]
    if _SAYS_NOTHING.search(last):
        yield Finding(module.name, 1, f"the name «{last}» says nothing")


def length(module: Module) -> Iterator[Finding]:
    """A longer module is two things in one room."""
    lines = module.text.count("\n")
    if lines > MOST_LINES:
        yield Finding(module.name, MOST_LINES + 1, f"has {lines} lines")


def set_up_alone(module: Module) -> Iterator[Finding]:
    """The set-up runs before any library is there."""
    if not _within(module.name, ("renkei_desktop.setup",)):
        return
    own = ("renkei_desktop.setup", "renkei_desktop.paths", "renkei_desktop.domain.error")
    for line, name in imported(module.tree):
        if name.split(".")[0] not in sys.stdlib_module_names and not _within(name, own):
            yield Finding(module.name, line, f"imports {name} before it is there")

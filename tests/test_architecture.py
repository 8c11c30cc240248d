"""The house stands as it was drawn: layers, clocks, network, exits, names, sizes.

Each rule is also tried on a planted piece of code that breaks it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from renkei_desktop.setup.start import CHECKOUT
from tests.architecture import rules, texts
from tests.architecture.doors import doors
from tests.architecture.exits import EXITS
from tests.architecture.sources import Finding, Module, modules, tracked_files

Rule = Callable[[Module], Iterator[Finding]]

RULES: list[Rule] = [
    rules.clocks,
    rules.network,
    rules.empty_names,
    rules.length,
    rules.set_up_alone,
]

BROKEN = [
    (rules.clocks, "store.book", "import datetime\nx = datetime.datetime.now()"),
    (rules.clocks, "office.home", "from datetime import date as day\nx = day.today()"),
    (rules.clocks, "office.home", "from datetime import datetime\nf = datetime.utcnow"),
    (rules.clocks, "store.book", "import time\nx = time.time()"),
    (rules.clocks, "store.book", "from time import time\nx = time()"),
    (rules.clocks, "ui.page", "from PySide6.QtCore import QDate\nx = QDate.currentDate()"),
    (rules.network, "maps.tiles", "import socket"),
    (rules.network, "maps.tiles", "from urllib import request"),
    (rules.network, "maps.tiles", "import urllib.request"),
    (rules.network, "ui.page", "from PySide6 import QtNetwork"),
    (rules.network, "ui.page", "from PySide6.QtNetwork import QNetworkReply"),
    (rules.network, "intake.csv", "def f():\n    import requests"),
    (rules.empty_names, "store.utils", ""),
    (rules.empty_names, "ui.window_manager", ""),
    (rules.empty_names, "domain.base", ""),
    (rules.length, "ui.page", "x = 1\n" * 401),
    (rules.set_up_alone, "setup.start", "import sqlalchemy"),
    (rules.set_up_alone, "setup.start", "from renkei_desktop.store import ledger"),
]

SOUND = [
    (rules.clocks, "setup.turn", "import time\nx = time.time()"),
    (rules.clocks, "this_pc", "import datetime\nx = datetime.datetime.now()"),
    (rules.clocks, "store.book", "import time\nx = time.monotonic() + time.perf_counter()"),
    (rules.clocks, "store.book", "def f(clock, today):\n    return clock(), today"),
    (rules.network, "maps.tiles", "from urllib.parse import quote"),
    (rules.empty_names, "maps.basemaps", ""),
    (rules.length, "ui.page", "x = 1\n" * 400),
    (rules.set_up_alone, "setup.start", "import json\nimport renkei_desktop.domain.error"),
]

EXIT = [
    'open("list.csv", "w")',
    'open("list.csv", mode="ab")',
    "open(path, how)",
    'path.open("x")',
    'path.open(mode="r+b")',
    'import gzip\ngzip.open(path, "wb")',
    'import io\nio.open(path, "w")',
    'import zipfile\nzipfile.ZipFile(path, "w")',
    "path.write_bytes(b'')",
    "path.write_text('')",
    "path.rename(other)",
    "path.replace(other)",
    "import os\nos.replace(a, b)",
    "from os import replace as swap\nswap(a, b)",
    "import shutil\nshutil.copyfile(a, b)",
    "from shutil import copy\ncopy(a, b)",
    "import tempfile\ntempfile.NamedTemporaryFile()",
    "import subprocess\nsubprocess.run(['lpr'])",
    "from PySide6.QtPrintSupport import QPrinter\nQPrinter()",
    "from PySide6 import QtGui\nQtGui.QPdfWriter('list.pdf')",
    "from PySide6.QtGui import QPixmap\nQPixmap().save('list.png')",
    "import openpyxl\nbook = openpyxl.Workbook()\nbook.save(path)",
    "from PySide6.QtGui import QGuiApplication\nQGuiApplication.clipboard().setText('x')",
    "from reportlab.pdfgen.canvas import Canvas\nCanvas('list.pdf')",
    "cursor.execute('VACUUM INTO ?', (path,))",
    "cursor.execute(\"attach database 'x' as y\")",
    "from renkei_desktop.outlet.whole_file import write_whole\nwrite_whole(path, data)",
]

NO_EXIT = [
    'open("list.csv")',
    'open("list.csv", "rb")',
    "path.open()",
    'path.open("rb")',
    "import zipfile\nzipfile.ZipFile(path)",
    'text.replace("a", "b")',
    "import dataclasses\ndataclasses.replace(record, name='x')",
    "form.save(seen)",
    "form.open(record, seen)",
    '"""Made with VACUUM INTO."""',
]


def module(name: str, text: str) -> Module:
    return Module(f"renkei_desktop.{name}", text)


def said(findings: Iterator[Finding]) -> list[str]:
    return [str(finding) for finding in findings]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs import-linter with the contracts of the `pyproject.toml` in the folder."""
    program = "from importlinter.cli import lint_imports_command as run; run()"
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_the_imports_keep_the_contracts() -> None:
    done = lint_imports(CHECKOUT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("domain/stamp.py", "import renkei_desktop.store.book"),
        ("store/book.py", "import renkei_desktop.printing.table"),
        ("office/home.py", "from PySide6.QtCore import QObject"),
        ("ui/page.py", "import renkei_desktop.store.ledger"),
        ("domain/stamp.py", "import sqlalchemy"),
        ("maps/tiles.py", "import requests"),
    ],
)
def test_an_import_against_the_contracts_is_seen(tmp_path: Path, file: str, line: str) -> None:
    shutil.copytree(CHECKOUT / "renkei_desktop", tmp_path / "renkei_desktop")
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    broken = tmp_path / "renkei_desktop" / file
    broken.write_text(broken.read_text("utf-8") + f"\n{line}\n", "utf-8")
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    assert "BROKEN" in done.stdout


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_module_keeps_the_rule(rule: Rule) -> None:
    assert [text for one in modules() for text in said(rule(one))] == []


@pytest.mark.parametrize(("rule", "name", "text"), BROKEN)
def test_a_broken_rule_is_seen(rule: Rule, name: str, text: str) -> None:
    assert said(rule(module(name, text)))


@pytest.mark.parametrize(("rule", "name", "text"), SOUND)
def test_a_kept_rule_is_left_in_peace(rule: Rule, name: str, text: str) -> None:
    assert said(rule(module(name, text))) == []


def test_nothing_leaves_but_by_the_named_exits() -> None:
    found = [finding for one in modules() for finding in doors(one)]
    assert [str(f) for f in found if f.module not in EXITS] == []


def test_every_named_exit_is_still_one_and_has_a_reason() -> None:
    there = {finding.module for one in modules() for finding in doors(one)}
    assert [name for name, reason in EXITS.items() if name not in there or not reason] == []


@pytest.mark.parametrize("text", EXIT)
def test_an_exit_is_seen(text: str) -> None:
    assert said(doors(module("office.home", text)))


@pytest.mark.parametrize("text", NO_EXIT)
def test_what_only_looks_like_an_exit_is_left_in_peace(text: str) -> None:
    assert said(doors(module("office.home", text))) == []


@pytest.mark.parametrize("rule", [texts.machine_paths, texts.registry_hosts])
def test_no_file_tells_of_the_machine_it_was_written_on(
    rule: Callable[[str, str], Iterator[Finding]],
) -> None:
    found: list[str] = []
    for file in tracked_files():
        text = texts.text_of(file)
        if text is not None:
            found += said(rule(file.relative_to(CHECKOUT).as_posix(), text))
    assert found == []


@pytest.mark.parametrize(
    "text",
    ["cd /" + "root/renkei", '"/' + 'home/taro/x"', "C:" + "\\Users\\taro", "at /" + "tmp/x"],
)
def test_a_path_of_a_machine_is_seen(text: str) -> None:
    assert said(texts.machine_paths("README.md", text))
    assert said(texts.machine_paths("README.md", "usr/tmp/x ../work/x https://x.jp/home/x")) == []


@pytest.mark.parametrize("text", ["https://pypi" + ".org/simple", "http://10.0.0.1/" + "simple/"])
def test_a_registry_is_seen(text: str) -> None:
    assert said(texts.registry_hosts("requirements.lock", text))


def test_modules_and_files_were_found_at_all() -> None:
    names = {one.name for one in modules()}
    assert {"renkei_desktop", "renkei_desktop.domain.stamp"} <= names
    assert CHECKOUT / "pyproject.toml" in tracked_files()

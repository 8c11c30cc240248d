"""The frame of the tests itself: it fails where it should, and stops where it must."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from renkei_desktop.setup.start import CHECKOUT
from tests.planted.patch import copy_of_the_program

MESSAGES = """
import logging
from PySide6.QtCore import qDebug, qWarning

def test_log_record():
    logging.getLogger("anybody").warning("disk %s", "full")

def test_qt_message():
    qWarning("a widget complains")

def test_nearly_allowed():
    qWarning("This plugin does not support propagateSizeHints() at all")

def test_expected_but_silent(expect_message):
    expect_message("disk full")

def test_expected_and_more(expect_message):
    expect_message("disk full")
    logging.getLogger("anybody").warning("disk full")
    logging.getLogger("anybody").warning("disk very full")

def test_allowed_good():
    qWarning("This plugin does not support propagateSizeHints()")

def test_expected_good(expect_message):
    expect_message("disk full")
    logging.getLogger("anybody").error("disk full")

def test_harmless_good():
    logging.getLogger("anybody").info("three rows read")
    qDebug("three rows painted")
"""

BAD = ["log_record", "qt_message", "nearly_allowed", "expected_but_silent", "expected_and_more"]
GOOD = ["allowed_good", "expected_good", "harmless_good"]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def small_checkout(folder: Path, tests: str) -> Path:
    """A checkout with the frame and this one test file in it."""
    copy_of_the_program(CHECKOUT, folder, ("resources", "pyproject.toml"))
    for name in ("__init__", "__main__", "paths", "domain/__init__", "domain/error"):
        target = folder / f"renkei_desktop/{name}.py"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(CHECKOUT / f"renkei_desktop/{name}.py", target)
    shutil.copytree(CHECKOUT / "renkei_desktop/setup", folder / "renkei_desktop/setup")
    (folder / "renkei_desktop/cli.py").write_text("def main(words: list[str]) -> int: return 0\n")
    (folder / "tests").mkdir()
    for file in (CHECKOUT / "tests").glob("*"):
        if file.is_file() and not file.name.startswith("test_"):
            shutil.copy2(file, folder / "tests")
    (folder / "tests/test_them.py").write_text(tests)
    return folder


def test_messages_fail_the_test_that_brought_them_up(tmp_path: Path) -> None:
    done = run(small_checkout(tmp_path, MESSAGES), "pytest", "-p", "no:cacheprovider")
    failed = [name for name in BAD + GOOD if f"::test_{name} - " in done.stdout]
    assert failed == BAD, done.stdout
    assert "disk full" in done.stdout and "a widget complains" in done.stdout
    assert "画面: offscreen" in done.stdout


def test_a_missing_font_ends_the_run_at_once_with_a_sentence(tmp_path: Path) -> None:
    checkout = small_checkout(tmp_path, "def test_good(): pass\n")
    (checkout / "resources/fonts/BIZUDGothic-Bold.ttf").unlink()
    done = run(checkout, "pytest", "-p", "no:cacheprovider")
    assert done.returncode == 1
    assert "字体 resources/fonts/BIZUDGothic-Bold.ttf がありません。" in done.stdout
    assert "passed" not in done.stdout


@pytest.mark.parametrize(
    ("tests", "code", "closing"),
    [
        (
            '"""Good."""\n\n\ndef test_good() -> None:\n    assert True\n',
            0,
            "すべて通りました: 書き方（ruff）、型（mypy）、試験（pytest）",
        ),
        (
            '"""Bad."""\nimport os\n\ndef test_bad() -> None:\n    assert False\n',
            1,
            "通らなかったもの: 書き方（ruff）、試験（pytest）",
        ),
    ],
    ids=["good", "bad"],
)
def test_the_test_command_runs_all_checks_and_says_how_it_ended(
    tmp_path: Path, tests: str, code: int, closing: str
) -> None:
    done = run(small_checkout(tmp_path, tests), "tests", "-q")
    assert done.returncode == code, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == closing
    assert "passed in" in done.stdout or "failed in" in done.stdout

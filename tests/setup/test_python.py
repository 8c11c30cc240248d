"""Which Pythons are let in, and that all others can read the refusal."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from renkei_desktop import paths
from renkei_desktop.setup.python import refusal, refusal_here

ROOT = paths.resources().parent
READ_BY_ANY_PYTHON = (
    "renkei_desktop/__init__.py",
    "renkei_desktop/__main__.py",
    "renkei_desktop/setup/__init__.py",
    "renkei_desktop/setup/python.py",
    "tests/__init__.py",
    "tests/__main__.py",
)


@pytest.mark.parametrize("minor", [11, 12, 13])
def test_the_three_pythons_are_let_in(minor: int) -> None:
    assert refusal((3, minor), "CPython", 64, free_threaded=False) == ""


@pytest.mark.parametrize(
    ("version", "implementation", "bits", "free_threaded", "named"),
    [
        ((3, 8), "CPython", 64, False, "3.8"),
        ((3, 10), "CPython", 64, False, "3.10"),
        ((3, 14), "CPython", 64, False, "3.14"),
        ((3, 11), "PyPy", 64, False, "PyPy"),
        ((3, 12), "CPython", 32, False, "32ビット"),
        ((3, 13), "CPython", 64, True, "GIL"),
    ],
)
def test_any_other_gets_one_sentence_that_names_it(
    version: tuple[int, int], implementation: str, bits: int, free_threaded: bool, named: str
) -> None:
    sentence = refusal(version, implementation, bits, free_threaded)
    assert named in sentence
    assert "3.11、3.12、3.13" in sentence
    assert "\n" not in sentence


def test_this_python_is_let_in() -> None:
    assert refusal_here() == ""


@pytest.mark.parametrize("file", READ_BY_ANY_PYTHON)
def test_an_old_python_can_read_the_way_to_the_sentence(file: str) -> None:
    ast.parse((ROOT / file).read_text("utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("module", ["renkei_desktop", "tests"])
def test_a_wrong_python_ends_in_the_sentence_and_exit_code_1(module: str) -> None:
    pretend = (
        "import runpy, sys\n"
        "sys.version_info = (3, 9, 2, 'final', 0)\n"
        f"sys.argv = ['{module}']\n"
        f"runpy.run_module('{module}', run_name='__main__')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", pretend], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1 and "3.9" in done.stderr
    assert done.stdout == ""

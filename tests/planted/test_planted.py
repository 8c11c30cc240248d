"""Bugs planted in the program: the test named for each must see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from renkei_desktop.setup.start import CHECKOUT
from tests.planted.patch import Patch, apply, copy_of_the_program, is_caught, read_patch

PATCHES = sorted(Path(__file__).parent.glob("*.patch"))

STAMP = "renkei_desktop/domain/stamp.py"
FORGETFUL = f"""Caught-by: tests/domain/test_stamp.py::test_nothing_that_nobody_has_seen_vanishes

--- a/{STAMP}
+++ b/{STAMP}
@@ -1 +1 @@
-        stamps = sibling.stamps - superseded
+        stamps = sibling.stamps if sibling.stamps.isdisjoint(superseded) else NONE
"""
HARMLESS = f"""Caught-by: tests/domain/test_stamp.py::test_true_and_1_are_different_values

--- a/{STAMP}
+++ b/{STAMP}
@@ -1 +1 @@
-SeatId = str
+SeatId = str  # nothing has changed
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copy_of_the_program(CHECKOUT, tmp_path)


@pytest.mark.parametrize("file", PATCHES, ids=lambda file: file.stem)
def test_a_planted_bug_is_caught_by_its_test(file: Path, copy: Path) -> None:
    patch = read_patch(file.read_text("utf-8"))
    apply(patch, copy)
    caught, said = is_caught(patch, copy)
    assert caught, said


def test_there_are_planted_bugs() -> None:
    assert PATCHES


def test_the_mechanism_sees_a_bug_and_a_harmless_change(copy: Path) -> None:
    harmless, forgetful = read_patch(HARMLESS), read_patch(FORGETFUL)
    apply(harmless, copy)
    caught, said = is_caught(harmless, copy)
    assert not caught and "1 passed" in said
    apply(forgetful, copy)
    caught, said = is_caught(forgetful, copy)
    assert caught and "1 failed" in said


def test_a_test_that_is_not_there_catches_nothing(copy: Path) -> None:
    patch = read_patch(FORGETFUL.replace("::test_nothing", "::test_something"))
    apply(patch, copy)
    assert not is_caught(patch, copy)[0]


@pytest.mark.parametrize(
    "text",
    [
        FORGETFUL.replace("Caught-by", "Seen-by"),
        FORGETFUL + "-second\n+second\n",
        FORGETFUL.replace("\n-", "\n ").replace("\n+ ", "\n  "),
        FORGETFUL + "@@ -9 +9 @@\n-one\n+two\n",
        FORGETFUL + "--- a/other.py\n+++ b/other.py\n",
    ],
    ids=["no test", "two lines", "no line", "two hunks", "two files"],
)
def test_a_patch_of_more_or_less_than_one_line_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_patch(text)


@pytest.mark.parametrize(
    ("content", "before"),
    [("a\nb\nc\n", "x"), ("a\nb\na\n", "a"), ("a\nbc\n", "b")],
    ids=["gone", "twice", "part of a line"],
)
def test_lines_that_do_not_stand_there_once_are_refused(
    tmp_path: Path, content: str, before: str
) -> None:
    (tmp_path / "file.py").write_text(content)
    with pytest.raises(ValueError):
        apply(Patch("file.py", before, "new", "tests/x.py::test_x"), tmp_path)


def test_a_patch_changes_its_line_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "file.py").write_text("a\nb\nc\n")
    apply(Patch("file.py", "b", "new", "tests/x.py::test_x"), tmp_path)
    assert (tmp_path / "file.py").read_text() == "a\nnew\nc\n"

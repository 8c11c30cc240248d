"""The frame of every test: no screen, no missing font, no message that nobody expected."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, settings

# Before Qt is imported for the first time.
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if AS_ROOT:
    os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"

from PySide6.QtCore import QCoreApplication, Qt  # noqa: E402

from renkei_desktop import paths  # noqa: E402
from renkei_desktop.setup.fonts import missing_mincho  # noqa: E402
from renkei_desktop.setup.machine import this_machine  # noqa: E402
from tests.unexpected import listener  # noqa: E402

# Before the first application, as the program itself does: a map may then be shown in any test.
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)

SHIPPED_FONTS = (
    "BIZUDGothic-Regular.ttf",
    "BIZUDGothic-Bold.ttf",
    "BIZUDPGothic-Regular.ttf",
    "BIZUDPGothic-Bold.ttf",
)

settings.register_profile(
    "office",
    deadline=None,
    max_examples=60,
    derandomize=os.environ.get("CI") == "true",
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile("office")

Expect = Callable[[str], None]


def pytest_report_header() -> list[str]:
    lines = [f"画面: {os.environ['QT_QPA_PLATFORM']}"]
    if AS_ROOT:
        lines.append("管理者で動いているので、この試験に限り QTWEBENGINE_DISABLE_SANDBOX=1")
    return lines


def missing_font() -> str:
    """The sentence about the first face that is missing, empty where all are there."""
    for name in SHIPPED_FONTS:
        if not (paths.resources() / "fonts" / name).is_file():
            return f"字体 resources/fonts/{name} がありません。"
    return missing_mincho(this_machine())


def pytest_sessionstart(session: pytest.Session) -> None:
    sentence = missing_font()
    if sentence:
        pytest.exit(sentence, returncode=1)
    listener.start()


@pytest.fixture
def expect_message() -> Iterator[Expect]:
    """A function that names, word for word, a message which this test must bring up."""
    expected: list[str] = []
    yield expected.append
    heard = listener.take()
    missing = [text for text in expected if text not in heard]
    rest = [text for text in heard if text not in expected]
    if missing or rest:
        pytest.fail(f"expected but not heard: {missing}; heard but not expected: {rest}")


@pytest.fixture(autouse=True)
def no_unexpected_message() -> Iterator[None]:
    """Fails a test that brings up a warning, be it a log record or a message of Qt."""
    yield
    heard = listener.take()
    if heard:
        pytest.fail("unexpected messages:\n" + "\n".join(heard))

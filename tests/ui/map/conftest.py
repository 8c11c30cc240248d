"""What every test with a real map page needs: the web engine, the face, a page to ask."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from renkei_desktop.maps.drawing import Drawing
from renkei_desktop.maps.ground import parse_ground
from renkei_desktop.maps.pins import Pin, PinKind
from renkei_desktop.ui.map.scheme import prepare_application
from renkei_desktop.ui.map.view import MapView
from renkei_desktop.ui.theme import load_fonts
from tests.maps.made import SOUTH, STEP, WEST, ground_bytes, town_features

# Before any application is made.
prepare_application()


@pytest.fixture(scope="session")
def app(qapp: QApplication) -> QApplication:
    load_fonts()
    return qapp


@pytest.fixture(scope="session")
def town() -> Drawing:
    return parse_ground(ground_bytes(town_features()))


def some_pins(count: int = 60) -> list[Pin]:
    """Pins side by side, far enough apart at zoom 16 to be clicked one by one."""
    kinds = list(PinKind)
    return [
        Pin(
            f"{at:032x}",
            SOUTH + (1 + at // 10) * 1.2 * STEP,
            WEST + (1 + at % 10) * 1.2 * STEP,
            f"試験 {at}番",
            kinds[at % 3],
            "独" if at % 2 else "",
        )
        for at in range(count)
    ]


class Screen:
    """A map in a real window, with what a test asks of its page."""

    def __init__(self, view: MapView) -> None:
        self.view = view

    def ask(self, script: str) -> Any:
        """The value of a JavaScript expression, as JSON."""
        from PySide6.QtWebEngineWidgets import QWebEngineView

        page = self.view.findChild(QWebEngineView).page()
        loop, answer = QEventLoop(), []
        page.runJavaScript(
            f"JSON.stringify({script})", lambda text: (answer.append(text), loop.quit())
        )
        QTimer.singleShot(10_000, loop, lambda: loop.exit(1))
        assert loop.exec() == 0, "the page does not answer"
        return json.loads(answer[0]) if answer[0] else None

    def run(self, script: str) -> None:
        """Evaluates a JavaScript expression whose value is of no interest."""
        self.ask(f"({script}, 1)")

    def settle(self) -> None:
        assert self.view.wait_settled()

    def surface(self) -> QWidget:
        """The widget inside the engine's view that takes the mouse and the keys."""
        from PySide6.QtWebEngineWidgets import QWebEngineView

        proxy = self.view.findChild(QWebEngineView).focusProxy()
        assert proxy is not None
        return proxy

    def spot(self, latitude: float, longitude: float) -> QPoint:
        """Where a place on the ground lies in the window."""
        at = self.ask(f"renkei.map.latLngToContainerPoint([{latitude}, {longitude}])")
        return QPoint(round(at["x"]), round(at["y"]))

    def click(self, at: QPoint) -> None:
        QTest.mouseClick(self.surface(), Qt.MouseButton.LeftButton, pos=at)

    def drag(self, start: QPoint, end: QPoint) -> None:
        surface = self.surface()
        QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=start)
        for step in range(1, 6):
            QTest.mouseMove(surface, start + (end - start) * step / 5, delay=15)
        QTest.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=end)


@pytest.fixture
def make_screen(app: QApplication) -> Iterator[Callable[[], Screen]]:
    """Makes a map of 900 × 600 in a window of its own; it is shown by the test."""
    views: list[MapView] = []

    def make() -> Screen:
        view = MapView()
        view.resize(900, 600)
        views.append(view)
        return Screen(view)

    yield make
    for view in views:
        view.clear()
        view.close()
        view.deleteLater()
    # The engine goes with its events, here and not in somebody else's test.
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


@pytest.fixture
def screen(make_screen: Callable[[], Screen], town: Drawing) -> Screen:
    """A map that stands: the small town with 60 pins at zoom 16."""
    made = make_screen()
    made.view.show_ground(town)
    made.view.set_pins(some_pins())
    made.view.show()
    made.settle()
    made.run(f"renkei.map.setView([{SOUTH + 5 * STEP}, {WEST + 6 * STEP}], 16, {{animate: false}})")
    made.settle()
    return made

"""One edit shown on the map, against what a folium page would cost, and against nothing at all."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from statistics import median

import pytest
from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from renkei_desktop.maps.mercator import Bounds
from renkei_desktop.maps.pins import Pin, PinKind
from renkei_desktop.ui.map.scheme import prepare_application, register_scheme
from renkei_desktop.ui.map.view import MapView

prepare_application()

pytestmark = pytest.mark.benchmark

ROUNDS = 15


def residents(count: int) -> list[Pin]:
    chance = random.Random(1)
    kinds = list(PinKind)
    return [
        Pin(
            f"{at:032x}",
            43.807 + chance.gauss(0, 0.008),
            141.9345 + chance.gauss(0, 0.014),
            f"試験 {at}番",
            kinds[at % 3],
            "独",
        )
        for at in range(count)
    ]


@pytest.fixture(scope="module")
def app(qapp: QApplication) -> QApplication:
    register_scheme()
    return qapp


@pytest.fixture
def map_of(app: QApplication) -> Iterator[object]:
    from tests.benchmarks.map_pages import HEIGHT, WIDTH

    views: list[MapView] = []

    def make(pins: list[Pin]) -> MapView:
        view = MapView()
        views.append(view)
        view.resize(WIDTH, HEIGHT)
        view.set_pins(pins)
        view.fit(Bounds(141.90, 43.78, 141.97, 43.83))
        view.show()
        assert view.wait_settled()
        return view

    yield make
    for view in views:
        view.clear()
        view.close()
        view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def page_of(view: MapView):
    from PySide6.QtWebEngineWidgets import QWebEngineView

    return view.findChild(QWebEngineView).page()


def asked(page, script: str) -> object:
    loop, answer = QEventLoop(), []
    page.runJavaScript(f"JSON.stringify({script})", lambda text: (answer.append(text), loop.quit()))
    loop.exec()
    return json.loads(answer[0])


def edits(view: MapView, pins: list[Pin]) -> float:
    """Seconds for one moved pin until its frame is painted; checks that it really moved."""
    from tests.benchmarks.map_pages import seconds_to_frame

    page = page_of(view)
    taken = []
    for at in range(ROUNDS):
        pin = replace(pins[at * 7], latitude=43.807 + at * 0.0004)
        taken.append(seconds_to_frame(page, lambda pin=pin: view.change_pins([pin])))
        place = asked(page, f"renkei.pins.known.get('{pin.record_id}').latitude")
        assert place == pytest.approx(pin.latitude, abs=1e-7)
    return median(taken)


def test_one_edit_among_6000_costs_a_fiftieth_of_a_new_folium_page(app, map_of) -> None:
    from tests.benchmarks.map_pages import BARE, OnePage, folium_page, seconds_to_frame

    pins = residents(6_000)
    stock = OnePage()
    rebuilt = []
    for _ in range(3):
        began = time.perf_counter()
        stock.show(folium_page(pins))
        rebuilt.append(time.perf_counter() - began)
    drawn = asked(
        stock.page,
        "Object.values(window).find(v => v instanceof L.Map)"
        " ? Object.keys(Object.values(window).find(v => v instanceof L.Map)._layers).length : 0",
    )
    assert drawn >= 6_000

    stock.show(BARE)
    moves = [f"one.setLatLng([{43.807 + at * 0.0004}, 141.9345])" for at in range(ROUNDS)]
    bare = median(
        seconds_to_frame(stock.page, lambda move=move: stock.page.runJavaScript(move))
        for move in moves
    )
    stock.close()

    edit = edits(map_of(pins), pins)
    page = min(rebuilt)
    print(
        f"\n一件の訂正 {edit * 1e3:.1f} ms · folium の頁を作り直す {page * 1e3:.0f} ms"
        f" · 比 1/{page / edit:.0f} · 何もない Leaflet の頁 {bare * 1e3:.1f} ms"
        f" · その {edit / bare:.2f} 倍"
    )
    assert edit <= page / 50
    assert edit <= 3 * bare


def test_an_edit_costs_hardly_more_in_a_larger_town(app, map_of) -> None:
    taken = {}
    for count in (1_000, 6_000, 20_000):
        pins = residents(count)
        taken[count] = edits(map_of(pins), pins)
    print("\n一件の訂正: " + " · ".join(f"{n} 人 {s * 1e3:.1f} ms" for n, s in taken.items()))
    assert taken[6_000] <= 2 * taken[1_000]
    assert taken[20_000] <= 3 * taken[1_000]


def test_all_pins_anew_cost_a_few_bare_frames(app, map_of) -> None:
    from tests.benchmarks.map_pages import folium_page, seconds_to_frame

    taken = {}
    for count in (1_000, 6_000, 20_000):
        pins = residents(count)
        view = map_of([])
        page = page_of(view)
        taken[count] = median(
            seconds_to_frame(page, lambda view=view, pins=pins: view.set_pins(pins))
            for _ in range(5)
        )
        assert asked(page, "renkei.pins.known.size") == count
    began = time.perf_counter()
    folium_page(residents(6_000))
    python_only = time.perf_counter() - began
    print(
        "\n全員を送って描く: "
        + " · ".join(f"{n} 人 {s * 1e3:.0f} ms" for n, s in taken.items())
        + f" · folium が 6000 人の頁の文字を作るだけで {python_only * 1e3:.0f} ms"
    )
    assert taken[20_000] <= python_only

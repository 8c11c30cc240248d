"""Pages to measure the map against: a stock folium page, and the barest Leaflet page there is."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QTimer, QUrl
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineUrlRequestJob,
    QWebEngineUrlSchemeHandler,
)
from PySide6.QtWebEngineWidgets import QWebEngineView

from renkei_desktop.maps.assets import asset
from renkei_desktop.maps.pins import Pin
from renkei_desktop.maps.shell import PAGE, SCHEME, address

WIDTH, HEIGHT = 1366, 768

BARE = """<!DOCTYPE html><html><head>
<link rel="stylesheet" href="renkei://map/asset/leaflet.css">
<script src="renkei://map/asset/leaflet.js"></script>
<style>html, body, #map { height: 100%; margin: 0; }</style></head><body><div id="map"></div>
<script>
var map = L.map("map", {preferCanvas: true, zoomControl: false, attributionControl: false,
                        zoomAnimation: false}).setView([43.807, 141.9345], 14);
var one = L.circleMarker([43.807, 141.9345], {radius: 6}).addTo(map);
requestAnimationFrame(() => setTimeout(() => { document.title = "shown"; }));
</script></body></html>"""


def folium_page(pins: Sequence[Pin]) -> str:
    """The page that a folium user makes for so many pins; only Leaflet is left of its links."""
    import folium

    town = folium.Map(location=(43.807, 141.9345), zoom_start=14, tiles=None, prefer_canvas=True)
    town.default_js = [("leaflet", address("/asset/leaflet.js"))]
    town.default_css = [("leaflet_css", address("/asset/leaflet.css"))]
    for pin in pins:
        folium.CircleMarker((pin.latitude, pin.longitude), radius=5, fill=True).add_to(town)
    page = town.get_root().render()
    shown = 'requestAnimationFrame(() => setTimeout(() => { document.title = "shown"; }));'
    return page.replace("</html>", f"<script>{shown}</script></html>")


class OnePage(QWebEngineUrlSchemeHandler):
    """A window with one page, served through our scheme so that its size has no limit."""

    def __init__(self) -> None:
        super().__init__()
        self.html = ""
        self.profile = QWebEngineProfile()
        self.profile.installUrlSchemeHandler(SCHEME.encode(), self)
        self.page = QWebEnginePage(self.profile)
        self.view = QWebEngineView(self.page)
        self.view.resize(WIDTH, HEIGHT)
        self.view.show()

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        path = job.requestUrl().path()
        found = ("text/html", self.html.encode()) if path == PAGE else asset(path)
        if found is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        buffer = QBuffer(job)
        buffer.setData(QByteArray(found[1]))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(QByteArray(found[0].encode()), buffer)

    def show(self, html: str) -> None:
        """Loads a page and waits until its first frame has been painted."""
        self.html = html
        until_title(self.page, "shown", lambda: self.page.setUrl(QUrl(address(PAGE))))

    def close(self) -> None:
        self.view.close()
        self.view.deleteLater()
        self.page.deleteLater()
        self.profile.deleteLater()


def until_title(page: QWebEnginePage, title: str, start: Any) -> None:
    """Calls `start` and waits until the page calls itself `title`."""
    loop = QEventLoop()

    def look(now: str) -> None:
        if now == title:
            loop.quit()

    page.titleChanged.connect(look)
    QTimer.singleShot(120_000, loop, lambda: loop.exit(1))
    start()
    late = loop.exec()
    page.titleChanged.disconnect(look)
    assert late == 0, "the page was never painted"


_frames = iter(range(1, 1_000_000))


def seconds_to_frame(page: QWebEnginePage, change: Any) -> float:
    """From a change until the frame that shows it has been painted in the page.

    A timer set inside an animation frame runs after the painting of that frame.
    """
    title = f"frame {next(_frames)}"
    painted = f"requestAnimationFrame(() => setTimeout(() => {{ document.title = '{title}'; }}))"

    def start() -> None:
        change()
        page.runJavaScript(painted)

    began = time.perf_counter()
    until_title(page, title, start)
    return time.perf_counter() - began

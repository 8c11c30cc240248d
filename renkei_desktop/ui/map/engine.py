"""The web engine under the map: one off-the-record profile, one page, no way out.

Importing this module loads the web engine (180 MB); only `MapView.warm` does so.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from renkei_desktop.maps.shell import PAGE, SCHEME, address
from renkei_desktop.maps.style import GROUND
from renkei_desktop.ui.map.handler import MapHandler, OnlyOurScheme

log = logging.getLogger(__name__)

_ATTRIBUTE = QWebEngineSettings.WebAttribute
_OFF = (
    _ATTRIBUTE.JavascriptCanOpenWindows,
    _ATTRIBUTE.JavascriptCanAccessClipboard,
    _ATTRIBUTE.JavascriptCanPaste,
    _ATTRIBUTE.LocalStorageEnabled,
    _ATTRIBUTE.LocalContentCanAccessRemoteUrls,
    _ATTRIBUTE.LocalContentCanAccessFileUrls,
    _ATTRIBUTE.HyperlinkAuditingEnabled,
    _ATTRIBUTE.PluginsEnabled,
    _ATTRIBUTE.PdfViewerEnabled,
    _ATTRIBUTE.FullScreenSupportEnabled,
    _ATTRIBUTE.ScreenCaptureEnabled,
    _ATTRIBUTE.WebGLEnabled,
    _ATTRIBUTE.ErrorPageEnabled,
    _ATTRIBUTE.AutoLoadIconsForPage,
    _ATTRIBUTE.DnsPrefetchEnabled,
    _ATTRIBUTE.NavigateOnDropEnabled,
    _ATTRIBUTE.ShowScrollBars,
)
_WARNING = QWebEnginePage.JavaScriptConsoleMessageLevel.WarningMessageLevel


class _MapPage(QWebEnginePage):
    """A page that goes nowhere, opens nothing, and whose complaints end in our log."""

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        return QUrl(url) == QUrl(address(PAGE)) and is_main_frame

    def createWindow(self, kind: QWebEnginePage.WebWindowType) -> None:  # type: ignore[override]
        return None

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        line: int,
        source: str,
    ) -> None:
        # Never the message itself: it could quote a name.
        if level.value >= _WARNING.value:
            log.warning("the map page complains in %s, line %d", QUrl(source).path(), line)


class MapEngine(QObject):
    """Profile, page and view of one map."""

    crashed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.profile = QWebEngineProfile()
        self.handler = MapHandler(self)
        self._guard = OnlyOurScheme(self)
        self.profile.installUrlSchemeHandler(SCHEME.encode(), self.handler)
        self.profile.setUrlRequestInterceptor(self._guard)
        self.profile.downloadRequested.connect(_refuse)
        self.page = _MapPage(self.profile)
        # In this order: a page has to die before its profile.
        self.page.setParent(self)
        self.profile.setParent(self)
        for attribute in _OFF:
            self.page.settings().setAttribute(attribute, False)
        self.page.setBackgroundColor(QColor(GROUND))
        self.page.renderProcessTerminated.connect(lambda *_: self.crashed.emit())
        self.view = QWebEngineView(self.page, parent)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.view.setAcceptDrops(False)

    def load(self) -> None:
        self.page.setUrl(QUrl(address(PAGE)))

    def run(self, script: str) -> None:
        self.page.runJavaScript(script)

    def discard(self) -> None:
        """Ends the page and with it the process that held its content."""
        self.page.renderProcessTerminated.disconnect()
        self.view.hide()
        self.view.deleteLater()
        self.page.deleteLater()
        self.deleteLater()


def _refuse(download: QWebEngineDownloadRequest) -> None:
    download.cancel()

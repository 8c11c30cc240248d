"""Answers what the page asks for: itself, its files, tiles, and takes down what it says."""

from __future__ import annotations

import logging
import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlSchemeHandler,
)

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.maps.assets import asset
from renkei_desktop.maps.shell import HOST, SCHEME
from renkei_desktop.ui.map.ground_tiles import GroundTiles
from renkei_desktop.ui.map.messages import SAID, said

log = logging.getLogger(__name__)

_TILE = re.compile(r"/tile/(\d{1,9})/([12])/(\d{1,2})/(\d{1,8})/(\d{1,8})")


class MapHandler(QWebEngineUrlSchemeHandler):
    """Serves `renkei://map/…`. Everything not on its lists is «not found»."""

    heard = Signal(object)
    """A `Said` of the page."""

    damaged = Signal()
    """The map file under the pins could not be read at some place."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tiles: GroundTiles | None = None
        self._generation = 0

    def lay(self, tiles: GroundTiles, generation: int) -> None:
        """Serves these tiles from now on; addresses of an earlier generation are not found."""
        self._tiles = tiles
        self._generation = generation

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        url = job.requestUrl()
        answer = None
        if job.requestMethod() == b"GET" and url.host() == HOST and _from_ourselves(job):
            answer = self._answer(url.path())
        if answer is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        kind, data = answer
        # The buffer belongs to the job: it has to live until the last byte is read.
        buffer = QBuffer(job)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(QByteArray(kind.encode()), buffer)

    def _answer(self, path: str) -> tuple[str, bytes] | None:
        if path.startswith(SAID):
            words = said(path)
            if words is not None:
                self.heard.emit(words)
            return "text/plain", b""
        found = _TILE.fullmatch(path)
        if found:
            return self._tile(*(int(part) for part in found.groups()))
        return asset(path)

    def _tile(
        self, generation: int, sharp: int, zoom: int, x: int, y: int
    ) -> tuple[str, bytes] | None:
        if self._tiles is None or generation != self._generation:
            return None
        try:
            return self._tiles.tile(zoom, x, y, sharp)
        except RenkeiError:
            self.damaged.emit()
        except Exception:
            # An unanswered request would leave the page waiting for ever.
            log.exception("a tile could not be made")
        return None


def _from_ourselves(job: QWebEngineUrlRequestJob) -> bool:
    """The page itself is asked for by the window (no initiator); all else only by the page."""
    initiator = job.initiator()
    return initiator.isEmpty() or (initiator.scheme() == SCHEME and initiator.host() == HOST)


class OnlyOurScheme(QWebEngineUrlRequestInterceptor):
    """Refuses every request that is not for our own scheme, before anything else sees it."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if info.requestUrl().scheme() != SCHEME:
            info.block(True)

"""The life of the map's page: loaded on demand, found dead and started again, ended for good.

`loadFinished` fires even when every script of a page has failed; so only the page's own word,
«ready», counts, and a page that does not say it in time is given up.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from renkei_desktop.ui.map.ground_tiles import GroundTiles
from renkei_desktop.ui.map.messages import Message, Said, call
from renkei_desktop.ui.map.scheme import register_scheme

if TYPE_CHECKING:
    from renkei_desktop.ui.map.engine import MapEngine

log = logging.getLogger(__name__)

_PATIENCE_MS = 30_000
_MOST_RESTARTS = 2


class PageLife(QObject):
    """Holds at most one page. `said` carries everything the page says besides «ready»."""

    started = Signal(QWidget)
    """The page is being loaded into this widget."""

    ready = Signal()
    said = Signal(object)
    damaged = Signal()
    ended = Signal()
    failed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._engine: MapEngine | None = None
        self._is_ready = False
        self._restarts = 0
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)

    @property
    def is_ready(self) -> bool:
        return self._is_ready

    @property
    def widget(self) -> QWidget | None:
        return self._engine.view if self._engine is not None else None

    def warm(self) -> None:
        """Loads the web engine and the page, if that has not been done."""
        if self._engine is not None:
            return
        try:
            register_scheme()
            from renkei_desktop.ui.map.engine import MapEngine
        except (ImportError, OSError):
            log.exception("the web engine does not start")
            self._give_up()
            return
        self._engine = engine = MapEngine(self._window)
        queued = Qt.ConnectionType.QueuedConnection
        engine.handler.heard.connect(self._hear, queued)
        engine.handler.damaged.connect(self.damaged, queued)
        engine.crashed.connect(self._restart, queued)
        self._patience.start()
        self.started.emit(engine.view)
        engine.load()

    def discard(self) -> None:
        """Ends the page and its process; `warm` brings a new one."""
        self._patience.stop()
        self._is_ready = False
        engine, self._engine = self._engine, None
        if engine is not None:
            self.ended.emit()
            engine.discard()

    def lay(self, tiles: GroundTiles, generation: int) -> None:
        if self._engine is not None:
            self._engine.handler.lay(tiles, generation)

    def send(self, *said: Message) -> None:
        """Hands messages to the page; without a ready page they are dropped."""
        if self._is_ready and self._engine is not None:
            self._engine.run(call(said))

    def _hear(self, said: Said) -> None:
        if self._engine is None:
            return
        if said.what != "ready":
            self.said.emit(said)
            return
        self._patience.stop()
        self._is_ready = True
        self.ready.emit()

    def _restart(self) -> None:
        self.discard()
        self._restarts += 1
        if self._restarts > _MOST_RESTARTS:
            self._give_up()
        else:
            log.warning("the map page died and is started again")
            self.warm()

    def _give_up(self) -> None:
        self.discard()
        self.failed.emit()

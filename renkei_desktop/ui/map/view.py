"""The map as a widget: what it shows is set here, and it tells which pin was chosen or moved.

What is shown lives in this object; the page is only its picture. So everything may be set before
the web engine is there, and a page that died is filled again.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEventLoop, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from renkei_desktop.maps.drawing import Drawing
from renkei_desktop.maps.mercator import Bounds
from renkei_desktop.maps.pins import Pin
from renkei_desktop.maps.tiles import TileSource
from renkei_desktop.ui.map import messages
from renkei_desktop.ui.map.ground_tiles import GroundTiles
from renkei_desktop.ui.map.messages import Message, Said
from renkei_desktop.ui.map.page_life import PageLife
from renkei_desktop.ui.map.shown import Shown

_FRAME_MS = 15
_WAIT = "地図を用意しています。"
_FAILED = (
    "この端末では地図を表示できません。\n名簿、印刷、登録はそのまま使えます。"
    "\nプログラムを入れ直しても表示されないときは、担当者に知らせてください。"
)
_DAMAGED = "（地図ファイルの一部を読めません。もう一度コピーしてください）"


class MapView(QWidget):
    """The map with its pins. The web engine is loaded when the widget is first shown."""

    pin_chosen = Signal(str)
    """The id of the record whose pin was clicked."""

    pin_moved = Signal(str, float, float)
    """Id, latitude, longitude of a new place; only between `begin_move` and `end_move`."""

    move_given_up = Signal(str)
    """The clerk pressed Esc while setting a pin right."""

    ready = Signal()
    """The page stands and shows what was set."""

    settled = Signal()
    """Everything on the map at the last `ask_settled` is painted, all tiles included."""

    failed = Signal(str)
    """The map cannot be shown; the sentence for the clerk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Shown()
        self._generation = 0
        self._serial = 0
        self._notice = _notice(self)
        self._layout = QStackedLayout(self)
        # All at once, so that the page has its real size while it is still behind the notice.
        self._layout.setStackingMode(QStackedLayout.StackingMode.StackAll)
        self._layout.addWidget(self._notice)
        self._frames = QTimer(self, interval=_FRAME_MS)
        self._frames.timeout.connect(self._look_for_frame)
        self._page = PageLife(self)
        self._page.started.connect(self._on_started)
        self._page.ready.connect(self._on_ready)
        self._page.said.connect(self._on_said)
        self._page.damaged.connect(self._on_damaged)
        self._page.ended.connect(self._on_ended)
        self._page.failed.connect(self._on_failed)

    def show_ground(self, ground: TileSource | Drawing | None) -> None:
        """What lies under the pins; None for a grid. The caller closes a source it replaces."""
        self._shown.ground = ground
        self._page.send(*self._lay_ground())

    def set_pins(self, pins: Iterable[Pin]) -> None:
        """All pins anew. The page stays as it is, and so does the part of the town it shows."""
        self._shown.pins = {pin.record_id: pin for pin in pins}
        if self.isVisible():
            self._page.warm()
        self._page.send(messages.all_pins(self._shown.pins.values()))

    def change_pins(self, changed: Iterable[Pin], removed_ids: Iterable[str] = ()) -> None:
        """Some pins come, change or go; only these are sent."""
        changed, removed = list(changed), list(removed_ids)
        self._shown.change(changed, removed)
        self._page.send(messages.changed_pins(changed, removed))

    def select(self, record_id: str | None, *, near: bool = False) -> None:
        """Raises a pin and moves it into sight; with `near` the map goes close to it."""
        self._shown.selected = record_id
        self._page.send(messages.select(record_id, "near" if near else "seen"))

    def begin_move(self, record_id: str, label: str = "") -> None:
        """«位置を直す» for one record. `label` is shown where the record has no pin yet."""
        self._shown.moving = (record_id, label)
        self._page.send(messages.move(record_id, label))
        self.setFocus()

    def end_move(self) -> None:
        """Ends it: no pin moves any more. What was not saved is back in its old place."""
        self._shown.moving = None
        self._page.send(messages.stay())

    def fit(self, bounds: Bounds | None = None) -> None:
        """Shows a rectangle; None for all pins, or the whole ground where there are none."""
        self._shown.view = bounds
        self._page.send(messages.fit(bounds or self._shown.whole()))

    def set_type_scale(self, scale: float) -> None:
        """大きな文字: 1, 1.25, 1.5 or 2."""
        self._shown.type_scale = scale
        self._page.send(messages.type_scale(scale), *self._lay_ground())

    def clear(self) -> None:
        """For the lock: forgets every pin and ends the page with its process. The ground stays.

        The page comes back by itself when the widget is shown or pins are set again.
        """
        self._shown.forget_people()
        self._page.discard()
        self._notice.setText("")

    def warm(self) -> None:
        """Loads the web engine and the page ahead of time; after the first paint, say."""
        self._page.warm()

    @property
    def is_ready(self) -> bool:
        return self._page.is_ready

    def ask_settled(self) -> None:
        """`settled` will tell when all that is on the map now has been painted."""
        self._serial += 1
        self._page.send(messages.report(self._serial))

    def wait_settled(self, timeout_ms: int = 20_000) -> bool:
        """Runs the event loop until everything is painted; False if that took too long.

        Only for taking pictures and for tests. The widget has to be visible.
        """
        loop = QEventLoop()
        self.settled.connect(loop.quit)
        self.ready.connect(self.ask_settled)
        late = QTimer(singleShot=True, interval=timeout_ms)
        late.timeout.connect(lambda: loop.exit(1))
        late.start()
        self.ask_settled()
        outcome = loop.exec()
        self.ready.disconnect(self.ask_settled)
        self.settled.disconnect(loop.quit)
        return outcome == 0

    def snapshot(self) -> QPixmap:
        """What the map shows now; call `wait_settled` before."""
        return self.grab()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._page.warm()

    def _lay_ground(self) -> list[Message]:
        """Prepares the tiles; gives the message that makes the page ask for them."""
        if self._page.widget is None:
            return []
        self._generation += 1
        ground = self._shown.base()
        self._page.lay(GroundTiles(ground, self._shown.type_scale), self._generation)
        return [messages.ground(ground, self._generation)]

    def _on_started(self, page: QWidget) -> None:
        self._notice.setText(_WAIT)
        self._layout.addWidget(page)

    def _on_ready(self) -> None:
        page = self._page.widget
        assert page is not None
        self._layout.setCurrentWidget(page)
        self.setFocusProxy(page)
        self._page.send(
            messages.type_scale(self._shown.type_scale),
            *self._lay_ground(),
            *self._shown.after_ground(),
        )
        self.ready.emit()

    def _on_ended(self) -> None:
        self._frames.stop()
        self.setFocusProxy(None)  # type: ignore[arg-type]
        self._layout.setCurrentWidget(self._notice)

    def _on_failed(self) -> None:
        self._notice.setText(_FAILED)
        self.failed.emit(_FAILED)

    def _on_said(self, said: Said) -> None:
        word = said.words[0]
        if said.what == "chosen" and word in self._shown.pins:
            self._shown.selected = word
            self.pin_chosen.emit(word)
        elif said.what == "settled" and word == str(self._serial):
            self._frames.start()
        elif self._shown.moving is not None and word == self._shown.moving[0]:
            self._on_moving(said)

    def _on_moving(self, said: Said) -> None:
        """Only reached while this very record is being set right: the page alone moves nothing."""
        if said.what == "moved" and said.place is not None:
            self.pin_moved.emit(said.words[0], *said.place)
        elif said.what == "gaveup":
            self.move_given_up.emit(said.words[0])

    def _look_for_frame(self) -> None:
        """The page has painted; this waits until the frame has come through to the window."""
        corner = self.grab(QRect(0, self.height() - 1, 1, 1)).toImage()
        colour = corner.pixelColor(0, corner.height() - 1)
        if (colour.red(), colour.green(), colour.blue()) == messages.frame_mark(self._serial):
            self._frames.stop()
            self.settled.emit()

    def _on_damaged(self) -> None:
        ground = self._shown.ground
        if ground is not None:
            line = messages.source_line(ground.attribution) + _DAMAGED
            self._page.send(messages.source(line))


def _notice(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    label.setObjectName("map-notice")
    return label

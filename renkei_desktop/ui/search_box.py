"""The one search box over everybody and everything, with the reason why each line matched."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.ui import icons, theme
from renkei_desktop.ui.pieces.labels import label
from renkei_desktop.ui.pieces.line import Line
from renkei_desktop.ui.search_line import HitDelegate
from renkei_desktop.ui.session import SearchHolder
from renkei_desktop.ui.theme import px

_LIMIT = 30
_SHOWN_LINES = 8
HIT = Qt.ItemDataRole.UserRole + 1


class SearchBox(QWidget):
    """`typed(text)` at every keystroke; `picked(page, record id)` when a line is chosen.

    `into_list` is said at Enter or ↓ where no results of its own are open.

    `leave_out` is the kind of row that the page in view lists by itself. The results lie on top of
    `over`, in which the box stands.
    """

    typed = Signal(str)
    picked = Signal(str, str)
    into_list = Signal()

    def __init__(self, holder: SearchHolder, over: QWidget) -> None:
        super().__init__()
        self._holder = holder
        self.leave_out: type | None = None
        self.line = Line(hint="名前・よみ・屋号・電話・住所で探す　（Ctrl+F）", moves_on=False)
        self.line.setProperty("role", "search")
        self.line.setClearButtonEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        self._put_picture()
        self.results = _Results(self.line, over)
        self.line.textChanged.connect(self._search)
        self.line.entered.connect(self._pick_current)
        self.line.installEventFilter(self)
        self.results.list.itemClicked.connect(self._pick)

    def _put_picture(self) -> None:
        """The magnifying glass inside the line; Qt's own icons there do not grow with the type."""
        picture = QLabel(self.line)
        picture.setPixmap(icons.pixmap("search", theme.now().colours.secondary, 18))
        self.line.setTextMargins(px(28), 0, 0, 0)
        inside = QHBoxLayout(self.line)
        inside.setContentsMargins(px(12), 0, 0, 0)
        inside.addWidget(picture, alignment=Qt.AlignmentFlag.AlignLeft)

    def take_focus(self) -> None:
        """Ctrl+F: the cursor goes here, what stands here is selected."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def clear(self) -> None:
        """Empties box and results (another page, or the lock)."""
        self.line.clear()
        self.results.show_hits(())

    def search_again(self) -> None:
        """The index is another one: the results of what stands here may have changed."""
        if self.line.text():
            self._search(self.line.text())

    def _search(self, text: str) -> None:
        self.typed.emit(text)
        index = self._holder.index
        asked = index is not None and text.strip()
        hits = index.find(text, _LIMIT, self.leave_out) if asked else ()
        nothing = bool(text.strip()) and not hits and self.leave_out is None
        self.results.show_hits(
            hits, "見つかりません。字を減らすか、よみで探してください。" if nothing else ""
        )

    def _pick_current(self) -> None:
        item = self.results.list.currentItem()
        if self.results.isVisible() and item is not None:
            self._pick(item)
        elif self.leave_out is not None:
            self.into_list.emit()

    def _pick(self, item: QListWidgetItem) -> None:
        hit = item.data(HIT)
        if hit is None:
            return
        self.clear()
        if isinstance(hit.row, PersonRow):
            self.picked.emit("residents", hit.row.person)
        else:
            self.picked.emit("resources", hit.row.resource)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.results.hide()
        if event.type() == QEvent.Type.FocusIn and self.line.text():
            self._search(self.line.text())
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._steer(Qt.Key(event.key()))
        return False

    def _steer(self, key: Qt.Key) -> bool:
        """Arrows move in the results while the cursor stays in the box; Esc empties it."""
        if key == Qt.Key.Key_Escape and self.line.text():
            self.clear()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.results.isVisible():
            self.results.step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Down and self.leave_out is not None:
            self.into_list.emit()
            return True
        return False


class _Results(QFrame):
    """The list under the box: no window of its own, so that typing goes on in the box."""

    def __init__(self, line: Line, over: QWidget) -> None:
        super().__init__(over)
        self._line = line
        self._over = over
        self.setProperty("role", "popup")
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setMouseTracking(True)
        self._nothing = label("", "quiet", wrap=True)
        self._nothing.setMargin(px(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(4), px(4), px(4), px(4))
        layout.addWidget(self.list)
        layout.addWidget(self._nothing)
        self.hide()

    def show_hits(self, hits: Any, nothing: str = "") -> None:
        """Shows these hits, or the sentence, or nothing at all."""
        self.list.clear()
        for hit in hits:
            item = QListWidgetItem(hit.row.name)
            item.setData(HIT, hit)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(hits))
        self._nothing.setText(nothing)
        self._nothing.setVisible(bool(nothing))
        self.setVisible(bool(hits) or bool(nothing))
        if self.isVisible():
            self._place(len(hits))

    def _place(self, lines: int) -> None:
        height = min(lines, _SHOWN_LINES) * px(theme.now().space.row) + px(12)
        if not lines:
            height = self._nothing.heightForWidth(self._line.width()) + px(24)
        at = self._line.mapTo(self._over, QPoint(0, self._line.height() + px(4)))
        room = self._over.height() - at.y() - px(12)
        self.setGeometry(at.x(), at.y(), self._line.width(), min(height, room))
        self.raise_()

    def step(self, by: int) -> None:
        count = self.list.count()
        if count:
            self.list.setCurrentRow((self.list.currentRow() + by) % count)

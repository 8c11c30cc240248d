"""The paper as it will come out: its pages below each other, drawn while one scrolls."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from renkei_desktop.ui import theme
from renkei_desktop.ui.theme import body_font, px

_KEPT_PAGES = 12


class PagesView(QAbstractScrollArea):
    """Shows the pages of a PDF held in memory, as wide as the view; they are drawn aside."""

    drawn = Signal(int)
    """The number of a page (from 0) that has been drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("下見")
        self._data = QByteArray()
        self._buffer = QBuffer(self)
        self._document = QPdfDocument(self)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(self._document)
        self._renderer.pageRendered.connect(self._take)
        self._pictures: dict[int, QImage] = {}
        self._asked: dict[int, int] = {}
        self.verticalScrollBar().setSingleStep(px(40))

    @property
    def page_count(self) -> int:
        return max(self._document.pageCount(), 0)

    def show_pdf(self, pdf: bytes | None) -> None:
        """Shows another document; None shows nothing and keeps nothing."""
        self._document.close()
        self._buffer.close()
        self._pictures.clear()
        self._asked.clear()
        self._data = QByteArray(pdf or b"")
        if pdf:
            self._buffer.setData(self._data)
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._document.load(self._buffer)
        self._measure()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def picture(self, page: int) -> QImage | None:
        """The page as it is shown, once it has been drawn."""
        return self._pictures.get(page)

    def _places(self) -> list[QRect]:
        """Where every page stands when nothing is scrolled."""
        places, top = [], px(12)
        width = max(self.viewport().width() - px(32), px(100))
        for page in range(self.page_count):
            size = self._document.pagePointSize(page)
            height = round(width * size.height() / max(size.width(), 1))
            places.append(QRect(px(16), top, width, height))
            top += height + px(14)
        return places

    def _measure(self) -> None:
        places = self._places()
        whole = places[-1].bottom() + px(14) if places else 0
        bar = self.verticalScrollBar()
        bar.setRange(0, max(whole - self.viewport().height(), 0))
        bar.setPageStep(self.viewport().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pictures.clear()
        self._asked.clear()
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.verticalScrollBar().maximum()}
        if Qt.Key(event.key()) in ends:
            self.verticalScrollBar().setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        colours = theme.now().colours
        painter.fillRect(self.viewport().rect(), QColor(colours.ground))
        up = QPoint(0, -self.verticalScrollBar().value())
        for page, place in enumerate(self._places()):
            room = place.translated(up)
            if room.intersects(self.viewport().rect()):
                self._paint_page(painter, page, room)

    def _paint_page(self, painter: QPainter, page: int, room: QRect) -> None:
        colours = theme.now().colours
        painter.fillRect(room, QColor(colours.paper))
        picture = self._pictures.get(page)
        if picture is None:
            self._ask(page, room.size())
            painter.setFont(body_font())
            painter.setPen(QColor(colours.secondary))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "描いています")
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(room, picture)
        painter.setPen(QColor(colours.line))
        painter.drawRect(room.adjusted(0, 0, -1, -1))

    def _ask(self, page: int, size: QSize) -> None:
        if page not in self._asked:
            sharp = self.devicePixelRatioF()
            self._asked[page] = self._renderer.requestPage(page, size * sharp)

    def _take(self, page: int, _size: QSize, picture: QImage, _options: object, ask: int) -> None:
        if self._asked.get(page) != ask:
            return
        if len(self._pictures) >= _KEPT_PAGES:
            farthest = max(self._pictures, key=lambda known: abs(known - page))
            del self._pictures[farthest], self._asked[farthest]
        self._pictures[page] = picture
        self.viewport().update()
        self.drawn.emit(page)

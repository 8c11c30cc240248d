"""A face in 3:4, or a drawn silhouette where there is none."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from renkei_desktop.ui import theme
from renkei_desktop.ui.theme import px


class Face(QWidget):
    """`units` is the width; the height is four thirds of it."""

    def __init__(self, picture: bytes | None = None, units: int = 60) -> None:
        super().__init__()
        self._picture: QPixmap | None = None
        self._units = units
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())
        self.show_picture(picture)

    def sizeHint(self) -> QSize:
        return QSize(px(self._units), px(self._units * 4 / 3))

    def show_picture(self, picture: bytes | None) -> None:
        """JPEG or PNG bytes; None, or bytes that are no picture, shows the silhouette."""
        loaded = QPixmap()
        known = picture is not None and loaded.loadFromData(picture)
        self._picture = loaded if known else None
        self.setAccessibleName("顔写真" if known else "顔写真なし")
        self.update()

    @property
    def has_picture(self) -> bool:
        return self._picture is not None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()), px(6), px(6))
        painter.setClipPath(frame)
        if self._picture is not None:
            painter.drawPixmap(self.rect(), self._picture)
        else:
            _silhouette(painter, QRectF(self.rect()))


def _silhouette(painter: QPainter, room: QRectF) -> None:
    colours = theme.now().colours
    painter.fillRect(room, QColor(colours.line))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.paper))
    middle, unit = room.center().x(), room.width()
    painter.drawEllipse(QPointF(middle, unit * 0.5), unit * 0.19, unit * 0.22)
    shoulders = QPainterPath()
    shoulders.moveTo(middle - unit * 0.36, room.bottom())
    shoulders.cubicTo(
        QPointF(middle - unit * 0.34, unit * 0.78),
        QPointF(middle - unit * 0.16, unit * 0.8),
        QPointF(middle, unit * 0.8),
    )
    shoulders.cubicTo(
        QPointF(middle + unit * 0.16, unit * 0.8),
        QPointF(middle + unit * 0.34, unit * 0.78),
        QPointF(middle + unit * 0.36, room.bottom()),
    )
    shoulders.closeSubpath()
    painter.drawPath(shoulders)

"""How a line of the list is painted: the name large, the mark 異, consent as word and shape."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.domain.text.fold import has_variants
from renkei_desktop.ui import theme
from renkei_desktop.ui.theme import body_font, px

VARIANT = "異"
"""Beside a name whose true glyph the list cannot show."""

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_MIDDLE = Qt.AlignmentFlag.AlignCenter
Index = QModelIndex | QPersistentModelIndex


class ListPaint(QStyledItemDelegate):
    """Paints cells straight onto the view: fonts and colours are made once."""

    def __init__(self, parent) -> None:  # type: ignore[no-untyped-def]
        super().__init__(parent)
        now = theme.now()
        colours = now.colours
        self._name_font = body_font(16, bold=True)
        self._font = body_font(now.sizes.field)
        self._mark_font = body_font(now.sizes.small, bold=True)
        self._metrics = {id(f): QFontMetrics(f) for f in (self._name_font, self._font)}
        self._ink, self._quiet = QColor(colours.ink), QColor(colours.secondary)
        self._line, self._chosen = QColor(colours.line), QColor(colours.accent_tint)
        self._hover = QColor(colours.ground)
        self._accent, self._focus = QColor(colours.accent), QColor(colours.ink)
        self._tones = {
            "あり": (QColor(colours.accent), QColor(colours.accent_tint)),
            "なし": (QColor(colours.danger), QColor(colours.danger_tint)),
            "取消": (QColor(colours.danger), QColor(colours.danger_tint)),
            "まだ": (QColor(colours.warning_ink), QColor(colours.warning_tint)),
        }

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(40), px(theme.now().space.row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        room: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(room, self._chosen)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, self._hover)
        painter.fillRect(room.left(), room.bottom(), room.width(), 1, self._line)
        model = index.model()
        column = model.columns[index.column()].key  # type: ignore[attr-defined]
        words = index.data() or ""
        inner = room.adjusted(px(11), 0, -px(6), 0)
        if column == "name":
            self._paint_name(painter, inner, model.rows[index.row()], words)  # type: ignore[attr-defined]
        elif column == "consent":
            self._paint_consent(painter, room, words)
        else:
            self._write(painter, inner, words, self._font, self._ink)
        if chosen and index.column() == 0:
            painter.fillRect(room.left(), room.top(), px(4), room.height() - 1, self._accent)

    def _paint_name(self, painter: QPainter, room: QRect, row: PersonRow, words: str) -> None:
        ink = self._ink if row.resident is not None else self._quiet
        if not has_variants(words):
            self._write(painter, room, words, self._name_font, ink)
            return
        side = px(18)
        end = self._write(painter, room.adjusted(0, 0, -side - px(6), 0), words, self._name_font, ink)
        box = QRectF(end + px(6), room.center().y() - side / 2 + 1, side, side)
        painter.setPen(self._quiet)
        painter.drawRoundedRect(box, px(3), px(3))
        painter.setFont(self._mark_font)
        painter.drawText(box, _MIDDLE, VARIANT)

    def _paint_consent(self, painter: QPainter, room: QRect, words: str) -> None:
        ink, ground = self._tones.get(words, (self._quiet, None))
        box = QRectF(0, 0, px(44), px(22))
        box.moveCenter(QRectF(room).center())
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, px(4), px(4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(ink)
        painter.setFont(self._mark_font)
        painter.drawText(box, _MIDDLE, words)

    def _write(
        self, painter: QPainter, room: QRect, words: str, font: QFont, ink: QColor
    ) -> int:
        """Writes one line, shortened if it must be; gives where it ends."""
        metrics = self._metrics[id(font)]
        if metrics.horizontalAdvance(words) > room.width():
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(ink)
        painter.setFont(font)
        painter.drawText(room, _LEFT, words)
        return room.left() + metrics.horizontalAdvance(words)

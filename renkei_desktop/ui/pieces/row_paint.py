"""How a line of a list is painted: the name large, the mark 異, a chip as word and colour."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from renkei_desktop.domain.text.fold import has_variants
from renkei_desktop.ui import theme
from renkei_desktop.ui.pieces.chip import Tone
from renkei_desktop.ui.pieces.row_model import Column, Look, RowModel
from renkei_desktop.ui.theme import body_font, px

VARIANT = "異"
"""Beside a name whose true glyph a list cannot show."""

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
Index = QModelIndex | QPersistentModelIndex


class RowPaint(QStyledItemDelegate):
    """Paints cells straight onto the view: fonts and colours are made once."""

    def __init__(self, parent: QObject, model: RowModel) -> None:
        super().__init__(parent)
        self._model = model
        sizes, c = theme.now().sizes, theme.now().colours
        self._name_font = body_font(sizes.body + 1, bold=True)
        self._font = body_font(sizes.field)
        self._small_font = body_font(sizes.small, bold=True)
        self._metrics = {id(f): QFontMetrics(f) for f in self._fonts()}
        self._ink, self._quiet, self._line = map(QColor, (c.ink, c.secondary, c.line))
        self._chosen, self._hover, self._paper = map(QColor, (c.accent_tint, c.ground, c.paper))
        self._accent = QColor(c.accent)
        self._before, self._beside, self._bar = px(11), px(17), px(4)
        self._chip_height, self._chip_round, self._chip_room = px(22), px(4), px(18)
        self._chosen_line = self._touched_line = -1
        self._tones = {
            Tone.GOOD: (QColor(c.accent), QColor(c.accent_tint)),
            Tone.DANGER: (QColor(c.danger), QColor(c.danger_tint)),
            Tone.WARNING: (QColor(c.warning_ink), QColor(c.warning_tint)),
            Tone.BLUE: (QColor(c.blue), QColor(c.blue_tint)),
            Tone.PLAIN: (self._quiet, None),
        }

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        return self._name_font, self._font, self._small_font

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(40), px(theme.now().space.row))

    def prepare(self, chosen: int, touched: int) -> None:
        """Said before a paint: the chosen line and the one under the mouse, -1 for none.

        Asked of every single cell, the state of the style costs as much as the painting.
        """
        self._chosen_line, self._touched_line = chosen, touched

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        room: QRect = option.rect
        place, number = index.row(), index.column()
        chosen = place == self._chosen_line
        left, top, width, height = room.x(), room.y(), room.width(), room.height()
        if chosen:
            painter.fillRect(room, self._chosen)
        elif place == self._touched_line:
            painter.fillRect(room, self._hover)
        painter.fillRect(left, top + height - 1, width, 1, self._line)
        column, row = self._model.columns[number], self._model.rows[place]
        words = column.words(row)
        inner = QRect(left + self._before, top, width - self._beside, height)
        if column.look is Look.NAME:
            self._name(painter, inner, words, self._name_ink(column, row))
        elif column.look is Look.CHIP:
            self._chip(painter, inner, words, column.tone(row), chosen)
        else:
            self._write(painter, inner, words, self._font, self._ink)
        if chosen and number == 0:
            painter.fillRect(left, top, self._bar, height - 1, self._accent)

    def _name_ink(self, column: Column, row: object) -> QColor:
        """Somebody who is only known stands in the quiet colour."""
        return self._quiet if column.tone(row) is Tone.PLAIN else self._ink

    def _name(self, painter: QPainter, room: QRect, words: str, ink: QColor) -> None:
        if not has_variants(words):
            self._write(painter, room, words, self._name_font, ink)
            return
        side = px(18)
        shorter = room.adjusted(0, 0, -side - px(6), 0)
        end = self._write(painter, shorter, words, self._name_font, ink)
        box = QRectF(end + px(6), room.center().y() - side / 2 + 1, side, side)
        painter.setPen(self._quiet)
        painter.drawRoundedRect(box, px(3), px(3))
        painter.setFont(self._small_font)
        painter.drawText(box, _MIDDLE, VARIANT)

    def _chip(self, painter: QPainter, room: QRect, words: str, tone: Tone, chosen: bool) -> None:
        if not words:
            return
        ink, ground = self._tones[tone]
        width = self._metrics[id(self._small_font)].horizontalAdvance(words) + self._chip_room
        middle = room.top() + (room.height() - self._chip_height) // 2
        box = QRect(room.left(), middle, width, self._chip_height)
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._paper if chosen else ground)
            painter.drawRoundedRect(box, self._chip_round, self._chip_round)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(ink)
        painter.setFont(self._small_font)
        painter.drawText(box, _MIDDLE, words)

    def _write(self, painter: QPainter, room: QRect, words: str, font: QFont, ink: QColor) -> int:
        """Writes one line, shortened if it must be; gives where it ends."""
        metrics = self._metrics[id(font)]
        width, left = metrics.horizontalAdvance(words), room.left()
        if width > room.width():
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            width = metrics.horizontalAdvance(words)
        painter.setPen(ink)
        painter.setFont(font)
        painter.drawText(room, _LEFT, words)
        return left + width

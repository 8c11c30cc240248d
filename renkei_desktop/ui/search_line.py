"""How one search result is painted: name and reading, address, and why it matched."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from renkei_desktop.domain.listing import PersonRow
from renkei_desktop.office.search import Hit
from renkei_desktop.ui import theme
from renkei_desktop.ui.theme import px

_HIT = Qt.ItemDataRole.UserRole + 1
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HitDelegate(QStyledItemDelegate):
    """Columns in fixed shares of the width, so that the lines can be read downwards."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(px(200), px(theme.now().space.row))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit = index.data(_HIT)
        if hit is None:
            return
        painter.save()
        colours = theme.now().colours
        marked = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        if option.state & marked:
            painter.fillRect(option.rect, QColor(colours.accent_tint))
        self._columns(painter, option.rect, hit)
        painter.restore()

    def _columns(self, painter: QPainter, rect: QRect, hit: Hit) -> None:
        colours, sizes = theme.now().colours, theme.now().sizes
        name, reading, place, why = _words(hit)
        shares = (
            (0.24, name, sizes.body, True, colours.ink, _LEFT),
            (0.2, reading, sizes.label, False, colours.secondary, _LEFT),
            (0.38, place, sizes.field, False, colours.ink, _LEFT),
            (0.18, why, sizes.label, False, colours.accent, _RIGHT),
        )
        x, inner = rect.x() + px(10), rect.width() - px(20)
        for share, words, size, bold, colour, align in shares:
            width = int(inner * share)
            cell = QRect(x, rect.y(), width - px(8) * (align == _LEFT), rect.height())
            _write(painter, cell, words, theme.body_font(size, bold=bold), colour, align)
            x += width


def _words(hit: Hit) -> tuple[str, str, str, str]:
    row = hit.row
    why = f"{hit.why}で一致" if hit.why else ""
    if isinstance(row, PersonRow):
        known = "" if row.resident else "（登録なし）"
        return row.name + known, row.reading, row.address, why
    return row.name, row.reading, "・".join(filter(None, (row.type, row.address))), why


def _write(
    painter: QPainter, cell: QRect, words: str, font: QFont, colour: str, align: Qt.AlignmentFlag
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, cell.width())
    painter.drawText(cell, align, fitting)

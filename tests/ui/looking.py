"""Looks at a window the way a reader does: is anything cut off, is anything not Japanese?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics, QRawFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from renkei_desktop.ui.pieces.labels import Words

FOREIGN = frozenset(
    [
        *("CSV", "Excel", "XLSX", "PDF", "JPEG", "GeoJSON", "MBTiles", "PMTiles"),
        *("Alt", "Ctrl", "Shift", "Caps", "Lock", "Esc", "FAX", "TEL", "USB", "OneDrive"),
        *("km", "renkei"),
    ]
)
"""Words in Latin letters that an office uses as they are."""
_LATIN = re.compile(r"[A-Za-z]{2,}")


def complaints(window: QWidget) -> Iterator[str]:
    """Everything that is cut off or in a foreign language, in words for whoever mends it."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.width() == 0:
            continue
        yield from _cut_off(widget, window)
        for text in words_of(widget):
            yield from (f"{word} in «{text}»" for word in foreign(text))
            yield from (f"no glyph for {c!a} in «{text}»" for c in unknown(widget, text))


def words_of(widget: QWidget) -> Iterator[str]:
    """What a widget says by itself."""
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield widget.currentText()
    yield widget.toolTip()


def foreign(text: str) -> list[str]:
    """Latin words that no office uses."""
    return [w for w in _LATIN.findall(text) if w not in FOREIGN and not w.isupper()]


def unknown(widget: QWidget, text: str) -> list[str]:
    """Characters that none of the faces has."""
    faces = [QRawFont.fromFont(widget.font())]
    for family in widget.font().families()[1:2]:
        font = widget.font()
        font.setFamilies([family])
        faces.append(QRawFont.fromFont(font))
    return [c for c in set(text) if not any(_has(face, c) for face in faces)]


def _has(face: QRawFont, character: str) -> bool:
    code = ord(character)
    return character.isspace() or 0xE0100 <= code <= 0xE01EF or face.supportsCharacter(code)


def _cut_off(widget: QWidget, window: QWidget) -> Iterator[str]:
    said = next((text for text in words_of(widget) if text), "")
    if isinstance(widget, Words):
        if widget.height() < widget.heightForWidth(widget.width()) - 2:
            yield f"«{said}» is {widget.height()} high and needs more"
    elif isinstance(widget, QLabel) and not widget.wordWrap() and said:
        need = QFontMetrics(widget.font()).boundingRect(QRect(), 0, said).width()
        if widget.contentsRect().width() < need - 2:
            yield f"«{said}» has {widget.contentsRect().width()} px and needs {need}"
    elif isinstance(widget, QAbstractButton) and said:
        if widget.width() < widget.minimumSizeHint().width() - 2:
            yield f"button «{said}» has {widget.width()} px"
        if widget.height() < widget.minimumSizeHint().height() - 2:
            yield f"button «{said}» is {widget.height()} px high"
    if said and not _inside(widget, window):
        yield f"«{said}» stands outside of what is in view"


def _inside(widget: QWidget, window: QWidget) -> bool:
    """Within the window, and sideways within whatever it scrolls in."""
    holder = widget.parentWidget()
    while holder is not None and holder is not window:
        if isinstance(holder.parentWidget(), QAbstractScrollArea):
            at = widget.mapTo(holder, QPoint(0, 0)).x()
            return at >= -1 and at + widget.width() <= holder.width() + 1
        holder = holder.parentWidget()
    corner = widget.mapTo(window, QPoint(0, 0))
    return window.rect().adjusted(-1, -1, 1, 1).contains(QRect(corner, widget.size()))

"""Small doings with pictures: as PNG bytes, and a part of one enlarged."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

_WIDEST = 4096
_LITTLE = 20
"""Of 100: a tile is read once, from memory, so speed counts and size hardly."""


def png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setCompression(_LITTLE)
    writer.write(image)
    return bytes(data.data())


def enlarged_part(picture: bytes, column: int, row: int, parts: int) -> bytes | None:
    """One of `parts` × `parts` pieces of a tile, at its full size; None if it is no picture."""
    image = _read(picture)
    if image is None or image.width() < parts:
        return None
    side = image.width() / parts
    piece = image.copy(
        QRect(int(column * side), int(row * side), max(1, int(side)), max(1, int(side)))
    )
    return png(
        piece.scaled(
            image.size(),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    )


def _read(picture: bytes) -> QImage | None:
    """The decoded picture, unless it claims to be far larger than any tile."""
    # setData keeps its own copy; a buffer around a passing QByteArray would read freed memory.
    buffer = QBuffer()
    buffer.setData(QByteArray(picture))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    if not 0 < reader.size().width() <= _WIDEST or reader.size().height() > _WIDEST:
        return None
    image = reader.read()
    return None if image.isNull() else image

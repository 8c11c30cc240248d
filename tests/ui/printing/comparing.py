"""Two drawings of one page, compared by eye: in grey, at a size at which letters still count."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

SMOOTH = Qt.TransformationMode.SmoothTransformation
ALIKE = 3
"""How far two drawings of one page lie apart at most on average, of 255 steps of grey."""


def grey(image: QImage, size: QSize) -> QImage:
    """On white paper, in grey, in one size."""
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    small = paper.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, SMOOTH)
    return small.convertToFormat(QImage.Format.Format_Grayscale8)


def distance(one: QImage, other: QImage) -> float:
    """The mean difference of two pictures at a size at which single letters still count."""
    size = QSize(210, 297) if one.width() < one.height() else QSize(297, 210)
    a, b = grey(one, size), grey(other, size)
    total = 0
    for y in range(size.height()):
        left, right = bytes(a.constScanLine(y)), bytes(b.constScanLine(y))
        total += sum(abs(p - q) for p, q in zip(left, right, strict=True))
    return total / (size.width() * size.height())

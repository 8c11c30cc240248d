"""A small drawing board for portraits: curves and rounded shapes in a 360 × 480 picture.

Pillow is loaded only when a picture is drawn.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw as Pen

WIDTH, HEIGHT = 360, 480
_FINER = 3
_QUALITY = 87

Dot = tuple[float, float]
Colour = tuple[int, int, int]


class Sketch:
    """One picture. It is drawn three times as large and scaled down, so that edges are smooth."""

    def __init__(self, ground: Colour) -> None:
        from PIL import Image, ImageDraw

        self._image = Image.new("RGB", (WIDTH * _FINER, HEIGHT * _FINER), ground)
        self._pen: Pen = ImageDraw.Draw(self._image)

    def area(self, dots: Sequence[Dot], colour: Colour) -> None:
        self._pen.polygon([(x * _FINER, y * _FINER) for x, y in dots], fill=colour)

    def oval(self, middle: Dot, width: float, height: float, colour: Colour) -> None:
        x, y = middle
        box = [x - width / 2, y - height / 2, x + width / 2, y + height / 2]
        self._pen.ellipse([edge * _FINER for edge in box], fill=colour)

    def ring(self, middle: Dot, width: float, height: float, colour: Colour, pen: float) -> None:
        """An oval that is only an outline."""
        dots = [
            (middle[0] + width / 2 * math.cos(a), middle[1] + height / 2 * math.sin(a))
            for a in (math.tau * i / 40 for i in range(42))
        ]
        self.stroke(dots, colour, pen)

    def stroke(self, dots: Sequence[Dot], colour: Colour, pen: float) -> None:
        """A line with round ends."""
        line = [(x * _FINER, y * _FINER) for x, y in dots]
        self._pen.line(line, fill=colour, width=round(pen * _FINER), joint="curve")
        half = pen * _FINER / 2
        for x, y in (line[0], line[-1]):
            self._pen.ellipse([x - half, y - half, x + half, y + half], fill=colour)

    def bow(self, left: Dot, right: Dot, drop: float, colour: Colour, pen: float) -> None:
        """A line that hangs `drop` deep between two dots (or stands up, where it is negative)."""
        self.stroke(bowed(left, right, drop), colour, pen)

    def jpeg(self) -> bytes:
        """The finished picture."""
        out = io.BytesIO()
        self._image.reduce(_FINER).save(out, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
        return out.getvalue()


def bowed(left: Dot, right: Dot, drop: float, steps: int = 14) -> list[Dot]:
    """The dots of a bow between two ends."""
    dots = []
    for i in range(steps + 1):
        t = i / steps
        x = left[0] + (right[0] - left[0]) * t
        y = left[1] + (right[1] - left[1]) * t + 4 * drop * t * (1 - t)
        dots.append((x, y))
    return dots


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """A colour between two; `share` is that of the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue

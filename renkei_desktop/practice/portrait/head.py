"""Head and features of the drawn faces."""

from __future__ import annotations

import math

from renkei_desktop.domain.choice import Sex
from renkei_desktop.practice.portrait.look import Look
from renkei_desktop.practice.portrait.sketch import WIDTH, Colour, Dot, Sketch, bowed, mixed

HEAD_Y = 234.0
"""The middle of the head, in pixels from the top."""

_MIDDLE = WIDTH / 2
_INK: Colour = (58, 44, 40)


def head_outline(look: Look, wider: float = 0.0, first: float = 0, last: float = 360) -> list[Dot]:
    """The outline of the head between two angles (0 is right, 90 the chin), made wider."""
    dots = []
    for i in range(61):
        angle = math.radians(first + (last - first) * i / 60)
        x, y = math.cos(angle), math.sin(angle)
        narrow = 1 - look.jaw * max(0.0, y) ** 2
        dots.append(
            (
                _MIDDLE + x * (look.head_width / 2 + wider) * narrow,
                HEAD_Y + y * (look.head_height / 2 + wider),
            )
        )
    return dots


def head(sketch: Sketch, look: Look) -> None:
    shade = mixed(look.skin, (190, 120, 90), 0.22)
    for side in (-1, 1):
        ear = (_MIDDLE + side * (look.head_width / 2 - 1), HEAD_Y + 8)
        sketch.oval(ear, 26, 44, look.skin)
        sketch.oval((ear[0] + side * 1, ear[1] + 2), 12, 24, shade)
    sketch.area(head_outline(look), look.skin)


def features(sketch: Sketch, look: Look) -> None:
    eyes_y, mouth_y = HEAD_Y + 6, HEAD_Y + look.head_height * 0.29
    blush = mixed(look.skin, (240, 130, 120), 0.3)
    for side in (-1, 1):
        eye = (_MIDDLE + side * look.eye_gap / 2, eyes_y)
        sketch.oval((eye[0] + side * 12, eyes_y + 38), 34, 20, blush)
        _eye(sketch, look, eye, side)
        _brow(sketch, look, eye, side)
        if look.age >= 58:
            _lines(sketch, look, eye, side, mouth_y)
    nose = mixed(look.skin, (150, 80, 60), 0.5)
    sketch.stroke(bowed((_MIDDLE - 8, eyes_y + 34), (_MIDDLE + 9, eyes_y + 33), 6), nose, 3)
    _mouth(sketch, look, mouth_y)
    if look.moustache:
        colour = mixed(look.hair_colour, (255, 255, 255), 0.1)
        top = bowed((_MIDDLE - 27, mouth_y - 4), (_MIDDLE + 27, mouth_y - 4), -12)
        sketch.area([*top, (_MIDDLE, mouth_y - 5)], colour)


def _eye(sketch: Sketch, look: Look, eye: Dot, side: int) -> None:
    x, y = eye
    if look.eye_open == 0:
        sketch.bow((x - 11, y + 2), (x + 11, y + 2), -7, _INK, 4)
        return
    sketch.oval((x, y), 11.5, 15 * look.eye_open, _INK)
    sketch.oval((x + 2.5, y - 3.2 * look.eye_open), 4, 4.4, (255, 255, 255))
    if look.sex is Sex.FEMALE:
        sketch.bow((x - 10, y - 5), (x + 10, y - 5), -5.5, _INK, 2.6)
        sketch.stroke([(x + side * 10, y - 5), (x + side * 14, y - 8)], _INK, 2.4)


def _brow(sketch: Sketch, look: Look, eye: Dot, side: int) -> None:
    pen = 3.4 if look.sex is Sex.FEMALE else 5.4
    y = eye[1] - 25
    inner, outer = (eye[0] - side * 13, y + look.brow), (eye[0] + side * 15, y + 2 - look.brow / 2)
    colour = mixed(look.hair_colour, _INK, 0.35)
    left, right = (inner, outer) if side > 0 else (outer, inner)
    sketch.bow(left, right, -5, colour, pen)


def _lines(sketch: Sketch, look: Look, eye: Dot, side: int, mouth_y: float) -> None:
    """The lines of a life: beside the eyes and about the mouth."""
    line = mixed(look.skin, (150, 90, 70), 0.36)
    x, y = eye
    sketch.stroke([(x + side * 19, y + 1), (x + side * 26, y - 3)], line, 2)
    sketch.stroke([(x + side * 19, y + 5), (x + side * 26, y + 7)], line, 2)
    if look.age >= 66:
        sketch.bow((x - 9, y + 15), (x + 9, y + 15), 4, line, 2)
    sketch.stroke(
        [(_MIDDLE + side * 19, mouth_y - 28), (_MIDDLE + side * 33, mouth_y - 5)], line, 2.2
    )


def _mouth(sketch: Sketch, look: Look, y: float) -> None:
    lips = (190, 92, 84) if look.sex is Sex.FEMALE else (156, 84, 72)
    half = 23
    if look.teeth:
        curve = bowed((_MIDDLE - half, y), (_MIDDLE + half, y), look.smile + 5)
        sketch.area(curve, (252, 250, 246))
        sketch.stroke(curve, lips, 3.6)
        sketch.stroke([(_MIDDLE - half, y), (_MIDDLE + half, y)], lips, 3.2)
    else:
        sketch.bow((_MIDDLE - half, y), (_MIDDLE + half, y), look.smile, lips, 4.4)


def glasses(sketch: Sketch, look: Look) -> None:
    frame = (70, 60, 58) if look.age < 60 else (120, 104, 92)
    y, wide, high = HEAD_Y + 7, 50, (46 if look.glasses == 1 else 36)
    for side in (-1, 1):
        x = _MIDDLE + side * max(look.eye_gap / 2, 29)
        if look.glasses == 1:
            sketch.ring((x, y), wide, high, frame, 3.4)
        else:
            box = [
                (x - 25, y - 18),
                (x + 25, y - 18),
                (x + 22, y + 17),
                (x - 22, y + 17),
                (x - 25, y - 18),
            ]
            sketch.stroke(box, frame, 3.4)
        ear = _MIDDLE + side * (look.head_width / 2 - 2)
        sketch.stroke([(x + side * 25, y - 5), (ear, y - 9)], frame, 3)
    gap = max(look.eye_gap / 2, 29) - 25
    sketch.bow((_MIDDLE - gap, y - 4), (_MIDDLE + gap, y - 4), -3, frame, 3.2)

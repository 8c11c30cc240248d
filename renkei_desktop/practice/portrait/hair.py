"""The hair of the drawn faces: what falls behind the head, and what lies over it."""

from __future__ import annotations

import math

from renkei_desktop.practice.portrait.head import HEAD_Y, head_outline
from renkei_desktop.practice.portrait.look import Hair, Look
from renkei_desktop.practice.portrait.sketch import WIDTH, Dot, Sketch, bowed, mixed

_MIDDLE = WIDTH / 2


def back_hair(sketch: Sketch, look: Look) -> None:
    """Drawn before the body: long hair, a bob, a bun."""
    reach, top = look.head_width / 2 + 15, HEAD_Y - look.head_height / 2
    dark = mixed(look.hair_colour, (0, 0, 0), 0.16)
    if look.hair is Hair.LONG:
        _curtain(sketch, look, reach + 8, 418)
    elif look.hair is Hair.BOB:
        _curtain(sketch, look, reach + 10, 308)
    elif look.hair is Hair.BUN:
        sketch.oval((_MIDDLE, top - 16), 74, 64, dark)
    elif look.hair is Hair.PERM:
        _curls(sketch, look, 150, 390, 17)


def _curtain(sketch: Sketch, look: Look, reach: float, end: float) -> None:
    top = head_outline(look, 16, 180, 360)
    sides = [
        (_MIDDLE + reach, end - 26),
        (_MIDDLE + reach - 12, end),
        (_MIDDLE - reach + 12, end),
        (_MIDDLE - reach, end - 26),
    ]
    sketch.area(top + sides, mixed(look.hair_colour, (0, 0, 0), 0.12))


def front_hair(sketch: Sketch, look: Look) -> None:
    """Drawn last: what frames the forehead."""
    _FRONTS[look.hair](sketch, look)


def _cap(look: Look, thick: float, sides: float, hairline: list[Dot]) -> list[Dot]:
    """The hair between the outline of the head, down to `sides` degrees, and the hairline."""
    return head_outline(look, thick, 180 - sides, 360 + sides) + hairline


def _line_at(look: Look, height: float) -> float:
    """A height on the head: 0 at the eyes, 1 at the crown."""
    return HEAD_Y - look.head_height / 2 * height


def _short(sketch: Sketch, look: Look) -> None:
    w, y = look.head_width / 2, _line_at(look, 0.52)
    fringe = [
        (_MIDDLE + w + 3, HEAD_Y - 4), (_MIDDLE + w - 9, HEAD_Y - 8), (_MIDDLE + w - 16, y + 6),
        (_MIDDLE + 26, y - 6), (_MIDDLE + 4, y + 8), (_MIDDLE - 20, y - 8), (_MIDDLE - 44, y + 4),
        (_MIDDLE - w + 15, y + 8), (_MIDDLE - w + 9, HEAD_Y - 8), (_MIDDLE - w - 3, HEAD_Y - 4),
    ]  # fmt: skip
    sketch.area(_cap(look, 13, 0, fringe), look.hair_colour)


def _parted(sketch: Sketch, look: Look) -> None:
    w, y = look.head_width / 2, _line_at(look, 0.56)
    sweep = [
        (_MIDDLE + w + 2, HEAD_Y - 2), (_MIDDLE + w - 8, HEAD_Y - 10), (_MIDDLE + w - 14, y + 16),
        *bowed((_MIDDLE + w - 18, y + 4), (_MIDDLE - 30, y - 22), -6),
        (_MIDDLE - 38, y - 18), (_MIDDLE - w + 14, y + 12), (_MIDDLE - w + 8, HEAD_Y - 10),
        (_MIDDLE - w - 2, HEAD_Y - 2),
    ]  # fmt: skip
    sketch.area(_cap(look, 12, 0, sweep), look.hair_colour)
    light = mixed(look.hair_colour, (255, 255, 255), 0.18)
    sketch.stroke([(_MIDDLE - 34, y - 20), (_MIDDLE - 30, y - 42)], light, 2.5)


def _cropped(sketch: Sketch, look: Look) -> None:
    w, y = look.head_width / 2, _line_at(look, 0.66)
    line = [
        (_MIDDLE + w + 1, HEAD_Y - 8), (_MIDDLE + w - 8, HEAD_Y - 16), (_MIDDLE + w - 13, y + 12),
        *bowed((_MIDDLE + w - 20, y), (_MIDDLE - w + 20, y), -4),
        (_MIDDLE - w + 13, y + 12), (_MIDDLE - w + 8, HEAD_Y - 16), (_MIDDLE - w - 1, HEAD_Y - 8),
    ]  # fmt: skip
    sketch.area(_cap(look, 6, 0, line), mixed(look.hair_colour, look.skin, 0.12))


def _thin(sketch: Sketch, look: Look) -> None:
    """Hair at the sides only, and a few strands on top."""
    w = look.head_width / 2
    for side in (-1, 1):
        x = _MIDDLE + side * w
        patch = [
            (x + side * 7, HEAD_Y - 2), (x + side * 8, HEAD_Y - 38), (x - side * 8, HEAD_Y - 70),
            (x - side * 16, HEAD_Y - 58), (x - side * 8, HEAD_Y - 26), (x - side * 5, HEAD_Y - 2),
        ]  # fmt: skip
        sketch.area(patch, look.hair_colour)
    top = _line_at(look, 0.92)
    for shift in (-16, 0, 15):
        sketch.bow(
            (_MIDDLE - 34 + shift, top + 4),
            (_MIDDLE + 26 + shift, top + 2),
            -9,
            look.hair_colour,
            2.6,
        )


def _bob(sketch: Sketch, look: Look) -> None:
    w, y = look.head_width / 2, _line_at(look, 0.42)
    fringe = [
        (_MIDDLE + w + 12, HEAD_Y + 62), (_MIDDLE + w - 4, HEAD_Y + 58), (_MIDDLE + w - 12, y + 12),
        *bowed((_MIDDLE + w - 18, y), (_MIDDLE - w + 18, y), -9),
        (_MIDDLE - w + 12, y + 12), (_MIDDLE - w + 4, HEAD_Y + 58), (_MIDDLE - w - 12, HEAD_Y + 62),
    ]  # fmt: skip
    sketch.area(_cap(look, 15, 0, fringe), look.hair_colour)
    sketch.bow(
        (_MIDDLE - 40, HEAD_Y - 86),
        (_MIDDLE + 34, HEAD_Y - 90),
        -7,
        mixed(look.hair_colour, (255, 255, 255), 0.2),
        4,
    )


def _long(sketch: Sketch, look: Look) -> None:
    w, y = look.head_width / 2, _line_at(look, 0.6)
    curtain = [
        (_MIDDLE + w + 14, HEAD_Y + 120), (_MIDDLE + w - 2, HEAD_Y + 96),
        (_MIDDLE + w - 10, y + 36),
        (_MIDDLE + 22, y - 20), (_MIDDLE + 8, y - 26), (_MIDDLE - 14, y - 8),
        (_MIDDLE - w + 12, y + 40),
        (_MIDDLE - w + 2, HEAD_Y + 96), (_MIDDLE - w - 14, HEAD_Y + 120),
    ]  # fmt: skip
    sketch.area(_cap(look, 14, 0, curtain), look.hair_colour)


def _bun(sketch: Sketch, look: Look) -> None:
    w, y = look.head_width / 2, _line_at(look, 0.6)
    line = [
        (_MIDDLE + w + 4, HEAD_Y + 2), (_MIDDLE + w - 8, HEAD_Y - 8), (_MIDDLE + w - 18, y + 10),
        *bowed((_MIDDLE + w - 26, y), (_MIDDLE - 10, y - 18), -4),
        *bowed((_MIDDLE - 10, y - 18), (_MIDDLE - w + 22, y + 2), -4),
        (_MIDDLE - w + 14, y + 12), (_MIDDLE - w + 8, HEAD_Y - 8), (_MIDDLE - w - 4, HEAD_Y + 2),
    ]  # fmt: skip
    sketch.area(_cap(look, 10, 0, line), look.hair_colour)


def _perm(sketch: Sketch, look: Look) -> None:
    w, y = look.head_width / 2, _line_at(look, 0.5)
    line = [
        (_MIDDLE + w, HEAD_Y - 20),
        (_MIDDLE + w - 16, y),
        (_MIDDLE - w + 16, y),
        (_MIDDLE - w, HEAD_Y - 20),
    ]
    sketch.area(_cap(look, 12, 0, line), look.hair_colour)
    for i in range(7):
        x = _MIDDLE + (i - 3) * (w - 14) / 3
        drop = 5 * abs(math.sin(i * 1.7)) + (i - 3) ** 2 * 1.2
        sketch.oval((x, y - 6 + drop), 31, 27, look.hair_colour)
    _curls(sketch, look, 172, 368, 16)


def _curls(sketch: Sketch, look: Look, first: float, last: float, count: int) -> None:
    """Round curls along the outline of the head."""
    spots = head_outline(look, 8, first, last)
    for i in range(count):
        x, y = spots[i * 60 // (count - 1)]
        shade = mixed(look.hair_colour, (255, 255, 255), 0.06 * (i % 3))
        sketch.oval((x, y), 38, 36, shade)


_FRONTS = {
    Hair.SHORT: _short,
    Hair.PARTED: _parted,
    Hair.CROPPED: _cropped,
    Hair.THIN: _thin,
    Hair.BOB: _bob,
    Hair.LONG: _long,
    Hair.BUN: _bun,
    Hair.PERM: _perm,
}

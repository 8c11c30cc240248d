"""Neck, shoulders and working clothes of the drawn faces."""

from __future__ import annotations

from renkei_desktop.domain.choice import Sex
from renkei_desktop.practice.portrait.look import Dress, Look
from renkei_desktop.practice.portrait.sketch import HEIGHT, WIDTH, Colour, Sketch, mixed

_MIDDLE = WIDTH / 2


def body(sketch: Sketch, look: Look) -> None:
    wide = 124 if look.sex is Sex.FEMALE else 142
    shade = mixed(look.skin, (170, 110, 80), 0.22)
    shoulders = [
        (_MIDDLE - wide, HEIGHT), (_MIDDLE - wide + 8, 428), (_MIDDLE - wide + 40, 392),
        (_MIDDLE - 42, 366), (_MIDDLE + 42, 366), (_MIDDLE + wide - 40, 392),
        (_MIDDLE + wide - 8, 428), (_MIDDLE + wide, HEIGHT),
    ]  # fmt: skip
    sketch.area(shoulders, look.cloth)
    sketch.area(
        [
            (_MIDDLE - 33, 290),
            (_MIDDLE + 33, 290),
            (_MIDDLE + 37, 374),
            (_MIDDLE, 398),
            (_MIDDLE - 37, 374),
        ],
        shade,
    )
    _COLLARS[look.dress](sketch, look)


def _shirt(sketch: Sketch, look: Look, inner: Colour, deep: float) -> None:
    """What shows in the opening of the jacket, with its collar."""
    sketch.area([(_MIDDLE - 40, 364), (_MIDDLE, deep), (_MIDDLE + 40, 364), (_MIDDLE, 400)], inner)
    for side in (-1, 1):
        flap = [
            (_MIDDLE + side * 36, 358), (_MIDDLE + side * 48, 378),
            (_MIDDLE + side * 16, 412), (_MIDDLE, 398),
        ]  # fmt: skip
        sketch.area(flap, mixed(inner, (120, 120, 130), 0.12))


def _suit(sketch: Sketch, look: Look) -> None:
    _shirt(sketch, look, (248, 248, 248), HEIGHT + 30)
    if look.sex is Sex.MALE:
        tie = (150, 60, 60) if look.eye_gap > 65 else (70, 90, 130)
        sketch.area(
            [
                (_MIDDLE - 9, 402),
                (_MIDDLE + 9, 402),
                (_MIDDLE + 14, HEIGHT),
                (_MIDDLE - 14, HEIGHT),
            ],
            tie,
        )
    for side in (-1, 1):
        edge = [
            (_MIDDLE + side * 46, 370),
            (_MIDDLE + side * 62, 420),
            (_MIDDLE + side * 18, HEIGHT),
        ]
        sketch.stroke(edge, mixed(look.cloth, (0, 0, 0), 0.3), 2.5)


def _cardigan(sketch: Sketch, look: Look) -> None:
    _shirt(sketch, look, mixed(look.cloth, (255, 255, 255), 0.75), 455)
    sketch.stroke([(_MIDDLE, 452), (_MIDDLE, HEIGHT)], mixed(look.cloth, (0, 0, 0), 0.25), 2.5)
    for y in (462, 476):
        sketch.oval((_MIDDLE + 9, y), 7, 7, mixed(look.cloth, (0, 0, 0), 0.35))


def _tunic(sketch: Sketch, look: Look) -> None:
    edge = mixed(look.cloth, (40, 60, 90), 0.35)
    sketch.area(
        [(_MIDDLE - 36, 364), (_MIDDLE, 424), (_MIDDLE + 36, 364)],
        mixed(look.skin, (170, 110, 80), 0.22),
    )
    sketch.stroke([(_MIDDLE - 44, 366), (_MIDDLE, 428), (_MIDDLE + 44, 366)], edge, 5)
    sketch.area([(238, 440), (272, 440), (272, 462), (238, 462)], (252, 252, 252))
    sketch.stroke([(243, 448), (267, 448)], (150, 160, 170), 2)
    sketch.stroke([(243, 455), (258, 455)], (190, 196, 204), 2)


def _apron(sketch: Sketch, look: Look) -> None:
    shirt = mixed(look.cloth, (255, 255, 255), 0.8)
    sketch.area(
        [
            (60, HEIGHT),
            (78, 424),
            (110, 392),
            (138, 366),
            (222, 366),
            (250, 392),
            (282, 424),
            (300, HEIGHT),
        ],
        shirt,
    )
    sketch.area(
        [(_MIDDLE - 37, 364), (_MIDDLE, 400), (_MIDDLE + 37, 364)],
        mixed(look.skin, (170, 110, 80), 0.22),
    )
    sketch.area([(120, 432), (240, 432), (250, HEIGHT), (110, HEIGHT)], look.cloth)
    for side in (-1, 1):
        sketch.stroke([(_MIDDLE + side * 54, 436), (_MIDDLE + side * 44, 372)], look.cloth, 11)


def _jacket(sketch: Sketch, look: Look) -> None:
    dark = mixed(look.cloth, (0, 0, 0), 0.3)
    for side in (-1, 1):
        collar = [
            (_MIDDLE + side * 34, 352), (_MIDDLE + side * 52, 372),
            (_MIDDLE + side * 26, 410), (_MIDDLE, 400),
        ]  # fmt: skip
        sketch.area(collar, dark)
    sketch.stroke([(_MIDDLE, 402), (_MIDDLE, HEIGHT)], (225, 225, 220), 3)


def _uniform(sketch: Sketch, look: Look) -> None:
    _shirt(sketch, look, (214, 226, 240), 440)
    sketch.stroke([(_MIDDLE, 436), (_MIDDLE, HEIGHT)], mixed(look.cloth, (0, 0, 0), 0.4), 2.5)
    for side in (-1, 1):
        sketch.stroke([(_MIDDLE + side * 96, 404), (_MIDDLE + side * 66, 388)], (214, 178, 90), 5)
    sketch.oval((_MIDDLE + 52, 446), 20, 20, (214, 178, 90))


_COLLARS = {
    Dress.SUIT: _suit,
    Dress.CARDIGAN: _cardigan,
    Dress.TUNIC: _tunic,
    Dress.APRON: _apron,
    Dress.JACKET: _jacket,
    Dress.UNIFORM: _uniform,
}

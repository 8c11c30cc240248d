"""How a drawn face looks: everything in which one differs from another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from renkei_desktop.domain.choice import Sex
from renkei_desktop.practice.portrait.sketch import Colour, mixed
from renkei_desktop.practice.stream import Stream

_GROUNDS: tuple[Colour, ...] = (
    (221, 233, 238), (233, 228, 216), (224, 236, 222), (238, 226, 222), (228, 226, 238),
    (240, 234, 214),
)  # fmt: skip
_SKINS: tuple[Colour, ...] = (
    (246, 214, 186), (241, 203, 171), (250, 222, 198), (236, 195, 160), (244, 208, 184),
)  # fmt: skip
_HAIRS: tuple[Colour, ...] = ((38, 32, 30), (58, 42, 34), (74, 52, 40), (30, 30, 36))
_GREYS: tuple[Colour, ...] = ((150, 150, 150), (190, 190, 188), (120, 118, 116), (214, 213, 210))


class Dress(Enum):
    """What somebody wears at work."""

    SUIT = "suit"
    CARDIGAN = "cardigan"
    TUNIC = "tunic"
    APRON = "apron"
    JACKET = "jacket"
    UNIFORM = "uniform"


class Hair(Enum):
    """How the hair is worn."""

    SHORT = "short"
    PARTED = "parted"
    CROPPED = "cropped"
    THIN = "thin"
    BOB = "bob"
    PERM = "perm"
    BUN = "bun"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that makes one face differ from another. Lengths are pixels of the picture."""

    sex: Sex
    age: int
    dress: Dress
    hair: Hair
    ground: Colour
    skin: Colour
    hair_colour: Colour
    cloth: Colour
    head_width: float
    head_height: float
    jaw: float
    eye_gap: float
    eye_open: float
    brow: float
    smile: float
    teeth: bool
    glasses: int
    """0 none, 1 round, 2 square."""
    moustache: bool


_CLOTHS: dict[Dress, tuple[Colour, ...]] = {
    Dress.SUIT: ((58, 68, 88), (84, 84, 90), (70, 62, 60)),
    Dress.CARDIGAN: ((150, 110, 96), (112, 128, 104), (170, 140, 90), (132, 116, 146)),
    Dress.TUNIC: ((196, 222, 226), (236, 204, 210), (206, 224, 200), (240, 240, 240)),
    Dress.APRON: ((90, 120, 100), (170, 96, 86), (80, 96, 140)),
    Dress.JACKET: ((92, 110, 84), (70, 96, 120), (150, 112, 60)),
    Dress.UNIFORM: ((44, 58, 92), (56, 64, 72)),
}


def a_look(sex: Sex, age: int, dress: Dress, chance: Stream) -> Look:
    """The look of somebody of this age, by chance."""
    woman = sex is Sex.FEMALE
    return Look(
        sex=sex, age=age, dress=dress, hair=_hair(woman, age, chance),
        ground=chance.choice(_GROUNDS), skin=chance.choice(_SKINS),
        hair_colour=_hair_colour(woman, age, chance), cloth=chance.choice(_CLOTHS[dress]),
        head_width=chance.uniform(150, 168) - (6 if woman else 0),
        head_height=chance.uniform(198, 216),
        jaw=chance.uniform(0.16, 0.34) + (0.04 if woman else 0),
        eye_gap=chance.uniform(60, 70), eye_open=chance.choice((0.0, 0.8, 1.0, 1.0, 1.15)),
        brow=chance.uniform(-3, 3), smile=chance.uniform(8, 15), teeth=chance.heads(0.3),
        glasses=chance.choices((0, 1, 2), (60, 18, 22) if age < 60 else (38, 26, 36))[0],
        moustache=not woman and chance.heads(0.08),
    )  # fmt: skip


def _hair(woman: bool, age: int, chance: Stream) -> Hair:
    if woman:
        waved = ((Hair.PERM, 5), (Hair.BOB, 3), (Hair.BUN, 2))
        free = ((Hair.BOB, 4), (Hair.LONG, 4), (Hair.BUN, 3), (Hair.PERM, 1))
        return chance.weighted(waved if age > 52 else free)
    old = ((Hair.THIN, 4), (Hair.PARTED, 4), (Hair.CROPPED, 3))
    young = ((Hair.SHORT, 4), (Hair.PARTED, 4), (Hair.CROPPED, 2))
    return chance.weighted(old if age > 55 else young)


def _hair_colour(woman: bool, age: int, chance: Stream) -> Colour:
    dark = chance.choice(_HAIRS)
    if age < 45 or (woman and chance.heads(0.45)):
        return dark
    return mixed(dark, chance.choice(_GREYS), min(1.0, (age - 40) / 25))

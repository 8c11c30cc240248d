"""Drawn faces."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from renkei_desktop.domain.choice import Sex
from renkei_desktop.practice.portrait.drawing import draw
from renkei_desktop.practice.portrait.look import Dress, Hair, a_look
from renkei_desktop.practice.stream import Seed
from renkei_desktop.practice.town import PracticeTown


def test_faces_are_small_jpegs_three_to_four(mihon: PracticeTown) -> None:
    for picture in mihon.photos.values():
        assert 8_000 < len(picture) < 22_000
        image = Image.open(io.BytesIO(picture))
        assert image.format == "JPEG"
        assert image.width * 4 == image.height * 3


@pytest.mark.parametrize("dress", list(Dress))
def test_every_dress_and_hair_can_be_drawn(dress: Dress) -> None:
    chance = Seed(1).stream("faces", dress)
    looks = [a_look(sex, age, dress, chance) for sex in (Sex.FEMALE, Sex.MALE) for age in (28, 71)]
    assert len({draw(look) for look in looks}) == 4


def test_all_ways_to_wear_hair_occur() -> None:
    chance = Seed(1).stream("hair")
    looks = [a_look(chance.choice(list(Sex)), 25 + i % 55, Dress.SUIT, chance) for i in range(300)]
    assert {look.hair for look in looks} == set(Hair)


def test_the_same_look_gives_the_same_picture() -> None:
    look = a_look(Sex.FEMALE, 44, Dress.TUNIC, Seed(4).stream("face"))
    assert draw(look) == draw(look)

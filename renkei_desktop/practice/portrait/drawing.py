"""Drawn faces for the contact persons of the practice town: friendly, nobody's likeness."""

from __future__ import annotations

from renkei_desktop.practice.portrait.dress import body
from renkei_desktop.practice.portrait.hair import back_hair, front_hair
from renkei_desktop.practice.portrait.head import features, glasses, head
from renkei_desktop.practice.portrait.look import Look
from renkei_desktop.practice.portrait.sketch import WIDTH, Sketch, mixed


def draw(look: Look) -> bytes:
    """The portrait as a JPEG of 360 × 480 pixels."""
    sketch = Sketch(look.ground)
    sketch.oval((WIDTH / 2, 245), 330, 330, mixed(look.ground, (255, 255, 255), 0.45))
    back_hair(sketch, look)
    body(sketch, look)
    head(sketch, look)
    features(sketch, look)
    front_hair(sketch, look)
    if look.glasses:
        glasses(sketch, look)
    return sketch.jpeg()

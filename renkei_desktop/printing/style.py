"""How our paper is set: which face and size for what, at normal and at large print."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from renkei_desktop.printing.typeface import Face

SCALES = (1.0, 1.25, 1.5)
"""Normal print, large, larger."""


@dataclass(frozen=True, eq=False, slots=True)
class Style:
    """How a line looks: face, size and line height in points. Compared by identity, for speed."""

    face: Face
    size: float
    leading: float
    hanging: bool = False
    """Whether the lines after the first stand one em further in (numbered entries)."""
    at_spaces: bool = False
    """Whether a break at a space goes before any other (names)."""

    @property
    def drop(self) -> float:
        """From the top of the line to its baseline: the em box stands in the middle."""
        return (self.leading - self.size) / 2 + 0.88 * self.size


@dataclass(frozen=True, eq=False, slots=True)
class Styles:
    """All styles of a document. Everything is black: grey is lost in a fax."""

    body: Style
    listed: Style
    person: Style
    name: Style
    small: Style
    label: Style
    aside_label: Style
    heading: Style
    aside: Style
    running: Style
    strong: Style
    title: Style
    mark: Style
    copy: Style
    facts: Style
    foot: Style


@cache
def styles(scale: float) -> Styles:
    """The styles at a scale of `SCALES`. The page furniture grows half as much as the content.

    Raises ValueError for another scale.
    """
    if scale not in SCALES:
        raise ValueError(f"no such scale: {scale}")

    def sized(face: Face, size: float, leading: float, **more: bool) -> Style:
        return Style(face, size * scale, leading * scale, **more)

    def framing(face: Face, size: float, leading: float, **more: bool) -> Style:
        half = (1 + scale) / 2
        return Style(face, size * half, leading * half, **more)

    return Styles(
        body=sized(Face.GOTHIC, 9.5, 14),
        listed=sized(Face.GOTHIC, 9.5, 14, hanging=True),
        person=sized(Face.GOTHIC, 9.5, 14, at_spaces=True),
        name=sized(Face.GOTHIC_BOLD, 14, 19, at_spaces=True),
        small=sized(Face.GOTHIC, 8, 11, at_spaces=True),
        label=sized(Face.GOTHIC_BOLD, 8, 11),
        aside_label=sized(Face.GOTHIC_BOLD, 8, 15),
        heading=sized(Face.PROPORTIONAL_BOLD, 16, 21),
        aside=sized(Face.PROPORTIONAL, 10, 14, at_spaces=True),
        running=sized(Face.PROPORTIONAL, 10.5, 17),
        strong=sized(Face.PROPORTIONAL_BOLD, 12, 20),
        title=framing(Face.PROPORTIONAL_BOLD, 13, 17),
        mark=framing(Face.PROPORTIONAL_BOLD, 14, 18),
        copy=framing(Face.PROPORTIONAL_BOLD, 11, 15),
        facts=framing(Face.PROPORTIONAL, 9, 13, at_spaces=True),
        foot=framing(Face.PROPORTIONAL, 8.5, 12),
    )

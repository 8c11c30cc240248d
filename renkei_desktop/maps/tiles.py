"""What every map made of pictures has in common, whatever file it lies in."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Protocol

from renkei_desktop.maps.mercator import Bounds

LARGEST_TILE = 8 * 1024 * 1024
"""No picture of a map is larger than this many bytes; a larger one is not read."""

DEEPEST = 24
"""The largest zoom that any map has."""

_LONGEST_LINE = 300


class TileSource(Protocol):
    """A map of square pictures. `bounds` in degrees; zooms inclusive; y counts from the north."""

    @property
    def name(self) -> str: ...

    @property
    def attribution(self) -> str:
        """The source line (出典) as plain text; empty where the file names none."""

    @property
    def bounds(self) -> Bounds: ...

    @property
    def min_zoom(self) -> int: ...

    @property
    def max_zoom(self) -> int: ...

    @property
    def media_type(self) -> str: ...

    def tile(self, zoom: int, x: int, y: int) -> bytes | None:
        """One picture, or None where the map has none there. Raises RenkeiError if damaged."""

    def close(self) -> None:
        """Lets go of the file. A closed map gives no more tiles."""


def picture_type(data: bytes) -> str | None:
    """The media type of a picture by its first bytes; None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image/webp"
    return None


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._inside_code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside_code += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._inside_code -= tag in ("script", "style") and self._inside_code > 0

    def handle_data(self, data: str) -> None:
        if not self._inside_code:
            self.parts.append(data)


def plain_line(text: object) -> str:
    """One line of plain text from what a map file says about itself (it may be HTML).

    Anything that is not text gives an empty line; a very long one is cut.
    """
    if not isinstance(text, str):
        return ""
    words = _Words()
    words.feed(text[: 10 * _LONGEST_LINE])
    words.close()
    line = re.sub(r"[\s\x00-\x1f\x7f]+", " ", "".join(words.parts)).strip()
    return line[:_LONGEST_LINE]


def bounds_from(text: object) -> Bounds | None:
    """A rectangle from «west,south,east,north»; None where that is not one."""
    if not isinstance(text, str):
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
        return Bounds(west, south, east, north)
    except ValueError:
        return None

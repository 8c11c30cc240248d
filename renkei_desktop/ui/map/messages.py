"""What the window says to the page and what it hears back: plain data both ways.

To the page goes a list of messages as the argument of one JavaScript call; the page answers by
asking for an address below `/said/`. No object of ours is ever exposed to the page.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from renkei_desktop.maps.drawing import Drawing
from renkei_desktop.maps.mercator import Bounds
from renkei_desktop.maps.pins import Pin, payload
from renkei_desktop.maps.tiles import TileSource

Message = dict[str, Any]

SAID = "/said/"
NO_GROUND = "背景の地図はまだありません。設定で地図ファイルを選ぶと、ここに表示されます。"
NO_SOURCE = "出典　地図ファイルに書かれていません"
_DEEPEST = 19
_BEYOND = 3
_LONGEST_ANSWER = 400


def call(messages: Iterable[Message]) -> str:
    """The JavaScript that hands messages to the page."""
    return f"renkei.take({json.dumps(list(messages), allow_nan=False, separators=(',', ':'))})"


def ground(shown: TileSource | Drawing, generation: int) -> Message:
    """The ground under the pins. A grid that stands in for a map says so instead of a source."""
    drawn = isinstance(shown, Drawing)
    lowest, highest = (5, _DEEPEST) if isinstance(shown, Drawing) else _zooms(shown)
    return {
        "do": "ground",
        "tiles": f"/tile/{generation}/{{sharp}}/{{z}}/{{x}}/{{y}}",
        "bounds": corners(shown.bounds),
        "tileBounds": None if drawn else corners(shown.bounds),
        "limits": corners(_with_margin(shown.bounds)),
        "minZoom": lowest,
        "maxZoom": highest,
        "minNativeZoom": lowest,
        "maxNativeZoom": _DEEPEST if isinstance(shown, Drawing) else shown.max_zoom,
        "source": NO_GROUND if _stands_in(shown) else source_line(shown.attribution),
    }


def _stands_in(shown: TileSource | Drawing) -> bool:
    return isinstance(shown, Drawing) and shown.grid


def source_line(attribution: str) -> str:
    return f"出典　{attribution}" if attribution else NO_SOURCE


def _zooms(source: TileSource) -> tuple[int, int]:
    """Beyond its own zooms a map is enlarged a little, so that a pin can be set exactly."""
    deepest = max(source.max_zoom, min(_DEEPEST, source.max_zoom + _BEYOND))
    return source.min_zoom, deepest


def _with_margin(bounds: Bounds) -> Bounds:
    wide = max(bounds.east - bounds.west, 0.02) / 2
    high = max(bounds.north - bounds.south, 0.02) / 2
    return Bounds(
        max(-180.0, bounds.west - wide),
        max(-85.0, bounds.south - high),
        min(180.0, bounds.east + wide),
        max(min(85.0, bounds.north + high), max(-85.0, bounds.south - high)),
    )


def corners(bounds: Bounds) -> list[list[float]]:
    """South-west and north-east as Leaflet wants them: latitude first."""
    return [[bounds.south, bounds.west], [bounds.north, bounds.east]]


def all_pins(pins: Iterable[Pin]) -> Message:
    return {"do": "pins", "rows": payload(pins)}


def changed_pins(pins: Iterable[Pin], removed: Iterable[str]) -> Message:
    return {"do": "change", "rows": payload(pins), "removed": list(removed)}


def select(record_id: str | None, reveal: str) -> Message:
    """`reveal`: "" leaves the map where it is, "seen" moves it if need be, "near" goes close."""
    return {"do": "select", "id": record_id, "reveal": reveal}


def move(record_id: str, label: str) -> Message:
    return {"do": "move", "id": record_id, "label": label}


def stay() -> Message:
    return {"do": "stay"}


def fit(bounds: Bounds | None) -> Message:
    return {"do": "fit", "bounds": corners(bounds) if bounds else None}


def type_scale(scale: float) -> Message:
    return {"do": "type", "scale": scale}


def source(line: str) -> Message:
    return {"do": "source", "line": line}


def report(serial: int) -> Message:
    """Asks the page to say «settled», and to show `frame_mark`, once everything is there."""
    return {"do": "report", "serial": serial}


def frame_mark(serial: int) -> tuple[int, int, int]:
    """The colour of the lowest left pixel in a frame that was painted after this report."""
    return 245, 243, 180 + serial % 60


@dataclass(frozen=True, slots=True)
class Said:
    """One answer of the page: ready, chosen, moved, gaveup or settled, with its words."""

    what: str
    words: tuple[str, ...]

    @property
    def place(self) -> tuple[float, float] | None:
        """Latitude and longitude of «moved»; None where they are no numbers on the earth."""
        try:
            latitude, longitude = (float(word) for word in self.words[1:3])
        except ValueError:
            return None
        if not (math.isfinite(latitude) and math.isfinite(longitude)):
            return None
        on_earth = -90 <= latitude <= 90 and -180 <= longitude <= 180
        return (latitude, longitude) if on_earth else None


_WORDS = {"ready": 1, "chosen": 1, "moved": 3, "gaveup": 1, "settled": 1}


def said(path: str) -> Said | None:
    """Reads an address below `/said/`; None for anything that the page never says."""
    if not path.startswith(SAID) or len(path) > _LONGEST_ANSWER:
        return None
    what, *words = (unquote(part) for part in path[len(SAID) :].split("/"))
    return Said(what, tuple(words)) if _WORDS.get(what) == len(words) else None

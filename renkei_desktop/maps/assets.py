"""What the map's page may ask for besides tiles: a closed list, so no path leads outside."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from renkei_desktop import paths
from renkei_desktop.maps.shell import PAGE

_OWN = ("map.css", "sprites.js", "pins.js", "chosen.js", "moving.js", "furniture.js", "page.js")
_FONTS = ("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf")
_LEAFLET = ("leaflet.js", "leaflet.css")
_MEDIA = {
    "html": "text/html",
    "js": "text/javascript",
    "css": "text/css",
    "ttf": "font/ttf",
}


@cache
def _served() -> Mapping[str, Traversable]:
    own = paths.resources() / "map"
    leaflet = files("xstatic.pkg.leaflet") / "data"
    served: dict[str, Traversable] = {PAGE: own / "page.html"}
    served.update({f"/own/{name}": own / name for name in _OWN})
    served.update({f"/font/{name}": paths.resources() / "fonts" / name for name in _FONTS})
    served.update({f"/asset/{name}": leaflet / name for name in _LEAFLET})
    return MappingProxyType(served)


def served() -> tuple[str, ...]:
    """Every path that is answered."""
    return tuple(_served())


def asset(path: str) -> tuple[str, bytes] | None:
    """Media type and bytes for a path of the scheme; None for any path that is not on the list.

    Raises OSError where a file of the installation is missing.
    """
    found = _served().get(path)
    if found is None:
        return None
    return _MEDIA[path.rpartition(".")[2]], found.read_bytes()

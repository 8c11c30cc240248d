"""Whether the map works on this PC: its page stands, and a pin that is set can be seen."""

from __future__ import annotations

from renkei_desktop.domain.place import Point
from renkei_desktop.maps.drawing import empty_ground
from renkei_desktop.maps.mercator import Bounds
from renkei_desktop.maps.pins import Pin
from renkei_desktop.ui.map.view import MapView

_WHERE = Point(43.82, 140.95)
_AROUND = Bounds(140.94, 43.81, 140.96, 43.83)


def map_lives() -> bool:
    """Shows a map for a moment, without a pin and with one, and compares what was painted.

    The page itself says when it has painted (`loadFinished` is true of an empty page as well).
    """
    view = MapView()
    view.resize(400, 300)
    view.show_ground(empty_ground(_AROUND))
    view.show()
    try:
        if not view.wait_settled():
            return False
        bare = view.snapshot().toImage()
        view.set_pins([Pin("trial", _WHERE.latitude, _WHERE.longitude, "確認")])
        return view.wait_settled() and view.snapshot().toImage() != bare
    finally:
        view.clear()
        view.close()

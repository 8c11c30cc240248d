"""What is to be on the map, whether or not a page is there to show it."""

from __future__ import annotations

from dataclasses import dataclass, field

from renkei_desktop.maps.drawing import Drawing, empty_ground
from renkei_desktop.maps.mercator import Bounds, around
from renkei_desktop.maps.pins import Pin
from renkei_desktop.maps.tiles import TileSource
from renkei_desktop.ui.map import messages
from renkei_desktop.ui.map.messages import Message

_JAPAN = Bounds(128.0, 30.0, 146.0, 46.0)


@dataclass(slots=True)
class Shown:
    """Ground, pins and what is being done with them. `moving` is a record id and its name."""

    ground: TileSource | Drawing | None = None
    pins: dict[str, Pin] = field(default_factory=dict)
    selected: str | None = None
    moving: tuple[str, str] | None = None
    view: Bounds | None = None
    type_scale: float = 1.0

    def forget_people(self) -> None:
        """Leaves the ground and the type, and nothing that tells of anybody."""
        self.pins = {}
        self.selected = self.moving = self.view = None

    def change(self, changed: list[Pin], removed: list[str]) -> None:
        for record_id in removed:
            self.pins.pop(record_id, None)
        self.pins.update((pin.record_id, pin) for pin in changed)

    def base(self) -> TileSource | Drawing:
        """The ground, or the grid that stands in for one."""
        return self.ground if self.ground is not None else empty_ground(self.whole() or _JAPAN)

    def whole(self) -> Bounds | None:
        """The pins that lie on the ground; without any, the ground; None without either."""
        places = [(pin.longitude, pin.latitude) for pin in self.pins.values()]
        if self.ground is None:
            return around(places)
        bounds = self.ground.bounds
        return around([place for place in places if bounds.holds(*place)]) or bounds

    def after_ground(self) -> list[Message]:
        """Everything but the ground, for a page that knows nothing yet."""
        said = [
            messages.all_pins(self.pins.values()),
            messages.fit(self.view or self.whole()),
            messages.select(self.selected, "seen"),
        ]
        return [*said, messages.move(*self.moving)] if self.moving else said

"""What the program knows of the PC it runs on; handed down from `app` and `cli`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from renkei_desktop.domain.moment import Clock
    from renkei_desktop.store.cost import KdfCost


@dataclass(frozen=True, slots=True)
class Machine:
    """`state` is the folder outside every office folder that holds seat marks and the last office.

    `cost` is what deriving a key from a password may cost on this PC.
    """

    state: Path
    clock: Clock
    cost: KdfCost

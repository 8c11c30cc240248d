"""Which printer, how many, on what: what the panel asks before anything is printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class PaperSize(Enum):
    """The paper in the tray."""

    A4 = "A4"
    A3 = "A3"


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """`name` as the system calls the printer; `copies` of every page."""

    name: str
    copies: int = 1
    paper: PaperSize = PaperSize.A4
    both_sides: bool = False

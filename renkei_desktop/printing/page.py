"""What is drawn on one page, as PDF operators: strokes first, then the text in reading order."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from renkei_desktop.domain.rowcode import row_code
from renkei_desktop.printing.style import Style

if TYPE_CHECKING:
    from renkei_desktop.printing.lettering import Lettering

HAIR, THIN, THICK = 0.4, 0.8, 1.2
"""Stroke widths in points; 0.4 is still one dot of a fine fax."""


class Page:
    """One page being drawn. Places are points from the lower left corner."""

    def __init__(self, section: str, lettering: Lettering) -> None:
        self.section = section
        self._lettering = lettering
        self._strokes: dict[float, list[str]] = {}
        self._texts: list[str] = []
        self._style: Style | None = None
        self._said: list[str] = []

    def text(self, x: str, y: float, style: Style, shown: str) -> None:
        """Places encoded lines, the first on the baseline `y`, the others below it.

        `x` comes as text: in a table it is the same for a whole column.
        """
        if style is not self._style:
            self._style = style
            self._texts.append(self._lettering.selected(style))
        self._texts.append(f"1 0 0 1 {x} {y:.2f} Tm {shown}")

    def block(self, x: float, top: float, style: Style, text: str, width: float) -> float:
        """Sets a text into a column and returns where it ends below."""
        lines = self._lettering.lines(style, text, width)
        if lines:
            self.text(f"{x:.2f}", top - style.drop, style, " T* ".join(lines))
        return top - len(lines) * style.leading

    def rule(self, x: float, y: float, to_x: float, to_y: float, weight: float = HAIR) -> None:
        self._stroke(weight, f"{x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l")

    def frame(self, x: float, y: float, width: float, height: float, weight: float = THICK) -> None:
        self._stroke(weight, f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re")

    def _stroke(self, weight: float, path: str) -> None:
        self._strokes.setdefault(weight, []).append(path)

    def adopt(self, other: Page) -> None:
        """Draws what stands on another page too (head of the page: drawn once, used on all)."""
        for weight, paths in other._strokes.items():
            self._strokes.setdefault(weight, []).extend(paths)
        self._texts += other._texts
        self._style = other._style

    def says(self, text: str) -> None:
        """Enters what this page says into its identity. Page furniture does not call this."""
        self._said.append(text)

    @property
    def digest(self) -> str:
        """Eight letters and digits that change when what the page says changes."""
        said = "\x1e".join((self.section, *self._said)).encode("utf-8", "surrogatepass")
        code = row_code(hashlib.blake2b(said, digest_size=16).hexdigest(), 8)
        return f"{code[:4]}-{code[4:]}"

    def content(self) -> str:
        """The whole page for the content stream."""
        strokes = [f"{weight:.2f} w {' '.join(p)} S" for weight, p in self._strokes.items()]
        return "\n".join((*strokes, "BT", *self._texts, "ET"))

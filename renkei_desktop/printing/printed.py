"""What comes out of printing: the bytes, what each page is, what could not be printed."""

from __future__ import annotations

from dataclasses import dataclass

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.printing.typeface import Missing


@dataclass(frozen=True, slots=True)
class PageIdentity:
    """A page of a printed document.

    `section` is the 町内会 (empty for the closing pages). `digest` stays the same while the page
    says the same, whatever happens to other pages, to the date and to the copy number.
    """

    number: int
    section: str
    digest: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished document. `missing` is empty unless the caller allowed blanks for the pen."""

    pdf: bytes
    pages: tuple[PageIdentity, ...]
    missing: tuple[Missing, ...]


class Unprintable(RenkeiError):
    """Some characters have no glyph on this PC, so nothing was made. `missing` lists them."""

    def __init__(self, missing: tuple[Missing, ...]) -> None:
        self.missing = missing
        kinds = len({found.grapheme for found in missing})
        super().__init__(
            f"このパソコンの文字では印刷できない字が{kinds}種類あります。",
            kept="何も印刷していません。",
            todo="字を確かめて直すか、手で書き入れる枠にして印刷してください。",
        )


def refuse_unless(allowed: bool, missing: tuple[Missing, ...]) -> None:
    """Raises `Unprintable` where something is missing and the caller has not asked the clerk."""
    if missing and not allowed:
        raise Unprintable(missing)

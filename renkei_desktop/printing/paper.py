"""The sheet itself: its size, its margins, and what stands on every page around the content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from renkei_desktop.printing.page import HAIR, THICK, THIN, Page
from renkei_desktop.printing.style import SCALES, Style, Styles

if TYPE_CHECKING:
    from renkei_desktop.printing.lettering import Lettering

_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper size; width and height in points as it lies before the reader."""

    name: str
    width: float
    height: float


A4 = Paper("A4縦", 210 * _MM, 297 * _MM)
A4_LANDSCAPE = Paper("A4横", 297 * _MM, 210 * _MM)
A3_LANDSCAPE = Paper("A3横", 420 * _MM, 297 * _MM)
B5 = Paper("B5縦", 182 * _MM, 257 * _MM)
"""B5 as Japan has it (JIS), wider than the ISO size."""
PAPERS = (A4, A4_LANDSCAPE, A3_LANDSCAPE, B5)


@dataclass(frozen=True, slots=True)
class Look:
    """The paper and the size of print (one of `style.SCALES`)."""

    paper: Paper = A4_LANDSCAPE
    scale: float = SCALES[0]


@dataclass(frozen=True, slots=True)
class SheetHead:
    """What stands on every page of any printed thing. All parts are text as it shall be read."""

    title: str
    date_text: str
    town: str
    office: str
    phone: str
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Handling:
    """What stands besides on every page with personal data: who got it, why, which copy."""

    copy_number: str
    recipient: str
    basis: str
    reason: str


def words_of(head: SheetHead, handling: Handling | None) -> list[str]:
    """Every text of head and foot."""
    words = [head.title, head.date_text, head.town, head.office, head.phone]
    if handling:
        words += [handling.copy_number, handling.recipient, handling.basis, handling.reason]
    return words


_SIDE, _TOP, _BOTTOM = 15 * _MM, 12 * _MM, 11 * _MM
_GAP = 6.0

_PRACTICE = "練習　この紙に載っている人、住所、電話はすべて架空です　練習"
_CAUTION = "取扱注意"
_CODE = "紙の番号"
_BLANKS = "□は印刷できない文字です。正しい字を書き入れてください。"


class Furniture:
    """Draws head and foot of the pages of one document; `top` and `bottom` bound the content."""

    def __init__(
        self,
        head: SheetHead,
        handling: Handling | None,
        paper: Paper,
        styles: Styles,
        lettering: Lettering,
        *,
        blanks: bool,
    ) -> None:
        self._head, self._handling = head, handling
        self._paper, self._styles, self._lettering = paper, styles, lettering
        self.left, self.right = _SIDE, paper.width - _SIDE
        self.width = self.right - self.left
        self._facts = "　　".join(_facts(head, handling) + ([_BLANKS] if blanks else []))
        self._drawn_head = Page("", lettering)
        self.top = self._draw_head(self._drawn_head)
        self._sender = f"{head.town} {head.office}　電話 {head.phone}"
        self._foot_lines = 1 if self._foot_fits() else 2
        self.bottom = _BOTTOM + self._foot_lines * styles.foot.leading + _GAP

    def open(self, page: Page) -> None:
        """Draws the head of a new page."""
        page.adopt(self._drawn_head)

    def close(self, page: Page, number: int, total: int) -> None:
        """Draws the foot of a page whose content is complete."""
        style = self._styles.foot
        top = _BOTTOM + self._foot_lines * style.leading
        code, counted = f"{_CODE} {page.digest}", f"{number} / {total} ページ"
        page.rule(self.left, top + 2, self.right, top + 2, HAIR)
        page.block(self.left, top, style, self._sender, self.width)
        if self._foot_lines == 1:
            self._centred(page, top, style, code)
        else:
            top -= style.leading
            page.block(self.left, top, style, code, self.width)
        left = self.right - self._lettering.width(style, counted)
        page.block(left, top, style, counted, self.width)

    def _draw_head(self, page: Page) -> float:
        """Returns where the content may start."""
        top = self._paper.height - _TOP
        if self._head.practice:
            top = self._draw_band(page, top)
        mark = self._draw_marks(page, top) if self._handling else self.right
        below = page.block(
            self.left, top - 2, self._styles.title, self._head.title, mark - 16 - self.left
        )
        below = min(below, top - self._styles.mark.leading - _GAP) - 2
        below = page.block(self.left, below, self._styles.facts, self._facts, self.width)
        page.rule(self.left, below - 3, self.right, below - 3, THIN)
        return below - 3 - 2 * _GAP

    def _draw_band(self, page: Page, top: float) -> float:
        style = self._styles.copy
        height = style.leading + 4
        page.frame(self.left, top - height, self.width, height, HAIR)
        self._centred(page, top - 2, style, _PRACTICE)
        return top - height - _GAP

    def _draw_marks(self, page: Page, top: float) -> float:
        """取扱注意 in its frame and the copy number beside it; returns their left edge."""
        assert self._handling is not None
        mark, copy = self._styles.mark, self._styles.copy
        width = self._lettering.width(mark, _CAUTION)
        left = self.right - width - 16
        page.frame(left, top - mark.leading - 4, width + 16, mark.leading + 4, THICK)
        page.block(left + 8, top - 2, mark, _CAUTION, width + 1)
        number = f"控え番号 {self._handling.copy_number}"
        left -= self._lettering.width(copy, number) + 14
        page.block(left, top - 2 - (mark.leading - copy.leading) / 2, copy, number, self.width)
        return left

    def _foot_fits(self) -> bool:
        """Whether the sender leaves the code its place in the middle."""
        style = self._styles.foot
        code = self._lettering.width(style, f"{_CODE} WWWW-WWWW")
        return self._lettering.width(style, self._sender) + 2 * _GAP + code / 2 < self.width / 2

    def _centred(self, page: Page, top: float, style: Style, text: str) -> None:
        left = (self.left + self.right - self._lettering.width(style, text)) / 2
        page.block(max(left, self.left), top, style, text, self.width)


def _facts(head: SheetHead, handling: Handling | None) -> list[str]:
    if handling is None:
        return [f"{head.date_text} 現在", f"作成：{head.town} {head.office}（電話 {head.phone}）"]
    return [
        f"提供先：{handling.recipient}",
        f"提供日：{head.date_text}",
        f"根拠：{handling.basis}",
        f"理由：{handling.reason}",
    ]

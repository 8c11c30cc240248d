"""The last page of a roster: how to read it, what its receiver is asked, the receipt."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from renkei_desktop import paths
from renkei_desktop.printing.document import Document
from renkei_desktop.printing.page import HAIR, THIN
from renkei_desktop.printing.paper import Handling, SheetHead

_BOX_GAP, _PAD = 14.0, 10.0
_STEP = 2.8
"""Ems from one line for the pen to the next."""

_RECEIPT = 24
"""Ems that a receipt needs, so that its date stands in one line."""

_LINES = (("日付　令和　　　　年　　　　月　　　　日", ""), ("氏名", "印"))
"""What is written by hand in a receipt: the label, and what stands at the end of the line."""


def close(
    document: Document, sheet: SheetHead, handling: Handling, sections: int, people: int
) -> None:
    """Adds the closing page, or two where large print needs them."""
    words = _wording()
    office = f"{sheet.town} {sheet.office}"
    closing = _Closing(document)
    closing.title(words["legend_title"])
    closing.line(f"・　{sections}町内会、あわせて{people}人が載っています。")
    for sentence in words["legend"]:
        closing.line(sentence)
    closing.title(words["duty_title"])
    for sentence in words["duty"]:
        closing.line(sentence.format(basis=handling.basis, office=office, phone=sheet.phone))
    closing.receipts(handling, words["received"], words["returned"])


class _Closing:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._frame, self._styles = document.frame, document.styles
        self._page, self._y = document.page(""), document.frame.top

    def title(self, text: str) -> None:
        self._room(self._styles.strong.leading + 2 * self._styles.running.leading)
        self._y -= 8
        self._page.says(text)
        self._y = self._page.block(
            self._frame.left, self._y, self._styles.strong, text, self._frame.width
        )

    def line(self, text: str) -> None:
        """One entry: its level as leading spaces, its mark, a wide space, its sentence."""
        style = self._styles.running
        level = len(text) - len(text.lstrip("　"))
        mark, sentence = text[level:].split("　", 1)
        left = self._frame.left + 1.4 * level * style.size
        indent = left + 1.4 * style.size
        width = self._frame.right - indent
        self._room(len(self._document.lettering.lines(style, sentence, width)) * style.leading)
        self._page.says(sentence)
        self._page.block(left, self._y, style, mark, indent - left)
        self._y = self._page.block(indent, self._y, style, sentence, width)

    def receipts(self, handling: Handling, received: str, returned: str) -> None:
        """Two frames to be filled in by hand, beside each other where there is room."""
        frame = self._frame
        beside = frame.width > 2 * _RECEIPT * self._styles.running.size
        width = (frame.width - _BOX_GAP) / 2 if beside else frame.width
        height = self._receipt_height(handling, width)
        across, down = (width + _BOX_GAP, 0.0) if beside else (0.0, height + _BOX_GAP)
        self._room(height + down + 16)
        top = self._y - 16
        self._receipt(frame.left, top, width, height, received, handling)
        self._receipt(frame.left + across, top - down, width, height, returned, handling)
        self._y = top - down - height

    def _receipt_height(self, handling: Handling, width: float) -> float:
        lines = self._document.lettering.lines(
            self._styles.aside, _about(handling), width - 2 * _PAD
        )
        pen = len(_LINES) * _STEP * self._styles.running.size
        return self._styles.strong.leading + len(lines) * self._styles.aside.leading + pen + 16

    def _receipt(
        self, left: float, top: float, width: float, height: float, title: str, handling: Handling
    ) -> None:
        page, style = self._page, self._styles.running
        page.says(f"{title}\x1f{handling.recipient}")
        page.frame(left, top - height, width, height, THIN)
        left, width = left + _PAD, width - 2 * _PAD
        y = page.block(left, top - 6, self._styles.strong, title, width)
        y = page.block(left, y, self._styles.aside, _about(handling), width)
        for label, ending in _LINES:
            y -= _STEP * style.size
            page.block(left, y + style.leading, style, label, width)
            if ending:
                page.block(left + width - 1.5 * style.size, y + style.leading, style, ending, width)
            page.rule(left, y, left + width, y, HAIR)

    def _room(self, height: float) -> None:
        if self._y - height < self._frame.bottom:
            self._page, self._y = self._document.page(""), self._frame.top


def _about(handling: Handling) -> str:
    return f"控え番号 {handling.copy_number}　{handling.recipient}"


@cache
def _wording() -> dict[str, Any]:
    return tomllib.loads((paths.resources() / "wording" / "roster.toml").read_text("utf-8"))

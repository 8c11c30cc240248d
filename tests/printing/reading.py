"""Reads finished PDFs the way a viewer does, so that tests see what a reader sees."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
from PIL import Image


@dataclass(frozen=True, slots=True)
class Letter:
    """One character on a page and the box that its font gives it, in points."""

    character: str
    left: float
    bottom: float
    right: float
    top: float


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def texts(pdf: bytes) -> list[str]:
    """The text of each page, line ends as \\n."""
    with opened(pdf) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def solid(text: str) -> str:
    """A text without spaces and line ends, which wrapping puts in and takes out."""
    return "".join(text.split())


def letters(pdf: bytes, number: int = 0) -> list[Letter]:
    """All visible characters of a page, in reading order."""
    with opened(pdf) as document:
        page = document[number].get_textpage()
        units = [raw.FPDFText_GetUnicode(page.raw, index) for index in range(page.count_chars())]
        found: list[Letter] = []
        for index, unit in enumerate(units):
            if 0xDC00 <= unit <= 0xDFFF:
                continue  # the second half of what the unit before began
            pair = units[index : index + 2] if 0xD800 <= unit <= 0xDBFF else [unit]
            character = b"".join(n.to_bytes(2, "little") for n in pair).decode("utf-16-le")
            if character.strip():
                found.append(Letter(character, *page.get_charbox(index, loose=True)))
        return found


def overlapping(boxes: list[Letter]) -> list[tuple[Letter, Letter]]:
    """Pairs of characters that stand in each other's way."""
    found: list[tuple[Letter, Letter]] = []
    in_order = sorted(boxes, key=lambda box: box.left)
    for number, a in enumerate(in_order):
        for b in in_order[number + 1 :]:
            if b.left >= a.right - 0.1:
                break
            if a.bottom < b.top - 0.1 and b.bottom < a.top - 0.1:
                found.append((a, b))
    return found


def picture(pdf: bytes, number: int = 0, scale: float = 2.0) -> Image.Image:
    """A page as it is seen, in grey."""
    with opened(pdf) as document:
        return document[number].render(scale=scale).to_pil().convert("L")


def poppler(program: str, *arguments: str, pdf: bytes, folder: Path) -> str | None:
    """What a tool of poppler says about a PDF; None where poppler is not installed."""
    found = shutil.which(program)
    if found is None:
        return None
    file = folder / "seen.pdf"
    file.write_bytes(pdf)
    run = subprocess.run(
        [found, *arguments, str(file), *(["-"] if program == "pdftotext" else [])],
        capture_output=True,
        check=True,
    )
    assert run.stderr == b""
    return run.stdout.decode()

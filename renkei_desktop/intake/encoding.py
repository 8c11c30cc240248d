"""In which encoding a text file is written: found out strictly, never guessed.

BOM, then strict UTF-8, then strict CP932 (not Shift_JIS, which has no 髙). Where none fits, or two
fit equally well, the clerk chooses with a preview before the eyes.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.intake.table import KEPT

CHOICES: Mapping[str, str] = MappingProxyType(
    {
        "cp932": "シフトJIS（Windowsの日本語）",
        "utf-8": "UTF-8",
        "utf-16": "UTF-16（Unicode）",
        "euc_jp": "EUC（古い大型機）",
    }
)
"""The encodings that a clerk can choose, with their names on the screen."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 1 << 20
_PREVIEW_BYTES = 2_000
_PREVIEW_LINES = 5
# Python's cp932 lets these single bytes pass, although no Japanese system writes them.
_NOT_IN_CP932 = frozenset("\x80\xa0\uf8f0\uf8f1\uf8f2\uf8f3")


class EncodingUnknown(RenkeiError):
    """The encoding has to be chosen. `previews` shows the first lines under each choice.

    The previews hold what the file holds and are for the screen only.
    """

    def __init__(self, previews: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(
            "ファイルの文字の種類がわかりません。",
            kept=KEPT,
            todo="正しく読める見本を選んでください。",
        )
        self.previews = previews


def encoding_of(path: Path) -> str:
    """The encoding of a file as Python calls it; raises EncodingUnknown."""
    with path.open("rb") as file:
        start = file.read(4)
    for bom, encoding in _BOMS:
        if start.startswith(bom):
            return encoding
    if _fits(path, "utf-8"):
        return "utf-8"
    if _fits(path, "cp932") and not _fits(path, "euc_jp"):
        return "cp932"
    raise EncodingUnknown(previews(path))


def previews(path: Path) -> dict[str, tuple[str, ...]]:
    """The first lines as each encoding shows them; what cannot be read appears as �."""
    with path.open("rb") as file:
        start = file.read(_PREVIEW_BYTES)
    return {
        encoding: tuple(start.decode(encoding, "replace").splitlines()[:_PREVIEW_LINES])
        for encoding in CHOICES
    }


def _fits(path: Path, encoding: str) -> bool:
    """Whether every byte is allowed; one chunk at a time, so a large file costs no memory."""
    try:
        return all(_is_text(part, encoding) for part in _decoded(path, encoding))
    except UnicodeDecodeError:
        return False


def _decoded(path: Path, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def _is_text(part: str, encoding: str) -> bool:
    """A text of zeros between the letters is UTF-16 without a mark, or no text."""
    if part.count("\0") * 10 > len(part):
        return False
    return encoding != "cp932" or _NOT_IN_CP932.isdisjoint(part)

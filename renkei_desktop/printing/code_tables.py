"""The tables of a composite font: from a code in the page to its glyph, and back to its text."""

from __future__ import annotations

import hashlib
import unicodedata

from renkei_desktop.printing.graphemes import unvaried

Codes = list[tuple[int, str]]
"""The codes that a document uses of a font and the grapheme that each stands for, in order."""

_ENTRIES_A_BLOCK = 100
"""As many entries as the PDF standard allows in one block of a text table."""


def subset_name(name: str, codes: Codes) -> str:
    """The name of a subset: six letters that depend on what is in it, as the standard wants."""
    number = int.from_bytes(hashlib.sha256(repr(codes).encode()).digest()[:8], "big")
    letters = "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))
    return f"{letters}+{name}"


def glyph_table(codes: Codes) -> bytes:
    """CIDToGIDMap: the glyph of each code, which is its place in `codes`, counted from 1."""
    table = bytearray(2 * (codes[-1][0] + 1) if codes else 2)
    for number, (code, _) in enumerate(codes, start=1):
        table[2 * code : 2 * code + 2] = number.to_bytes(2, "big")
    return bytes(table)


def text_table(codes: Codes) -> bytes:
    """ToUnicode. A variant stands for its plain character: who searches 葛城 finds 葛󠄀城."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for start in range(0, len(codes), _ENTRIES_A_BLOCK):
        block = codes[start : start + _ENTRIES_A_BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines += (f"<{code:04X}> <{_as_text(grapheme)}>" for code, grapheme in block)
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")


def _as_text(grapheme: str) -> str:
    text = unvaried(grapheme)
    if text[1:]:
        text = unicodedata.normalize("NFC", text)
    return text.encode("utf-16-be").hex()

"""A font as ReportLab wants it, written into the PDF as one composite font per face.

ReportLab's own TrueType support cuts a font into pieces of 256 characters, knows no variation
selectors, prints a box for what it lacks and writes wrong text for characters beyond U+FFFF.
Here a character's code in the page is the character itself (UTF-16BE), so encoding a line costs
next to nothing; variants and characters beyond U+FFFF get codes from the surrogate range, which
no character uses. One table in the PDF leads from code to glyph, another from code to text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import FF_SYMBOLIC, TTEncoding, TTFont

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.printing.code_tables import Codes, glyph_table, subset_name, text_table
from renkei_desktop.printing.fontfile import FontFile
from renkei_desktop.printing.graphemes import graphemes
from renkei_desktop.printing.subset import subset

_FIRST_EXTRA, _LAST_EXTRA = 0xD800, 0xF8FF


@dataclass(slots=True)
class Used:
    """The graphemes that one document has used of one font."""

    name: str
    plain: set[str] = field(default_factory=set)
    extra: dict[str, int] = field(default_factory=dict)

    def code(self, grapheme: str) -> int:
        """The code of a grapheme that is not plain; the first use gives it one."""
        code = self.extra.setdefault(grapheme, _FIRST_EXTRA + len(self.extra))
        if code > _LAST_EXTRA:
            raise RenkeiError(
                "一度に印刷するには、特別な字体の文字が多すぎます。",
                kept="何も印刷していません。",
                todo="町内会を分けて印刷してください。",
            )
        return code

    def codes(self) -> Codes:
        """All codes with their graphemes, in order."""
        return sorted([(ord(c), c) for c in self.plain] + [(n, g) for g, n in self.extra.items()])


class _Measures:
    """What ReportLab asks of a typeface."""

    builtIn = 0
    _full_font = False

    def __init__(self, file: FontFile) -> None:
        self.name = file.name
        self.ascent, self.descent = (1000 * part for part in file.rise)


class PaperFont(TTFont):  # type: ignore[misc]
    """A font file as a ReportLab font. Works with drawString too; raises KeyError for what the
    file cannot show, where ReportLab would draw a box."""

    def __init__(self, file: FontFile) -> None:
        # Not TTFont.__init__: it reads the whole file, a quarter of a second for IPAmj.
        self.fontName = file.name
        self.file = file
        self.face = _Measures(file)
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[Any, Used] = WeakKeyDictionary()
        self._asciiReadable = 0
        self.shapable = False

    def used(self, doc: Any) -> Used:
        """What a document has used of this font; the first call enters the font into it."""
        if doc not in self.state:
            name = f"F{len(doc.fontMapping) + 1}"
            doc.fontMapping[self.fontName] = f"/{name}"
            doc.delayedFonts.append(self)
            self.state[doc] = Used(name)
        return self.state[doc]

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        used = self.used(doc)
        return [(0, b"".join(self._code(g, used) for g in graphemes(text)))]

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:
        return f"/{self.used(doc).name}"

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        return size * sum(self.file.advance(self._glyph(g)) for g in graphemes(text))

    def addObjects(self, doc: Any) -> None:
        """Writes the font into a document that is about to be finished."""
        used = self.state.pop(doc)
        codes = used.codes()
        glyphs = [0, *(self._glyph(grapheme) for _, grapheme in codes)]
        name = subset_name(self.fontName, codes)
        descendant = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{name}",
            "CIDSystemInfo": pdfdoc.PDFDictionary(
                {
                    "Registry": pdfdoc.PDFString("Adobe"),
                    "Ordering": pdfdoc.PDFString("Identity"),
                    "Supplement": 0,
                }
            ),
            "FontDescriptor": self._descriptor(doc, name, subset(self.file, glyphs)),
            "DW": 1000,
            "W": self._widths(codes),
            "CIDToGIDMap": _stream(doc, f"glyphs:{name}", glyph_table(codes)),
        }
        composite = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray(
                [doc.Reference(pdfdoc.PDFDictionary(descendant), f"descendant:{name}")]
            ),
            "ToUnicode": _stream(doc, f"text:{name}", text_table(codes)),
        }
        fonts = doc.idToObject["BasicFonts"].dict
        fonts[used.name] = doc.Reference(pdfdoc.PDFDictionary(composite), f"font:{name}")

    def _glyph(self, grapheme: str) -> int:
        glyph = self.file.glyph(grapheme)
        if not glyph:
            raise KeyError("the font has no glyph for a character of this text")
        return glyph

    def _code(self, grapheme: str, used: Used) -> bytes:
        if grapheme in self.file.plain:
            used.plain.add(grapheme)
            return grapheme.encode("utf-16-be")
        self._glyph(grapheme)
        return used.code(grapheme).to_bytes(2, "big")

    def _descriptor(self, doc: Any, name: str, program: bytes) -> Any:
        ascent, descent = self.file.rise
        return doc.Reference(
            pdfdoc.PDFDictionary(
                {
                    "Type": "/FontDescriptor",
                    "FontName": f"/{name}",
                    "Flags": FF_SYMBOLIC,
                    "FontBBox": pdfdoc.PDFArray([round(side) for side in self.file.box]),
                    "ItalicAngle": 0,
                    "Ascent": round(1000 * ascent),
                    "Descent": round(1000 * descent),
                    "CapHeight": round(1000 * ascent),
                    "StemV": 80,
                    "FontFile2": _stream(doc, f"program:{name}", program, Length1=len(program)),
                }
            ),
            f"descriptor:{name}",
        )

    def _widths(self, codes: Codes) -> Any:
        """Only what is not one em wide: kana and kanji are the default."""
        widths: list[Any] = []
        for code, grapheme in codes:
            width = round(1000 * self.file.advance(self._glyph(grapheme)), 2)
            if width != 1000:
                widths += [code, pdfdoc.PDFArray([width])]
        return pdfdoc.PDFArray(widths)


@cache
def paper_font(file: FontFile) -> PaperFont:
    """The ReportLab font of a font file, registered under its PostScript name."""
    font = PaperFont(file)
    pdfmetrics.registerFont(font)
    return font


def _stream(doc: Any, name: str, content: bytes, **entries: int) -> Any:
    stream = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
    stream.dictionary.dict.update(entries)
    return doc.Reference(stream, name)

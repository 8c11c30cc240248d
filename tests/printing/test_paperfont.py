from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.printing.paperfont import PaperFont, Used, paper_font
from renkei_desktop.printing.typeface import Face, fallback, main
from tests.printing.reading import letters, picture, poppler, solid, texts


def drawn(font: PaperFont, *lines: str) -> bytes:
    """Lines drawn with ReportLab's own drawString."""
    canvas = Canvas(
        BytesIO(),
        pagesize=(400, 300),
        invariant=1,
        initialFontName=font.fontName,
        pageCompression=1,
    )
    for number, line in enumerate(lines):
        canvas.setFont(font.fontName, 20)
        canvas.drawString(20, 260 - 30 * number, line)
    return bytes(canvas.getpdfdata())


@pytest.fixture
def gothic() -> PaperFont:
    return paper_font(main(Face.GOTHIC))


@pytest.fixture
def mincho() -> PaperFont:
    behind = fallback()
    assert behind is not None
    return paper_font(behind)


def test_text_comes_back_as_it_went_in(gothic: PaperFont) -> None:
    assert texts(drawn(gothic, "髙﨑德川 (旭町) 12-3", "雪\\かき")) == [
        "髙﨑德川 (旭町) 12-3\n雪\\かき"
    ]


def test_beyond_the_first_plane_too(mincho: PaperFont) -> None:
    assert texts(drawn(mincho, "𠮷田𠮷")) == ["𠮷田𠮷"]


def test_a_variant_is_found_by_its_plain_character(gothic: PaperFont) -> None:
    assert texts(drawn(gothic, "葛󠄀城", "か\u3099き")) == ["葛城\nがき"]


def test_a_variant_looks_different(gothic: PaperFont, mincho: PaperFont) -> None:
    for font, plain, variant in ((gothic, "葛", "葛󠄀"), (mincho, "葛", "葛󠄂"), (mincho, "邉", "邉󠄐")):
        assert picture(drawn(font, plain)) != picture(drawn(font, variant))
        assert texts(drawn(font, plain)) == texts(drawn(font, variant))


def test_characters_that_share_a_glyph_keep_their_own_text(mincho: PaperFont) -> None:
    own = mincho.file._glyphs
    by_glyph: dict[int, str] = {}
    for code, glyph in own.items():
        other = by_glyph.setdefault(glyph, chr(code))
        if other != chr(code) and chr(code) > "\u3000" and other > "\u3000":
            assert texts(drawn(mincho, other + chr(code))) == [other + chr(code)]
            return
    pytest.fail("the font has no two characters with one glyph any more")


def test_what_the_font_lacks_is_an_error_and_never_a_box(gothic: PaperFont) -> None:
    with pytest.raises(KeyError):
        drawn(gothic, "𠮷田")


def test_letters_stand_where_their_widths_put_them(gothic: PaperFont) -> None:
    pdf = drawn(gothic, "雪7か𠮷"[:3])
    assert [round(letter.left) for letter in letters(pdf)] == [20, 40, 50]
    assert gothic.stringWidth("雪7か", 20) == 50
    assert pdfmetrics.stringWidth("雪7か", gothic.fontName, 20) == 50


def test_the_pdf_holds_only_the_glyphs_it_uses(gothic: PaperFont) -> None:
    assert len(drawn(gothic, "雪")) < 12_000


def test_fonts_are_embedded_subsets(gothic: PaperFont, tmp_path: Path) -> None:
    listed = poppler("pdffonts", pdf=drawn(gothic, "雪"), folder=tmp_path)
    if listed is not None:
        rows = listed.splitlines()[2:]
        assert len(rows) == 1
        assert "+BIZUDGothic-Regular" in rows[0]
        assert rows[0].split()[-5:-2] == ["yes", "yes", "yes"]


def test_two_documents_do_not_disturb_each_other(gothic: PaperFont) -> None:
    first = Canvas(BytesIO(), invariant=1, initialFontName=gothic.fontName)
    first.setFont(gothic.fontName, 20)
    first.drawString(20, 20, "雪葛󠄀")
    expected = drawn(gothic, "川辻󠄀")
    first.drawString(20, 60, "町")
    assert drawn(gothic, "川辻󠄀") == expected
    assert solid(texts(bytes(first.getpdfdata()))[0]) == "雪葛町"


def test_more_variants_than_codes_is_a_sentence() -> None:
    used = Used("F1")
    for number in range(0xF900 - 0xD800):
        used.code(f"葛{number}")
    with pytest.raises(RenkeiError, match="町内会を分けて"):
        used.code("葛")

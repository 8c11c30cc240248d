from __future__ import annotations

from io import BytesIO
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from renkei_desktop.printing.fontfile import FontFile
from renkei_desktop.printing.subset import subset
from renkei_desktop.printing.typeface import Face, main


def read(program: bytes) -> TTFont:
    font = TTFont(BytesIO(program), checkChecksums=2)
    font.setGlyphOrder([str(n) for n in range(font["maxp"].numGlyphs)])
    return font


def test_the_small_font_has_the_very_outlines_and_widths() -> None:
    file = main(Face.GOTHIC)
    wanted = [0, *(file.glyph(g) or 0 for g in ("葛󠄀", "葛", "7", "雪"))]
    font = read(subset(file, wanted))
    assert font["maxp"].numGlyphs == 5
    for number, old in enumerate(wanted):
        assert font["hmtx"][str(number)] == file.metric(old)
    raw, places = font.reader["glyf"], font["loca"].locations
    for number, old in enumerate(wanted):
        assert raw[places[number] : places[number + 1]].rstrip(b"\0") == file.outline(old).rstrip(
            b"\0"
        )


def test_a_glyph_may_stand_twice() -> None:
    file = main(Face.GOTHIC)
    snow = file.glyph("雪") or 0
    font = read(subset(file, [0, snow, snow]))
    assert font["glyf"]["1"] == font["glyf"]["2"]


def made_of_parts(folder: Path) -> Path:
    """A font in which «c» is composed of «a» and a shifted, scaled «b»."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "x", "y", "a", "b", "c"])
    builder.setupCharacterMap({ord(letter): letter for letter in "xyabc"})
    glyphs = {}
    for name, size in ((".notdef", 10), ("x", 20), ("y", 25), ("a", 30), ("b", 40)):
        pen = TTGlyphPen(None)
        pen.moveTo((0, 0))
        pen.lineTo((size, 0))
        pen.lineTo((0, size))
        pen.closePath()
        glyphs[name] = pen.glyph()
    pen = TTGlyphPen(glyphs)
    pen.addComponent("a", (1, 0, 0, 1, 300, 0))
    pen.addComponent("b", (0.5, 0, 0, 0.5, 5, 5))
    glyphs["c"] = pen.glyph()
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (500, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Parts", "styleName": "Regular", "psName": "Parts"})
    builder.setupOS2()
    builder.setupPost()
    file = folder / "parts.ttf"
    builder.save(file)
    return file


def test_the_parts_of_a_composed_glyph_come_along(tmp_path: Path) -> None:
    file = FontFile(made_of_parts(tmp_path))
    whole = TTFont(tmp_path / "parts.ttf")
    font = read(subset(file, [0, file.glyph("c") or 0]))
    assert font["maxp"].numGlyphs == 4
    points, *_ = font["glyf"]["1"].getCoordinates(font["glyf"])
    expected, *_ = whole["glyf"]["c"].getCoordinates(whole["glyf"])
    assert list(points) == list(expected)


def test_the_metrics_that_a_font_lists_short_are_read(tmp_path: Path) -> None:
    file = FontFile(made_of_parts(tmp_path))
    # All advances are alike, so the table holds one and then bearings only.
    assert [file.metric(n) for n in range(6)] == [(500, 0)] * 6
    assert file.name == "Parts"

"""Tiles painted from a drawing: what is on them, that seams do not show, that they are kept."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from renkei_desktop.maps.drawing import Drawing, GroundClass, Label, empty_ground
from renkei_desktop.maps.ground import parse_ground
from renkei_desktop.maps.mercator import TILE, Bounds, to_unit
from renkei_desktop.maps.style import GROUND, LOOKS
from renkei_desktop.ui.map.ground_tiles import GroundTiles
from renkei_desktop.ui.map.painter import TilePainter
from tests.maps.made import SOUTH, STEP, WEST, feature, ground_bytes, picture, square


def image(data: bytes) -> QImage:
    return QImage.fromData(data)


def tile_of(lon: float, lat: float, zoom: int) -> tuple[int, int]:
    x, y = to_unit(lon, lat)
    return int(x * (1 << zoom)), int(y * (1 << zoom))


def pixel_of(painter: TilePainter, lon: float, lat: float, zoom: int) -> str:
    """The colour that a painted map shows at a place."""
    x, y = to_unit(lon, lat)
    side = TILE * (1 << zoom)
    tile = image(painter.tile(zoom, int(x * side) // TILE, int(y * side) // TILE))
    return QColor(tile.pixel(int(x * side) % TILE, int(y * side) % TILE)).name().upper()


def test_surfaces_have_the_colours_of_the_style(app: QApplication) -> None:
    hole = [*square(WEST, SOUTH, 0.01), *square(WEST + 0.004, SOUTH + 0.004, 0.002)]
    ground = parse_ground(
        ground_bytes(
            [
                feature("forest", "Polygon", hole),
                feature("water", "Polygon", square(WEST + 0.02, SOUTH, 0.01)),
            ]
        )
    )
    painter = TilePainter(ground)
    assert pixel_of(painter, WEST + 0.002, SOUTH + 0.002, 15) == LOOKS[GroundClass.FOREST].fill
    assert pixel_of(painter, WEST + 0.005, SOUTH + 0.005, 15) == GROUND
    assert pixel_of(painter, WEST + 0.025, SOUTH + 0.005, 15) == LOOKS[GroundClass.WATER].fill
    assert pixel_of(painter, WEST + 0.015, SOUTH + 0.005, 15) == GROUND


def test_houses_are_drawn_only_from_near(app: QApplication) -> None:
    features = [
        feature("field", "Polygon", square(WEST, SOUTH, 0.01)),
        feature("building", "Polygon", square(WEST + 0.005, SOUTH + 0.005, 0.0002)),
    ]
    painter = TilePainter(parse_ground(ground_bytes(features)))
    house = WEST + 0.0051, SOUTH + 0.0051
    assert pixel_of(painter, *house, 13) == LOOKS[GroundClass.FIELD].fill
    assert pixel_of(painter, *house, 18) == LOOKS[GroundClass.BUILDING].fill


def test_seams_do_not_show(app: QApplication, town: Drawing) -> None:
    """The pixels on both sides of a seam are as like each other as any two neighbours."""
    painter = TilePainter(town)
    zoom = 16
    x, y = tile_of(WEST + 5 * STEP, SOUTH + 5 * STEP, zoom)
    left, right = image(painter.tile(zoom, x, y)), image(painter.tile(zoom, x + 1, y))
    unlike = sum(
        abs(QColor(left.pixel(TILE - 1, row)).lightness() - QColor(right.pixel(0, row)).lightness())
        > 90
        for row in range(TILE)
    )
    assert unlike < 6


def test_a_name_on_a_seam_is_whole(app: QApplication) -> None:
    """The halves of a name on two tiles, put together, are the name on one tile."""
    zoom = 15
    x, y = tile_of(WEST, SOUTH, zoom)
    side = TILE * (1 << zoom)
    seam = (x + 1) * TILE / side * 360 - 180
    inside = (x + 0.5) * TILE / side * 360 - 180
    bounds = Bounds(WEST - 1, SOUTH - 1, WEST + 1, SOUTH + 1)

    def named(lon: float) -> TilePainter:
        name = Label("試験町役場前", (lon, SOUTH), GroundClass.PLACE, 1)
        return TilePainter(Drawing("", "", bounds, labels=(name,)))

    split = named(seam)
    halves = [image(split.tile(zoom, x, y)), image(split.tile(zoom, x + 1, y))]
    whole = image(named(inside).tile(zoom, x, y))
    together = [
        [
            half.pixel(column, row)
            for half, columns in zip(halves, _HALVES, strict=True)
            for column in columns
        ]
        for row in range(TILE)
    ]
    assert together == [[whole.pixel(c, row) for c in range(TILE)] for row in range(TILE)]
    assert len({colour for row in together for colour in row}) > 10


_HALVES = (range(TILE // 2, TILE), range(TILE // 2))


def test_sharp_tiles_are_twice_as_large(app: QApplication, town: Drawing) -> None:
    painter = TilePainter(town)
    x, y = tile_of(WEST + 5 * STEP, SOUTH + 5 * STEP, 16)
    plain, sharp = image(painter.tile(16, x, y)), image(painter.tile(16, x, y, 2))
    assert (plain.width(), sharp.width()) == (TILE, 2 * TILE)
    alike = sum(
        abs(QColor(plain.pixel(c, r)).lightness() - QColor(sharp.pixel(2 * c, 2 * r)).lightness())
        < 40
        for c in range(0, TILE, 4)
        for r in range(0, TILE, 4)
    )
    assert alike > 0.9 * 64 * 64


def test_an_empty_ground_has_lines_in_step_from_tile_to_tile(app: QApplication) -> None:
    painter = TilePainter(empty_ground(Bounds(WEST, SOUTH, WEST + 0.1, SOUTH + 0.1)))
    x, y = tile_of(WEST, SOUTH, 15)
    places = [
        column + TILE * step
        for step in range(4)
        for column in range(TILE)
        if image(painter.tile(15, x + step, y)).pixelColor(column, 5).name().upper() != GROUND
    ]
    gaps = {b - a for a, b in pairwise(places) if b - a > 2}
    assert gaps and max(gaps) - min(gaps) <= 2


def test_larger_type_means_larger_names(app: QApplication) -> None:
    bounds = Bounds(WEST - 1, SOUTH - 1, WEST + 1, SOUTH + 1)
    town = Drawing("", "", bounds, labels=(Label("本町", (WEST, SOUTH), GroundClass.PLACE, 1),))
    x, y = tile_of(WEST, SOUTH, 15)

    def ink(scale: float) -> int:
        painted = image(TilePainter(town, scale).tile(15, x, y))
        return sum(
            painted.pixelColor(c, r).lightness() < 128 for c in range(TILE) for r in range(TILE)
        )

    assert ink(2.0) > 2.5 * ink(1.0) > 0


class Counted:
    """A map of one picture per zoom that counts how often it is asked."""

    name = attribution = ""
    bounds = Bounds(141, 43, 142, 44)
    min_zoom, max_zoom = 10, 14
    media_type = "image/png"

    def __init__(self, tiles: dict[tuple[int, int, int], bytes]) -> None:
        self.tiles = tiles
        self.asked = 0

    def tile(self, zoom: int, x: int, y: int) -> bytes | None:
        self.asked += 1
        return self.tiles.get((zoom, x, y))

    def close(self) -> None:
        pass


def test_a_tile_is_made_once_and_memory_is_bounded(app: QApplication) -> None:
    big = picture() + bytes(1_000_000)
    source = Counted({(12, x, 5): big for x in range(60)})
    tiles = GroundTiles(source)
    assert tiles.tile(12, 0, 5) == tiles.tile(12, 0, 5) == ("image/png", big)
    assert source.asked == 1
    for x in range(60):
        tiles.tile(12, x, 5)
    assert tiles.kept_bytes <= 24 * 1024 * 1024
    source.asked = 0
    tiles.tile(12, 59, 5)
    tiles.tile(12, 0, 5)
    assert source.asked == 1


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "JPEG"])
def test_a_hole_is_filled_from_the_picture_above(app: QApplication, kind: str) -> None:
    quarters = QImage(256, 256, QImage.Format.Format_RGB32)
    for row in range(256):
        for column in range(256):
            quarters.setPixel(column, row, 0xFFC04040 if column < 128 else 0xFF4040C0)
    from PIL import Image

    data = picture(kind=kind)
    if kind == "PNG":
        import io

        out = io.BytesIO()
        halves = Image.new("RGB", (256, 256), "#c04040")
        halves.paste("#4040c0", (128, 0, 256, 256))
        halves.save(out, kind)
        data = out.getvalue()
    tiles = GroundTiles(Counted({(12, 7, 5): data}))
    west, east = tiles.tile(13, 14, 10), tiles.tile(14, 31, 20)
    assert west and east
    assert image(west[1]).size() == image(east[1]).size() == quarters.size()
    if kind == "PNG":
        assert QColor(image(west[1]).pixel(100, 100)).name() == "#c04040"
        assert QColor(image(east[1]).pixel(100, 100)).name() == "#4040c0"
    assert tiles.tile(13, 20, 10) is None
    assert tiles.tile(19, 0, 0) is None
    assert tiles.tile(3, 9, 0) is None


def test_a_picture_that_claims_to_be_gigantic_is_not_decoded(app: QApplication) -> None:
    data = bytearray(picture())
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    assert GroundTiles(Counted({(12, 7, 5): bytes(data)})).tile(13, 14, 10) is None

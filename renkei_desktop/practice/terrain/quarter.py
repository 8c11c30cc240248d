"""The thirty neighbourhood associations and the land that each of them covers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from renkei_desktop.practice.terrain.land import Land
from renkei_desktop.practice.terrain.plane import Curve, Ring, Spot, between, level
from renkei_desktop.practice.terrain.size import BLOCK, SECTION

NUMBERS = (
    ("一", "いち"), ("二", "に"), ("三", "さん"), ("四", "よん"), ("五", "ご"),
    ("六", "ろく"), ("七", "なな"), ("八", "はち"), ("九", "きゅう"), ("十", "じゅう"),
)  # fmt: skip


def numeral(number: int) -> tuple[str, str]:
    """A number up to 99 in kanji, and how it is read."""
    if number <= 10:
        return NUMBERS[number - 1]
    tens, ones = divmod(number, 10)
    head, head_reading = NUMBERS[tens - 1] if tens > 1 else ("", "")
    last, last_reading = NUMBERS[ones - 1] if ones else ("", "")
    return f"{head}十{last}", f"{head_reading}じゅう{last_reading}"


@dataclass(frozen=True, slots=True)
class Quarter:
    """The territory of one association: from `west` to `east` between two curves.

    `address` begins every address in it; it is empty in the centre, where 条 and 丁目 say it.
    """

    name: str
    reading: str
    west: float
    east: float
    lower: Curve
    upper: Curve
    address: str = ""

    @property
    def rural(self) -> bool:
        return self.address.startswith("字")

    def outline(self) -> Ring:
        return between(self.lower, self.upper, self.west, self.east)

    def covers(self, spot: Spot) -> bool:
        u, v = spot
        return self.west <= u < self.east and self.lower.at(u) <= v < self.upper.at(u)


def quarters(land: Land) -> tuple[Quarter, ...]:
    """All associations: those of the town from north to south, then the rural ones.

    Together they cover the land between the hills and the forest without gap or overlap.
    """
    return (
        *_main_street(land),
        *_north_of_main_street(land),
        *_south_of_main_street(land),
        *_sides(land),
        *_beyond_the_railway(land),
        *_fields_north_of_river(land),
        *_fields_south_of_river(land),
    )


def _box(
    name: tuple[str, str], west: float, east: float, south: float, north: float, address: str = ""
) -> Quarter:
    return Quarter(*name, west, east, level(south), level(north), address)


def _named(name: tuple[str, str], number: int) -> tuple[str, str]:
    kanji, reading = numeral(number)
    return name[0] + kanji, name[1] + reading


def _chome(land: Land) -> Iterator[tuple[int, float, float]]:
    """The number of each 丁目 of the centre, and where it begins and ends."""
    for i in range(land.size.chome):
        yield i + 1, -land.half + 2 * i * BLOCK, -land.half + 2 * (i + 1) * BLOCK


def _main_street(land: Land) -> Iterator[Quarter]:
    for number, west, east in _chome(land):
        yield _box(_named(("本通", "ほんどおり"), number), west, east, -BLOCK, BLOCK)


def _north_of_main_street(land: Land) -> Iterator[Quarter]:
    """Two rows of blocks each; what lies at the railway has only two associations."""
    row = 1
    while row + 2 < land.size.north:
        name = _row_name("北", "きた", row + 1)
        for number, west, east in _chome(land):
            yield _box(_named(name, number), west, east, row * BLOCK, (row + 2) * BLOCK)
        row += 2
    yield _box(("北町", "きたまち"), -land.half, 0, row * BLOCK, land.rail_v)
    yield _box(("駅前", "えきまえ"), 0, land.half, row * BLOCK, land.rail_v)


def _south_of_main_street(land: Land) -> Iterator[Quarter]:
    row = 1
    while row < land.size.south:
        name = ("南町", "みなみまち") if row == 1 else _row_name("南", "みなみ", row + 1)
        south = land.rim_south if row + 2 >= land.size.south else -(row + 2) * BLOCK
        for number, west, east in _chome(land):
            yield _box(_named(name, number), west, east, south, -row * BLOCK)
        row += 2


def _row_name(side: str, reading: str, row: int) -> tuple[str, str]:
    kanji, spoken = numeral(row)
    return f"{side}{kanji}条", f"{reading}{spoken}じょう"


def _sides(land: Land) -> Iterator[Quarter]:
    """旭町 in the east, 栄町 in the west."""
    half, side, middle = land.half, land.side, land.half + 3 * BLOCK
    boxes: tuple[tuple[str, str, int, float, float, float, float], ...] = (
        ("旭町", "あさひまち", 1, half, middle, 0.0, land.rail_v),
        ("旭町", "あさひまち", 2, middle, side, 0.0, land.rail_v),
        ("旭町", "あさひまち", 3, half, middle, land.rim_south, 0.0),
        ("旭町", "あさひまち", 4, middle, side, land.rim_south, 0.0),
        ("栄町", "さかえまち", 1, -side, -half, 0.0, land.rail_v),
        ("栄町", "さかえまち", 2, -middle, -half, land.rim_south, 0.0),
        ("栄町", "さかえまち", 3, -side, -middle, land.rim_south, 0.0),
    )
    for kanji, reading, number, west, east, south, north in boxes:
        name, address = _named((kanji, reading), number), _address(kanji, number)
        yield _box(name, west, east, south, north, address)


def _beyond_the_railway(land: Land) -> Iterator[Quarter]:
    edges = (-land.side, -2 * BLOCK, 3 * BLOCK, land.side)
    for number, (west, east) in enumerate(pairwise(edges), start=1):
        name = _named(("緑町", "みどりまち"), number)
        address = _address("緑町", number)
        yield _box(name, west, east, land.rail_v, land.rim_north, address)


def _address(name: str, number: int) -> str:
    return f"{name}{numeral(number)[0]}丁目"


def _field(
    name: str, reading: str, west: float, east: float, lower: Curve, upper: Curve
) -> Quarter:
    return Quarter(name, reading, west, east, lower, upper, "字" + name)


def _fields_north_of_river(land: Land) -> Iterator[Quarter]:
    side, edge, road = land.side, land.edge, level(0)
    yield _field("西野", "にしの", -edge, -side, road, land.forest)
    yield _field("下沢", "しもざわ", -edge, -side, land.river, road)
    yield _field("北沢", "きたざわ", -side, 0, level(land.rim_north), land.forest)
    yield _field("高台", "たかだい", 0, side, level(land.rim_north), land.forest)
    yield _field("東原", "ひがしはら", side, edge, road, land.forest)
    yield _field("中島", "なかしま", side, edge, land.river, road)
    yield _field("川端", "かわばた", -side, side, land.river, level(land.rim_south))


def _fields_south_of_river(land: Land) -> Iterator[Quarter]:
    cut = land.edge - 3 * SECTION
    yield _field("清流", "せいりゅう", -land.edge, -cut, land.hills, land.river)
    yield _field("豊里", "とよさと", -cut, cut, land.hills, land.river)
    yield _field("南沢", "みなみさわ", cut, land.edge, land.hills, land.river)

"""A roster of 5,000 rows against a bare canvas and against LongTable, in one run.

`python -m pytest tests/benchmarks/test_roster_speed.py -m benchmark -s` prints the figures.
"""

from __future__ import annotations

import ctypes
import dataclasses
import gc
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import pypdfium2.raw as raw
import pytest

from renkei_desktop.printing import typeface
from renkei_desktop.printing.columns import storeys
from renkei_desktop.printing.paper import A4_LANDSCAPE
from renkei_desktop.printing.printed import Printed
from renkei_desktop.printing.roster import Roster, RosterSection, print_roster
from renkei_desktop.printing.roster_row import RosterRow, cells_by_row
from renkei_desktop.printing.style import Style, styles
from renkei_desktop.printing.wrapping import spans
from tests.benchmarks.floor_roster import Placed, drawn, drawn_one_by_one, long_table
from tests.printing.people import HANDLING, HEAD, row
from tests.printing.reading import opened, solid, texts

pytestmark = pytest.mark.benchmark

SIZE = (A4_LANDSCAPE.width, A4_LANDSCAPE.height)
ROWS_A_SECTION = 100
PLACES = ("旭町", "緑町", "本通", "北竜", "共成", "更新", "東予", "沼の上")
LIVES = (
    "朝は畑に出る",
    "週に三度は透析へ通う",
    "冬は娘の家にいる",
    "夜は補聴器を外す",
    "犬と暮らす",
)
GIVEN = ("トミ", "清", "フミ", "吉男", "花子", "ウメ", "正", "ヨシヱ", "志づ", "源左衛門", "ハル")
FAMILY = (
    "髙橋",
    "佐藤",
    "﨑山",
    "小野寺",
    "德永",
    "渡邉",
    "武者小路",
    "林",
    "斎藤",
    "山岸",
    "相田",
)


def resident(number: int) -> RosterRow:
    """Rows of which nearly every cell reads differently. No character is beyond U+FFFF and none
    is a variant, because ReportLab's own fonts could not print the same text then."""
    place, life = PLACES[number % 8], LIVES[number % 5]
    child, neighbour = FAMILY[number % 7], FAMILY[number % 10]
    mobile = f"090-{number:04}-{number % 977:04}"
    return dataclasses.replace(
        row(number),
        name=f"{FAMILY[number % 11]} {GIVEN[number // 11 % 11]}",
        address=f"{place}{number % 9 + 1}丁目{number % 37}番{number}号 {place}団地{number % 23}棟",
        contacts=(
            f"長男 {child} {GIVEN[number % 10]}（札幌市）{mobile}",
            f"隣 {neighbour}さん 0164-{number % 89:02}-{number:04}",
        ),
        reasons=(f"{life}（{number}）", "ひとりで外へ出ることがあり、帰り道が分からなくなる"),
        supporters=(f"{FAMILY[(number + 3) % 11]} 一（隣）", f"{place}{number % 40}班"),
        note=None,
    )


def content(rows: int) -> Roster:
    sections = []
    for start in range(0, rows, ROWS_A_SECTION):
        people = tuple(resident(n) for n in range(start, start + ROWS_A_SECTION))
        sections.append(RosterSection(f"第{start // ROWS_A_SECTION + 1}町内会", "", "", people))
    return Roster(HEAD, HANDLING, tuple(sections))


def placements(pdf: bytes) -> list[list[Placed]]:
    """Every line of a finished PDF: its words, its place, its font."""
    with opened(pdf) as document:
        return [list(_placed(page)) for page in document]


def _placed(page: object) -> Iterator[Placed]:
    text_page = page.get_textpage()  # type: ignore[attr-defined]
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):  # type: ignore[attr-defined]
        length = raw.FPDFTextObj_GetText(item.raw, text_page.raw, None, 0)
        words = ctypes.create_string_buffer(length)
        pointer = ctypes.cast(words, ctypes.POINTER(raw.FPDF_WCHAR))
        raw.FPDFTextObj_GetText(item.raw, text_page.raw, pointer, length)
        text = words.raw.decode("utf-16-le").rstrip("\0").rstrip(" ")
        where = item.get_matrix()
        name = item.get_font().get_base_name().split("+")[-1]
        yield Placed(where.e, where.f, name, round(item.get_font_size(), 2), text)


def wrapped_cells(roster: Roster) -> tuple[list[list[list[str]]], list[float]]:
    """The same cells for LongTable, wrapped as ours are, and the widths of the columns."""
    look = styles(1.0)
    people = [person for section in roster.sections for person in section.rows]
    columns, cells = cells_by_row(people, look)
    slots = storeys(columns, 42.52, SIZE[0] - 85.04, look)[0].slots
    assert len(slots) == len(columns)
    header = [column.label for column in columns]
    made = []
    for section in roster.sections:
        body = [
            [
                "\n".join(line for style, text in cell for line in _lines(style, text, slot.width))
                for cell, slot in zip(cells(person), slots, strict=True)
            ]
            for person in section.rows
        ]
        made.append([header, *body])
    return made, [slot.width + 8 for slot in slots]


def _lines(style: Style, text: str, width: float) -> list[str]:
    font = typeface.main(style.face)
    widths = [font.advance(font.glyph(c) or 0) for c in text]
    indent = 1.0 if style.hanging else 0.0
    cuts = spans(text, widths, width / style.size, indent=indent, at_spaces=style.at_spaces)
    return [text[start:end] for start, end in cuts]


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def best(rounds: int, *works: Callable[[], object]) -> list[float]:
    """The shortest time of each, taken in turns so that a busy moment meets all alike."""
    runs = [[seconds(work) for work in works] for _ in range(rounds)]
    return [min(times) for times in zip(*runs, strict=True)]


def same_words(ours: Printed, floor: bytes, pages: Sequence[Sequence[Placed]]) -> None:
    assert [solid(page) for page in texts(ours.pdf)] == [solid(page) for page in texts(floor)]
    assert sum(map(len, pages)) > 5000


def same_cells(table: bytes, cells: list[list[list[str]]], around: Sequence[Placed]) -> None:
    pages = texts(table)
    expected = Counter(solid("".join(c for rows in cells for row in rows[1:] for c in row)))
    each = Counter(solid("".join(cells[0][0]) + "".join(placed.text for placed in around)))
    for character, count in each.items():
        expected[character] += count * len(pages)
    assert Counter(solid("".join(pages))) == expected


def test_a_roster_costs_little_more_than_its_words_on_a_bare_canvas() -> None:
    roster = content(5000)
    ours = print_roster(roster)
    pages = placements(ours.pdf)
    floor = drawn(pages, SIZE)
    same_words(ours, floor, pages)
    cells, widths = wrapped_cells(roster)
    around = [placed for placed in pages[0] if placed.y > 515 or placed.y < 50]
    same_cells(long_table(cells, widths, around, SIZE), cells, around)

    our_time, floor_time, naive_time, table_time = best(
        3,
        lambda: print_roster(roster),
        lambda: drawn(pages, SIZE),
        lambda: drawn_one_by_one(pages, SIZE),
        lambda: long_table(cells, widths, around, SIZE),
    )
    floor_time = min(floor_time, naive_time)
    ratio = our_time / floor_time
    extra = (our_time - floor_time) / (table_time - floor_time)
    print(f"\nroster of 5,000 rows, {len(pages)} pages, {sum(map(len, pages))} lines")
    print(f"  ours {our_time:.2f} s · bare canvas {floor_time:.2f} s · ratio {ratio:.2f} (≤ 1.5)")
    print(f"  drawString {naive_time:.2f} s · LongTable {table_time:.2f} s", end="")
    print(f" · share of its extra cost {extra:.2f} (≤ 0.5)")
    assert ratio <= 1.5
    assert table_time > floor_time
    assert extra <= 0.5


def test_the_cost_grows_with_the_rows_and_no_faster() -> None:
    sizes = (500, 1500, 5000)
    rosters = [content(size) for size in sizes]
    times = best(3, *(lambda roster=roster: print_roster(roster) for roster in rosters))
    each = [1e6 * spent / size for spent, size in zip(times, sizes, strict=True)]
    print(f"\nmicroseconds a row at {sizes}: {', '.join(f'{cost:.0f}' for cost in each)}")
    assert each[2] <= 1.3 * each[0]


def test_rare_characters_cost_little() -> None:
    """The same roster with 𠮷 and variants in a tenth of the names."""
    plain = content(1500)
    rare = dataclasses.replace(
        plain,
        sections=tuple(
            dataclasses.replace(
                section,
                rows=tuple(
                    dataclasses.replace(person, name=("𠮷田", "葛󠄀城")[n % 2] + f" {n}郎")
                    if n % 10 == 0
                    else person
                    for n, person in enumerate(section.rows)
                ),
            )
            for section in plain.sections
        ),
    )
    plain_time, rare_time = best(3, lambda: print_roster(plain), lambda: print_roster(rare))
    print(f"\nrare characters in a tenth of the names: {rare_time / plain_time:.2f} times (≤ 1.5)")
    assert rare_time <= 1.5 * plain_time

"""The office's own list, as bad as it comes, through `import`."""

from __future__ import annotations

import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from renkei_desktop.office.machine import Machine
from tests.trouble.conftest import Answer, Typed
from tests.trouble.made_books import book, text_cell
from tests.trouble.offices_in import opened, stand_in

HEADINGS = "氏名,フリガナ,生年月日,住所,電話番号,町内会"
GOOD = "架空 太郎,カクウ タロウ,S10.4.1,旭町1,0999-35-2111,蕗の台"
EVERYWHERE = "A1:XFD1048576"


@pytest.fixture
def taken(typed: Typed, folder: Path, tmp_path: Path) -> Callable[..., Answer]:
    """Takes a list in, given as text or as a file."""

    def run(list_: str | bytes | Path, *more: str) -> Answer:
        path = list_ if isinstance(list_, Path) else tmp_path / "一覧.csv"
        if isinstance(list_, str):
            path.write_text(list_, "utf-8")
        elif isinstance(list_, bytes):
            path.write_bytes(list_)
        return typed("import", path, "--office", folder, "--as", "residents", *more)

    return run


Taken = Callable[..., Answer]


def in_words(taken: Taken, line: str) -> str:
    """What is said of the second line of a list whose first is good."""
    told = taken(f"{HEADINGS}\n{GOOD}\n{line}\n", "--json")
    assert told.code == 0, told.err
    (row,) = told.json["rows"]
    assert row["row"] == 3
    return "".join(row["reasons"])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("見本 花,ミホン ハナ,平成33年1月1日,,,", "令和3年1月1日"),
        ("見本 花,ミホン ハナ,2/30,,,", "2/30"),
        ("見本 花,ミホン ハナ,令和7年2月30日,,,", "2月30日"),
        ("見本 花,ミホン ハナ,昭和65年1月1日,,,", "昭和65年"),
        ("見本 花,ミホン ハナ,9999/1/1,,,", "生年月日"),
        (",,,旭町2,,", "氏名"),
        ("ﾐﾎﾝ ﾊﾅ,ﾐﾎﾝ ﾊﾅ,S10.4.1,,,", "半角カナ"),
        ("見本\ue000花,,S10.4.1,,,", "外字"),
        ("見本\ufffd花,,S10.4.1,,,", "読めない文字"),
        (HEADINGS, "見出し"),
        ("見本 花,ミホン ハナ,S10.4.1,旭町,,123456789018", "マイナンバー"),
        ("見本 花,a,b,c,d,e,f,g", "列"),
    ],
)
def test_a_row_that_needs_a_clerk(
    taken: Taken, folder: Path, machine: Machine, line: str, words: str
) -> None:
    assert words in in_words(taken, line)
    desk = opened(folder, machine)
    assert [row.name for row in desk.rows.people() if "架空" in row.name] == ["架空 太郎"]
    assert not any("見本" in row.name for row in desk.rows.people())
    desk.vault.close()


def test_half_width_kana_and_full_width_numbers_are_understood(
    taken: Taken, folder: Path, machine: Machine
) -> None:
    line = "見本 花,ﾐﾎﾝ ﾊﾅ,Ｓ１０．４．１,旭町１,０９９９－３５－２１１１,蕗の台"
    content = f"{HEADINGS}\n{line}\n".encode("cp932")
    assert taken(content, "--json").json["new"] == 1
    desk = opened(folder, machine)
    (row,) = [row for row in desk.rows.people() if row.address == "旭町１"]
    assert (row.reading, str(row.birth)) == ("みほん はな", "1935-04-01")
    desk.vault.close()


def test_a_list_without_a_usable_row_writes_nothing(
    taken: Taken, folder: Path, machine: Machine
) -> None:
    before = stand_in(folder, machine)
    told = taken(f"{HEADINGS}\n見本 花,,平成33年1月1日,,,\n")
    assert told.code == 0
    assert "何も書いていません" in told.out
    assert stand_in(folder, machine) == before


UNREADABLE: dict[str, bytes] = {
    "empty": b"",
    "blank lines": b"\n" * 5000,
    "zeros": bytes(5000),
    "binary": bytes(range(256)) * 50,
    "a PDF": b"%PDF-1.7 x",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(50),
    "an old Excel file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "a locked Excel file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    + bytes(2000)
    + "EncryptedPackage".encode("utf-16-le"),
    "a database": b"SQLite format 3\0" + bytes(100),
    "half a zip": b"PK\x03\x04" + bytes(300),
    "an open quotation mark": f'{HEADINGS}\n"見本,a\nb\n'.encode(),
    "too many columns": b"a," * 600 + b"\n",
    "an endless cell": b"a,b\n" + b"x" * 20_000 + b",y\n",
    "two encodings": "氏名,住所\n髙橋,".encode("cp932") + "旭町\n髙".encode() + b"\xff\n",
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_is_no_list(taken: Taken, folder: Path, machine: Machine, kind: str) -> None:
    assert taken(UNREADABLE[kind]).refusal
    assert stand_in(folder, machine).people == 1


def test_a_folder_and_a_file_that_is_not_there(taken: Taken, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "ない.csv", Path("/dev/null"), tmp_path / ("x" * 300)):
        assert "読めません" in taken(path).refusal


def test_ten_million_rows_cost_neither_time_nor_memory(tmp_path: Path) -> None:
    lists = {}
    for rows in (1_000, 10_000_000):
        lists[rows] = tmp_path / f"{rows}.csv"
        with lists[rows].open("wb") as file:
            file.write(HEADINGS.encode() + b"\n")
            for _ in range(rows // 1_000):
                file.write(b"a,b\n" * 1_000)
    start = time.perf_counter()
    memory = {rows: _memory_of_reading(path) for rows, path in lists.items()}
    assert time.perf_counter() - start < 60
    assert memory[10_000_000][0] == "refused"
    assert memory[10_000_000][1] < memory[1_000][1] + 200


_READ = """
import resource, sys
from pathlib import Path
from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.office import own_list
try:
    own_list.read(Path(sys.argv[1]))
    print("read", end=" ")
except RenkeiError:
    print("refused", end=" ")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def _memory_of_reading(path: Path) -> tuple[str, int]:
    """How reading a list ended in a process of its own, and its greatest size in MB."""
    ended = subprocess.run(
        [sys.executable, "-c", _READ, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    word, size = ended.stdout.split()
    return word, int(size)


def heading_row() -> str:
    return f'<row r="1">{text_cell("A1", "氏名")}{text_cell("B1", "住所")}</row>'


def far_below(path: Path) -> Path:
    last = f'<row r="1048576">{text_cell("A1048576", "見本 花")}</row>'
    return book(path, (heading_row(), last), dimension=EVERYWHERE)


def coloured_all_over(path: Path) -> Path:
    rows = (f'<row r="{n}"/>' for n in range(1, 300_000))
    return book(path, rows, dimension=EVERYWHERE)


def wide_rows(path: Path) -> Path:
    rows = (f'<row r="{n}"><c r="XFD{n}" s="0"/></row>' for n in range(1, 20_000))
    return book(path, rows, dimension=EVERYWHERE)


def many_texts(path: Path) -> Path:
    return book(path, (heading_row(),), shared=("<si><t>a</t></si>" * 10_000 for _ in range(210)))


def large_texts(path: Path) -> Path:
    return book(path, (heading_row(),), shared=("<si><t>" + "a" * 10**6 + "</t></si>",) * 300)


def large_styles(path: Path) -> Path:
    return book(path, (heading_row(),), more={"xl/styles.xml": ("<styleSheet>", " " * 20_000_000)})


def entities(path: Path) -> Path:
    dtd = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    return book(path, (f'<row r="1">{text_cell("A1", "&b;")}</row>',), more={"xl/x.xml": (dtd,)})


def endless_rows(path: Path) -> Path:
    return book(path, ("<row>" * 100_000,))


def beyond_the_sheet(path: Path) -> Path:
    return book(path, ('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row><row r="99999999999"/>',))


def macros(path: Path) -> Path:
    return book(path, (heading_row(),), more={"xl/vbaProject.bin": ("x",)})


def another_package(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<x/>")
    return path


def without_a_row(path: Path) -> Path:
    Workbook().save(path)
    return path


@pytest.mark.parametrize(
    "make",
    [
        coloured_all_over,
        wide_rows,
        many_texts,
        large_texts,
        large_styles,
        entities,
        endless_rows,
        beyond_the_sheet,
        macros,
        another_package,
        without_a_row,
    ],
)
def test_a_workbook_that_is_none_or_swells(
    taken: Taken, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path / "一覧.xlsx")
    start = time.perf_counter()
    assert taken(path).refusal
    assert time.perf_counter() - start < 30


def test_a_row_at_the_end_of_a_sheet_coloured_all_over_is_found(
    taken: Taken, tmp_path: Path
) -> None:
    told = taken(far_below(tmp_path / "一覧.xlsx"), "--json")
    assert told.json["new"] == 1

"""Whatever a file holds, it becomes a table or a sentence: no other error gets out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renkei_desktop.domain.error import RenkeiError
from renkei_desktop.intake.columns import recognise
from renkei_desktop.intake.list_file import read_list
from renkei_desktop.intake.pasted import read_associations, read_commissioners
from renkei_desktop.intake.residents import read_rows
from tests.intake.lists import AREA, HEADINGS, TODAY, write_book

same_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def read_or_refuse(path: Path) -> None:
    try:
        table = read_list(path)
    except RenkeiError as refusal:
        assert refusal.what.endswith("。") and refusal.kept and refusal.todo
        return
    assert all(len(row.cells) == len(table.headers) for row in table.rows)
    people = read_rows(table, recognise(table.headers), AREA, TODAY)
    assert [person.row_number for person in people] == [row.number for row in table.rows]


@same_folder
@given(st.binary(max_size=400))
def test_any_bytes(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    read_or_refuse(path)


cells = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ['"', '""', "昭和17年4月2日", "ﾐﾎﾝ", "\ue000", "=1+1", "\0", "1234567890", "、"]
    ),
)


@same_folder
@given(st.lists(st.lists(cells, max_size=12), max_size=12), st.sampled_from(["utf-8", "cp932"]))
def test_any_cells_below_the_headings(tmp_path: Path, rows: list[list[str]], encoding: str) -> None:
    text = "\n".join(",".join(row) for row in [list(HEADINGS), *rows])
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode(encoding, "replace"))
    read_or_refuse(path)


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    rows = [HEADINGS, *([f"見本{n}", "みほん", "S17.4.2", "=A1", n] for n in range(5))]
    return write_book(tmp_path_factory.mktemp("book") / "a.xlsx", rows).read_bytes()


@same_folder
@given(st.data())
def test_a_workbook_with_changed_bytes(
    tmp_path: Path, workbook: bytes, data: st.DataObject
) -> None:
    content = bytearray(workbook)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(2, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "a.xlsx"
    path.write_bytes(bytes(content[: data.draw(st.integers(4, len(content)))]))
    read_or_refuse(path)


@given(st.text())
def test_any_pasted_text(text: str) -> None:
    for read in (read_associations(text, AREA), read_commissioners(text, AREA, (), ("本町",))):
        assert len(read) <= len(text.splitlines())

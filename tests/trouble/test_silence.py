"""Nothing about a person stands anywhere but in the ledger, on the screen and on paper."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from renkei_desktop.domain.person import Person
from renkei_desktop.office import offices
from renkei_desktop.office.machine import Machine
from tests.trouble.conftest import Typed
from tests.trouble.offices_in import FOLDER, PASSWORD, RECIPIENT, opened
from tests.trouble.sentences import ADDRESS, NAME, PHONE, PRIVATE, names_nobody

_WATCHED = """
import json, os, sys
opened = []
def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        writes = set(mode or "") & set("wax+") or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes and isinstance(path, (str, bytes)):
            opened.append(os.path.abspath(os.fsdecode(path)))
sys.addaudithook(watch)
from renkei_desktop.cli import main
code = main(sys.argv[1:])
sys.stderr.write("\\n" + json.dumps([code, opened]))
"""


def watched(home: Path, *words: object) -> tuple[int, list[Path], str]:
    """A command, how it ended, every file that it opened for writing, and what it complained of."""
    (home / "password.txt").write_text(PASSWORD, "utf-8")
    ended = subprocess.run(
        [
            *(sys.executable, "-B", "-c", _WATCHED, *map(str, words)),
            *("--password-file", str(home / "password.txt")),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
        env={"XDG_STATE_HOME": str(home / "home"), "HOME": str(home), "PATH": "/usr/bin:/bin"},
    )
    said, _, told = ended.stderr.rpartition("\n")
    code, opened_ = json.loads(told)
    return code, [Path(path) for path in opened_], said


def test_no_file_is_written_but_where_it_belongs(folder: Path, tmp_path: Path) -> None:
    """No temporary file above all: each write goes into the office, its state or the file named."""
    list_ = tmp_path / "一覧.csv"
    list_.write_text(f"氏名,生年月日,住所\n{NAME},S10.1.1,{ADDRESS}\n", "utf-8")
    out = tmp_path / "out"
    out.mkdir()
    paper = ("--recipient", RECIPIENT, "--reason", "備え", "--office", folder)
    for words in (
        ("import", list_, "--office", folder, "--as", "residents"),
        ("print", "roster", *paper, "--out", out / "名簿.pdf"),
        ("print", "windows", *paper, "--preview"),
        ("backup", folder, out / "控え"),
        ("restore", out / "控え", out / "戻した.renkei"),
        ("check", folder),
    ):
        code, written, said = watched(tmp_path, *words)
        assert code == 0, said
        assert written, "nothing was watched"
        for path in written:
            belongs = (folder, out, tmp_path / "home")
            assert any(path.is_relative_to(place) for place in belongs) or path == Path("/dev/null")
            assert names_nobody(str(path))


def test_no_file_of_the_office_can_be_read(
    typed: Typed, folder: Path, machine: Machine, tmp_path: Path
) -> None:
    typed("backup", folder, tmp_path / "控え")
    desk = opened(folder, machine)
    with desk.writing(f"{NAME}の訂正", reason=ADDRESS) as book:
        (person,) = desk.rows.people()
        held = desk.rows.get(Person, person.person)
        assert held is not None
        book.end(held)
    offices.close(desk)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert folder / "ledger.db" in files and len(files) > 5
    for path in files:
        assert names_nobody(str(path.relative_to(tmp_path)))
        content = path.read_bytes()
        for piece in PRIVATE:
            for encoding in ("utf-8", "utf-16-le", "cp932"):
                assert piece.encode(encoding) not in content, path.name
            assert json.dumps(piece).strip('"').encode() not in content


@pytest.mark.parametrize("place", ["氏名", "住所", "電話番号", "備考"])
def test_what_stands_in_a_list_is_in_no_complaint(
    typed: Typed, folder: Path, tmp_path: Path, place: str
) -> None:
    """Also where the file cannot be read at all because of what stands there."""
    words = {"氏名": NAME, "住所": ADDRESS, "電話番号": PHONE, "備考": NAME}
    for row in (
        f'"{words[place]}',
        words[place] + ",x" * 600,
        f"{words[place]}" + "x" * 20_000,
    ):
        (tmp_path / "一覧.csv").write_text(f"{place},生年月日\n{row}\n", "utf-8")
        told = typed("import", tmp_path / "一覧.csv", "--office", folder, "--as", "residents")
        assert names_nobody(told.refusal)


def test_the_clerk_who_types_somebodys_name_reads_it_nowhere(typed: Typed, folder: Path) -> None:
    """Names as arguments: recipient, 町内会, clerk, file."""
    office = ("--office", folder)
    for words in (
        ("print", "roster", *office, "--recipient", NAME, "--reason", "x", "--preview"),
        ("print", "roster", *office, "--recipient", RECIPIENT, "--reason", "x", "--area", NAME),
        ("check", folder, "--clerk", NAME),
        ("import", f"{NAME}.csv", *office, "--as", "residents"),
        ("map", "add", f"{NAME}.mbtiles", *office),
        ("restore", f"{NAME}.renkei-backup", "戻した"),
        ("check", f"{NAME}.renkei"),
    ):
        assert names_nobody(typed(*words).refusal)


def test_usage_repeats_nothing(typed: Typed) -> None:
    for words in (("import", NAME), (NAME,), ("print", NAME), ("practice", "x", "--seed", NAME)):
        told = typed(*words, password=False)
        assert told.code == 2
        assert names_nobody(told.err)


def test_the_folder_is_called_what_the_clerk_called_it() -> None:
    assert names_nobody(FOLDER)
